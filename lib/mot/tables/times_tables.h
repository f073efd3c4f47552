// Tables of `mot gaps --times`: waits against what is wanted, and sums along journeys.
#pragma once

#include <vector>

#include "mot/analysis/times.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// A touchpoint with a time a row, in their order; then, where there are journeys, a stage a row and a journey a row.
std::vector<Table> times_tables(const Workspace& workspace, const std::vector<TimeFigures>& times, const std::vector<PathTimes>& along,
                                const Wording& wording);

}  // namespace mot
