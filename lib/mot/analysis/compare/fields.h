// The fields of a touchpoint as plain values, by which two of its states are compared.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/compare/field_values.h"
#include "mot/model/workspace.h"

namespace mot {

struct ComparedField {
  std::string_view name;  ///< as in the files
  FieldValue (*value)(const Touchpoint&);
};

/// Every field a touchpoint can have, in the order of the files. Where it was written is no part of it.
std::span<const ComparedField> compared_fields();

/// By index of Workspace::touchpoints: the stages it stands in, `journey/stage`, in path order; empty where in none.
std::vector<std::string> stages_by_touchpoint(const Workspace& workspace);

}  // namespace mot
