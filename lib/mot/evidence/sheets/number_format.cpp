#include "mot/evidence/sheets/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "mot/text/digits.h"

namespace mot::evidence {
namespace {

/// The letters of a code that stand for parts of a number: without what is quoted, escaped or in brackets.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
  return letters;
}

constexpr double seconds_of_day = 86'400;

/// Days in 1900 are counted as if it had been a leap year, as Lotus 1-2-3 did.
std::chrono::sys_days day_of_serial(double days, DateSystem dates) {
  using namespace std::chrono;
  constexpr sys_days from_1904 = sys_days(year(1904) / 1 / 1), from_1900 = sys_days(year(1899) / 12 / 30);
  constexpr double false_leap_day = 60;
  const std::chrono::days count(static_cast<int>(days));
  if (dates == DateSystem::from_1904) return from_1904 + count;
  return from_1900 + count + std::chrono::days(days < false_leap_day ? 1 : 0);
}

std::string shown_date(double number, NumberFormat format, DateSystem dates) {
  constexpr double last_day = 2'958'465;  // the end of the year 9999
  if (!(number >= 0 && number <= last_day)) return fmt::format("{}", number);
  double days = std::floor(number);
  auto seconds = static_cast<long>(std::lround((number - days) * seconds_of_day));
  if (seconds == static_cast<long>(seconds_of_day)) days += 1, seconds = 0;
  const std::string clock = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (format == NumberFormat::time && days == 0) return clock;
  const std::chrono::year_month_day date(day_of_serial(days, dates));
  std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                 static_cast<unsigned>(date.day()));
  return seconds == 0 ? text : text + "T" + clock;
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  const std::string letters = letters_of(code.substr(0, code.find(';')));
  if (letters.find("general") != std::string::npos) return NumberFormat::plain;
  if (letters.find_first_of("yd") != std::string::npos) return NumberFormat::date;
  if (letters.find_first_of("hs") != std::string::npos) return NumberFormat::time;
  return letters.find('%') != std::string::npos ? NumberFormat::percent : NumberFormat::plain;
}

std::size_t least_digits_of(std::string_view code) {
  constexpr std::size_t most_digits = 30;
  const bool is_of_zeros = code.size() > 1 && code.size() <= most_digits && code.find_first_not_of('0') == std::string_view::npos;
  return is_of_zeros ? code.size() : 0;
}

std::string with_least_digits(std::string number, std::size_t digits) {
  const bool is_whole = is_all_digits(number);
  return is_whole && number.size() < digits ? std::string(digits - number.size(), '0') + number : number;
}

NumberFormat built_in_format(std::size_t id) {
  constexpr struct {
    std::size_t first, last;
    NumberFormat format;
  } ranges[] = {{9, 10, NumberFormat::percent}, {14, 17, NumberFormat::date}, {18, 21, NumberFormat::time},
                {22, 22, NumberFormat::date},   {27, 31, NumberFormat::date}, {32, 35, NumberFormat::time},
                {36, 36, NumberFormat::date},   {45, 47, NumberFormat::time}, {50, 58, NumberFormat::date}};
  for (const auto& range : ranges) {
    if (id >= range.first && id <= range.last) return range.format;
  }
  return NumberFormat::plain;
}

std::string shown_number(double number, NumberFormat format, DateSystem dates) {
  switch (format) {
    case NumberFormat::plain:
      return fmt::format("{}", number);
    case NumberFormat::percent:
      return fmt::format("{:.12g}%", number * 100);
    case NumberFormat::date:
    case NumberFormat::time:
      return shown_date(number, format, dates);
  }
  return {};
}

std::size_t column_of(std::string_view cell, std::size_t fallback) {
  constexpr std::size_t letters = 26, longest = 7;
  std::size_t column = 0, at = 0;
  for (; at < cell.size() && at < longest && cell[at] >= 'A' && cell[at] <= 'Z'; ++at)
    column = column * letters + static_cast<std::size_t>(cell[at] - 'A') + 1;
  return at == 0 ? fallback : column - 1;
}

std::string cell_name(std::size_t column, std::size_t row) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return fmt::format("{}{}", letters, row);
}

}  // namespace mot::evidence
