// What words of a survey's headings tell about their columns, in five languages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mot::importing {

enum class HeadingWord : std::uint8_t {
  weight,
  recommendation,
  overall,
  date,
  submitted,       ///< of dates: when it was given
  started,         ///< of dates: when somebody began, or came
  birth,           ///< of dates
  segment,         ///< customers told apart
  respondent,      ///< who answered: age, place, how many there were
  person,          ///< a name, an address, a number of a person
  comment,         ///< in customers' own words
  importance,      ///< how much it matters to them
  expectation,     ///< what they wish
  met,             ///< whether what they wish was met
  asks_for_score,  ///< how good it was
  badness,         ///< how bad it was
  goodness,        ///< how good, in the word itself: `satisfied or dissatisfied`
  amount,          ///< minutes, a rank, a number of times
  grade,           ///< `Note`
  school_grade,    ///< `Schulnote`: the better the smaller
  mean,            ///< of a published table
  spread,          ///< the standard deviation beside a mean
  answers,         ///< how many answered
  preview,         ///< a value: of those who made the survey
  end              ///< whether a respondent came to the end
};

/// Whether a heading, or a cell, says so.
bool says(HeadingWord word, std::string_view heading);

/// Whether it begins or ends with such words, or asks so of several items: `Importance: Room`, `Room (importance)`.
bool asks_about(HeadingWord word, std::string_view heading);

/// The worst school grade that a text names, 5 or 6: `Schulnoten von 1 bis 6`; nothing where it names none.
std::optional<int> worst_grade_in(std::string_view text);

/// The language that its headings are in by their small words, `de`; empty where they don't tell.
class HeadingLanguage {
 public:
  void add(std::string_view heading);
  std::string_view language() const;

 private:
  int votes_[5] = {};
};

}  // namespace mot::importing
