// The table that `mot gaps --sensitivity` adds: what a rank and a quadrant owe to the way they are looked at.
#pragma once

#include <span>

#include "mot/analysis/sensitivity.h"
#include "mot/tables/gaps_figures.h"
#include "mot/tables/table.h"

namespace mot {

/// A touchpoint a row: the ranks it could have within what is not quite known, its rank by every method, its quadrant with the
/// cross-hair elsewhere, and what of that is otherwise. The index of `any` does not matter.
Table sensitivity_table(const TouchpointRow& any, std::span<const Otherwise> otherwise);

}  // namespace mot
