#include "mot/model/values.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "mot/text/digits.h"

namespace mot {
namespace {

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_all = error == std::errc() && end == text.data() + text.size() && !text.empty() && is_digit(text[0]);
  return is_all ? std::optional(number) : std::nullopt;
}

struct Unit {
  std::string_view name;
  TimeSpan length;
};
constexpr Unit units[] = {{"day", {0, 1}}, {"week", {0, 7}}, {"month", {1, 0}}, {"year", {12, 0}}};

}  // namespace

bool is_id(std::string_view text) {
  bool after_letter = false;
  for (const char c : text) {
    const bool is_letter = is_digit(c) || (c >= 'a' && c <= 'z');
    if (!is_letter && !(c == '-' && after_letter)) return false;
    after_letter = is_letter;
  }
  return after_letter;
}

std::optional<Date> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<TimeSpan> time_span_from(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto number = digits(text.substr(0, blank));
  if (!number || *number > 12'000) return std::nullopt;
  const std::string_view word = text.substr(blank + 1);
  for (const Unit& unit : units) {
    const bool is_plural = word.size() == unit.name.size() + 1 && word.starts_with(unit.name) && word.ends_with('s');
    if (word == unit.name || is_plural) return TimeSpan{unit.length.months * *number, unit.length.days * *number};
  }
  return std::nullopt;
}

Date before(Date date, TimeSpan span) {
  const auto year_month = date.year() / date.month() - std::chrono::months(span.months);
  const std::chrono::year_month_day_last last{year_month.year(), std::chrono::month_day_last(year_month.month())};
  const Date same_day = year_month / std::min(date.day(), last.day());
  return std::chrono::sys_days(same_day) - std::chrono::days(span.days);
}

}  // namespace mot
