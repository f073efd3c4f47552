// The leaves of a thing that has a field table, without its id, which tells which thing it is and is not compared.
#pragma once

#include <string>
#include <string_view>
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

}  // namespace mot
