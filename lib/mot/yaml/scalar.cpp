#include "mot/yaml/scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "mot/text/digits.h"

namespace mot::yaml {
namespace {

constexpr std::string_view octal = "01234567";
constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";

bool is_made_of(std::string_view text, std::string_view digits) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

std::string_view plain_text(const Value& value) {
  const bool is_plain = value.kind() == Kind::scalar && value.node().style == Style::plain;
  return is_plain ? value.text() : std::string_view();
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return text;
}

// Takes the digits at the beginning of a text off it; how many there were.
std::size_t take_digits(std::string_view& text) {
  const std::size_t count = std::min(text.find_first_not_of(decimal_digits), text.size());
  text.remove_prefix(count);
  return count;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal_number(std::string_view text) {
  text = without_sign(text);
  std::size_t digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  if (digits == 0 || text.empty()) return digits > 0;
  if (text.front() != 'e' && text.front() != 'E') return false;
  return is_made_of(without_sign(text.substr(1)), decimal_digits);
}

template <typename Number, typename... Format>
std::optional<Number> converted(std::string_view text, Format... format) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, format...);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What no double holds is infinite or 0, as IEEE 754 rounds it.
double converted_decimal(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::general);
  if (error != std::errc::result_out_of_range) return number;
  const std::size_t exponent = text.find_first_of("eE");
  const bool is_tiny =
      exponent == std::string_view::npos ? text.find_first_not_of("-0") == text.find('.') : text.substr(exponent + 1).starts_with('-');
  return is_tiny ? 0 : std::copysign(std::numeric_limits<double>::infinity(), text.starts_with('-') ? -1.0 : 1.0);
}

std::optional<std::string_view> digits_after(std::string_view text, std::string_view prefix, std::string_view digits) {
  if (!text.starts_with(prefix) || !is_made_of(text.substr(prefix.size()), digits)) return std::nullopt;
  return text.substr(prefix.size());
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// `12:30`, which older YAML read in base 60.
bool is_sexagesimal(std::string_view text) {
  text = without_sign(text);
  std::size_t parts = 0;
  for (;; ++parts) {
    const std::size_t digits = take_digits(text);
    const bool is_part = digits > 0 && (parts == 0 || digits <= 2);
    if (!is_part) return false;
    if (!text.starts_with(':')) break;
    text.remove_prefix(1);
  }
  return parts > 0 && (text.empty() || (text.front() == '.' && is_made_of(text.substr(1), decimal_digits)));
}

}  // namespace

std::optional<bool> boolean_of(const Value& value) {
  const std::string_view text = plain_text(value);
  if (is_one_of(text, {"true", "True", "TRUE"})) return true;
  if (is_one_of(text, {"false", "False", "FALSE"})) return false;
  return std::nullopt;
}

std::optional<std::int64_t> integer_of(const Value& value) {
  std::string_view text = plain_text(value);
  if (const auto digits = digits_after(text, "0o", octal)) return converted<std::int64_t>(*digits, 8);
  if (const auto digits = digits_after(text, "0x", hexadecimal)) return converted<std::int64_t>(*digits, 16);
  if (!is_made_of(without_sign(text), decimal_digits)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  return converted<std::int64_t>(text, 10);
}

std::optional<double> number_of(const Value& value) {
  std::string_view text = plain_text(value);
  if (is_one_of(text, {".nan", ".NaN", ".NAN"})) return std::numeric_limits<double>::quiet_NaN();
  if (is_one_of(without_sign(text), {".inf", ".Inf", ".INF"})) {
    return text.starts_with('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  }
  if (is_decimal_number(text)) return converted_decimal(text);
  if (const auto integer = integer_of(value)) return static_cast<double>(*integer);
  return std::nullopt;
}

bool is_text(const Value& value) {
  return value.kind() == Kind::scalar && !boolean_of(value) && !number_of(value);
}

std::optional<bool> older_boolean_of(const Value& value) {
  const std::string_view text = plain_text(value);
  if (is_one_of(text, {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON"})) return true;
  if (is_one_of(text, {"n", "N", "no", "No", "NO", "off", "Off", "OFF"})) return false;
  return std::nullopt;
}

std::string hint_of_older_meaning(const Value& value) {
  const std::string_view text = plain_text(value);
  if (older_boolean_of(value)) return fmt::format("'{}' is a text in YAML 1.2; a truth value is true or false", text);
  const std::string_view digits = without_sign(text);
  if (digits.size() > 1 && digits.front() == '0' && is_made_of(digits, octal)) {
    return fmt::format("'{}' is decimal in YAML 1.2; octal is written 0o{}", text, digits.substr(1));
  }
  const bool is_grouped = digits.find('_') != std::string_view::npos && is_made_of(digits, "0123456789_.") &&
                          decimal_digits.find(digits.front()) != std::string_view::npos;
  if (is_grouped) return fmt::format("'{}' is a text in YAML 1.2; a number has no '_'", text);
  if (is_sexagesimal(text)) return fmt::format("'{}' is a text in YAML 1.2, no number in base 60", text);
  return {};
}

}  // namespace mot::yaml
