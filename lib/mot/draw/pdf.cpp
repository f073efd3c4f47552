#include "mot/draw/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

namespace mot {

namespace {

constexpr std::string_view date_key = "/CreationDate (D:";
constexpr std::size_t date_length = 14;             // YYYYMMDDHHmmSS
constexpr std::int64_t last_second = 253402300799;  // of the year 9999

std::string date_of(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, last_second))};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace

std::string dated_pdf(std::string pdf, std::int64_t seconds) {
  const std::size_t at = pdf.rfind(date_key);
  if (at == std::string::npos || at + date_key.size() + date_length > pdf.size())
    throw std::runtime_error("the PDF could not be made reproducible: it has no creation date where one was looked for");
  return pdf.replace(at + date_key.size(), date_length, date_of(seconds));
}

UniversalTime::UniversalTime() : was_set_(std::getenv("TZ") != nullptr) {
  if (was_set_) before_ = std::getenv("TZ");
  setenv("TZ", "UTC0", 1);
  tzset();
}

UniversalTime::~UniversalTime() {
  if (was_set_)
    setenv("TZ", before_.c_str(), 1);
  else
    unsetenv("TZ");
  tzset();
}

}  // namespace mot
