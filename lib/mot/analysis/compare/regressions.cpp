#include "mot/analysis/compare/regressions.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "mot/analysis/kpis.h"
#include "mot/analysis/scores.h"

namespace mot {
namespace {

using KnownById = std::unordered_map<std::string_view, const KnownTouchpoint*>;

KnownById by_id(const KnownFigures& before) {
  KnownById known;
  for (const KnownTouchpoint& touchpoint : before.touchpoints) known.emplace(touchpoint.id, &touchpoint);
  return known;
}

/// Figures equal to the last bit rest on the same rows.
bool is_same(const Measurement& before, const Measurement& now) {
  return before.n == now.n && before.n_effective == now.n_effective && before.mean == now.mean && before.sd == now.sd;
}

/// A baseline names no interval: it takes a spread to have one.
bool enough(const Measurement& known) {
  return !is_under(known.n_effective, fewest_answers) && known.sd;
}

/// How likely so large a difference is by chance; nothing where the two can't be compared.
std::optional<double> unadjusted_p(const KnownTouchpoint& before, const Figures& now, const Scale& scale) {
  if (!before.measurement || now.actual_kind != ActualKind::measured || is_same(*before.measurement, *now.measurement)) return std::nullopt;
  if (!enough(*before.measurement) || !now.has_enough_answers) return std::nullopt;
  const auto difference = welch(*before.measurement, *now.measurement, scale);
  return difference ? std::optional(difference->p) : std::nullopt;
}

/// A touchpoint that both have, and what can be said of its actual.
struct Compared {
  Regression regression;
  bool is_worse_as_it_stands = false;
};

Compared compared(const KnownTouchpoint& before, const Figures& now, const Scale& scale) {
  Compared result{
      .regression = {.kind = RegressionKind::lived_worse, .id = before.id, .before = before.actual, .after = now.actual, .p = {}}};
  if (!now.actual) {
    result.regression.kind = RegressionKind::no_longer_known;
    result.is_worse_as_it_stands = true;
    return result;
  }
  const bool is_judged = before.kind == ActualKind::judged && now.actual_kind == ActualKind::judged;
  const double slack = rounding_slack * std::abs(scale.range());
  result.is_worse_as_it_stands = is_judged && *now.actual < *before.actual - slack;
  result.regression.p = unadjusted_p(before, now, scale);
  return result;
}

/// A share or an outcome that both have; nothing where it rests on the same answers or on too few.
void compare(const WaveFigure& before, const WaveFigure& now, const Scale& scale, std::vector<Compared>& all) {
  if (before.known == now.known || !is_tested_by_itself(now.measure)) return;
  const auto tested = change_between(before, now, scale);
  if (!tested) return;
  all.push_back({.regression = {.kind = RegressionKind::figure_worse,
                                .id = now.id,
                                .before = before.value(),
                                .after = now.value(),
                                .p = tested->p,
                                .measure = now.measure}});
}

void compare_all(const std::vector<WaveFigure>& before, const std::vector<WaveFigure>& now, const Scale& scale,
                 std::vector<Compared>& all) {
  for (const WaveFigure& figure : now) {
    if (const WaveFigure* const known = counterpart_of(figure, before)) compare(*known, figure, scale, all);
  }
  for (const WaveFigure& known : before) {
    if (!is_lost(known, before, now)) continue;
    all.push_back(
        {.regression =
             {.kind = RegressionKind::figure_lost, .id = known.id, .before = known.value(), .after = {}, .p = {}, .measure = known.measure},
         .is_worse_as_it_stands = true});
  }
}

/// As a baseline knows it: nobody says there what customers were asked for.
std::vector<DeliveredGround> ground_of(const KnownFigures& known) {
  std::vector<DeliveredGround> ground;
  for (const KnownTouchpoint& touchpoint : known.touchpoints) {
    if (touchpoint.importance && touchpoint.target && touchpoint.actual)
      ground.push_back({touchpoint.id, *touchpoint.importance, *touchpoint.target});
  }
  return ground;
}

void compare_delivered(const KnownFigures& before, const Workspace& workspace, const Analysis& now, std::vector<Compared>& all) {
  const auto delivered = delivered_in(now);
  if (!before.delivered || !delivered || !is_same_ground(ground_of(before), ground_of(workspace, now))) return;
  compare(*before.delivered, *delivered, workspace.project.scale, all);
}

/// Whether a KPI got worse and misses its target, or is lost: a target that was raised is no regression.
std::optional<Regression> regression_of(const KpiFigures& now, const KnownKpi& before) {
  if (!now.has_target() || !before.value) return std::nullopt;
  Regression regression{.kind = RegressionKind::kpi_missed, .id = now.kpi->id.value, .before = before.value, .after = {}, .p = {}};
  if (!now.kpi->value) {
    regression.kind = RegressionKind::kpi_lost;
    return regression;
  }
  regression.after = now.kpi->value->value;
  const bool is_worse = trend_of(*now.kpi, *before.value, *regression.after) == Trend::worse;
  return is_worse && now.is_met == false ? std::optional(regression) : std::nullopt;
}

void compare_kpis(const KnownFigures& before, const Workspace& workspace, std::vector<Regression>& regressions) {
  for (const KpiFigures& now : kpis_of(workspace)) {
    const auto is_it = [&](const KnownKpi& kpi) { return kpi.kind == now.kind && kpi.of == now.of && kpi.id == now.kpi->id.value; };
    const auto known = std::ranges::find_if(before.kpis, is_it);
    const auto regression = known == before.kpis.end() ? std::nullopt : regression_of(now, *known);
    if (regression) regressions.push_back(*regression);
  }
}

/// Adjusts the p values, all together.
void adjust(std::vector<Compared>& all) {
  std::vector<double> p;
  for (const Compared& one : all) {
    if (one.regression.p) p.push_back(*one.regression.p);
  }
  const std::vector<double> adjusted = holm(p);
  auto next = adjusted.begin();
  for (Compared& one : all) {
    if (one.regression.p) one.regression.p = *next++;
  }
}

bool is_worse(const Compared& one) {
  const Regression& regression = one.regression;
  return one.is_worse_as_it_stands || (regression.p && *regression.p < 0.05 && *regression.after < *regression.before);
}

bool is_at_least(std::string_view gate) {
  return gate.ends_with("_at_least");
}

std::optional<double> value_of(const std::vector<KnownGate>& known, std::string_view name) {
  for (const KnownGate& gate : known) {
    if (gate.name == name) return gate.value;
  }
  return std::nullopt;
}

}  // namespace

std::vector<KnownGate> known_gates_of(const std::vector<GateResult>& gates) {
  std::vector<KnownGate> known;
  for (const GateResult& gate : gates) known.push_back({std::string(gate.name), gate.value});
  return known;
}

bool is_worse(const GateResult& gate, const std::vector<KnownGate>& known, const Scale& scale) {
  if (gate.holds != false) return false;
  const auto before = value_of(known, gate.name);
  if (!before || !gate.value) return true;
  const double slack = rounding_slack * std::max(100.0, std::abs(scale.range()));
  return (is_at_least(gate.name) ? *before - *gate.value : *gate.value - *before) > slack;
}

std::vector<Regression> find_regressions(const KnownFigures& before, const Workspace& workspace, const Analysis& now,
                                         const std::vector<GateResult>& gates, const Answers* answers) {
  const Scale& scale = workspace.project.scale;
  const KnownById known = by_id(before);
  std::vector<Compared> all;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const auto found = known.find(workspace.touchpoints[i].id.value);
    if (found == known.end()) continue;
    if (found->second->actual) all.push_back(compared(*found->second, now.touchpoints[i], scale));
    const bool has_answers = answers && i < answers->touchpoints.size();
    const auto shares = shares_of(found->second->id, now.touchpoints[i], has_answers ? &answers->touchpoints[i] : nullptr);
    compare_all(found->second->shares, shares, scale, all);
  }
  compare_all(before.outcomes, outcomes_of(workspace, now), scale, all);
  compare_delivered(before, workspace, now, all);
  adjust(all);
  std::vector<Regression> regressions;
  for (const Compared& one : all) {
    if (is_worse(one)) regressions.push_back(one.regression);
  }
  compare_kpis(before, workspace, regressions);
  for (const GateResult& gate : gates) {
    if (!is_worse(gate, before.gates, scale)) continue;
    regressions.push_back({.kind = RegressionKind::gate_broken,
                           .id = std::string(gate.name),
                           .before = value_of(before.gates, gate.name),
                           .after = gate.value,
                           .p = {}});
  }
  return regressions;
}

}  // namespace mot
