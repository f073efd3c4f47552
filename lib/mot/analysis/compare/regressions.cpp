#include "mot/analysis/compare/regressions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "mot/analysis/at_worst.h"
#include "mot/analysis/compare/renames.h"
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

/// What became of a measurement that no test can hold anything against any more; nothing where one can.
std::optional<RegressionKind> loss_of_measurement(const KnownTouchpoint& before, const Figures& now) {
  if (!before.measurement) return std::nullopt;
  if (now.actual_kind != ActualKind::measured) return RegressionKind::no_longer_measured;
  return enough(*before.measurement) && !now.has_enough_answers ? std::optional(RegressionKind::no_longer_tested) : std::nullopt;
}

Compared compared(const KnownTouchpoint& before, const Figures& now, const Scale& scale) {
  Compared result{
      .regression = {.kind = RegressionKind::lived_worse, .id = before.id, .before = before.actual, .after = now.actual, .p = {}}};
  result.regression.lost = now.lost.lived;
  if (!now.actual) {
    result.regression.kind = RegressionKind::no_longer_known;
    result.is_worse_as_it_stands = true;
    return result;
  }
  if (const auto loss = loss_of_measurement(before, now)) {
    result.regression.kind = *loss;
    result.regression.n_before = before.measurement->n;
    result.regression.n_after = now.measurement ? now.measurement->n : 0;
    result.regression.n_effective_after = now.measurement ? now.measurement->n_effective : 0;
    result.regression.kind_now = now.actual_kind;
    result.is_worse_as_it_stands = true;
    return result;
  }
  const bool is_judged = before.kind == ActualKind::judged && now.actual_kind == ActualKind::judged;
  const double slack = rounding_slack * std::abs(scale.range());
  result.is_worse_as_it_stands = is_judged && *now.actual < *before.actual - slack;
  result.regression.p = unadjusted_p(before, now, scale);
  return result;
}

/// A share or an outcome that both have; nothing where it rests on the same answers or did on too few.
void compare(const WaveFigure& before, const WaveFigure& now, const Scale& scale, std::vector<Compared>& all) {
  if (before.known == now.known || !is_tested_by_itself(now.measure)) return;
  const auto tested = change_between(before, now, {scale});
  const bool is_lost = !is_under(before.n(), fewest_answers) && is_under(now.n(), fewest_answers);
  if (!tested && !is_lost) return;
  all.push_back({.regression = {.kind = tested ? RegressionKind::figure_worse : RegressionKind::figure_not_tested,
                                .id = now.id,
                                .before = before.value(),
                                .after = now.value(),
                                .p = tested ? std::optional(tested->p) : std::nullopt,
                                .measure = now.measure,
                                .n_effective_after = now.n(),
                                .lost = now.lost},
                 .is_worse_as_it_stands = !tested});
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

/// Whether a KPI got worse and misses its target, or the one it had, or is lost: a target that was raised is no regression.
std::optional<Regression> regression_of(const KpiFigures& now, const KnownKpi& before) {
  if (!before.value) return std::nullopt;
  const Kpi& kpi = *now.kpi;
  Regression regression{.kind = RegressionKind::kpi_missed, .id = kpi.id.value, .before = before.value, .after = {}, .p = {}};
  if (!kpi.value) {
    regression.kind = RegressionKind::kpi_lost;
    return regression;
  }
  regression.after = kpi.value->value;
  const bool misses_then = before.target && trend_of(kpi, *before.target, *regression.after) == Trend::worse;
  const bool is_worse = trend_of(kpi, *before.value, *regression.after) == Trend::worse;
  return is_worse && (now.is_met == false || misses_then) ? std::optional(regression) : std::nullopt;
}

void compare_kpis(const KnownFigures& before, const Workspace& workspace, std::vector<Regression>& regressions) {
  const std::vector<KpiFigures> all = kpis_of(workspace);
  const auto is_of = [](const KpiFigures& now, const KnownKpi& kpi) {
    return kpi.kind == now.kind && kpi.of == now.of && kpi.id == now.kpi->id.value;
  };
  for (const KnownKpi& known : before.kpis) {
    const auto now = std::ranges::find_if(all, [&](const KpiFigures& figures) { return is_of(figures, known); });
    if (now == all.end()) {
      if (known.value)
        regressions.push_back({.kind = RegressionKind::kpi_gone, .id = known.id, .before = known.value, .after = {}, .p = {}});
    } else if (auto regression = regression_of(*now, known)) {
      regressions.push_back(std::move(*regression));
    }
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

/// The ids that touchpoints of the baseline go by now, by those they went by then.
std::map<std::string, std::string> new_ids(const KnownFigures& before, const Workspace& workspace) {
  std::vector<Likeness> then, now;
  for (const KnownTouchpoint& touchpoint : before.touchpoints)
    then.push_back({touchpoint.id, name_in_department(touchpoint.name, touchpoint.department), touchpoint.said});
  for (const Touchpoint& touchpoint : workspace.touchpoints) now.push_back(likeness_of(touchpoint));
  std::map<std::string, std::string> ids;
  for (const auto& [one, other] : renames_between(then, now)) ids[then[one].id] = now[other].id;
  return ids;
}

/// The baseline as if all had gone by their new ids already.
KnownFigures under_new_ids(KnownFigures known, const std::map<std::string, std::string>& ids) {
  const auto rename = [&](std::string& id) {
    if (const auto found = ids.find(id); found != ids.end()) id = found->second;
  };
  for (KnownTouchpoint& touchpoint : known.touchpoints) {
    rename(touchpoint.id);
    for (WaveFigure& share : touchpoint.shares) rename(share.id);
  }
  for (KnownKpi& kpi : known.kpis) {
    if (kpi.kind == "touchpoint") rename(kpi.of);
  }
  for (const auto& [then, now] : ids) rename_touchpoint(known.yardsticks, then, now);
  for (KnownGate& gate : known.gates) {
    for (const auto& [then, now] : ids) {
      if (auto breach = gate.breaking.extract(then)) {
        breach.key() = now;
        gate.breaking.insert(std::move(breach));
      }
    }
  }
  return known;
}

bool is_about_touchpoint(const Regression& regression) {
  switch (regression.kind) {
    case RegressionKind::lived_worse:
    case RegressionKind::no_longer_known:
    case RegressionKind::no_longer_measured:
    case RegressionKind::no_longer_tested:
    case RegressionKind::aim_lowered:
      return true;
    case RegressionKind::figure_worse:
    case RegressionKind::figure_lost:
    case RegressionKind::figure_not_tested:
      return regression.measure != Measure::outcome;
    case RegressionKind::touchpoint_gone:
    case RegressionKind::gate_broken:
    case RegressionKind::kpi_missed:
    case RegressionKind::kpi_lost:
    case RegressionKind::kpi_gone:
    case RegressionKind::yardstick_moved:
      return false;
  }
  return false;
}

void compare_touchpoints(const KnownFigures& before, const Workspace& workspace, const Analysis& now, const Answers* answers,
                         std::vector<Compared>& all) {
  const Scale& scale = workspace.project.scale;
  KnownById known = by_id(before);
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const auto found = known.find(workspace.touchpoints[i].id.value);
    if (found == known.end()) continue;
    const KnownTouchpoint& then = *found->second;
    if (then.actual) all.push_back(compared(then, now.touchpoints[i], scale));
    const auto shares = shares_of(then.id, now.touchpoints[i], answers ? &answers->of(i) : nullptr);
    compare_all(then.shares, shares, scale, all);
    known.erase(found);
  }
  for (const KnownTouchpoint& gone : before.touchpoints) {
    if (!gone.actual || !known.contains(gone.id)) continue;
    all.push_back({.regression = {.kind = RegressionKind::touchpoint_gone, .id = gone.id, .before = gone.actual, .after = {}, .p = {}},
                   .is_worse_as_it_stands = true});
  }
}

void compare_answers(const KnownFigures& before, const Workspace& workspace, const Analysis& now, const Answers* answers,
                     std::vector<Compared>& all) {
  compare_touchpoints(before, workspace, now, answers, all);
  compare_all(before.outcomes, outcomes_of(workspace, now), workspace.project.scale, all);
}

/// What the baseline knew to be lost of what is there now.
KnownLoss loss_in(const KnownFigures& before, const Workspace& workspace, const Analysis& now) {
  const KnownById known = by_id(before);
  KnownLoss loss;
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    LostAnswers& of = loss.touchpoints.emplace_back();
    const auto found = known.find(touchpoint.id.value);
    if (found == known.end()) continue;
    of.lived = found->second->lost;
    const auto thumbs = std::ranges::find(found->second->shares, Measure::thumbs_up, &WaveFigure::measure);
    if (thumbs != found->second->shares.end()) of.thumbs = thumbs->lost;
  }
  for (const OutcomeFigures& outcome : now.outcomes) {
    const SurveySource& source = workspace.sources[outcome.source];
    const WaveFigure figure{Measure::outcome, source.outcomes[outcome.outcome].id.value, source.id.value, {}};
    const WaveFigure* const then = counterpart_of(figure, before.outcomes);
    loss.outcomes.push_back(then ? then->lost : 0);
  }
  return loss;
}

bool is_of_same_figure(const Regression& one, const Regression& other) {
  return one.id == other.id && one.measure == other.measure && is_about_touchpoint(one) == is_about_touchpoint(other);
}

/// What is worse only if the answers that were lost since are the worst there is to say.
void find_worse_by_loss(const KnownFigures& before, const Workspace& workspace, const Analysis& now, const Answers* answers,
                        std::vector<Regression>& regressions) {
  const auto worst = at_worst_beyond(loss_in(before, workspace, now), workspace, now);
  if (!worst) return;
  std::vector<Compared> all;
  compare_answers(before, workspace, *worst, answers, all);
  adjust(all);
  const std::vector<Regression> known = regressions;
  for (const Compared& one : all) {
    const bool is_known = std::ranges::any_of(known, [&](const Regression& other) { return is_of_same_figure(one.regression, other); });
    if (one.regression.lost > 0 && is_worse(one) && !is_known) regressions.push_back(one.regression);
  }
}

/// Less is asked for.
void find_lowered_aims(const KnownFigures& before, const Workspace& workspace, const Analysis& now, std::vector<Regression>& regressions) {
  const KnownById known = by_id(before);
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const auto found = known.find(workspace.touchpoints[i].id.value);
    if (found == known.end()) continue;
    const KnownTouchpoint& then = *found->second;
    Aim aim{then.company, then.customer, then.target, then.importance, then.is_moment_of_truth, then.adequate};
    aim.is_asked = then.is_asked, aim.standard = then.standard, aim.promise = then.promise;
    const auto is_it = [&](const Regression& told) { return is_about_touchpoint(told) && told.id == then.id; };
    if (then.measurement && std::ranges::none_of(regressions, is_it)) aim.answers = then.measurement->n;
    std::string lower = lowered_text(aim, workspace.touchpoints[i], now.touchpoints[i]);
    if (lower.empty()) continue;
    regressions.push_back(
        {.kind = RegressionKind::aim_lowered, .id = then.id, .before = {}, .after = {}, .p = {}, .what = std::move(lower)});
  }
}

bool is_gone(const Regression& regression) {
  return regression.kind == RegressionKind::touchpoint_gone || regression.kind == RegressionKind::kpi_gone ||
         (regression.kind == RegressionKind::figure_lost && regression.measure == Measure::outcome);
}

/// What figures are held against and read by is otherwise. Of what is gone that is told already.
void find_moved_yardsticks(const KnownFigures& before, const Yardsticks& now, std::vector<Regression>& regressions) {
  Yardsticks then = before.yardsticks;
  for (const Regression& told : regressions) {
    if (is_gone(told)) forget(then, told.id);
  }
  for (MovedYardstick& moved : moved_yardsticks(then, now)) {
    regressions.push_back({.kind = RegressionKind::yardstick_moved,
                           .id = std::move(moved.what),
                           .before = {},
                           .after = {},
                           .p = {},
                           .what = std::move(moved.text)});
  }
}

}  // namespace

std::vector<Regression> find_regressions(const KnownFigures& baseline, const Workspace& workspace, const Analysis& now,
                                         const std::vector<GateResult>& gates, const Answers* answers) {
  const std::map<std::string, std::string> ids = new_ids(baseline, workspace);
  const KnownFigures before = under_new_ids(baseline, ids);
  std::vector<Compared> all;
  compare_answers(before, workspace, now, answers, all);
  compare_delivered(before, workspace, now, all);
  adjust(all);
  std::vector<Regression> regressions;
  for (const Compared& one : all) {
    if (!is_worse(one)) continue;
    regressions.push_back(one.regression);
    regressions.back().lost = 0;
  }
  find_worse_by_loss(before, workspace, now, answers, regressions);
  find_lowered_aims(before, workspace, now, regressions);
  for (Regression& regression : regressions) {
    const auto renamed = std::ranges::find(ids, regression.id, [](const auto& entry) { return entry.second; });
    if (renamed != ids.end() && is_about_touchpoint(regression)) regression.id_before = renamed->first;
  }
  compare_kpis(before, workspace, regressions);
  for (const GateResult& gate : gates) {
    if (!is_worse(gate, before.gates, workspace)) continue;
    regressions.push_back({.kind = RegressionKind::gate_broken,
                           .id = std::string(gate.name),
                           .before = value_of(before.gates, gate.name),
                           .after = gate.value,
                           .p = {},
                           .what = newly_broken_by(gate, before.gates, workspace)});
  }
  find_moved_yardsticks(before, yardsticks_of(workspace, gates), regressions);
  return regressions;
}

}  // namespace mot
