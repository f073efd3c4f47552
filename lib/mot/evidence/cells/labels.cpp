#include "mot/evidence/cells/labels.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

#include "mot/text/alike.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::string_view full_stars[] = {"\u2605", "\u2B50", "\U0001F31F", "*"};
constexpr std::string_view empty_stars[] = {"\u2606", "\u2729"};
constexpr std::string_view beside_stars[] = {"\uFE0F", "\uFE0E", " ", "\u00A0"};
constexpr std::string_view words_for_stars[] = {"star",    "stars",    "stern",     "sterne",  "sternen", "etoile",
                                                "etoiles", "estrella", "estrellas", "estrela", "estrelas"};
constexpr std::string_view words_for_of[] = {"/", "of", "out of", "von", "sur", "de"};

/// Takes one of the beginnings off a text.
bool take_one_of(std::span<const std::string_view> beginnings, std::string_view& text) {
  const auto found = std::ranges::find_if(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
  if (found == beginnings.end()) return false;
  text.remove_prefix(found->size());
  return true;
}

/// Beside empty stars, all of them are the points of the scale: `★★☆☆☆` is no answer on another one.
std::optional<double> stars_drawn(std::string_view text, const AnswerScale& scale) {
  double full = 0, empty = 0;
  bool has_any = false;
  while (!text.empty()) {
    if (take_one_of(full_stars, text))
      ++full, has_any = true;
    else if (take_one_of(empty_stars, text))
      ++empty, has_any = true;
    else if (!take_one_of(beside_stars, text))
      return std::nullopt;
  }
  constexpr double most_stars = 10;  // that anybody draws
  const double points = std::max(scale.min.value, scale.max.value);
  if (empty > 0 && points <= most_stars && full + empty != points) return std::nullopt;
  return has_any ? std::optional(full) : std::nullopt;
}

/// The number before the first blank, and what follows behind it.
struct NumberAndRest {
  std::optional<double> number;
  std::string_view rest;
};

NumberAndRest split(std::string_view text, DecimalMark mark) {
  const std::size_t end = std::min(text.find_first_not_of("+-.,0123456789"), text.size());
  return {number_from(text.substr(0, end), mark), trimmed(text.substr(end))};
}

std::optional<double> stars(std::string_view text, const AnswerScale& scale, DecimalMark mark) {
  if (const auto drawn = stars_drawn(text, scale)) return drawn;
  const auto [number, rest] = split(text, mark);
  const auto words = words_of(without_accents(rest));
  const bool says_stars = std::ranges::any_of(
      words, [](const std::string& word) { return std::ranges::find(words_for_stars, word) != std::end(words_for_stars); });
  const bool is_drawn = !rest.empty() && stars_drawn(rest, scale).value_or(0) == 1;  // `4 ★`
  return says_stars || is_drawn ? number : std::nullopt;
}

std::optional<double> percent(std::string_view text, const AnswerScale& scale, DecimalMark mark) {
  const auto [number, rest] = split(text, mark);
  if (!number || rest != "%") return std::nullopt;
  return scale.min.value + *number / 100 * (scale.max.value - scale.min.value);
}

std::optional<double> of(std::string_view text, const AnswerScale& scale, DecimalMark mark) {
  const auto [number, rest] = split(text, mark);
  if (!number) return std::nullopt;
  const std::string folded_rest = folded(rest);
  for (const std::string_view word : words_for_of) {
    if (!folded_rest.starts_with(word)) continue;
    const auto whole = number_from(std::string_view(folded_rest).substr(word.size()), mark);
    if (whole && *whole == std::max(scale.min.value, scale.max.value)) return number;
  }
  return std::nullopt;
}

/// `Very good - 1`, `Very good (1)`: words without a digit, a mark between, and the number at the end.
std::optional<double> number_at_end(std::string_view text, DecimalMark mark) {
  const bool is_in_brackets = text.ends_with(')') || text.ends_with(']');
  if (is_in_brackets) text.remove_suffix(1);
  const std::size_t last = text.find_last_not_of("0123456789.,");
  if (last == std::string_view::npos || last + 1 == text.size()) return std::nullopt;
  const auto number = number_from(text.substr(last + 1), mark);
  std::string_view words = trimmed(text.substr(0, last + 1));
  constexpr std::string_view marks[] = {"-", "\u2013", "\u2014", ":", "="};
  constexpr std::string_view brackets[] = {"(", "["};
  const std::span<const std::string_view> between = is_in_brackets ? std::span<const std::string_view>(brackets) : marks;
  const auto mark_between = std::ranges::find_if(between, [&](std::string_view sign) { return words.ends_with(sign); });
  if (!number || mark_between == between.end()) return std::nullopt;
  words.remove_suffix(mark_between->size());
  const bool says_words = std::ranges::any_of(words, [](char c) { return static_cast<unsigned char>(c | 0x20) >= 'a'; });
  return says_words && words.find_first_of("0123456789") == std::string_view::npos ? number : std::nullopt;
}

std::optional<double> leading(std::string_view text, const AnswerScale& scale, DecimalMark mark) {
  if (const auto points = of(text, scale, mark)) return points;
  const auto number = leading_number_of(text, mark);
  return number ? number : number_at_end(text, mark);
}

/// By ScaleLabels.
constexpr std::array readers = {leading, stars, percent, of};
static_assert(readers.size() == names_of<ScaleLabels>.size());

}  // namespace

std::optional<double> labelled_number(std::string_view cell, ScaleLabels labels, const AnswerScale& scale, DecimalMark mark) {
  const std::string seen = as_seen(cell);
  return readers.at(static_cast<std::size_t>(labels))(seen, scale, mark);
}

bool takes_only_percentages(const AnswerScale& scale) {
  const bool says_the_same = scale.min.value == 0 && (scale.max.value == 100 || scale.max.value == 1);
  return scale.labels && scale.labels->value == ScaleLabels::percent && !says_the_same;
}

std::optional<ScaleLabels> labels_like(std::string_view cell, const AnswerScale& scale, DecimalMark mark) {
  const auto [low, high] = std::minmax(scale.min.value, scale.max.value);
  for (const ScaleLabels labels : {ScaleLabels::stars, ScaleLabels::percent, ScaleLabels::of, ScaleLabels::leading_number}) {
    const auto number = labelled_number(cell, labels, scale, mark);
    if (number && *number >= low && *number <= high) return labels;
  }
  return std::nullopt;
}

}  // namespace mot::evidence
