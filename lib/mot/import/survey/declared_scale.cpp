#include "mot/import/survey/declared_scale.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "mot/evidence/cells/answer_words.h"
#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/no_answers.h"
#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// A number in a heading and the words that say what it means.
struct NamedNumber {
  int number = 0;
  std::string words = {};
};

/// Whether one of the words stands at the front of the text, as a word of its own where it is of letters.
std::size_t length_of_one_at_front(std::span<const std::string_view> words, std::string_view text) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

/// The words behind a number, up to the next mark or the word between two such: ` = sehr gut, 6 …`.
std::string meaning_at(std::string_view text) {
  constexpr std::string_view marks[] = {" = ",  "=",   " is ", " means ", " being ", " ist ", " bedeutet ", " est ",
                                        " es ", " e ", " : ",  ": ",      " - ",     " (",    "(",          " "};
  constexpr std::string_view ends[] = {" and ", " und ", " et ", " y ", " e ", " to ", " bis ", " through ", " a "};
  const std::size_t mark = length_of_one_at_front(marks, text);
  if (mark == 0) return {};
  text.remove_prefix(mark);
  std::size_t end = std::min(text.find_first_of(",;:/|.?!()[]0123456789"), text.size());
  end = std::min(end, text.find(" - "));
  for (const std::string_view word : ends) end = std::min(end, text.find(word));
  std::string words(evidence::trimmed(text.substr(0, end)));
  while (!words.empty() && (words.back() == '-' || words.back() == ':' || words.back() == ' ')) words.pop_back();
  constexpr std::string_view between[] = {"to", "bis", "through", "up to", "a", "\u00e0", "and", "und"};
  return std::ranges::find(between, words) == std::end(between) ? words : std::string();
}

/// The words before a number in brackets, back to the last mark or the word between two such: `Strongly agree (1) to strongly disagree
/// (7)`.
std::string meaning_before(std::string_view text) {
  constexpr std::string_view between[] = {" and ", " und ",     " et ", " y ",    " e ",   " to ",
                                          " bis ", " through ", " a ",  " from ", " von ", " de "};
  if (!text.ends_with('(')) return {};
  text = evidence::trimmed(text.substr(0, text.size() - 1));
  const std::size_t mark = text.find_last_of(",;:/|.?!()[]0123456789");
  if (mark != std::string_view::npos) text.remove_prefix(mark + 1);
  for (const std::string_view word : between) {
    const std::size_t at = (" " + std::string(text)).rfind(word);
    if (at != std::string::npos) text.remove_prefix(std::min(text.size(), at + word.size() - 1));
  }
  return std::string(evidence::trimmed(text));
}

/// Without numbers that stand for no answer beside a scale: `(0 = not used, 1 = poor, 5 = excellent)`; `1 = none, 5 = worst` are its ends.
std::vector<NamedNumber> without_codes(std::vector<NamedNumber> numbers) {
  const auto is_code = [](const NamedNumber& number) { return !number.words.empty() && says_no_answer(number.words); };
  const auto codes = static_cast<std::size_t>(std::ranges::count_if(numbers, is_code));
  if (codes > 0 && numbers.size() - codes > 1) std::erase_if(numbers, is_code);
  return numbers;
}

/// Where a number begins whose digits begin at a place: at the sign before it, unless that stands behind another number, as in `1-5`.
std::size_t begin_with_sign(std::string_view text, std::size_t digits) {
  if (digits == 0 || (text[digits - 1] != '-' && text[digits - 1] != '+')) return digits;
  const std::string_view before = evidence::trimmed(text.substr(0, digits - 1));
  const bool is_behind_other = !before.empty() && (is_digit(before.back()) || static_cast<unsigned char>(text[digits - 2] | 0x20) >= 'a');
  return is_behind_other ? digits : digits - 1;
}

std::vector<NamedNumber> named_numbers_in(std::string_view text) {
  std::vector<NamedNumber> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    constexpr std::size_t most_digits = 3;
    const bool is_part_of_word = at > 0 && (static_cast<unsigned char>(text[at - 1] | 0x20) >= 'a');
    if (end - at <= most_digits && !is_part_of_word) {
      const std::size_t begin = begin_with_sign(text, at);
      const auto number = evidence::number_from(text.substr(begin, end - begin));
      std::string words = meaning_at(text.substr(end));
      if (words.empty()) words = meaning_before(text.substr(0, begin));
      if (number) numbers.push_back({static_cast<int>(*number), std::move(words)});
    }
    at = end;
  }
  return without_codes(std::move(numbers));
}

/// The ends that a row of numbers tells, the smaller first; nothing where they are no scale's.
std::optional<std::pair<int, int>> ends_of(const std::vector<NamedNumber>& numbers) {
  constexpr std::size_t least = 2;
  constexpr std::array usual = {3, 4, 5, 6, 7, 9, 10, 20, 100};
  if (numbers.size() < least) return std::nullopt;
  const auto [low, high] = std::minmax(numbers.front().number, numbers.back().number);
  constexpr std::array usual_below_zero = {1, 2, 3, 4, 5, 10, 100};
  const bool is_balanced = low == -high && std::ranges::find(usual_below_zero, high) != usual_below_zero.end();
  const bool is_scale = is_balanced || ((low == 0 || low == 1) && std::ranges::find(usual, high) != usual.end());
  const bool has_all_between = std::ranges::all_of(
      numbers, [low = low, high = high](const NamedNumber& number) { return number.number >= low && number.number <= high; });
  const bool has_words = std::ranges::any_of(numbers, [](const NamedNumber& number) { return !number.words.empty(); });
  const bool is_row = numbers.size() == least || has_words;
  if (!is_scale || !has_all_between || !is_row || (numbers.front().number > numbers.back().number && !has_words)) return std::nullopt;
  return std::pair(low, high);
}

/// `(/20)`, `(out of 10)`, `[von 5]`: the larger end alone. Long scales begin at 0.
std::optional<std::pair<int, int>> ends_by_whole(std::string_view inner) {
  constexpr std::string_view words[] = {"/", "out of ", "of ", "sur ", "von ", "de ", "max "};
  constexpr std::array usual = {4, 5, 6, 7, 10, 20, 100};
  constexpr int longest_from_one = 7;
  inner = evidence::trimmed(inner);
  const std::size_t length = length_of_one_at_front(words, inner);
  const auto number = evidence::number_from(inner.substr(length));
  if (length == 0 || !number || std::ranges::find(usual, static_cast<int>(*number)) == usual.end()) return std::nullopt;
  return std::pair(*number <= longest_from_one ? 1 : 0, static_cast<int>(*number));
}

void take_scale(const std::vector<NamedNumber>& numbers, std::pair<int, int> ends, DeclaredScale& result) {
  evidence::Direction direction;
  for (const NamedNumber& number : numbers) {
    direction.add(number.number, number.words);
  }
  const auto has_words = [](const NamedNumber& number) { return !number.words.empty(); };
  result.has_words = std::ranges::count_if(numbers, has_words) > 1;
  const auto falls = direction.falls(ends.first, ends.second);
  result.is_directed = falls.has_value();
  result.scale = Scale{static_cast<double>(ends.first), static_cast<double>(ends.second)};
  if (falls.value_or(false)) std::swap(result.scale->min, result.scale->max);
}

/// `How was it, where 1 is excellent and 5 is poor?`: two numbers with known words, wherever they stand.
void take_from_sentence(std::string_view plain, DeclaredScale& result) {
  std::vector<NamedNumber> told;
  for (NamedNumber& number : named_numbers_in(plain)) {
    if (evidence::goodness_of(number.words)) told.push_back(std::move(number));
  }
  const auto ends = ends_of(told);
  if (ends) return take_scale(told, *ends, result);
  // `On a scale of 1-10, how was …`
  constexpr std::string_view phrases[] = {"scale of ",          "scale from ", "skala von ", "echelle de ",
                                          "echelle allant de ", "escala de ",  "escala del "};
  const std::string without = without_accents(plain);
  for (const std::string_view phrase : phrases) {
    const std::size_t at = without.find(phrase);
    if (at == std::string::npos) continue;
    constexpr std::size_t longest = 12;  // `1 through 10`
    const auto numbers = named_numbers_in(std::string_view(without).substr(at + phrase.size(), longest));
    const auto found = numbers.size() == 2 ? ends_of(numbers) : std::nullopt;
    if (found) return take_scale({NamedNumber{numbers[0].number}, NamedNumber{numbers[1].number}}, *found, result);
  }
}

}  // namespace

DeclaredScale declared_scale(std::string_view heading) {
  DeclaredScale result{std::nullopt, std::string(heading)};
  std::string plain = folded(heading);
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2212"}) {
    for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash)) plain.replace(at, dash.size(), "-");
  }
  const std::size_t open = plain.find_last_of("(["), close = plain.find_first_of(")]", std::min(open, plain.size()));
  if (open != std::string::npos && close != std::string::npos) {
    const std::string_view inner = std::string_view(plain).substr(open + 1, close - open - 1);
    const auto numbers = named_numbers_in(inner);
    const auto whole = ends_by_whole(inner);
    const auto ends = whole ? whole : ends_of(numbers);
    const std::size_t from = heading.find_last_of("(["), to = heading.find_first_of(")]", from);
    if (ends) take_scale(numbers, *ends, result);
    if (!ends) result.codes = codes_in(heading.substr(from + 1, to - from - 1));
    if (result.codes.size() < 2) result.codes.clear();
    if (ends || !result.codes.empty()) {
      result.heading = plain_line(std::string(heading.substr(0, from)) + std::string(heading.substr(to + 1)));
      return result;
    }
  }
  take_from_sentence(plain, result);
  return result;
}

}  // namespace mot::importing
