// What a PDF says of the time it was made.
#pragma once

#include <cstdint>
#include <string>

namespace mot {

/// The PDF with another date, in UTC, in the place of its own and as long: nothing else moves. Seconds since 1970.
std::string dated_pdf(std::string pdf, std::int64_t seconds);

/// Sets the time zone to UTC while it lives: the time zone is part of the date in a PDF, and of its length.
class UniversalTime {
 public:
  UniversalTime();
  ~UniversalTime();
  UniversalTime(const UniversalTime&) = delete;
  UniversalTime& operator=(const UniversalTime&) = delete;

 private:
  std::string before_;
  bool was_set_;
};

}  // namespace mot
