// Words that surveys offer as answers, in five languages, from the worst to the best.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mot::importing {

/// Words that form a scale.
struct WordScale {
  std::string_view language;
  std::string_view kind;   ///< "agreement"
  std::string_view words;  ///< in small letters, without accents; `|` between points from the worst to the best, `/` between words for one
};

/// What each of the words is worth on a scale from 1 on, and how many points that has; nothing where they are not of one scale, or
/// a single word that may mean anything.
struct WordScores {
  const WordScale* scale = nullptr;
  std::size_t points = 0;
  std::vector<std::pair<std::string, double>> values;  ///< as they were given, the worst first
};
std::optional<WordScores> scores_of_words(std::span<const std::string_view> words);

/// The same where one of the words is none of the scale that all others are of, two at least: those that are.
std::optional<WordScores> scores_of_words_but_one(std::span<const std::string_view> words);

/// The same of the words that are of the scale that most of them are of; the others are passed over.
std::optional<WordScores> scores_among_words(std::span<const std::string_view> words);

/// How good an answer in words is, 0 the worst and 1 the best; nothing where no scale has it. `very good`: 1.
std::optional<double> goodness_of(std::string_view text);

}  // namespace mot::importing
