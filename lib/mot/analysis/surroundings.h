// Departments, journeys, personas, channels and actions as plain values, by which two states are compared.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/compare/field_values.h"

namespace mot {

/// A thing and what its fields say, in the order of its kind's fields.
struct DescribedThing {
  std::string id;
  std::vector<FieldValue> values;
};

struct SurroundingKind {
  std::string_view name;                 ///< `department`
  std::vector<std::string_view> fields;  ///< as in the files
  std::vector<DescribedThing> (*describe)(const Workspace&);
};

std::span<const SurroundingKind> surrounding_kinds();

}  // namespace mot
