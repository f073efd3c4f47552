// KPIs and outcomes of a workspace against their targets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/groups.h"
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

/// Those of a group: of its touchpoints, and of a journey or stage its own.
std::vector<KpiFigures> kpis_in(const Group& group, const std::vector<KpiFigures>& kpis, const Workspace& workspace);

/// How a value moved, by the side that is better.
enum class Trend : std::uint8_t { better, worse, unchanged };
template <>
inline constexpr std::array<std::string_view, 3> names_of<Trend>{"better", "worse", "unchanged"};
/// Nothing where nobody says which side is better.
std::optional<Trend> trend_of(const Kpi& kpi, double before, double after);

/// Whether the value is older than the project leans on; nothing where nobody says how old it is, or may be.
std::optional<bool> is_stale(const Kpi& kpi, const Project& project, Date today);

/// An outcome that has a target, and how it stands.
struct OutcomeStanding {
  const SourceOutcome* outcome = nullptr;   ///< into the workspace
  const OutcomeFigures* figures = nullptr;  ///< into the analysis; null where nobody answered
  std::optional<double> shortfall;          ///< target less value, in its own points
  /// Whether its whole interval is at least the target, or under it; nothing where the target lies within, or there is no interval.
  std::optional<bool> is_met;

  const std::string& name() const { return outcome->name ? outcome->name->value : outcome->id.value; }
};
OutcomeStanding standing_of(const Workspace& workspace, const OutcomeFigures& figures);
/// In the order of the sources.
std::vector<OutcomeStanding> outcomes_with_target(const Workspace& workspace, const Analysis& analysis);

/// What tells it from others of that name: `project/on-time`, `touchpoint/pay/wait`, `outcome/nps`.
std::string key_of_kpi(std::string_view kind, std::string_view of, std::string_view id);
std::string key_of_outcome(std::string_view id);
std::string key_of(const KpiFigures& kpi);
std::string key_of(const SourceOutcome& outcome);

/// How many of those with a target meet it.
struct KpiCount {
  std::size_t met = 0;
  std::size_t missed = 0;
  std::size_t unknown = 0;  ///< no value, or one whose interval holds the target
  std::size_t of() const { return met + missed + unknown; }
  std::optional<double> value() const;     ///< per cent of those with a value
  std::optional<Interval> bounds() const;  ///< per cent of all, with the unknown ones missed and met
};
KpiCount count_of(const std::vector<KpiFigures>& kpis, const std::vector<OutcomeStanding>& outcomes = {});

}  // namespace mot
