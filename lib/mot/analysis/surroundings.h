// Departments, journeys, stages, personas, channels, actions and the project as plain values, by which two states are compared.
#pragma once

#include <cstdint>
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

/// Whether a thing that comes or goes is told: one that is a part of another is told there.
enum class Mention : std::uint8_t { always, if_changed };

struct SurroundingKind {
  std::string_view name;            ///< `department`
  std::vector<std::string> fields;  ///< as in the files
  std::vector<DescribedThing> (*describe)(const Workspace&);
  Mention mention = Mention::always;
};

std::span<const SurroundingKind> surrounding_kinds();

}  // namespace mot
