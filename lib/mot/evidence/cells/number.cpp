#include "mot/evidence/cells/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>

#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

std::optional<double> with_point(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
  return is_number ? std::optional(number) : std::nullopt;
}

constexpr std::size_t longest_number = 64;  // that people write

/// `−2` as word processors write it, with a hyphen in front; nothing where there is no such sign.
std::optional<double> with_typographic_minus(std::string_view text, DecimalMark mark) {
  constexpr std::string_view signs[] = {"\u2212", "\u2013"};
  for (const std::string_view sign : signs) {
    if (!text.starts_with(sign) || text.size() == sign.size() || text.size() > longest_number) continue;
    if (!is_digit(text[sign.size()])) return std::nullopt;
    return number_from("-" + std::string(text.substr(sign.size())), mark);
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> number_from(std::string_view text, DecimalMark mark) {
  text = trimmed(text);
  if (!text.empty() && text[0] == '\xE2') return with_typographic_minus(text, mark);
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  const auto comma = mark == DecimalMark::point ? std::string_view::npos : text.find(',');
  if (comma == std::string_view::npos) return with_point(text);
  char copy[longest_number];
  if (text.size() > sizeof copy) return std::nullopt;
  std::copy(text.begin(), text.end(), copy);
  copy[comma] = '.';
  return with_point({copy, text.size()});
}

namespace {

/// Whether what follows a number makes another one of it: `4 to 5`, `3 out of 10`, `9½`, the `4-May` that spreadsheets make of 4-5.
bool says_another_number(std::string_view rest) {
  constexpr std::string_view fractions[] = {"½", "¼", "¾", "⅓", "⅔", "⅛"};
  constexpr std::string_view between[] = {"to", "bis", "a", "à", "ate", "até", "hasta", "of", "out of", "von", "sur", "de"};
  constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai",
                                         "okt", "dez", "mrz", "mär", "fev", "fév", "avr", "ene", "abr", "ago", "dic", "set", "out"};
  const auto begins = [](std::string_view text) { return [text](std::string_view word) { return text.starts_with(word); }; };
  if (std::ranges::any_of(fractions, begins(trimmed(rest)))) return true;
  const std::string words = folded(trimmed(rest));
  for (const std::string_view word : between) {
    if (words.starts_with(word) && words.size() > word.size() && words[word.size()] == ' ' &&
        number_from(std::string_view(words).substr(word.size() + 1)))
      return true;
  }
  constexpr std::size_t longest_month = 6;  // `-März`, of six bytes
  return words.starts_with('-') && words.size() <= longest_month &&
         std::ranges::find(months, std::string_view(words).substr(1)) != std::end(months);
}

}  // namespace

std::optional<double> leading_number_of(std::string_view text, DecimalMark mark) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  text = trimmed(text);
  std::size_t end = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const auto skip_digits = [&] {
    while (end < text.size() && is_digit(text[end])) ++end;
  };
  skip_digits();
  const bool has_mark = end + 1 < text.size() && (text[end] == '.' || (text[end] == ',' && mark == DecimalMark::point_or_comma));
  if (has_mark && is_digit(text[end + 1])) ++end, skip_digits();
  const auto rest = text.substr(end);
  const auto label = std::ranges::find_if(rest, [&](char c) { return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) > 127; });
  if (label == rest.end() ? rest.empty() : is_digit(*label)) return std::nullopt;
  if (!rest.empty() && is_letter(rest[0])) return std::nullopt;
  return says_another_number(rest) ? std::nullopt : number_from(text.substr(0, end), mark);
}

namespace {

constexpr std::size_t digits_of_group = 3;

/// The bytes of a mark between groups of digits at the front of a text; 0 where there is none. Typographic blanks and apostrophes are some.
std::size_t length_of_group_mark(std::string_view text) {
  constexpr std::string_view marks[] = {",", ".", "'", " ", "\u00a0", "\u202f", "\u2009", "\u2019"};
  const auto found = std::ranges::find_if(marks, [&](std::string_view mark) { return text.starts_with(mark); });
  return found == std::end(marks) ? 0 : found->size();
}

/// The digits of `1,204` and `12 345 678`, and the mark between; empty where groups are others, or their marks differ.
struct Grouped {
  std::string digits = {};
  std::string_view mark = {};
};
Grouped grouped(std::string_view text) {
  const auto digits_at_front = [&] { return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin()); };
  const std::size_t first = digits_at_front();
  if (first == 0 || first > digits_of_group || text[0] == '0') return {};
  Grouped result{std::string(text.substr(0, first))};
  text.remove_prefix(first);
  while (!text.empty()) {
    const std::string_view mark = text.substr(0, length_of_group_mark(text));
    if (mark.empty() || (!result.mark.empty() && mark != result.mark)) return {};
    result.mark = mark;
    text.remove_prefix(mark.size());
    if (digits_at_front() != digits_of_group) return {};
    result.digits += text.substr(0, digits_of_group);
    text.remove_prefix(digits_of_group);
  }
  return result.mark.empty() ? Grouped{} : result;
}

/// Whether a group behind a single mark may be a fraction: `1.000`, and `1,000` where commas are decimal.
bool may_be_fraction(const Grouped& number, DecimalMark mark) {
  const bool is_decimal = number.mark == "." || (number.mark == "," && mark == DecimalMark::point_or_comma);
  return is_decimal && number.digits.size() <= 2 * digits_of_group && number.digits.ends_with("000");
}

}  // namespace

std::optional<std::uint64_t> count_from(std::string_view text, DecimalMark mark) {
  constexpr double largest_exact = 9007199254740992.0;
  text = trimmed(text);
  const Grouped groups = grouped(text);
  if (may_be_fraction(groups, mark)) return std::nullopt;
  const auto number = groups.digits.empty() ? number_from(text, mark) : number_from(groups.digits);
  if (!number || *number < 0 || *number > largest_exact || *number != std::floor(*number)) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

}  // namespace mot::evidence
