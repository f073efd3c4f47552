// The leaves of a thing that has a field table, without its id, which tells which thing it is and is not compared, and without what is
// compared elsewhere.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/yaml/fields.h"

namespace mot {

template <class Thing>
inline constexpr bool begins_with_id = yaml::Table<Thing>::fields[0].key == std::string_view("id");

template <class Thing>
std::vector<std::string> names_but_id() {
  static_assert(begins_with_id<Thing>);
  std::vector<std::string> names = yaml::leaf_names<Thing>();
  names.erase(names.begin());
  return names;
}

template <class Thing>
std::vector<FieldValue> values_but_id(const Thing& thing) {
  static_assert(begins_with_id<Thing>);
  std::vector<FieldValue> values = yaml::leaf_values(thing);
  values.erase(values.begin());
  return values;
}

/// Whether a leaf is that of one of the keys, or below it.
inline bool is_of_key(std::string_view leaf, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (leaf.substr(0, leaf.find('.')) == key) return true;
  }
  return false;
}

/// The names of the leaves but those of the keys.
template <class Thing>
std::vector<std::string> names_but(std::initializer_list<std::string_view> keys) {
  std::vector<std::string> names = yaml::leaf_names<Thing>();
  std::erase_if(names, [&](const std::string& name) { return is_of_key(name, keys); });
  return names;
}

template <class Thing>
std::vector<FieldValue> values_but(const Thing& thing, std::initializer_list<std::string_view> keys) {
  const std::vector<std::string> names = yaml::leaf_names<Thing>();
  std::vector<FieldValue> all = yaml::leaf_values(thing), values;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_of_key(names[i], keys)) values.push_back(std::move(all[i]));
  }
  return values;
}

}  // namespace mot
