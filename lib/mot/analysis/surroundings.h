// Departments, journeys, personas, channels and actions as plain values, by which two states are compared.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/yaml/field_value.h"

namespace mot {

/// A thing and what its fields say, in the order of its kind's fields.
struct DescribedThing {
  std::string id;
  std::vector<FieldValue> values;
};

struct SurroundingKind {
  std::string_view name;            ///< `department`
  std::vector<std::string> fields;  ///< as in the files
  std::vector<DescribedThing> (*describe)(const Workspace&);
};

std::span<const SurroundingKind> surrounding_kinds();

}  // namespace mot
