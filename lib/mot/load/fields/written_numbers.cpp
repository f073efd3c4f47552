// A text is taken apart once, into the numbers it names and what joins or surrounds them; a table of slips says what each means.
#include "mot/load/fields/written_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <span>

#include "mot/text/digits.h"
#include "mot/text/utf8.h"
#include "mot/yaml/number_words.h"

namespace mot {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// A number in decimal digits with or without a point: no sign, no exponent.
std::optional<double> plain_number(std::string_view text) {
  const bool is_plain = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos && text.front() != '.';
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (!is_plain || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

using WordList = std::span<const std::string_view>;

/// The same with a sign.
std::optional<double> signed_number(std::string_view text) {
  const bool has_sign = text.starts_with('-') || text.starts_with('+');
  const auto number = plain_number(text.substr(has_sign ? 1 : 0));
  return number && text.starts_with('-') ? -*number : number;
}

std::string_view without_typographic_quotes(std::string_view text) {
  for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"}) {
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return trimmed(text);
}

/// Two numbers that one of the separators stands between.
struct Pair {
  double first;
  double second;
};

std::optional<Pair> pair_around(std::string_view text, WordList separators) {
  for (const std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    const auto first = plain_number(trimmed(text.substr(0, at)));
    const auto second = plain_number(trimmed(text.substr(at + separator.size())));
    if (first && second) return Pair{*first, *second};
  }
  return std::nullopt;
}

std::optional<double> number_before(std::string_view text, WordList endings) {
  for (const std::string_view ending : endings) {
    if (!text.ends_with(ending)) continue;
    if (const auto number = plain_number(trimmed(text.substr(0, text.size() - ending.size())))) return number;
  }
  return std::nullopt;
}

std::optional<double> number_behind(std::string_view text, WordList beginnings) {
  for (const std::string_view beginning : beginnings) {
    if (!text.starts_with(beginning)) continue;
    if (const auto number = plain_number(trimmed(text.substr(beginning.size())))) return number;
  }
  return std::nullopt;
}

std::string text_of(double number) {
  return fmt::format("{}", number);
}

/// A part of a scale that begins at 0, in points, without what floating arithmetic adds.
std::string points_at(double part, const Scale& scale) {
  constexpr double digits_kept = 1e6;
  return text_of(std::round(part * scale.max * digits_kept) / digits_kept);
}

/// "write 8": the one number that can be meant.
Advice certain(std::string_view cause, double number) {
  return {fmt::format("{}{}write {}", cause, cause.empty() ? "" : "; ", text_of(number)), text_of(number)};
}

bool is_on(const std::optional<Scale>& scale, double number) {
  return !scale || (number >= scale->min && number <= scale->max);
}

std::string points_of(const NumberSense& sense) {
  const std::string scale = sense.scale ? fmt::format(", {} to {}", sense.scale->min, sense.scale->max) : "";
  return fmt::format("a score is in points of the project's scale{}", scale);
}

bool is_one_number_on(const NumberSense& sense, double part) {
  return part >= 0 && part <= 1 && sense.kind == NumberSense::Kind::score && sense.scale && sense.scale->min == 0;
}

// Where a scale begins at 0, a share of another scale is one number on it; where not, nobody knows where the other one begins.
Advice advice_on_part(const NumberSense& sense, double part, std::string_view written) {
  const std::string cause =
      sense.kind == NumberSense::Kind::score ? points_of(sense) : std::string("a number is asked, and no part of one");
  if (!is_one_number_on(sense, part)) return {cause};
  return {fmt::format("{}, where {} is {}", cause, written, points_at(part, *sense.scale))};
}

Advice advice_on_share(const NumberSense& sense, const Pair& share) {
  const bool is_on_this_scale = sense.scale && share.second == sense.scale->max && is_on(sense.scale, share.first);
  if (is_on_this_scale) return certain("only the points are asked", share.first);
  const double part = share.second > 0 ? share.first / share.second : -1;
  return advice_on_part(sense, part, fmt::format("{} of {}", share.first, share.second));
}

Advice advice_on_per_cent(const NumberSense& sense, double per_cent) {
  const bool is_scale_of_hundred = sense.scale && sense.scale->min == 0 && sense.scale->max == 100;
  if (is_scale_of_hundred && is_on(sense.scale, per_cent)) return certain("a number has no '%'", per_cent);
  Advice advice = advice_on_part(sense, per_cent / 100, fmt::format("{} %", per_cent));
  if (is_one_number_on(sense, per_cent / 100)) advice.replacement = points_at(per_cent / 100, *sense.scale);
  return advice;
}

/// `1,200` or `1 200`: digits in groups of three.
bool is_in_thousands(std::string_view text, char separator) {
  std::size_t at = text.find(separator);
  if (at == 0 || at > 3 || !is_all_digits(text.substr(0, at))) return false;
  for (; at != std::string_view::npos; at = text.find(separator, at + 1)) {
    const std::size_t end = std::min(text.find(separator, at + 1), text.size());
    if (end - at != 4 || !is_all_digits(text.substr(at + 1, 3))) return false;
  }
  return true;
}

std::string without(std::string_view text, char dropped) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [&](char c) { return c != dropped; });
  return kept;
}

std::optional<Advice> advice_on_comma(std::string_view text, const NumberSense& sense) {
  for (const char separator : {',', ' ', '\''}) {
    if (!is_in_thousands(text, separator)) continue;
    const std::string number = without(text, separator);
    if (separator != ',' || sense.kind == NumberSense::Kind::whole) return Advice{"write the digits alone, " + number, number};
    return Advice{"a ',' is no decimal point, and parts no thousands"};
  }
  const std::size_t comma = text.find(',');
  const bool is_decimal = comma != std::string_view::npos && is_all_digits(text.substr(0, comma)) && is_all_digits(text.substr(comma + 1));
  if (!is_decimal) return std::nullopt;
  const std::string number = fmt::format("{}.{}", text.substr(0, comma), text.substr(comma + 1));
  if (sense.kind == NumberSense::Kind::whole || !is_on(sense.scale, *plain_number(number))) return Advice{"a ',' is no decimal point"};
  return Advice{"write a decimal point, " + number, number};
}

Advice advice_if_on_scale(std::string_view cause, double number, const NumberSense& sense) {
  return is_on(sense.scale, number) ? certain(cause, number) : Advice{std::string(cause)};
}

}  // namespace

Advice number_advice(std::string_view written, const NumberSense& sense) {
  const std::string given = folded(trimmed(written)), text = yaml::in_plain_digits(given);
  if (const auto number = signed_number(text); number && text != given)
    return advice_if_on_scale("a number is written in the digits 0 to 9", *number, sense);
  if (const auto number = signed_number(text); number && is_on(sense.scale, *number)) return certain("in quotes it is a text", *number);
  if (const auto number = signed_number(trimmed(yaml::without_name(text))); number && !signed_number(text))
    return advice_if_on_scale("a number stands alone, without words and signs", *number, sense);
  if (const auto number = signed_number(without_typographic_quotes(text)))
    return advice_if_on_scale("these quotes quote nothing", *number, sense);
  if (const auto share = pair_around(text, yaml::words_of_share)) return advice_on_share(sense, *share);
  if (const auto per_cent = number_before(text, yaml::words_of_per_cent)) return advice_on_per_cent(sense, *per_cent);
  if (pair_around(text, yaml::words_of_range)) return {"a range is not one number"};
  if (auto advice = advice_on_comma(text, sense)) return *advice;
  if (const auto number = number_behind(text, yaml::words_of_estimate))
    return advice_if_on_scale("an estimate is a number like every other", *number, sense);
  if (const auto number = yaml::number_named(text)) return advice_if_on_scale("a number is written in digits", *number, sense);
  if (number_behind(text, yaml::words_of_bound)) return {"a bound is not one number"};
  if (const auto number = number_before(text, yaml::words_of_stars)) {
    const bool are_of_five = sense.scale && sense.scale->max == 5;
    return are_of_five ? advice_if_on_scale("a number has no unit", *number, sense) : Advice{"a number has no unit"};
  }
  if (const auto number = number_before(text, yaml::words_of_points)) {
    const bool is_in_points = sense.kind == NumberSense::Kind::score || sense.kind == NumberSense::Kind::any;
    return is_in_points ? advice_if_on_scale("a number has no unit", *number, sense) : Advice{"a number has no unit"};
  }
  const bool has_stars = std::ranges::any_of(yaml::stars, [&](std::string_view star) { return text.starts_with(star); });
  if (has_stars && yaml::is_number_in_words(text)) return {"stars are not a number; write how many, on the project's scale"};
  const bool has_number = text.find_first_of(decimal_digits) != std::string_view::npos;
  return has_number ? Advice{"a number stands alone, without words and signs"} : Advice{};
}

}  // namespace mot
