#include "mot/import/survey/score_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <set>
#include <span>

#include "mot/evidence/cells/answer_words.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/sorted_values.h"
#include "mot/import/survey/word_guess.h"
#include "mot/text/numbers.h"

namespace mot::importing {
namespace {

/// Whole numbers that surveys offer as answers.
struct UsualScale {
  int min;
  int max;
  int least_points;  ///< so many of its points have to be met
};

/// The first that fits holds.
constexpr UsualScale usual_scales[] = {{1, 5, 4}, {1, 9, 8}, {1, 7, 5}, {0, 10, 7}, {0, 4, 4}, {1, 4, 3}, {0, 100, 12}};
constexpr UsualScale recommendation = {0, 10, 2};
constexpr UsualScale hundred = {0, 100, 1};

/// Numbers on a scale, and beside it.
struct Fitted {
  std::set<int> points;
  std::set<int> codes;
  std::vector<int> off;
  std::size_t cells_off = 0;
};

using Counts = std::map<int, std::size_t>;

Fitted fitted(const Counts& numbers, int min, int max) {
  Fitted result;
  for (const auto& [number, count] : numbers) {
    if (number >= min && number <= max) {
      result.points.insert(number);
    } else if (is_code_beside(number, min, max)) {
      result.codes.insert(number);
    } else {
      result.off.push_back(number);
      result.cells_off += count;
    }
  }
  return result;
}

std::size_t count_of(const Counts& numbers, int number) {
  const auto found = numbers.find(number);
  return found == numbers.end() ? 0 : found->second;
}

/// Whether the numbers that go on behind a range stand in far fewer cells than those of the range do, in the mean.
bool are_rare(const Counts& numbers, std::initializer_list<int> others, int min, int max) {
  std::size_t all = 0, different = 0;
  for (const auto& [point, count] : numbers) {
    if (point < min || point > max) continue;
    all += count;
    ++different;
  }
  std::size_t cells = 0;
  for (const int number : others) cells += count_of(numbers, number);
  return cells * 2 * different < all * others.size();
}

/// Whether the codes that come right behind a scale's ends may be none, so that a longer scale has to be looked for.
bool continues(const Counts& numbers, const UsualScale& scale) {
  const auto has = [&](int number) { return numbers.contains(number); };
  if (scale.min >= 0 && scale.max < 10 && has(8) && has(9) && has(10)) return true;
  if (scale.max == 5) return has(7) ? has(6) || !(has(1) && has(2) && has(3) && has(4)) : has(6) && !has(0);
  // 8 and 9 beside 1 to 7 are codes where few say them, and answers up to 10 where many do, or nobody gave the worst.
  if (scale.max == 7 && (has(8) || has(9))) return !are_rare(numbers, {8, 9}, 1, 7) || !has(1) || !has(2);
  if (scale.max == 9) return are_rare(numbers, {8, 9}, 1, 7);
  if (scale.min == 0 && scale.max == 4) return are_rare(numbers, {0}, 1, 4);
  return false;
}

bool fits(const Counts& numbers, const UsualScale& scale, std::size_t most_off) {
  const Fitted found = fitted(numbers, scale.min, scale.max);
  return static_cast<int>(found.points.size()) >= scale.least_points && found.points.contains(scale.max) && found.cells_off <= most_off &&
         !continues(numbers, scale);
}

std::string list_of(const std::set<int>& numbers) {
  return numbers.size() > 2 && *numbers.rbegin() - *numbers.begin() + 1 == static_cast<int>(numbers.size())
             ? fmt::format("{} to {}", *numbers.begin(), *numbers.rbegin())
             : fmt::format("{}", fmt::join(numbers, ", "));
}

/// How else the numbers could be meant.
std::string other_reading(const Counts& numbers, const UsualScale& scale) {
  const auto has = [&](int number) { return numbers.contains(number); };
  if (scale.max == 5 && has(0)) return fmt::format("{{ min: 0, max: {} }}, if 0 is the worst answer", has(6) ? 6 : 5);
  if (scale.max == 5 && has(7)) return "{ min: 1, max: 7 }, if 7 is the best answer";
  if (scale.max == 9) return "{ min: 1, max: 7, missing: [8, 9] }, if 8 and 9 are no answers";
  if (scale.max == 7 && has(9)) return "{ min: 1, max: 9 }, if 8 and 9 are answers";
  if (scale.max == 7 && has(8)) return "{ min: 1, max: 10 }, if 8 is an answer";
  if (scale.max == 7 && has(0)) return "{ min: 0, max: 7 }, if 0 is the worst answer";
  if (scale.max == 4 && scale.min == 0) return "{ min: 1, max: 4, missing: [0] }, if 0 is no answer";
  if (scale.max == 4 && has(0)) return "{ min: 0, max: 4 }, if 0 is the worst answer";
  if (scale.max == 4) return "{ min: 1, max: 5 }, if 5 could be chosen too";
  if (scale.max == 10 && !has(0)) return "{ min: 1, max: 10 }, if 0 could not be chosen";
  return {};
}

/// What is passed over, as it stands in the cells.
std::vector<std::string> slips_of(const Fitted& numbers, const SortedValues& found, bool takes_fractions) {
  std::vector<std::string> slips;
  for (const int number : numbers.off) slips.push_back(code_text(number, found));
  for (const auto& [word, count] : found.other) slips.push_back(in_quotes(word));
  if (takes_fractions) return slips;
  for (const auto& [number, count] : found.fractions) slips.push_back(fmt::format("{}", number));
  return slips;
}

void tell_missing(ScoreGuess& guess) {
  if (!guess.missing.empty()) guess.ground += fmt::format("; no answers: {}", fmt::join(guess.missing, ", "));
}

/// The words beside numbers say which end is the better.
void take_direction(const SortedValues& found, ScoreGuess& guess) {
  evidence::Direction direction;
  bool has_words = false, judges = false;
  for (const auto& [number, words] : found.labels) {
    direction.add(number, words);
    has_words |= !words.empty();
    judges |= evidence::judges(words);
  }
  const auto falls = direction.falls(guess.min, guess.max);
  guess.is_directed = falls.has_value();
  if (falls.value_or(false)) {
    std::swap(guess.min, guess.max);
    guess.ground += fmt::format("; {} is the best answer, by the words beside the numbers", guess.max);
    if (!guess.otherwise.starts_with("{ min: MIN")) guess.otherwise.clear();
    // Who agrees may agree that it was bad.
    if (!judges) guess.otherwise = fmt::format("{}, if {} is the best answer", turned(guess), guess.min);
  } else if (has_words && !falls) {
    guess.otherwise = fmt::format("{}, if {} is the best answer", turned(guess), guess.min);
  }
}

std::size_t cells_of(const auto& counts) {
  std::size_t cells = 0;
  for (const auto& [value, count] : counts) cells += count;
  return cells;
}

/// The numbers that stand in the cells, those with fractions too where they are no slips.
std::string numbers_text(const std::set<int>& points, const SortedValues& found) {
  if (cells_of(found.fractions) <= found.most_slips()) return list_of(points);
  const std::string fractions = fmt::format("numbers from {} to {}", found.fractions.begin()->first, found.fractions.rbegin()->first);
  return points.empty() ? fractions : fmt::format("{} and {} with fractions", list_of(points), fractions);
}

ScoreGuess guess_on(const UsualScale& scale, const SortedValues& found) {
  const Counts numbers = found.all_numbers();
  const Fitted fit = fitted(numbers, scale.min, scale.max);
  ScoreGuess guess{.min = static_cast<double>(scale.min), .max = static_cast<double>(scale.max)};
  for (const int code : fit.codes) guess.missing.push_back(code_text(code, found));
  guess.missing.insert(guess.missing.end(), found.missing.begin(), found.missing.end());
  guess.ground = fmt::format("{} stand in it", numbers_text(fit.points, found));
  tell_missing(guess);
  if (!found.written.empty()) guess.labels = *found.written.begin();
  guess.otherwise = other_reading(numbers, scale);
  return guess;
}

/// The scale whose ends the words beside its smallest and its largest number are: `1 - Yes, definitely` and `3 - No`.
std::optional<UsualScale> ends_by_words(const SortedValues& found) {
  if (found.labels.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax_element(found.labels, {}, &std::pair<int, std::string>::first);
  const auto low = evidence::goodness_of(first->second), high = evidence::goodness_of(last->second);
  const bool are_ends = low && high && std::min(*low, *high) == 0 && std::max(*low, *high) == 1;
  constexpr int longest = 10;
  if (!are_ends || last->first - first->first < 2 || last->first - first->first > longest) return std::nullopt;
  return UsualScale{first->first, last->first, 1};
}

/// Of whole answers alone that are written as more than numbers: those who answer may all be content, or all be not.
std::optional<ScoreGuess> guess_part(std::span<const UsualScale> scales, const SortedValues& found) {
  const Counts numbers = found.all_numbers();
  for (const UsualScale& scale : scales) {
    if (numbers.empty() || numbers.begin()->first < scale.min || numbers.rbegin()->first > scale.max) continue;
    if (!found.wholes.empty() && *found.wholes.begin() != scale.max) continue;
    ScoreGuess guess = guess_on(scale, found);
    guess.ground = fmt::format("{}; where the scale ends is a guess", guess.ground);
    guess.otherwise = "{ min: MIN, max: MAX }, if its ends are others";
    return guess;
  }
  return std::nullopt;
}

/// Whether all fractions are halves between the ends: 3.5 of 1 to 5.
bool are_halves(const SortedValues& found, const UsualScale& scale) {
  return std::ranges::all_of(found.fractions, [&](const auto& fraction) {
    const double twice = fraction.first * 2;
    return fraction.first > scale.min && fraction.first < scale.max && twice == static_cast<int>(twice);
  });
}

std::optional<ScoreGuess> guess_numbers(std::span<const UsualScale> scales, const SortedValues& found) {
  const Counts numbers = found.all_numbers();
  std::vector<UsualScale> tried(scales.begin(), scales.end());
  if (const auto told = ends_by_words(found)) tried.insert(tried.begin(), *told);
  for (const UsualScale& scale : tried) {
    if (!found.wholes.empty() && *found.wholes.begin() != scale.max) continue;
    const bool takes_fractions = are_halves(found, scale);
    const std::size_t odd = cells_of(found.other) + (takes_fractions ? 0 : cells_of(found.fractions));
    if (odd > found.most_slips() || !fits(numbers, scale, found.most_slips() - odd)) continue;
    ScoreGuess guess = guess_on(scale, found);
    tell_slips(slips_of(fitted(numbers, scale.min, scale.max), found, takes_fractions), guess);
    return guess;
  }
  const bool is_clean = found.numbers.empty() && found.other.empty() && found.fractions.empty();
  return is_clean ? guess_part(scales, found) : std::nullopt;
}

/// Whether most points of a scale around 0 are met, those below 0 in no fewer cells than answers are: -1 and -2 may be codes beside 0 to 2.
bool is_sure_below_zero(const Counts& numbers, int end, std::size_t points, std::size_t below, std::size_t cells) {
  constexpr std::size_t cells_a_code = 20;
  constexpr int short_end = 3;
  const auto all = static_cast<std::size_t>(2 * end + 1);
  const bool has_enough = end <= short_end ? points == all : points + 2 >= all && (numbers.contains(-end) || numbers.contains(1 - end));
  return end > 1 && has_enough && below * cells_a_code >= cells;
}

/// From -2 to 2 and the like: 0 in the middle, numbers below it that are answers and no codes. Those who answer may have left out an end.
std::optional<ScoreGuess> guess_balanced(const SortedValues& found) {
  constexpr int longest = 5;
  const bool is_clean = found.labelled.empty() && cells_of(found.other) + cells_of(found.fractions) <= found.most_slips();
  if (!is_clean || found.numbers.empty() || found.numbers.begin()->first >= 0) return std::nullopt;
  for (int end = 1; end <= longest; ++end) {
    const Fitted fit = fitted(found.numbers, -end, end);
    std::size_t below = 0, cells = 0;
    for (const int point : fit.points) cells += count_of(found.numbers, point), below += point < 0 ? count_of(found.numbers, point) : 0;
    const auto has = [&](int point) { return fit.points.contains(point); };
    const auto points_below = std::distance(fit.points.begin(), fit.points.lower_bound(0));
    const bool has_both = has(-end) && has(end) && (end > 1 || has(0));
    const bool has_one = end > 1 && (has(-end) || has(end)) && has(0) && points_below > 0 && points_below + 1 >= end;
    const bool has_code_right_below = !fit.codes.empty() && *fit.codes.begin() >= -longest && *fit.codes.begin() < 0;
    if (!fit.off.empty() || has_code_right_below || (!has_both && !has_one)) continue;
    ScoreGuess guess = guess_on({-end, end, 1}, found);
    tell_slips(slips_of(fit, found, false), guess);
    guess.is_choice = !is_sure_below_zero(found.numbers, end, fit.points.size(), below, cells);
    guess.otherwise = guess.is_choice ? "{ min: MIN, max: MAX }, if its ends are others" : "";
    return guess;
  }
  return std::nullopt;
}

/// Whole numbers that are on no usual scale, or too few to know.
std::optional<ScoreGuess> guess_choice(const SortedValues& found) {
  constexpr std::array<UsualScale, 6> scales = {{{1, 5, 1}, {-2, 2, 1}, {1, 7, 1}, {0, 10, 1}, {-5, 5, 1}, {0, 100, 1}}};
  constexpr std::size_t most_points = 12;
  const Counts numbers = found.numbers;
  const bool has_others = !found.labelled.empty() || !found.other.empty();
  if (has_others || (numbers.empty() && found.fractions.empty())) return std::nullopt;
  for (const UsualScale& scale : scales) {
    const Fitted fit = fitted(numbers, scale.min, scale.max);
    const bool may_go_on = scale.max == 7 && (fit.codes.contains(8) || fit.codes.contains(9));
    if (!fit.off.empty() || fit.points.empty() || fit.points.size() > most_points || fit.codes.contains(6) || may_go_on) continue;
    if (!found.fractions.empty() && (found.fractions.begin()->first < scale.min || found.fractions.rbegin()->first > scale.max)) continue;
    const int low = *fit.points.begin(), high = *fit.points.rbegin();
    constexpr int highest_of_codes = 2;  // 1 and 2 are yes and no, or the sexes
    if (fit.points.size() < 2 && found.fractions.empty() && (high < 4 || scale.max > recommendation.max)) return std::nullopt;
    if (high <= highest_of_codes && low >= 0 && fit.points.size() < 3) return std::nullopt;
    const bool is_row = fit.points.size() > 2 && high - low + 1 == static_cast<int>(fit.points.size()) && low <= 1 && high >= 2;
    ScoreGuess guess = guess_on(is_row ? UsualScale{low, high, 1} : scale, found);
    guess.is_choice = true;
    guess.otherwise =
        high == 6 && low == 1 ? "{ min: 1, max: 5, missing: [6] }, if 6 is no answer" : "{ min: MIN, max: MAX }, if its ends are others";
    return guess;
  }
  return std::nullopt;
}

std::optional<ScoreGuess> guess_among(std::span<const UsualScale> scales, const ValueCounts& values, evidence::DecimalMark mark) {
  const SortedValues found = sorted_values(values, mark);
  const std::size_t in_words = cells_of(found.other);
  if (in_words > 0 && found.cells - in_words - cells_of_codes(found) <= found.most_slips()) {
    auto guess = guess_words(found);
    if (guess || found.labelled.empty()) return guess;
  }
  if (found.written.size() > 1 || found.wholes.size() > 1) return std::nullopt;
  if (found.written.contains(ScaleLabels::percent)) {
    const bool is_pure = found.numbers.empty() && found.other.empty() && found.fractions.empty();
    return is_pure ? std::optional(guess_on(hundred, found)) : std::nullopt;
  }
  constexpr std::size_t least_labels = 3;  // beside a word that has none
  const bool has_one_word = found.other.size() == 1 && found.numbers.empty() && found.labelled.size() >= least_labels;
  SortedValues rest = found;
  if (has_one_word) rest.other.clear();
  if (auto balanced = guess_balanced(rest)) return balanced;
  auto guess = guess_numbers(scales, rest);
  if (guess && has_one_word) take_for_no_answer(found.other.begin()->first, found, *guess);
  if (guess) take_direction(found, *guess);
  return guess;
}

}  // namespace

bool agree_on_words(const std::vector<std::pair<std::string, double>>& values, const std::vector<std::pair<std::string, double>>& others) {
  return std::ranges::all_of(others, [&](const auto& other) {
    const auto known = std::ranges::find(values, other.first, &std::pair<std::string, double>::first);
    return known == values.end() || known->second == other.second;
  });
}

std::string turned(const ScoreGuess& guess) {
  return fmt::format("{{ min: {}, max: {} }}", guess.max, guess.min);
}

std::optional<ScoreGuess> guess_scores(const ValueCounts& values, evidence::DecimalMark mark) {
  auto guess = guess_among(usual_scales, values, mark);
  return guess ? guess : guess_choice(sorted_values(values, mark));
}

std::optional<ScoreGuess> guess_recommendation(const ValueCounts& values, evidence::DecimalMark mark) {
  auto guess = guess_among({&recommendation, 1}, values, mark);
  if (guess) return guess;
  // All of them may be fond of us, or none of them is.
  const SortedValues found = sorted_values(values, mark);
  const Fitted fit = fitted(found.all_numbers(), recommendation.min, recommendation.max);
  constexpr int longest_other = 7;
  const bool is_pure = found.other.empty() && found.fractions.empty() && found.written.empty() && fit.off.empty();
  if (!is_pure || fit.points.empty() || *fit.points.rbegin() <= longest_other) return std::nullopt;
  return guess_on(recommendation, found);
}

namespace {

/// Numbers that are said to be no answer are none, also where they are not among the cells.
void take_out_declared(const std::vector<int>& missing, SortedValues& found) {
  for (const int number : missing) {
    for (std::map<int, std::size_t>* numbers : {&found.numbers, &found.labelled}) {
      const auto at = numbers->find(number);
      if (at == numbers->end()) continue;
      found.cells -= at->second;
      numbers->erase(at);
    }
    found.missing.push_back(code_text(number, found));
  }
}

}  // namespace

std::optional<ScoreGuess> guess_on_declared(const ColumnProfile& column, evidence::DecimalMark mark, const DeclaredScale& declared) {
  SortedValues found = sorted_values(column.values, mark);
  take_out_declared(declared.missing, found);
  const auto [min, max] = std::minmax(declared.scale->min, declared.scale->max);
  const bool are_others_on_it =
      column.other_cells == column.other_numbers && (column.other_cells == 0 || (column.least_other >= min && column.most_other <= max));
  if (!are_others_on_it || found.written.size() > 1 || (found.cells == 0)) return std::nullopt;
  Counts numbers = found.all_numbers();
  const Fitted fit = fitted(numbers, static_cast<int>(min), static_cast<int>(max));
  std::size_t odd = fit.cells_off + cells_of(found.other);
  for (const auto& [number, count] : found.fractions) odd += number < min || number > max ? count : 0;
  const bool is_anywhere_on_it = !fit.points.empty() || !found.fractions.empty();
  if (odd > found.most_slips() || !is_anywhere_on_it) return std::nullopt;
  ScoreGuess guess = guess_on({static_cast<int>(min), static_cast<int>(max), 1}, found);
  guess.ground = declared.ground;
  tell_missing(guess);
  tell_slips(slips_of(fit, found, true), guess);
  guess.otherwise.clear();
  guess.is_directed = declared.is_directed;
  if (declared.scale->min > declared.scale->max) {
    std::swap(guess.min, guess.max);
    guess.ground += fmt::format("; {} is the best answer", guess.max);
  } else if (!guess.is_directed) {
    take_direction(found, guess);
    if (!guess.is_directed && declared.has_words) guess.otherwise = fmt::format("{}, if {} is the best answer", turned(guess), guess.min);
  }
  return guess;
}

}  // namespace mot::importing
