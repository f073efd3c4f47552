// Gates as JSON, the same in every document that has them.
#pragma once

#include <span>

#include "mot/analysis/gates.h"
#include "mot/write/json/json_values.h"

namespace mot {

/// `[{name, limit, value, bounds, holds, breaking, not_judged}]`; touchpoints by their ids.
Json gates_json(std::span<const GateResult> gates, const Workspace& workspace);

}  // namespace mot
