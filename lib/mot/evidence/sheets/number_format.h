// How a workbook shows a number, as far as it says what the number is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mot::evidence {

enum class NumberFormat : std::uint8_t { plain, percent, date, time };

/// Of a format's code, such as `yyyy\-mm\-dd` or `0.0%`.
NumberFormat number_format_of(std::string_view code);

/// How many digits a code of zeros alone shows at least, as of ids and postcodes: `00000` is 5; 0 of any other.
std::size_t least_digits_of(std::string_view code);

/// A whole number with zeros before it until it has so many digits; any other as it is.
std::string with_least_digits(std::string number, std::size_t digits);

/// Of a format that needs no code. Source: ECMA-376, part 1, 18.8.30.
NumberFormat built_in_format(std::size_t id);

/// The day that dates are counted from.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// A number as a cell's text: `4.5`, `85%`, `2026-03-31`, `2026-03-31T12:06:20`, `12:06:20`.
std::string shown_number(double number, NumberFormat format, DateSystem dates);

/// `B7` -> 1, the column counted from zero; the fallback where it names none.
std::size_t column_of(std::string_view cell, std::size_t fallback);

/// 1, 7 -> `B7`.
std::string cell_name(std::size_t column, std::size_t row);

}  // namespace mot::evidence
