// Suppressions that came or went between two states of a workspace.
#pragma once

#include <vector>

#include "mot/analysis/compare/diff.h"
#include "mot/load/load.h"

namespace mot {

/// Each by what it says, in alphabetical order, whatever file and line it stands in: one that was moved is no change.
std::vector<SurroundingChange> suppression_changes(const Loaded& before, const Loaded& after);

}  // namespace mot
