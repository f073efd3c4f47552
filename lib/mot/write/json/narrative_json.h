// KPIs and times as JSON: what stands beside scores and enters none.
#pragma once

#include "mot/model/workspace.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// `[{of: {kind, id}, id, name, value, target, unit, better, shortfall, met, date, from}]`; unknown is null.
Json kpis_json(const Workspace& workspace);

/// `{touchpoints: [{id, waits, takes, rank}], paths: [{journey, stage, waits, takes}]}`, in seconds; of a path with how many are known.
Json times_json(const Workspace& workspace);

}  // namespace mot
