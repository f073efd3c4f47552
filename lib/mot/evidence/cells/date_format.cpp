#include "mot/evidence/cells/date_format.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "mot/text/digits.h"

namespace mot::evidence {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Parts of a date that were read; -1: not yet.
struct Parts {
  int year = -1;
  int month = -1;
  int day = -1;
};

/// Takes what a directive stands for from the front of the cell; false where it isn't there.
using Take = bool (*)(std::string_view& cell, Parts& parts);

std::optional<int> take_number(std::string_view& cell, std::size_t least_digits, std::size_t most_digits, int low, int high) {
  int number = 0;
  std::size_t digits = 0;
  for (; digits < std::min(most_digits, cell.size()) && is_digit(cell[digits]); ++digits) number = 10 * number + (cell[digits] - '0');
  if (digits < least_digits || number < low || number > high) return std::nullopt;
  cell.remove_prefix(digits);
  return number;
}

bool take_into(std::optional<int> number, int& part) {
  if (number) part = *number;
  return number.has_value();
}

template <int Low, int High>
bool take_and_forget(std::string_view& cell, Parts&) {
  return take_number(cell, 1, 2, Low, High).has_value();
}

bool take_year(std::string_view& cell, Parts& parts) {
  return take_into(take_number(cell, 4, 4, 0, 9999), parts.year);
}
bool take_month(std::string_view& cell, Parts& parts) {
  return take_into(take_number(cell, 1, 2, 1, 12), parts.month);
}
bool take_day(std::string_view& cell, Parts& parts) {
  return take_into(take_number(cell, 1, 2, 1, 31), parts.day);
}

bool take_short_year(std::string_view& cell, Parts& parts) {
  const auto number = take_number(cell, 2, 2, 0, 99);
  if (number) parts.year = *number + (*number >= 69 ? 1900 : 2000);
  return number.has_value();
}

bool take_word(std::string_view& cell, std::string_view word) {
  const bool is_here =
      cell.size() >= word.size() && std::equal(word.begin(), word.end(), cell.begin(), [](char a, char b) { return a == lower(b); });
  if (is_here) cell.remove_prefix(word.size());
  return is_here;
}

bool take_month_name(std::string_view& cell, Parts& parts) {
  constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
  for (std::size_t i = 0; i < std::size(months); ++i) {
    if (!take_word(cell, months[i]) && !take_word(cell, months[i].substr(0, 3))) continue;
    parts.month = static_cast<int>(i) + 1;
    return true;
  }
  return false;
}

bool take_half_of_day(std::string_view& cell, Parts&) {
  return take_word(cell, "am") || take_word(cell, "pm");
}

bool take_percent(std::string_view& cell, Parts&) {
  return take_word(cell, "%");
}

constexpr struct {
  char letter;
  Take take;
} directives[] = {
    {'Y', take_year},
    {'y', take_short_year},
    {'m', take_month},
    {'d', take_day},
    {'e', take_day},
    {'b', take_month_name},
    {'B', take_month_name},
    {'H', take_and_forget<0, 23>},
    {'I', take_and_forget<1, 12>},
    {'M', take_and_forget<0, 59>},
    {'S', take_and_forget<0, 60>},
    {'p', take_half_of_day},
    {'%', take_percent},
};

Take directive(char letter) {
  const auto* const found =
      std::find_if(std::begin(directives), std::end(directives), [&](const auto& entry) { return entry.letter == letter; });
  return found == std::end(directives) ? nullptr : found->take;
}

std::optional<Day> valid_day(Date date) {
  return date.ok() ? std::optional(day_of(date)) : std::nullopt;
}

std::optional<Day> read_iso(std::string_view cell) {
  if (cell.size() > 10 && cell[10] != ' ' && cell[10] != 'T') return std::nullopt;
  const auto date = date_from(cell.substr(0, 10));
  return date ? std::optional(day_of(*date)) : std::nullopt;
}

/// `2026-03-31T12:00Z`: such a form can mean nothing else.
bool is_iso_time(std::string_view cell) {
  return cell.size() > 10 && cell[10] == 'T';
}

void skip_blanks(std::string_view& cell) {
  while (!cell.empty() && is_blank(cell[0])) cell.remove_prefix(1);
}

}  // namespace

Day day_of(Date date) {
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

Date date_of(Day day) {
  return std::chrono::sys_days(std::chrono::days(day));
}

std::optional<DateFormat> DateFormat::from(std::string_view format) {
  const auto has = [&](std::string_view letters) {
    for (std::size_t i = 0; i + 1 < format.size(); ++i) {
      if (format[i] != '%') continue;
      if (letters.find(format[++i]) != std::string_view::npos) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%' && (++i == format.size() || !directive(format[i]))) return std::nullopt;
  }
  if (!has("Yy") || !has("mbB") || !has("de")) return std::nullopt;
  DateFormat result;
  result.format_ = format;
  return result;
}

std::optional<Day> DateFormat::read(std::string_view cell) const {
  if (format_.empty()) return read_iso(cell);
  if (const auto day = read_with_format(cell)) return day;
  return is_iso_time(cell) ? read_iso(cell) : std::nullopt;
}

std::optional<Day> DateFormat::read_with_format(std::string_view cell) const {
  Parts parts;
  for (std::size_t i = 0; i < format_.size(); ++i) {
    if (is_blank(format_[i])) {
      skip_blanks(cell);
    } else if (format_[i] == '%') {
      if (!directive(format_[++i])(cell, parts)) return std::nullopt;
    } else if (!cell.empty() && cell[0] == format_[i]) {
      cell.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  if (!cell.empty() && !is_blank(cell[0])) return std::nullopt;
  return valid_day(std::chrono::year(parts.year) / parts.month / parts.day);
}

std::string DateFormat::example() const {
  return format_.empty() ? "2026-03-31" : "'" + format_ + "'";
}

}  // namespace mot::evidence
