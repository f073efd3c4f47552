// The table of `mot gaps --kpis`: values against targets.
#pragma once

#include <vector>

#include "mot/analysis/kpis.h"
#include "mot/tables/table.h"

namespace mot {

/// A KPI a row, in their order; under it how many meet their targets.
Table kpis_table(const std::vector<KpiFigures>& kpis);

}  // namespace mot
