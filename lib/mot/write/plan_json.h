// The plan for other programs. Keys are only ever added.
#pragma once

#include <string>

#include "mot/analysis/plan.h"

namespace mot {

/// `{format_version, actions: [{id, status, effort, value, value_for_effort, rank}], delivered_now, delivered_after}`.
std::string plan_json(const Workspace& workspace, const Plan& plan);

}  // namespace mot
