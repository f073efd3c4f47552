// How the model's small values are read from YAML. Each codec says what it expected, in the user's words.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mot/load/fields/written_numbers.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"
#include "mot/model/workspace.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"
#include "mot/yaml/diagnose/hint.h"
#include "mot/yaml/fields.h"
#include "mot/yaml/scalar.h"

namespace mot::yaml {

/// Reports `bad-value` and what would be a good one. Always false.
inline bool report_bad_value(const Value& value, std::string message, Reader& reader) {
  reader.findings.report("bad-value", value.span(), std::move(message));
  return false;
}

// The forms that patterns can tell, as the schema tells them. The readers below know more: a day must be one of the calendar.
inline constexpr std::string_view id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
inline constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
inline constexpr std::string_view colour_pattern = "^#[0-9a-fA-F]{6}$";
inline constexpr std::string_view variable_pattern = "^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$";
inline constexpr std::string_view time_span_pattern = "^[0-9]{1,5} (day|week|month|year)s?$";

inline Shape variable_shape() {
  return Shape::matching(variable_pattern);
}

/// The id that a text makes: without accents, small letters, digits, and single hyphens between them. Empty where it makes none.
std::string id_like(std::string_view text);

/// Makes the id of a record that has none of its name, at the name's place; reports where the name makes none.
bool read_id_from_name(const Value& record, Id& id, const Text& name, Reader& reader);

/// How one thing is written as a list of one.
Advice list_advice(const Value& value, const Reader& reader);
/// Whether a mapping was to be a list, and lacks a plain blank behind its dash: `-name: A`.
bool begins_with_glued_dash(const Value& value, const Reader& reader);
bool report_glued_dash(const Value& mapping, Reader& reader);
/// How a text is written that was to be a key with something behind it.
std::string entries_advice(const Value& value);
/// How things are written that stand in a mapping under what they are called.
Advice advice_on_named_items(const Value& mapping);

/// The text of a scalar as it can stand in a message.
std::string shown(const Value& value);

/// Numbers that can be meant: finite and within ±1e9, so that no arithmetic on them overflows.
bool read_number(const Value& value, double& number, Reader& reader, const NumberSense& sense = {});
/// A number on the project's scale; that it lies there is seen when the files are put together.
bool read_score(const Value& value, std::optional<Number>& score, Reader& reader);
bool read_number_within(const Value& value, double& number, std::pair<int, int> range, Reader& reader);
bool read_text(const Value& value, std::string& text, Reader& reader);
/// A text that names one thing of those there are.
bool read_name_of_one(const Value& value, std::string& name, Reader& reader);
bool read_boolean(const Value& value, bool& truth, Reader& reader);
bool read_count(const Value& value, std::size_t& count, Reader& reader);
bool read_id(const Value& value, std::string& id, Reader& reader);
bool read_date(const Value& value, Date& date, Reader& reader);
bool read_colour(const Value& value, Colour& colour, Reader& reader);
bool read_time_span(const Value& value, TimeSpan& span, Reader& reader);
/// The index of the word among the names; reports the alternatives where it is none of them.
std::optional<std::size_t> read_word(const Value& value, std::span<const std::string_view> names, Reader& reader);

template <>
struct Codec<std::string> {
  static Shape shape() { return Shape::text(); }
  static FieldValue said(const std::string& text) { return text; }
  static bool read(const Value& value, std::string& text, Reader& reader) { return read_text(value, text, reader); }
};

template <>
struct Codec<double> {
  static Shape shape() { return Shape::number(); }
  static FieldValue said(const double& number) { return number; }
  static bool read(const Value& value, double& number, Reader& reader) { return read_number(value, number, reader); }
};

template <>
struct Codec<Text> {
  static Shape shape() { return Shape::text(); }
  static FieldValue said(const Text& text) { return text.value; }
  static bool read(const Value& value, Text& text, Reader& reader) {
    text.span = value.span();
    return read_text(value, text.value, reader);
  }
};

template <>
struct Codec<Number> {
  static Shape shape() { return Shape::number(); }
  static FieldValue said(const Number& number) { return number.value; }
  static bool read(const Value& value, Number& number, Reader& reader) {
    number.span = value.span();
    return read_number(value, number.value, reader);
  }
};

template <int Low, int High>
struct Codec<Within<Low, High>> {
  static Shape shape() { return Shape::number(Low, High); }
  static FieldValue said(const Within<Low, High>& number) { return number.value; }
  static bool read(const Value& value, Within<Low, High>& number, Reader& reader) {
    number.span = value.span();
    return read_number_within(value, number.value, {Low, High}, reader);
  }
};

template <>
struct Codec<Placed<bool>> {
  static Shape shape() { return Shape::boolean(); }
  /// What is false says nothing, as what is left out.
  static FieldValue said(const Placed<bool>& truth) { return truth.value ? FieldValue("true") : std::nullopt; }
  static bool read(const Value& value, Placed<bool>& truth, Reader& reader) {
    truth.span = value.span();
    return read_boolean(value, truth.value, reader);
  }
};

template <>
struct Codec<Count> {
  static Shape shape() { return Shape::count(); }
  static FieldValue said(const Count& count) { return static_cast<double>(count.value); }
  static bool read(const Value& value, Count& count, Reader& reader) {
    count.span = value.span();
    return read_count(value, count.value, reader);
  }
};

template <>
struct Codec<Id> {
  static Shape shape() { return Shape::any_of({Shape::matching(id_pattern), Shape::count()}); }
  static FieldValue said(const Id& id) { return id.value; }
  static bool read(const Value& value, Id& id, Reader& reader) {
    id.span = value.span();
    return read_id(value, id.value, reader);
  }
};

namespace detail {
template <auto Score>
struct ScoreMember {
  template <class Record>
  constexpr operator FieldAccess<Record>() const {  // NOLINT(google-explicit-constructor): a member stands for how it is read
    FieldAccess<Record> place = Member<Score>();
    place.read = [](const Value& value, Record& record, Reader& reader) { return read_score(value, record.*Score, reader); };
    return place;
  }
};
}  // namespace detail

/// Reads a score in points of the project's scale.
template <auto Score>
inline constexpr detail::ScoreMember<Score> score_member{};

/// What a link says is checked when it is looked up: an id that cannot be one is simply not found.
template <class Target>
struct Codec<Link<Target>> {
  static Shape shape() { return Shape::text(); }
  static FieldValue said(const Link<Target>& link) { return link.value.empty() ? std::nullopt : FieldValue(link.value); }
  static bool read(const Value& value, Link<Target>& link, Reader& reader) {
    link.span = value.span();
    return read_name_of_one(value, link.value, reader);
  }
};

template <>
struct Codec<Placed<Date>> {
  static Shape shape() { return Shape::matching(date_pattern); }
  static FieldValue said(const Placed<Date>& date) { return to_string(date.value); }
  static bool read(const Value& value, Placed<Date>& date, Reader& reader) {
    date.span = value.span();
    return read_date(value, date.value, reader);
  }
};

template <>
struct Codec<Placed<Colour>> {
  static Shape shape() { return Shape::matching(colour_pattern); }
  static FieldValue said(const Placed<Colour>& colour) { return hex(colour.value); }
  static bool read(const Value& value, Placed<Colour>& colour, Reader& reader) {
    colour.span = value.span();
    return read_colour(value, colour.value, reader);
  }
};

template <>
struct Codec<Placed<TimeSpan>> {
  static Shape shape() { return Shape::matching(time_span_pattern); }
  static FieldValue said(const Placed<TimeSpan>& span);
  static bool read(const Value& value, Placed<TimeSpan>& span, Reader& reader) {
    span.span = value.span();
    return read_time_span(value, span.value, reader);
  }
};

template <Vocabulary Word>
struct Codec<Placed<Word>> {
  static Shape shape() { return Shape::choice(names_of<Word>); }
  static FieldValue said(const Placed<Word>& word) { return std::string(name_of(word.value)); }
  static bool read(const Value& value, Placed<Word>& word, Reader& reader) {
    word.span = value.span();
    const auto index = read_word(value, names_of<Word>, reader);
    if (index) word.value = static_cast<Word>(*index);
    return index.has_value();
  }
};

/// What could not be read at all stays unknown.
template <class Type>
struct Codec<std::optional<Type>> {
  static Shape shape() { return Codec<Type>::shape(); }
  static FieldValue said(const std::optional<Type>& value) { return value ? Codec<Type>::said(*value) : std::nullopt; }
  static bool read(const Value& value, std::optional<Type>& place, Reader& reader) {
    const bool is_good = Codec<Type>::read(value, place.emplace(), reader);
    const bool is_empty = !is_good && !detail::HasTable<Type>;
    if (is_empty) place.reset();
    return is_good;
  }
};

namespace detail {
/// A record of which one is written as it is, and a list only where there are several.
template <class Record>
concept StandsAlone = requires {
  Table<Record>::stands_alone;
};
/// A record whose text alone is an id, which may be any word.
template <class Record>
concept TextIsId = requires {
  Table<Record>::text_is_id;
};
}  // namespace detail

/// Adds to the list. One plain value is a list of one, and so is a record whose table says `stands_alone`; a list of other records must be
/// written as one.
template <class Item>
struct Codec<std::vector<Item>> {
  static Shape shape() {
    const Shape list = Shape::list(Codec<Item>::shape());
    return takes_one ? Shape::any_of({list, Codec<Item>::shape()}) : list;
  }
  static FieldValue said(const std::vector<Item>& list) {
    std::string text;
    for (const Item& item : list) text += (text.empty() ? "" : "; ") + text_of(Codec<Item>::said(item));
    return list.empty() ? std::nullopt : FieldValue(text);
  }
  static bool read(const Value& value, std::vector<Item>& list, Reader& reader) {
    if (is_glued_item(value)) return lost(report_wrong_type(value, "a list", reader, {hint_of_missing_blank(value)}), reader);
    const bool is_one = value.kind() == Kind::scalar || (value.kind() == Kind::mapping && detail::StandsAlone<Item>);
    if (is_one && takes_one) return read_item(value, list, reader);
    if (begins_with_glued_dash(value, reader)) return lost(report_glued_dash(value, reader), reader);
    if (value.kind() != Kind::sequence) return read_one(value, list, reader);
    bool is_good = !value.node().is_cut;
    list.reserve(list.size() + value.size());
    for (std::size_t i = 0; i < value.size(); ++i) is_good = read_item(value.item(i), list, reader) && is_good;
    return is_good;
  }

 private:
  static constexpr bool takes_one = !detail::HasTable<Item> || detail::StandsAlone<Item>;
  // An id may be any word, `unknown` too.
  static constexpr bool is_text =
      std::is_same_v<Item, Text> || std::is_same_v<Item, std::string> || (detail::StandsAlone<Item> && !detail::TextIsId<Item>);

  static bool lost(bool is_good, Reader& reader) {
    reader.has_lost_records |= detail::HasTable<Item>;
    return is_good;
  }

  // What can only be one item is read as such: its own faults are found in the same run.
  static bool read_one(const Value& value, std::vector<Item>& list, Reader& reader) {
    const Advice advice = advice_on_one(value, reader);
    report_wrong_type(value, "a list", reader, advice);
    if constexpr (detail::HasTable<Item>) {
      const bool is_name = value.kind() == Kind::scalar && !detail::HasShorthand<Item>;
      if (is_name) Codec<Item>::read_name(value, list.emplace_back(), reader);
      if (!is_name && advice.replacement) read_item(value, list, reader);
      if (advice.replacement) return false;
    }
    return lost(false, reader);
  }

  static Advice advice_on_one(const Value& value, const Reader& reader) {
    if constexpr (detail::HasTable<Item>) {
      static constexpr auto names = keys_of<Item>();
      if (detail::has_foreign_keys_alone(value, names)) return advice_on_named_items(value);
      if (value.kind() == Kind::mapping || detail::HasShorthand<Item>) return list_advice(value, reader);
      const Advice named = detail::advice_to_name(value, names, reader);
      if (named.replacement) return {fmt::format("write '[{}]'", *named.replacement), fmt::format("[{}]", *named.replacement)};
    }
    return value.kind() == Kind::mapping ? Advice{"each of its items is one text"} : Advice{};
  }

  // A record with a fault is kept for what is good in it; a plain value with a fault is no value.
  static bool read_item(const Value& value, std::vector<Item>& list, Reader& reader) {
    if (is_text && detail::is_placeholder(value, "leave it out until it is known", reader)) return true;
    const bool is_good = Codec<Item>::read(value, list.emplace_back(), reader);
    if (!is_good && !detail::HasTable<Item>) list.pop_back();
    return is_good;
  }
};

/// A mapping whose keys the user chooses.
template <class Key, class Item>
struct Codec<std::vector<Entry<Key, Item>>> {
  static Shape shape() { return Shape::map(Codec<Key>::shape(), Codec<Item>::shape()); }
  static FieldValue said(const Entries<Key, Item>& entries) {
    std::string text;
    for (const auto& [key, item] : entries) {
      text += (text.empty() ? "" : "; ") + text_of(Codec<Key>::said(key)) + ": " + text_of(Codec<Item>::said(item));
    }
    return entries.empty() ? std::nullopt : FieldValue(text);
  }
  static bool read(const Value& value, Entries<Key, Item>& entries, Reader& reader) {
    if (value.kind() != Kind::mapping) return report_wrong_type(value, "'key: value' lines", reader, {entries_advice(value)});
    bool is_good = !value.node().is_cut;
    entries.reserve(entries.size() + value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (detail::is_placeholder(value.value(i), "leave its key out until it is known", reader)) continue;
      Entry<Key, Item> entry;
      const bool is_entry_good =
          Codec<Key>::read(value.key(i), entry.key, reader) && Codec<Item>::read(value.value(i), entry.value, reader);
      if (is_entry_good) entries.push_back(std::move(entry));
      is_good = is_entry_good && is_good;
    }
    return is_good;
  }
};

/// `true`, `false`, or a text that says why it is one.
template <>
struct Codec<MomentOfTruth> {
  static Shape shape() { return Shape::any_of({Shape::boolean(), Shape::words()}); }
  static FieldValue said(const MomentOfTruth& moment);
  static bool read(const Value& value, MomentOfTruth& moment, Reader& reader);
};

/// A day is the date of every answer; any other text is the name of a column.
template <>
struct Codec<DateColumn> {
  static Shape shape();
  static FieldValue said(const DateColumn& date);
  static bool read(const Value& value, DateColumn& date, Reader& reader);
};

/// A number is for each touchpoint; a mapping gives a number by touchpoint.
template <>
struct Codec<Lift> {
  static Shape shape() { return Shape::any_of({Shape::number(), Codec<Entries<Link<Touchpoint>, Number>>::shape()}); }
  static FieldValue said(const Lift& lift);
  static bool read(const Value& value, Lift& lift, Reader& reader);
};

/// `rule: severity` lines.
template <>
struct Codec<std::vector<RuleSetting>> {
  static Shape shape();
  static FieldValue said(const std::vector<RuleSetting>& settings);
  static bool read(const Value& value, std::vector<RuleSetting>& settings, Reader& reader);
};

}  // namespace mot::yaml
