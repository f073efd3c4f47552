// The plan for other programs. Keys are only ever added.
#pragma once

#include <string>

#include "mot/analysis/plan.h"

namespace mot {

/// `{format_version, actions: [{id, status, effort, value, value_for_effort, rank, owner, due, overdue, not_counted: [id]}], delivered_now,
/// delivered_after, today, journeys: [{id, delivered_now, delivered_after}]}`. `not_counted` are touchpoints whose importance or gap nobody
/// knows, so that more value may lie there.
std::string plan_json(const Workspace& workspace, const ActionPlan& plan, Date today);

}  // namespace mot
