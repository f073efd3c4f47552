// Tables of `mot coverage`: which facets each touchpoint has, how full departments are along each journey, and what is missing.
#pragma once

#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/tables/holes.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// First a touchpoint a row with a column for each facet (blank where it is not asked), then for each journey a department a row with a
/// column for each stage and one for all.
std::vector<Table> facet_tables(const Workspace& workspace, const Analysis& analysis, const Wording& wording);

/// The holes for readers who know neither ids nor rules: where, what is missing, and who fills it.
Table holes_in_words(const std::vector<Hole>& holes, const Wording& wording);

/// The same as `facet_tables`, then a hole a row with its rule, its message and who fills it.
std::vector<Table> coverage_tables(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes,
                                   const Wording& wording);

}  // namespace mot
