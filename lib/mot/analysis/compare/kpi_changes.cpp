#include "mot/analysis/compare/kpi_changes.h"

#include <algorithm>

namespace mot {
namespace {

std::optional<double> value_of(const std::optional<Number>& number) {
  return number ? std::optional(number->value) : std::nullopt;
}

/// What a KPI of a renamed touchpoint was of.
std::string of_before(const KpiFigures& kpi, const std::vector<Renamed>& renamed) {
  const auto found = std::ranges::find(renamed, kpi.of, &Renamed::after);
  return kpi.kind == "touchpoint" && found != renamed.end() ? found->before : kpi.of;
}

std::optional<TargetEvent> event_between(const KpiFigures& before, const KpiFigures& after) {
  if (before.is_met == false && after.is_met == true) return TargetEvent::newly_met;
  if (before.is_met == true && after.is_met == false) return TargetEvent::newly_missed;
  return std::nullopt;
}

KpiChange change_between(const KpiFigures& before, const KpiFigures& after) {
  const Kpi& kpi = *after.kpi;
  KpiChange change{.kind = after.kind,
                   .of = after.of,
                   .id = kpi.id.value,
                   .name = kpi.name.value,
                   .unit = kpi.unit ? kpi.unit->value : "",
                   .before = value_of(before.kpi->value),
                   .after = value_of(kpi.value),
                   .target = value_of(kpi.target),
                   .trend = {},
                   .event = event_between(before, after)};
  if (change.before && change.after) change.trend = trend_of(kpi, *change.before, *change.after);
  return change;
}

}  // namespace

std::vector<KpiChange> kpi_changes(const Workspace& before, const Workspace& after, const std::vector<Renamed>& renamed) {
  const std::vector<KpiFigures> old_ones = kpis_of(before);
  std::vector<KpiChange> changes;
  for (const KpiFigures& kpi : kpis_of(after)) {
    const std::string of = of_before(kpi, renamed);
    const auto is_it = [&](const KpiFigures& old) {
      return old.kind == kpi.kind && old.of == of && old.kpi->id.value == kpi.kpi->id.value;
    };
    const auto found = std::ranges::find_if(old_ones, is_it);
    if (found == old_ones.end()) continue;
    KpiChange change = change_between(*found, kpi);
    if (change.before != change.after || change.event) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace mot
