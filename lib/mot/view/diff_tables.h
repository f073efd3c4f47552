// `mot diff` as tables: how scores moved, and what was added, removed and changed.
#pragma once

#include <vector>

#include "mot/analysis/diff.h"
#include "mot/view/table.h"

namespace mot {

/// First a touchpoint a row with its scores, then what was added and removed, then a changed field a row.
std::vector<Table> diff_tables(const Scale& scale, const Diff& diff);

}  // namespace mot
