// Whether people answer more than once about one thing on one day, where a file says who answered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "mot/evidence/cells/date_format.h"

namespace mot::evidence {

/// When an answer was given, and where it stands.
struct AnswerPlace {
  std::optional<Day> day;
  std::size_t line = 0;
};

/// Takes answers in any order. Beyond a bound of people and things it knows no new ones, so that what it counts is the least there are.
class RepeatedAnswers {
 public:
  /// An answer of somebody, by name, about a touchpoint; a blank name is nobody's. Who comes again on another day lives it again. Answers
  /// that one cluster holds together are counted as what they are, and repeat nothing.
  void add(std::string_view respondent, std::size_t touchpoint, const std::optional<std::string_view>& cluster, const AnswerPlace& place);
  /// Answers whose respondent had answered about the same touchpoint before.
  std::size_t count() const { return count_; }
  /// Where the first of them stands.
  std::size_t first_line() const { return first_line_; }
  bool is_full() const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> clusters_;  ///< by respondent and touchpoint, hashed; only looked up
  std::size_t count_ = 0;
  std::size_t first_line_ = 0;
};

}  // namespace mot::evidence
