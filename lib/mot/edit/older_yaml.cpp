#include "mot/edit/older_yaml.h"

#include <algorithm>
#include <array>

#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

/// Of the types `bool`, `null`, `merge` and `value` (https://yaml.org/type/), in any spelling; and the mark of an item.
constexpr std::array<std::string_view, 13> taken_words = {"-", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "="};

/// With which no text may begin, everywhere or in brackets.
constexpr std::string_view marks = "?:,[]{}#&*!|>'\"%@`";

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// In any base and with any marks between the digits; versions and dates are made of the same.
bool is_like_a_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  const bool has_base = text.size() > 2 && text[0] == '0' && std::string_view("xXoObB").find(text[1]) != std::string_view::npos;
  if (has_base) return is_made_of(text.substr(2), "0123456789abcdefABCDEF_");
  return !text.empty() && (is_digit(text[0]) || text[0] == '.') && is_made_of(text, "0123456789._,:+-eE");
}

/// `2026-01-01 12:30`, `2026-01-01T12:30:00Z`
bool begins_with_date_and_time(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of("tT \t"), text.size());
  const std::string_view date = text.substr(0, end);
  const std::size_t time = text.find_first_not_of("tT \t", end);
  const bool is_date = date.size() >= 8 && date[4] == '-' && is_made_of(date, "0123456789-");
  return is_date && time != std::string_view::npos && is_digit(text[time]);
}

}  // namespace

bool is_no_text_in_older_yaml(std::string_view text, Surroundings around) {
  if (text.empty()) return true;
  if (around == Surroundings::brackets && text.find_first_of(",?[]{}") != std::string_view::npos) return true;
  const bool is_split = text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos || text.back() == ':';
  if (is_split || marks.find(text.front()) != std::string_view::npos) return true;
  return std::ranges::find(taken_words, folded(text)) != taken_words.end() || is_like_a_number(text) || begins_with_date_and_time(text);
}

}  // namespace mot::edit
