// What a touchpoint says, leaf by leaf of its field table, by which two of its states are compared.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/yaml/field_value.h"

namespace mot {

/// Every field a touchpoint can have but its id, `desired.customer.score`, in the order of the field tables.
std::span<const std::string> compared_fields();

/// What it says in each of them. Where it was written is no part of it.
std::vector<FieldValue> field_values_of(const Touchpoint& touchpoint);

/// By index of Workspace::touchpoints: the stages it stands in, `journey/stage`, in path order; empty where in none.
std::vector<std::string> stages_by_touchpoint(const Workspace& workspace);

}  // namespace mot
