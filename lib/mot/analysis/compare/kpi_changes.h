// How KPIs moved between two states.
#pragma once

#include <vector>

#include "mot/analysis/compare/diff.h"

namespace mot {

/// Of the KPIs that both states have, those whose value differs or whose target is met or missed anew, in the order of the new state.
std::vector<KpiChange> kpi_changes(const Workspace& before, const Workspace& after, const std::vector<Renamed>& renamed);

}  // namespace mot
