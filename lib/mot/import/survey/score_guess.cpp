#include "mot/import/survey/score_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <span>

#include "mot/evidence/cells/labels.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/score_words.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// Whole numbers that surveys offer as answers, and the codes beside them that are none.
struct UsualScale {
  int min;
  int max;
  int least_points;  ///< so many of its points have to be met
  std::span<const int> codes;
};

constexpr int codes_of_few[] = {0, 6, 8, 9, -1, -8, -9, 77, 88, 97, 98, 99, 777, 888, 998, 999};
constexpr int codes_of_seven[] = {0, 8, 9, -1, -8, -9, 77, 88, 97, 98, 99, 777, 888, 998, 999};
constexpr int codes_of_ten[] = {11, 12, -1, -8, -9, 77, 88, 97, 98, 99, 777, 888, 998, 999};
constexpr int codes_of_hundred[] = {-1, -8, -9, 777, 888, 997, 998, 999};

/// The first that fits holds.
constexpr UsualScale usual_scales[] = {{1, 5, 4, codes_of_few},
                                       {1, 7, 5, codes_of_seven},
                                       {0, 10, 7, codes_of_ten},
                                       {1, 4, 3, codes_of_seven},
                                       {0, 100, 12, codes_of_hundred}};
constexpr UsualScale recommendation = {0, 10, 4, codes_of_ten};

/// A value that stands in fewer cells may be a slip of the pen, and decides nothing.
constexpr double share_of_slips = 0.002;

constexpr std::string_view no_answers[] = {"blank",
                                           "refused",
                                           "no answer",
                                           "not sure",
                                           "not used",
                                           "did not use",
                                           "prefer not to say",
                                           ".",
                                           "nicht genutzt",
                                           "nicht benutzt",
                                           "keine antwort",
                                           "sans reponse",
                                           "ne se prononce pas",
                                           "nsp",
                                           "non concerne",
                                           "no sabe",
                                           "no contesta",
                                           "ns/nc",
                                           "ns",
                                           "nc",
                                           "no utilizado",
                                           "no se aplica",
                                           "nao se aplica",
                                           "sem resposta",
                                           "nao utilizado",
                                           "nao respondeu",
                                           "ns/nr",
                                           "no opinion",
                                           "cannot say",
                                           "can't say",
                                           "can't rate",
                                           "cannot rate",
                                           "unable to rate",
                                           "does not apply",
                                           "have not used",
                                           "haven't used",
                                           "did not experience",
                                           "no experience",
                                           "decline to answer",
                                           "don't remember",
                                           "dk",
                                           "keine meinung",
                                           "kein urteil",
                                           "keine erfahrung",
                                           "nicht erlebt",
                                           "nicht beurteilbar",
                                           "kann ich nicht beurteilen",
                                           "kann nicht beurteilt werden",
                                           "trifft auf mich nicht zu",
                                           "mochte ich nicht sagen",
                                           "ohne angabe",
                                           "sans avis",
                                           "aucun avis",
                                           "pas d'avis",
                                           "pas de reponse",
                                           "pas concerne",
                                           "pas concernee",
                                           "pas utilise",
                                           "non utilise",
                                           "non applicable",
                                           "ne souhaite pas repondre",
                                           "prefere ne pas repondre",
                                           "no opina",
                                           "no lo se",
                                           "no se",
                                           "no lo he utilizado",
                                           "no lo use",
                                           "no corresponde",
                                           "sin respuesta",
                                           "prefiero no responder",
                                           "sem opiniao",
                                           "nao sabe",
                                           "nao usei",
                                           "nao utilizei",
                                           "nao aplicavel",
                                           "nao se lembra",
                                           "prefiro nao responder",
                                           "ns/na"};

/// The values of a column, sorted out.
struct Sorted {
  std::set<int> numbers;
  std::set<int> labelled;         ///< numbers that are written as more than that
  std::set<ScaleLabels> written;  ///< how those are
  std::set<int> wholes;           ///< 5 of `4/5`
  std::vector<std::string> other;
  std::vector<std::string> missing;
  std::size_t cells = 0;
  bool has_fractions = false;
  double least_fraction = 0, most_fraction = 0;
};

bool is_whole(double number) {
  constexpr double largest = 1e6;
  return number >= -largest && number <= largest && number == static_cast<int>(number);
}

/// A number that is written as more than that.
struct Labelled {
  double number = 0;
  ScaleLabels written = ScaleLabels::leading_number;
  std::optional<int> whole = {};
};

std::optional<Labelled> labelled_of(const std::string& value, evidence::DecimalMark mark) {
  const auto on = [&](int max, ScaleLabels labels) {
    const AnswerScale scale{.min = {0, {}}, .max = {static_cast<double>(max), {}}, .missing = {}};
    return evidence::labelled_number(value, labels, scale, mark);
  };
  for (const int whole : {4, 5, 6, 7, 10, 100}) {
    if (const auto number = on(whole, ScaleLabels::of)) return Labelled{*number, ScaleLabels::of, whole};
  }
  for (const ScaleLabels labels : {ScaleLabels::stars, ScaleLabels::percent, ScaleLabels::leading_number}) {
    if (const auto number = on(100, labels)) return Labelled{*number, labels};
  }
  return std::nullopt;
}

void take_labelled(const Labelled& labelled, Sorted& found) {
  found.written.insert(labelled.written);
  if (labelled.whole) found.wholes.insert(*labelled.whole);
  is_whole(labelled.number) ? void(found.labelled.insert(static_cast<int>(labelled.number))) : void(found.has_fractions = true);
}

Sorted sorted(const ValueCounts& values, evidence::DecimalMark mark) {
  std::size_t all = 0;
  for (const auto& [value, count] : values) all += count;
  Sorted found;
  for (const auto& [value, count] : values) {
    if (says_no_answer(value)) {
      found.missing.push_back(value);
      continue;
    }
    if (static_cast<double>(count) < share_of_slips * static_cast<double>(all)) continue;
    found.cells += count;
    const auto number = evidence::number_from(value, mark);
    const auto labelled = number ? std::nullopt : labelled_of(value, mark);
    if (number && is_whole(*number)) {
      found.numbers.insert(static_cast<int>(*number));
    } else if (number) {
      found.least_fraction = found.has_fractions ? std::min(found.least_fraction, *number) : *number;
      found.most_fraction = found.has_fractions ? std::max(found.most_fraction, *number) : *number;
      found.has_fractions = true;
    } else if (labelled) {
      take_labelled(*labelled, found);
    } else {
      found.other.push_back(value);
    }
  }
  return found;
}

std::string list_of(const std::set<int>& numbers) {
  return numbers.size() > 2 && *numbers.rbegin() - *numbers.begin() + 1 == static_cast<int>(numbers.size())
             ? fmt::format("{} to {}", *numbers.begin(), *numbers.rbegin())
             : fmt::format("{}", fmt::join(numbers, ", "));
}

/// Whether all numbers are points of the scale or codes beside it; the codes go to `missing`.
bool fits(const std::set<int>& numbers, const UsualScale& scale, std::vector<std::string>& missing) {
  int points = 0;
  std::vector<std::string> codes;
  for (const int number : numbers) {
    const bool is_point = number >= scale.min && number <= scale.max;
    if (!is_point && std::ranges::find(scale.codes, number) == scale.codes.end()) return false;
    points += is_point;
    if (!is_point) codes.push_back(fmt::format("{}", number));
  }
  const bool has_six_alone = scale.max == 5 && numbers.contains(6) && !numbers.contains(0);
  if (points < scale.least_points || !numbers.contains(scale.max) || has_six_alone) return false;
  missing.insert(missing.begin(), codes.begin(), codes.end());
  return true;
}

/// How else the numbers could be meant.
std::string other_reading(const std::set<int>& numbers, const UsualScale& scale) {
  if (scale.max == 5 && numbers.contains(0))
    return fmt::format("{{ min: 0, max: {} }}, if 0 is the worst answer", numbers.contains(6) ? 6 : 5);
  if (scale.min == 0 && scale.max == 10 && !numbers.contains(0)) return "{ min: 1, max: 10 }, if 0 could not be chosen";
  return {};
}

ScoreGuess guess_on(const UsualScale& scale, const std::set<int>& numbers, std::vector<std::string> missing) {
  std::set<int> points;
  std::ranges::copy_if(numbers, std::inserter(points, points.end()),
                       [&](int number) { return number >= scale.min && number <= scale.max; });
  ScoreGuess guess{.min = static_cast<double>(scale.min), .max = static_cast<double>(scale.max), .missing = std::move(missing)};
  guess.ground = fmt::format("{} stand in it", list_of(points));
  if (!guess.missing.empty()) guess.ground += fmt::format("; no answers: {}", fmt::join(guess.missing, ", "));
  guess.otherwise = other_reading(numbers, scale);
  return guess;
}

/// A word that none of the others is like: no answer, for all that can be known.
void take_for_no_answer(const std::string& word, ScoreGuess& guess) {
  guess.missing.push_back(word);
  guess.unknown.push_back(word);
}

std::optional<ScoreGuess> guess_words(const Sorted& found) {
  const std::vector<std::string_view> words(found.other.begin(), found.other.end());
  auto scores = scores_of_words(words);
  if (!scores) scores = scores_of_words_but_one(words);
  if (!scores) return std::nullopt;
  ScoreGuess guess{.min = 1, .max = static_cast<double>(scores->points), .missing = found.missing, .values = scores->values};
  guess.ground = fmt::format("words of {} in {} stand in it", scores->scale->kind, scores->scale->language);
  for (const std::string& word : found.other) {
    if (std::ranges::find(scores->values, word, &std::pair<std::string, double>::first) == scores->values.end())
      take_for_no_answer(word, guess);
  }
  return guess;
}

/// Of whole answers alone that are written as more than numbers: those who answer may all be content, or all be not.
std::optional<ScoreGuess> guess_part(std::span<const UsualScale> scales, const Sorted& found, const std::set<int>& numbers) {
  for (const UsualScale& scale : scales) {
    if (*numbers.begin() < scale.min || *numbers.rbegin() > scale.max) continue;
    if (!found.wholes.empty() && *found.wholes.begin() != scale.max) continue;
    ScoreGuess guess = guess_on(scale, numbers, found.missing);
    guess.ground = fmt::format("{}; where the scale ends is a guess", guess.ground);
    guess.otherwise = "{ min: MIN, max: MAX }, if its ends are others";
    return guess;
  }
  return std::nullopt;
}

/// Per cent are of a hundred.
std::optional<ScoreGuess> guess_percent(const Sorted& found) {
  constexpr UsualScale hundred = {0, 100, 1, codes_of_hundred};
  if (!found.numbers.empty()) return std::nullopt;
  return guess_on(hundred, found.labelled, found.missing);
}

std::optional<ScoreGuess> guess_numbers(std::span<const UsualScale> scales, const Sorted& found) {
  std::set<int> numbers = found.numbers;
  numbers.insert(found.labelled.begin(), found.labelled.end());
  for (const UsualScale& scale : scales) {
    std::vector<std::string> codes;
    if (!found.wholes.empty() && *found.wholes.begin() != scale.max) continue;
    if (!fits(numbers, scale, codes)) continue;
    codes.insert(codes.end(), found.missing.begin(), found.missing.end());
    return guess_on(scale, numbers, std::move(codes));
  }
  return found.numbers.empty() ? guess_part(scales, found, numbers) : std::nullopt;
}

std::optional<ScoreGuess> guess_among(std::span<const UsualScale> scales, const ValueCounts& values, evidence::DecimalMark mark) {
  const Sorted found = sorted(values, mark);
  if (found.numbers.empty() && found.labelled.empty()) return found.other.empty() ? std::nullopt : guess_words(found);
  const bool is_mixed = found.written.size() > 1 || found.wholes.size() > 1;
  constexpr std::size_t least_labels = 3;  // beside a word that has none
  const bool has_one_word = found.other.size() == 1 && found.numbers.empty() && found.labelled.size() >= least_labels;
  if ((!found.other.empty() && !has_one_word) || found.has_fractions || is_mixed) return std::nullopt;
  const bool is_percent = found.written.contains(ScaleLabels::percent);
  auto guess = is_percent ? guess_percent(found) : guess_numbers(scales, found);
  if (guess && !found.written.empty()) guess->labels = *found.written.begin();
  if (guess && has_one_word) take_for_no_answer(found.other.front(), *guess);
  return guess;
}

}  // namespace

std::optional<ScoreGuess> guess_scores(const ValueCounts& values, evidence::DecimalMark mark) {
  return guess_among(usual_scales, values, mark);
}

std::optional<ScoreGuess> guess_recommendation(const ValueCounts& values, evidence::DecimalMark mark) {
  return guess_among({&recommendation, 1}, values, mark);
}

std::optional<ScoreGuess> guess_on_declared(const ValueCounts& values, evidence::DecimalMark mark, const Scale& scale) {
  const Sorted found = sorted(values, mark);
  const bool is_off = found.has_fractions && (found.least_fraction < scale.min || found.most_fraction > scale.max);
  if (!found.other.empty() || !found.labelled.empty() || is_off || (found.numbers.empty() && !found.has_fractions)) return std::nullopt;
  constexpr int most_of_few = 5, most_of_seven = 7, most_of_ten = 10;
  const std::span<const int> codes = scale.max <= most_of_few     ? std::span<const int>(codes_of_few)
                                     : scale.max <= most_of_seven ? std::span<const int>(codes_of_seven)
                                     : scale.max <= most_of_ten   ? std::span<const int>(codes_of_ten)
                                                                  : std::span<const int>(codes_of_hundred);
  ScoreGuess guess{.min = scale.min, .max = scale.max};
  for (const int number : found.numbers) {
    if (number >= scale.min && number <= scale.max) continue;
    if (std::ranges::find(codes, number) == codes.end()) return std::nullopt;
    guess.missing.push_back(fmt::format("{}", number));
  }
  guess.missing.insert(guess.missing.end(), found.missing.begin(), found.missing.end());
  guess.ground = "its heading says so";
  if (!guess.missing.empty()) guess.ground += fmt::format("; no answers: {}", fmt::join(guess.missing, ", "));
  return guess;
}

DeclaredScale declared_scale(std::string_view heading) {
  const std::size_t open = heading.find_last_of("(["), close = heading.find_first_of(")]", std::min(open, heading.size()));
  DeclaredScale result{std::nullopt, std::string(heading)};
  if (open == std::string_view::npos || close == std::string_view::npos) return result;
  std::string inner(heading.substr(open + 1, close - open - 1));
  for (std::size_t dash = inner.find("\u2013"); dash != std::string::npos; dash = inner.find("\u2013")) inner.replace(dash, 3, "-");
  std::vector<int> numbers;
  for (const std::string& word : words_of(inner)) {
    const auto number = evidence::number_from(word);
    if (number && is_whole(*number)) numbers.push_back(static_cast<int>(*number));
  }
  constexpr int ends[] = {4, 5, 6, 7, 9, 10, 100};
  const bool is_scale =
      numbers.size() == 2 && (numbers[0] == 0 || numbers[0] == 1) && std::ranges::find(ends, numbers[1]) != std::end(ends);
  if (!is_scale) return result;
  result.scale = Scale{static_cast<double>(numbers[0]), static_cast<double>(numbers[1])};
  std::string rest = std::string(heading.substr(0, open)) + std::string(heading.substr(close + 1));
  result.heading = plain_line(rest);
  return result;
}

bool says_no_answer(std::string_view cell) {
  std::string text = folded(without_accents(cell));
  constexpr std::string_view typographic = "\u2019";
  for (std::size_t at = text.find(typographic); at != std::string::npos; at = text.find(typographic))
    text.replace(at, typographic.size(), "'");
  return !says_something(cell) || std::ranges::find(no_answers, text) != std::end(no_answers);
}

}  // namespace mot::importing
