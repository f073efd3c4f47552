#include "mot/import/survey/word_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/scale_text.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

using evidence::WordScores;

/// The words but the rarest, which may be slips.
std::vector<std::string_view> words_but_slips(const SortedValues& found) {
  std::vector<std::pair<std::size_t, std::string_view>> by_count;
  for (const auto& [word, count] : found.other) by_count.emplace_back(count, word);
  std::ranges::sort(by_count);
  std::size_t slips = 0;
  std::vector<std::string_view> words;
  for (const auto& [count, word] : by_count) {
    if (slips + count <= found.most_slips())
      slips += count;
    else
      words.push_back(word);
  }
  return words;
}

/// Numbers beside words that are codes of no answer: -99.
std::vector<int> codes_of(const SortedValues& found) {
  constexpr int longest = 10;
  std::vector<int> codes;
  for (const auto& [number, count] : found.numbers) {
    if (is_code_beside(number, 0, longest)) codes.push_back(number);
  }
  return codes;
}

/// Words that count the same though they say different things; forms of one word are not told.
std::vector<std::string> alike_among(const std::vector<std::pair<std::string, double>>& values) {
  const auto is_form_of = [](std::string_view longer, std::string_view word) {
    constexpr std::size_t ending = 2;  // `satisfaite`, `okay`
    return longer.starts_with(word) && longer.size() - word.size() <= ending;
  };
  std::vector<std::string> alike;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const std::string one = folded(values[i - 1].first), other = folded(values[i].first);
    if (values[i - 1].second != values[i].second || is_form_of(one, other) || is_form_of(other, one)) continue;
    alike.push_back(fmt::format("{} and {}", in_quotes(values[i - 1].first), in_quotes(values[i].first)));
  }
  return alike;
}

std::set<double> points_met(const ScoreGuess& guess) {
  std::set<double> met;
  for (const auto& [word, score] : guess.values) met.insert(score);
  return met;
}

/// Where not all answers of the scale stand in the cells, these may be all that were offered.
void take_fewer_answers(ScoreGuess& guess) {
  const std::set<double> met = points_met(guess);
  if (!guess.otherwise.empty() || met.size() < 2 || static_cast<double>(met.size()) == guess.max) return;
  ScoreGuess fewer = guess;
  fewer.max = static_cast<double>(met.size());
  for (auto& [word, score] : fewer.values) score = static_cast<double>(std::distance(met.begin(), met.find(score))) + 1;
  guess.otherwise = fmt::format("{}, if no other answer was offered", scale_text(fewer));
  guess.ground += fmt::format("; {} of {} answers", met.size(), guess.max);
}

/// The few answers that stand in the cells may be some of a longer scale's.
void take_more_answers(const WordScores& scores, ScoreGuess& guess) {
  constexpr double few = 4;
  if (!guess.otherwise.empty() || guess.max > few || static_cast<double>(points_met(guess).size()) < guess.max) return;
  std::vector<std::string_view> words;
  for (const auto& [word, score] : scores.values) words.push_back(word);
  const auto longer = evidence::longer_scores_of_words(words, scores);
  if (!longer) return;
  ScoreGuess more = guess;
  more.max = static_cast<double>(longer->points);
  more.values = longer->values;
  guess.otherwise = fmt::format("{}, if {} answers were offered", scale_text(more), longer->points);
}

/// The answer in the middle that nobody gave may not have been offered: the others are as far from each other as on a scale without it.
void take_missing_middle(ScoreGuess& guess, std::size_t cells) {
  constexpr double least_points = 5;
  constexpr std::size_t many = 30;
  const double middle = (guess.max + 1) / 2;
  const std::set<double> met = points_met(guess);
  const bool lacks_middle_alone = std::fmod(guess.max, 2) == 1 && guess.max >= least_points && !met.contains(middle) &&
                                  static_cast<double>(met.size()) == guess.max - 1;
  if (!lacks_middle_alone) return;
  ScoreGuess without = guess;
  without.max -= 1;
  for (auto& [word, score] : without.values) score -= score > middle ? 1 : 0;
  const bool is_offered = cells < many;
  const ScoreGuess& other = is_offered ? without : guess;
  const std::string reading =
      fmt::format("{}, if an answer in the middle {}", scale_text(other), is_offered ? "was not offered" : "was offered");
  if (!is_offered) guess = without;
  guess.otherwise = reading;
  guess.ground += is_offered ? "; nobody gave the one in the middle" : "; none of them is in the middle";
}

}  // namespace

std::string code_text(int number, const SortedValues& found) {
  const auto written = found.as_written.find(number);
  return written == found.as_written.end() ? fmt::format("{}", number) : written->second;
}

void tell_slips(const std::vector<std::string>& slips, ScoreGuess& guess) {
  constexpr std::size_t most = 3;
  guess.odd = slips;
  if (slips.empty()) return;
  const std::span<const std::string> first(slips.data(), std::min(most, slips.size()));
  guess.ground += fmt::format("; odd cells, to be looked at: {}{}", fmt::join(first, ", "), slips.size() > most ? ", …" : "");
}

void take_for_no_answer(const std::string& word, const SortedValues& found, ScoreGuess& guess) {
  constexpr std::size_t few = 10;  // one of so many
  const std::size_t count = found.other.at(word);
  if (count == 1 || count * few <= found.cells) guess.missing.push_back(word);
  guess.unknown.push_back(word);
}

std::size_t cells_of_codes(const SortedValues& found) {
  std::size_t cells = 0;
  for (const int code : codes_of(found)) cells += found.numbers.at(code);
  return cells;
}

std::optional<ScoreGuess> guess_words(const SortedValues& found) {
  std::vector<std::string_view> words;
  for (const auto& [word, count] : found.other) words.push_back(word);
  auto scores = evidence::scores_of_words(words);
  const bool is_part = !scores;
  if (is_part) scores = evidence::scores_of_words(words_but_slips(found));
  const bool has_slips = is_part && scores;
  if (!scores) scores = evidence::scores_of_words_but_one(words);
  if (!scores) return std::nullopt;
  ScoreGuess guess{.min = 1, .max = static_cast<double>(scores->points), .missing = found.missing, .values = scores->values};
  for (const int code : codes_of(found)) guess.missing.push_back(code_text(code, found));
  guess.language = scores->scale->language;
  guess.kind = scores->scale->kind;
  guess.is_whole = scores->different_points() == scores->points;
  guess.alike = alike_among(scores->values);
  guess.is_directed = true;
  guess.ground = fmt::format("words of {}{}{} stand in it", scores->scale->kind, guess.language.empty() ? "" : " in ", guess.language);
  std::vector<std::string> slips;
  for (const auto& [word, count] : found.other) {
    if (std::ranges::find(scores->values, word, &std::pair<std::string, double>::first) != scores->values.end()) continue;
    has_slips ? slips.push_back(in_quotes(word)) : take_for_no_answer(word, found, guess);
  }
  take_missing_middle(guess, found.cells);
  take_fewer_answers(guess);
  take_more_answers(*scores, guess);
  tell_slips(slips, guess);
  return guess;
}

}  // namespace mot::importing
