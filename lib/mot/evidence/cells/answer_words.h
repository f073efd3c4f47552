// Words that surveys offer as answers, in five languages, from the worst to the best.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mot::evidence {

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

  std::size_t different_points() const;
};
std::optional<WordScores> scores_of_words(std::span<const std::string_view> words);

/// The same on the first scale that is longer than the one they are on and tells them apart as well; nothing where none is.
std::optional<WordScores> longer_scores_of_words(std::span<const std::string_view> words, const WordScores& than);

/// The same where one of the words is none of the scale that all others are of, two at least: those that are.
std::optional<WordScores> scores_of_words_but_one(std::span<const std::string_view> words);

/// The same of the words that are of the scale that most of them are of; the others are passed over.
std::optional<WordScores> scores_among_words(std::span<const std::string_view> words);

/// How good an answer in words is, 0 the worst and 1 the best; nothing where no scale has it. `very good`: 1.
std::optional<double> goodness_of(std::string_view text);

/// Whether an answer in words judges by itself: `very good` and `satisfied` do, `strongly agree` may agree that it was bad.
bool judges(std::string_view text);

/// `Very good` of `1 - Very good`, `1 = Very good`, `1 (Very good)` and `Very good - 1`.
std::string words_of_label(std::string_view label);

/// Whether a number on a scale of these ends is the better the smaller it is, by words for some of its numbers; nothing where they don't
/// tell.
class Direction {
 public:
  void add(double number, std::string_view words);
  /// How many numbers had words that tell.
  int told() const { return told_; }
  std::optional<bool> falls(double min, double max) const;

 private:
  double numbers_ = 0, goodnesses_ = 0, products_ = 0;  ///< sums
  int told_ = 0;
};

}  // namespace mot::evidence
