// Values of fields as a text or a number, without where they were written.
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// A text or a number; nothing where the field is not there.
using FieldValue = std::optional<std::variant<std::string, double>>;

inline FieldValue value_of(const std::optional<Text>& text) {
  return text ? FieldValue(text->value) : std::nullopt;
}
inline FieldValue value_of(const std::optional<Number>& number) {
  return number ? FieldValue(number->value) : std::nullopt;
}
template <int Low, int High>
FieldValue value_of(const std::optional<Within<Low, High>>& number) {
  return number ? FieldValue(number->value) : std::nullopt;
}
inline FieldValue value_of(const std::optional<Placed<Date>>& date) {
  return date ? FieldValue(to_string(date->value)) : std::nullopt;
}
template <class Target>
FieldValue value_of(const Link<Target>& link) {
  return link.value.empty() ? std::nullopt : FieldValue(link.value);
}
template <Vocabulary Word>
FieldValue value_of(const std::optional<Placed<Word>>& word) {
  return word ? FieldValue(std::string(name_of(word->value))) : std::nullopt;
}

/// What a list holds, each as a text.
template <class Thing, class TextOf>
FieldValue list_of(const std::vector<Thing>& things, TextOf text) {
  std::string list;
  for (const Thing& thing : things) list += (list.empty() ? "" : "; ") + text(thing);
  return things.empty() ? std::nullopt : FieldValue(list);
}
template <class Thing>
FieldValue list_of(const std::vector<Thing>& things) {
  return list_of(things, [](const Thing& thing) { return thing.value; });
}
template <class Key, class Value, class TextOf>
FieldValue map_of(const Entries<Key, Value>& entries, TextOf text) {
  return list_of(entries, [&](const auto& entry) { return text(entry); });
}

/// A value as a text for people; empty where there is none.
inline std::string text_of(const FieldValue& value) {
  return value ? std::visit([](const auto& known) { return fmt::format("{}", known); }, *value) : "";
}

/// Those that are there, with commas between them.
inline std::string joined(std::initializer_list<FieldValue> values) {
  std::string text;
  for (const FieldValue& value : values) {
    if (value) text += (text.empty() ? "" : ", ") + text_of(value);
  }
  return text;
}

}  // namespace mot
