#include "mot/model/duration_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <vector>

#include "mot/model/duration.h"
#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

struct UnitWords {
  std::string_view one, many;  ///< as a workspace writes it
  std::string_view words;      ///< small, without accents, with `|` between them
};

// `m` may be minutes or months, `d` and `j` are days in no more than one language each.
constexpr UnitWords duration_units[] = {
    {"s", "s", "s|sec|secs|second|seconds|sek|sekunde|sekunden|seconde|secondes|seg|segs|segundo|segundos"},
    {"min", "min", "min|mins|minute|minutes|minuten|mn|minuto|minutos"},
    {"h", "h", "h|hr|hrs|hour|hours|std|stdn|stunde|stunden|heure|heures|hora|horas"},
    {"day", "days", "day|days|d|tag|tage|tagen|t|jour|jours|j|dia|dias"},
    {"week", "weeks", "week|weeks|wk|wks|woche|wochen|wo|semaine|semaines|sem|semana|semanas"},
    {"month", "months", "month|months|monat|monate|monaten|mon|mois|mes|meses"},
    {"year", "years", "year|years|yr|yrs|jahr|jahre|jahren|an|ans|annee|annees|ano|anos"},
};

struct NumberWord {
  std::string_view word;
  double number;
};
constexpr NumberWord number_words[] = {{"a", 1},       {"an", 1},       {"one", 1},    {"ein", 1},    {"eine", 1},    {"einen", 1},
                                       {"einer", 1},   {"un", 1},       {"une", 1},    {"una", 1},    {"um", 1},      {"uma", 1},
                                       {"halbe", 0.5}, {"halber", 0.5}, {"half", 0.5}, {"demi", 0.5}, {"media", 0.5}, {"meia", 0.5}};

constexpr std::string_view words_for_about[] = {"ca",     "circa", "etwa",    "rund",  "ungefahr", "about", "approx", "approximately",
                                                "around", "env",   "environ", "aprox", "unos",     "unas",  "cerca",  "de"};
constexpr std::string_view words_for_and[] = {"and", "und", "et", "y", "e"};

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

const UnitWords* unit_called(std::string_view word) {
  const auto* const found = std::ranges::find_if(duration_units, [&](const UnitWords& unit) {
    return ("|" + std::string(unit.words) + "|").find("|" + std::string(word) + "|") != std::string::npos;
  });
  return found == std::end(duration_units) ? nullptr : found;
}

/// A number or a word.
struct Part {
  std::optional<double> number;
  std::string word;
};

std::optional<double> number_in(std::string text) {
  std::ranges::replace(text, ',', '.');
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The numbers and words of a text; none where anything else stands in it.
std::vector<Part> parts_of(std::string_view text) {
  constexpr std::size_t longest_number = 9;
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t end = at;
    if (is_digit(c)) {
      while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
      while (text[end - 1] == '.' || text[end - 1] == ',') --end;
      const auto number = number_in(std::string(text.substr(at, end - at)));
      if (!number || end - at > longest_number) return {};
      parts.push_back({number, {}});
    } else if (c >= 'a' && c <= 'z') {
      while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
      parts.push_back({std::nullopt, std::string(text.substr(at, end - at))});
    } else if (c == ' ' || c == '.' || c == ',' || c == '~' || c == '\t') {
      ++end;
    } else {
      return {};
    }
    at = end;
  }
  return parts;
}

std::string written(double number, const UnitWords& unit) {
  return fmt::format("{} {}", number, number == 1 ? unit.one : unit.many);
}

/// Numbers and units in turn: `1 h 20 min`. Minutes behind hours may go without theirs: `1 h 30`.
std::string in_workspace_words(std::vector<Part> parts) {
  std::string text;
  const UnitWords* last = nullptr;
  for (std::size_t i = 0; i < parts.size();) {
    if (!parts[i].number && is_among(words_for_and, parts[i].word) && last != nullptr) {
      ++i;
      continue;
    }
    std::optional<double> number = parts[i].number;
    if (!number) {
      const auto* const known = std::ranges::find(number_words, parts[i].word, &NumberWord::word);
      if (known == std::end(number_words)) return {};
      number = known->number;
    }
    const bool is_last = i + 1 == parts.size();
    const bool are_minutes = is_last && last == &duration_units[2] && parts[i].number && *number < 60;
    const UnitWords* unit = are_minutes ? &duration_units[1] : is_last ? nullptr : unit_called(parts[i + 1].word);
    if (unit == nullptr || (last != nullptr && unit >= last)) return {};
    text += (text.empty() ? "" : " ") + written(*number, *unit);
    last = unit;
    i += are_minutes ? 1 : 2;
  }
  return text;
}

/// `1:30`: its two numbers.
std::optional<std::pair<double, double>> clock_in(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 3 != text.size()) return std::nullopt;
  const auto first = number_in(std::string(text.substr(0, colon))), second = number_in(std::string(text.substr(colon + 1)));
  return first && second && *second < 60 ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

/// `1:30:00`, as spreadsheets show a length of time.
std::string of_long_clock(std::string_view text) {
  const std::size_t last = text.rfind(':');
  const auto clock = clock_in(text.substr(0, std::min(last, text.size())));
  const auto seconds = last == std::string_view::npos ? std::nullopt : number_in(std::string(text.substr(last + 1)));
  if (!clock || !seconds || *seconds >= 60) return {};
  std::string written;
  const std::pair<double, std::string_view> parts[] = {{clock->first, "h"}, {clock->second, "min"}, {*seconds, "s"}};
  for (const auto& [number, unit] : parts) {
    if (number > 0) written += fmt::format("{}{} {}", written.empty() ? "" : " ", number, unit);
  }
  return written;
}

/// The text as it is compared, with fractions of one sign as numbers and each kind of dash as one.
std::string comparable(std::string_view text) {
  std::string plain = folded(without_accents(text));
  constexpr std::pair<std::string_view, std::string_view> replaced[] = {{"\u00bd", ".5"}, {"\u00bc", ".25"}, {"\u00be", ".75"},
                                                                        {"\u00a0", " "},  {"\u202f", " "},   {"\u2013", "-"},
                                                                        {"\u2014", "-"},  {"\u2248", "~"}};
  for (const auto& [from, to] : replaced) {
    for (std::size_t at = plain.find(from); at != std::string::npos; at = plain.find(from)) {
      const bool stands_alone = at == 0 || !is_digit(plain[at - 1]);
      plain.replace(at, from.size(), (to[0] == '.' && stands_alone ? "0" : "") + std::string(to));
    }
  }
  const std::size_t begin = plain.find_first_not_of(' ');
  return begin == std::string::npos ? std::string() : plain.substr(begin, plain.find_last_not_of(' ') + 1 - begin);
}

/// The two lengths of `10-15 min`.
std::string ways_of_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash == 0) return {};
  const std::string to = in_workspace_words(parts_of(text.substr(dash + 1)));
  std::string from = in_workspace_words(parts_of(text.substr(0, dash)));
  if (from.empty() && to.find(' ') != std::string::npos) {
    const auto parts = parts_of(text.substr(0, dash));
    if (parts.size() == 1 && parts[0].number) from = fmt::format("{}{}", *parts[0].number, to.substr(to.find(' ')));
  }
  return from.empty() || to.empty() ? std::string() : fmt::format("'{}' or '{}'", from, to);
}

}  // namespace

MeantDuration duration_meant_by(std::string_view text) {
  if (duration_from(text)) return {std::string(text), false, {}};
  const std::string plain = comparable(text);
  if (const auto clock = clock_in(plain))
    return {{}, false, fmt::format("'{0} h {1} min' or '{0} min {1} s'", clock->first, clock->second)};
  if (const auto number = number_in(plain); number && *number >= 0)
    return {{}, false, fmt::format("'{0} min', '{0} h' or '{0} days'", *number)};
  if (const std::string ways = ways_of_span(plain); !ways.empty()) return {{}, false, ways};
  if (std::string clock = of_long_clock(plain); !clock.empty()) return {std::move(clock), false, {}};
  std::vector<Part> parts = parts_of(plain);
  const auto first = std::ranges::find_if(parts, [](const Part& part) { return part.number || !is_among(words_for_about, part.word); });
  const bool is_rough = first != parts.begin() || plain.starts_with('~');
  parts.erase(parts.begin(), first);
  return {in_workspace_words(std::move(parts)), is_rough, {}};
}

}  // namespace mot
