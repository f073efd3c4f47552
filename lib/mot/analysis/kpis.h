// KPIs of a workspace against their targets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/statistics.h"
#include "mot/model/workspace.h"

namespace mot {

/// A KPI, what it is of, and how it stands.
struct KpiFigures {
  const Kpi* kpi = nullptr;         ///< into the workspace
  std::string_view kind;            ///< `project`, `journey`, `stage` or `touchpoint`
  std::string of;                   ///< the id of that; of a stage `journey/stage`; empty of the project
  std::optional<double> shortfall;  ///< in its own unit: how far it is on the wrong side of its target; below 0 on the right one
  std::optional<bool> is_met;       ///< nothing where it has no value or no target

  bool has_target() const { return kpi->target && kpi->better; }
};

/// Of the project, then journey by journey with its stages, then of touchpoints.
std::vector<KpiFigures> kpis_of(const Workspace& workspace);

/// How many of those with a target meet it.
struct KpiCount {
  std::size_t met = 0;
  std::size_t missed = 0;
  std::size_t unknown = 0;  ///< no value
  std::size_t of() const { return met + missed + unknown; }
  std::optional<double> value() const;     ///< per cent of those with a value
  std::optional<Interval> bounds() const;  ///< per cent of all, with the unknown ones missed and met
};
KpiCount count_of(const std::vector<KpiFigures>& kpis);

}  // namespace mot
