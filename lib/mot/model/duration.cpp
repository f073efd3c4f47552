#include "mot/model/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

namespace mot {
namespace {

constexpr double minute = 60, hour = 60 * minute, day = 24 * hour, year = 365.25 * day, month = year / 12;

struct UnitWord {
  std::string_view word;
  double seconds;
};
constexpr UnitWord unit_words[] = {
    {"s", 1},         {"sec", 1},        {"second", 1},   {"seconds", 1},  {"min", minute}, {"minute", minute}, {"minutes", minute},
    {"h", hour},      {"hour", hour},    {"hours", hour}, {"day", day},    {"days", day},   {"week", 7 * day},  {"weeks", 7 * day},
    {"month", month}, {"months", month}, {"year", year},  {"years", year},
};

/// Letters of ISO 8601: `M` is a month before the `T` and a minute behind it.
constexpr UnitWord date_letters[] = {{"Y", year}, {"M", month}, {"W", 7 * day}, {"D", day}};
constexpr UnitWord time_letters[] = {{"H", hour}, {"M", minute}, {"S", 1}};

template <std::size_t Size>
std::optional<double> seconds_of(std::string_view word, const UnitWord (&units)[Size]) {
  const auto found = std::ranges::find(units, word, &UnitWord::word);
  return found == std::end(units) ? std::nullopt : std::optional(found->seconds);
}

void skip_blanks(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::size_t longest_duration_number = 9;  // digits and a point; nobody means more

/// Takes a number without a sign from the front.
std::optional<double> take_number(std::string_view& text) {
  const std::size_t length = std::min(text.find_first_not_of("0123456789."), text.size());
  const bool is_number = length > 0 && length <= longest_duration_number && text.front() != '.' && text[length - 1] != '.';
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + length, number, std::chars_format::fixed);
  if (!is_number || error != std::errc() || end != text.data() + length) return std::nullopt;
  text.remove_prefix(length);
  return number;
}

std::string_view take_letters(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_letter);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  return word;
}

std::optional<Duration> duration_in_words(std::string_view text) {
  Duration duration;
  while (!text.empty()) {
    const auto number = take_number(text);
    skip_blanks(text);
    const auto unit = seconds_of(take_letters(text), unit_words);
    if (!number || !unit) return std::nullopt;
    duration.seconds += *number * *unit;
    const bool is_glued = !text.empty() && text.front() != ' ';
    if (is_glued) return std::nullopt;
    skip_blanks(text);
  }
  return duration;
}

template <std::size_t Size>
std::optional<double> sum_of_letters(std::string_view text, const UnitWord (&units)[Size]) {
  double seconds = 0;
  const UnitWord* next = std::begin(units);
  while (!text.empty()) {
    const auto number = take_number(text);
    const auto unit = std::find_if(next, std::end(units), [&](const UnitWord& known) { return text.starts_with(known.word); });
    if (!number || unit == std::end(units)) return std::nullopt;
    seconds += *number * unit->seconds;
    text.remove_prefix(1);
    next = unit + 1;
  }
  return seconds;
}

std::optional<Duration> duration_of_iso(std::string_view text) {
  const std::size_t t = text.find('T');
  const std::string_view dates = text.substr(0, t), times = t == std::string_view::npos ? std::string_view() : text.substr(t + 1);
  const bool is_empty = dates.empty() && times.empty();
  const bool ends_with_t = t != std::string_view::npos && times.empty();
  const auto days = sum_of_letters(dates, date_letters), clock = sum_of_letters(times, time_letters);
  if (is_empty || ends_with_t || !days || !clock) return std::nullopt;
  return Duration{*days + *clock};
}

std::string written_pattern() {
  std::string words;
  for (const UnitWord& unit : unit_words) words += fmt::format("{}{}", words.empty() ? "" : "|", unit.word);
  constexpr std::string_view number = "[0-9]+([.][0-9]+)?";
  const std::string part = fmt::format("{} *({})", number, words);
  const auto letter = [&](char name) { return fmt::format("({}{})?", number, name); };
  return fmt::format("^{0}( +{0})* *$|^P(?=[0-9T]){1}{2}{3}{4}(T(?=[0-9]){5}{6}{7})?$", part, letter('Y'), letter('M'), letter('W'),
                     letter('D'), letter('H'), letter('M'), letter('S'));
}

constexpr std::pair<double, std::string_view> shown_units[] = {{day, "day"}, {hour, "h"}, {minute, "min"}, {1, "s"}};

std::string with_unit(double count, std::string_view unit) {
  return fmt::format("{:.0f} {}{}", count, unit, unit == "day" && count != 1 ? "s" : "");
}

}  // namespace

std::optional<Duration> duration_from(std::string_view text) {
  skip_blanks(text);
  if (text.empty()) return std::nullopt;
  return text.starts_with('P') ? duration_of_iso(text.substr(1)) : duration_in_words(text);
}

std::string_view duration_pattern() {
  static const std::string pattern = written_pattern();
  return pattern;
}

std::string to_string(Duration duration) {
  if (duration.seconds < 0) return "-" + to_string(Duration{-duration.seconds});
  const double seconds = std::round(duration.seconds);
  for (std::size_t i = 0; i + 1 < std::size(shown_units); ++i) {
    const auto& [size, unit] = shown_units[i];
    const auto& [part, part_unit] = shown_units[i + 1];
    const double parts = std::round(seconds / part);
    if (parts * part < size) continue;
    const double whole = std::floor(parts * part / size), rest = parts - whole * (size / part);
    return rest > 0 ? with_unit(whole, unit) + " " + with_unit(rest, part_unit) : with_unit(whole, unit);
  }
  return with_unit(seconds, "s");
}

std::string exact_text(Duration duration) {
  const std::string words = to_string(duration);
  return duration_from(words) == duration ? words : fmt::format("PT{}S", duration.seconds);
}

}  // namespace mot
