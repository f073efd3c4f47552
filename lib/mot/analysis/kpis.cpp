#include "mot/analysis/kpis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace mot {
namespace {

constexpr double target_slack = 1e-9;  // of the target: what arithmetic in binary may be off

KpiFigures figures_of(const Kpi& kpi, std::string_view kind, std::string of) {
  KpiFigures figures{.kpi = &kpi, .kind = kind, .of = std::move(of), .shortfall = {}, .is_met = {}};
  if (!figures.has_target() || !kpi.value) return figures;
  const double above = kpi.value->value - kpi.target->value;
  const double shortfall = kpi.better->value == Better::higher ? -above : above;
  const double margin = target_slack * std::max(1.0, std::abs(kpi.target->value));
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

std::vector<KpiFigures> kpis_in(const Group& group, const std::vector<KpiFigures>& kpis, const Workspace& workspace) {
  std::set<std::string_view> touchpoints;
  for (const std::size_t touchpoint : group.touchpoints) touchpoints.insert(workspace.touchpoints[touchpoint].id.value);
  const std::string key = group.key.value_or("");
  const auto is_in = [&](const KpiFigures& kpi) {
    if (kpi.kind == "touchpoint") return touchpoints.contains(kpi.of);
    if (group.by == GroupBy::stage) return kpi.kind == "stage" && kpi.of == key;
    return group.by == GroupBy::journey && (kpi.kind == "journey" ? kpi.of == key : kpi.of.starts_with(key + "/"));
  };
  std::vector<KpiFigures> some;
  std::ranges::copy_if(kpis, std::back_inserter(some), is_in);
  return some;
}

std::optional<Trend> trend_of(const Kpi& kpi, double before, double after) {
  if (!kpi.better) return std::nullopt;
  const double gain = kpi.better->value == Better::higher ? after - before : before - after;
  if (std::abs(gain) <= target_slack * std::max(1.0, std::abs(before))) return Trend::unchanged;
  return gain > 0 ? Trend::better : Trend::worse;
}

std::optional<bool> is_stale(const Kpi& kpi, const Project& project, Date today) {
  if (!kpi.value || !kpi.date || !project.stale_after) return std::nullopt;
  return kpi.date->value < before(today, project.stale_after->value);
}

OutcomeStanding standing_of(const Workspace& workspace, const OutcomeFigures& figures) {
  OutcomeStanding standing{&workspace.sources[figures.source].outcomes[figures.outcome], &figures, {}, {}};
  const auto& target = standing.outcome->target;
  if (!target || !figures.value) return standing;
  standing.shortfall = target->value - *figures.value;
  const double margin = target_slack * std::max(1.0, std::abs(target->value));
  if (!figures.interval) return standing;
  if (figures.interval->low >= target->value - margin) standing.is_met = true;
  if (figures.interval->high < target->value - margin) standing.is_met = false;
  return standing;
}

std::vector<OutcomeStanding> outcomes_with_target(const Workspace& workspace, const Analysis& analysis) {
  std::vector<OutcomeStanding> all;
  for (std::size_t source = 0; source < workspace.sources.size(); ++source) {
    const auto& outcomes = workspace.sources[source].outcomes;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (!outcomes[i].target) continue;
      const auto is_it = [&](const OutcomeFigures& figures) { return figures.source == source && figures.outcome == i; };
      const auto found = std::ranges::find_if(analysis.outcomes, is_it);
      all.push_back(found == analysis.outcomes.end() ? OutcomeStanding{&outcomes[i], nullptr, {}, {}} : standing_of(workspace, *found));
    }
  }
  return all;
}

std::string key_of_kpi(std::string_view kind, std::string_view of, std::string_view id) {
  return fmt::format("{}/{}{}{}", kind, of, of.empty() ? "" : "/", id);
}

std::string key_of_outcome(std::string_view id) {
  return fmt::format("outcome/{}", id);
}

std::string key_of(const KpiFigures& kpi) {
  return key_of_kpi(kpi.kind, kpi.of, kpi.kpi->id.value);
}

std::string key_of(const SourceOutcome& outcome) {
  return key_of_outcome(outcome.id.value);
}

KpiCount count_of(const std::vector<KpiFigures>& kpis, const std::vector<OutcomeStanding>& outcomes) {
  KpiCount count;
  const auto add = [&](const std::optional<bool>& is_met) { ++(!is_met ? count.unknown : *is_met ? count.met : count.missed); };
  for (const KpiFigures& kpi : kpis) {
    if (kpi.has_target()) add(kpi.is_met);
  }
  for (const OutcomeStanding& outcome : outcomes) add(outcome.is_met);
  return count;
}

}  // namespace mot
