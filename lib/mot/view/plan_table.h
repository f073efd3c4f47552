// `mot plan` as a table: what to do first, and what is delivered once it has worked.
#pragma once

#include "mot/analysis/plan.h"
#include "mot/view/table.h"

namespace mot {

/// An action a row; under it how much is delivered before and after.
Table plan_table(const Workspace& workspace, const Plan& plan);

}  // namespace mot
