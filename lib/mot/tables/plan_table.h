// Tables of `mot plan`: what to do first, and what is delivered once it has worked.
#pragma once

#include <cstdint>
#include <vector>

#include "mot/analysis/plan.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// What touchpoints are called by: commands take ids, and who reads a page knows names.
enum class CalledBy : std::uint8_t { id, name };

/// First an action a row, with what is open about it, and under it how much is delivered now and after; then a journey a row.
std::vector<Table> plan_tables(const Workspace& workspace, const ActionPlan& plan, Date today, const Wording& wording,
                               CalledBy called_by = CalledBy::id);

}  // namespace mot
