#include "mot/words/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "mot/text/isolates.h"
#include "mot/text/numbers.h"

namespace mot {
namespace {

/// How people write numbers, days and quotations.
struct Habits {
  char decimal;
  std::string_view quote_begin;
  std::string_view quote_end;
  std::string_view date;  ///< of year, month and day
  bool (*is_singular)(double number);
};

bool is_one(double number) {
  return number == 1;
}

/// Source: the plural rules of Unicode's CLDR for French, where 0 and 1.5 are singular.
bool is_below_two(double number) {
  return std::abs(number) < 2;
}

constexpr Habits habits[] = {
    {'.', "“", "”", "{0:04}-{1:02}-{2:02}", is_one},
    {',', "„", "“", "{2:02}.{1:02}.{0:04}", is_one},
    {',', "«\u00a0", "\u00a0»", "{2:02}/{1:02}/{0:04}", is_below_two},
    {',', "«", "»", "{2:02}/{1:02}/{0:04}", is_one},
    {',', "“", "”", "{2:02}/{1:02}/{0:04}", is_one},
};
static_assert(std::size(habits) == names_of<Language>.size());

const Habits& habits_of(Language language) {
  return habits[static_cast<std::size_t>(language)];
}

/// A project's own word for customer or company among ours: held apart where it is read from the right, and in its one form there, since
/// the `s` of a plural belongs to Latin words alone.
struct OwnWord {
  std::string text;
  bool takes_plural = true;
};

OwnWord own_word(std::string_view text) {
  if (!has_right_to_left(text)) return {std::string(text), true};
  return {text.starts_with(first_strong_isolate) ? std::string(text) : isolated(text), false};
}

bool begins_with_plural(std::string_view rest) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return rest.starts_with('s') && (rest.size() == 1 || !is_letter(rest[1]));
}

/// One pass: what is put in is not looked through for places again.
std::string places_filled(std::string_view pattern, Places places) {
  std::string text;
  while (true) {
    const std::size_t begin = pattern.find('{'), end = pattern.find('}', begin);
    if (end == std::string_view::npos) return text.append(pattern);
    const std::string_view name = pattern.substr(begin + 1, end - begin - 1);
    const auto* const place = std::ranges::find(places, name, &At::place);
    text.append(pattern.substr(0, begin));
    const std::string_view whole = pattern.substr(begin, end - begin + 1);
    pattern.remove_prefix(end + 1);
    if (place == places.end()) {
      text.append(whole);
    } else if (name == "customer" || name == "company") {
      const OwnWord word = own_word(place->text);
      text.append(word.text);
      if (!word.takes_plural && begins_with_plural(pattern)) pattern.remove_prefix(1);
    } else {
      text.append(place->text);
    }
  }
}

/// What stands at a place, where that is a number in digits.
std::optional<double> number_at(std::string_view name, Places places) {
  const auto* const place = std::ranges::find(places, name, &At::place);
  if (place == places.end() || place->text.empty()) return std::nullopt;
  double number = 0;
  const char* const end = place->text.data() + place->text.size();
  const auto [rest, error] = std::from_chars(place->text.data(), end, number);
  return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

/// The number that a phrase goes by: what stands at its place `count`.
std::optional<double> number_counted(Places places) {
  return number_at("count", places);
}

/// Languages differ in which of two numbers a noun goes by: in `{met} indicateurs sur {all}` it is the first, in `{met} of {all} KPIs` the
/// second. It is the one whose place comes last before the two forms of the phrase part.
std::optional<double> number_before_change(std::string_view many, std::string_view one, Places places) {
  const auto parting = static_cast<std::size_t>(std::ranges::mismatch(many, one).in1 - many.begin());
  const std::size_t end = many.substr(0, parting).rfind('}');
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t begin = many.rfind('{', end);
  return number_at(many.substr(begin + 1, end - begin - 1), places);
}

}  // namespace

At::At(std::string_view its_place, std::size_t number) : place(its_place), text(fmt::format("{}", number)) {}

Wording::Wording(const Project& project) : language_(project.language ? project.language->value : Language::en), words_(&project.words) {}

std::string Wording::said(std::string_view english, std::string_view otherwise) const {
  if (words_) {
    for (const auto& [phrase, own] : words_->phrases) {
      if (phrase.value == english) return own.value;
    }
  }
  return std::string(otherwise);
}

std::string Wording::operator()(std::string_view english, Places places) const {
  if (const auto number = number_counted(places)) return counted(*number, english, places);
  const Phrase* phrase = language_ == Language::en ? nullptr : find_phrase(language_, english);
  return places_filled(said(english, phrase ? phrase->text : english), places);
}

std::string Wording::counted(double number, std::string_view english, Places places) const {
  const Phrase* phrase = find_phrase(language_, english);
  const std::string_view many = phrase && language_ != Language::en ? phrase->text : english;
  const std::string_view one = phrase ? phrase->one : std::string_view();
  const double governing = number_before_change(many, one, places).value_or(number);
  if (one.empty() || !habits_of(language_).is_singular(std::round(governing * 10) / 10)) return places_filled(said(english, many), places);
  const Phrase* of_english = find_phrase(Language::en, english);
  return places_filled(said(of_english->one.empty() ? english : of_english->one, one), places);
}

std::string Wording::count(std::size_t number, std::string_view english) const {
  return counted(static_cast<double>(number), english, {{"count", number}});
}

std::string Wording::points(double points) const {
  return number(points_text(points));
}

std::string Wording::percent(double percent) const {
  return percent_text(percent);
}

std::string Wording::number(std::string digits) const {
  std::ranges::replace(digits, '.', habits_of(language_).decimal);
  return digits;
}

std::string Wording::date(Date date) const {
  return fmt::format(fmt::runtime(habits_of(language_).date), static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string Wording::duration(Duration duration) const {
  const std::string english = to_string(duration);
  const std::size_t unit = english.find(" day");  // other units are signs that every language writes alike
  if (unit == std::string::npos) return english;
  const std::string digits = english.substr(0, unit), rest = english.substr(std::min(english.find(' ', unit + 1), english.size()));
  return counted(std::stod(digits), "{count} days", {{"count", digits}}) + rest;
}

std::string Wording::quoted(std::string_view text) const {
  const Habits& own = habits_of(language_);
  return fmt::format("{}{}{}", own.quote_begin, text, own.quote_end);
}

std::string Wording::listed(std::span<const std::string> texts) const {
  std::string text;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i == 0)
      text = texts[i];
    else if (i + 1 == texts.size())
      text = (*this)("{names} and {last}", {{"names", std::move(text)}, {"last", texts[i]}});
    else
      text += ", " + texts[i];
  }
  return text;
}

std::string Wording::customer() const {
  return (*this)(words_ ? std::string_view(words_->customer) : "customer");
}

std::string Wording::company() const {
  return (*this)(words_ ? std::string_view(words_->company) : "the company");
}

}  // namespace mot
