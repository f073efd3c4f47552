// Digits of numbers as programs write them, whatever the locale.
#pragma once

#include <string_view>

namespace mot {

inline constexpr std::string_view decimal_digits = "0123456789";

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether there is a digit, and nothing else.
constexpr bool is_all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(decimal_digits) == std::string_view::npos;
}

}  // namespace mot
