// The table of `mot gaps --kpis`: values against targets.
#pragma once

#include <span>

#include "mot/analysis/kpis.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// What the table is of.
struct KpisView {
  const Workspace& workspace;
  const Analysis& analysis;
  const Wording& wording;
  std::span<const Group> groups = {};  ///< under which KPIs stand; none: one list of all
  Date today;                          ///< by which values are too old
};

/// A KPI a row, and behind them the outcomes with a target; under it how many meet their targets. Of groups those without a KPI are left
/// out, and what stands in none of them comes last.
Table kpis_table(const KpisView& view);

}  // namespace mot
