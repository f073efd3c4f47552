#include "mot/analysis/kpis.h"

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

constexpr double slack = 1e-9;  // of the target: what arithmetic in binary may be off

KpiFigures figures_of(const Kpi& kpi, std::string_view kind, std::string of) {
  KpiFigures figures{.kpi = &kpi, .kind = kind, .of = std::move(of), .shortfall = {}, .is_met = {}};
  if (!figures.has_target() || !kpi.value) return figures;
  const double above = kpi.value->value - kpi.target->value;
  const double shortfall = kpi.better->value == Better::higher ? -above : above;
  const double margin = slack * std::max(1.0, std::abs(kpi.target->value));
  figures.shortfall = std::abs(shortfall) <= margin ? 0 : shortfall;
  figures.is_met = shortfall <= margin;
  return figures;
}

void add(const std::vector<Kpi>& kpis, std::string_view kind, const std::string& of, std::vector<KpiFigures>& all) {
  for (const Kpi& kpi : kpis) all.push_back(figures_of(kpi, kind, of));
}

double per_cent(std::size_t part, std::size_t whole) {
  return 100 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<KpiFigures> kpis_of(const Workspace& workspace) {
  std::vector<KpiFigures> all;
  add(workspace.project.kpis, "project", "", all);
  for (const Journey& journey : workspace.journeys) {
    add(journey.kpis, "journey", journey.id.value, all);
    for (const Stage& stage : journey.stages) add(stage.kpis, "stage", journey.id.value + "/" + stage.id.value, all);
  }
  for (const Touchpoint& touchpoint : workspace.touchpoints) add(touchpoint.kpis, "touchpoint", touchpoint.id.value, all);
  return all;
}

std::optional<double> KpiCount::value() const {
  const std::size_t known = met + missed;
  return known > 0 ? std::optional(per_cent(met, known)) : std::nullopt;
}

std::optional<Interval> KpiCount::bounds() const {
  if (of() == 0) return std::nullopt;
  return Interval{per_cent(met, of()), per_cent(met + unknown, of())};
}

KpiCount count_of(const std::vector<KpiFigures>& kpis) {
  KpiCount count;
  for (const KpiFigures& kpi : kpis) {
    if (!kpi.has_target()) continue;
    ++(!kpi.is_met ? count.unknown : *kpi.is_met ? count.met : count.missed);
  }
  return count;
}

}  // namespace mot
