// KPIs and times as JSON: what stands beside scores and enters none.
#pragma once

#include <optional>
#include <vector>

#include "mot/analysis/groups.h"
#include "mot/model/workspace.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// `[{of: {kind, id}, id, name, value, target, unit, better, shortfall, met, date, from, stale}]`; unknown is null.
Json kpis_json(const Workspace& workspace, const std::optional<Date>& today);

/// `[{by, key, kpis: [{of, id}], met, missed, unknown}]`: which KPIs stand in each group, and how many of those with a target meet it.
Json kpi_groups_json(const Workspace& workspace, const std::vector<Group>& groups);

/// `{touchpoints: [{id, waits, takes, rank}], paths: [{journey, stage, waits, takes}]}`, in seconds; of a path with how many are known.
Json times_json(const Workspace& workspace);

}  // namespace mot
