#include "mot/analysis/gates.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "mot/analysis/at_worst.h"
#include "mot/analysis/delivered.h"
#include "mot/analysis/gaps.h"
#include "mot/analysis/gate_doubts.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/scores.h"
#include "mot/analysis/sets.h"

namespace mot {
namespace {

struct Judged {
  const Workspace& workspace;
  const Analysis& analysis;
};

/// How one touchpoint stands to a limit.
struct LimitStanding {
  std::optional<double> value;  ///< what is held against the limit; nothing where that can't be told
  bool could_break = false;     ///< unknown, and what it can be, or what too few answers say, is over the limit
};

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

/// The widest that a gap can be of which nobody knows how wide it is.
double widest_gap_of(const Figures& figures, const Scale& scale) {
  return figures.target.value_or(scale.max) - scale.min;
}

/// What is lived and what is wanted, as a test sees them.
struct Contrast {
  Moments lived;
  Moments wanted;
};

/// What nobody had to be asked for: a number without any spread.
Moments exactly(double wanted) {
  return {.n = 2, .mean = wanted, .sd = 0};
}

std::optional<Contrast> gap_contrast(const Figures& figures, const Scale& scale) {
  if (!figures.gap || !rests_on_enough(figures)) return std::nullopt;
  if (figures.paired_gap) {
    Moments lived = *figures.paired_gap;
    lived.mean = -lived.mean;
    return Contrast{lived, exactly(0)};
  }
  const auto lived = with_ends(*figures.measurement, scale);
  const auto wanted = is_target_asked(figures) ? with_ends(*figures.wish, scale) : std::optional(exactly(*figures.target));
  return lived && wanted ? std::optional(Contrast{*lived, *wanted}) : std::nullopt;
}

std::optional<Contrast> adequate_contrast(const Figures& figures, const Scale& scale) {
  if (!figures.has_enough_answers || !figures.adequate) return std::nullopt;
  const auto lived = with_ends(*figures.measurement, scale);
  return lived ? std::optional(Contrast{*lived, exactly(*figures.adequate)}) : std::nullopt;
}

/// How likely so wide a gap is by chance where it is no wider than the limit: one-sided.
double p_over(Contrast contrast, double limit) {
  contrast.lived.mean += limit;
  const auto tested = welch(contrast.lived, contrast.wanted);
  if (!tested) return 1;
  return tested->value > 0 ? tested->p / 2 : 1 - tested->p / 2;
}

/// The least that the answers behind a stated score leave possible.
double least_lived(const Figures& figures, const Scale& scale) {
  const auto& interval = figures.measurement->interval;
  return interval ? std::min(interval->low, figures.measurement->mean) : scale.min;
}

/// How a touchpoint stands to a limit; `lower` is the lower end of what was tested.
LimitStanding gap_standing(const Figures& figures, std::optional<double> lower, double limit, const Scale& scale) {
  if (!figures.gap) return {.value = {}, .could_break = widest_gap_of(figures, scale) > limit};
  const bool is_in_doubt = is_overstated(figures, scale) && *figures.gap <= limit;
  if (is_in_doubt) return {.value = {}, .could_break = *figures.target - least_lived(figures, scale) > limit};
  if (figures.actual_kind == ActualKind::judged) return {.value = figures.gap};
  if (!is_measured(figures)) return {.value = {}, .could_break = *figures.gap > limit};
  if (lower && (figures.is_established || *lower <= limit)) return {.value = lower};
  // However few were asked what they want, the gap to what the company aims at is no wider than the gap to the target.
  const auto& lived = figures.measurement->interval;
  const auto to_company = figures.company && lived && figures.has_enough_answers ? *figures.company - lived->high : scale.min - scale.max;
  if (is_target_asked(figures) && to_company > limit) return {.value = to_company};
  return {.value = {}, .could_break = *figures.gap > limit};
}

/// How far below adequate customers surely are, in points; over 0 counts.
LimitStanding adequate_standing(const Figures& figures, std::optional<double> lower, double limit, const Scale& scale) {
  if (!figures.actual) return {.value = {}, .could_break = *figures.adequate - scale.min > limit};
  const double below = *figures.adequate - *figures.actual;
  const bool is_in_doubt = is_overstated(figures, scale) && below <= limit;
  if (is_in_doubt) return {.value = {}, .could_break = *figures.adequate - least_lived(figures, scale) > limit};
  if (figures.actual_kind == ActualKind::judged) return {.value = below};
  if (lower) return {.value = lower};
  return {.value = {}, .could_break = below > limit};
}

double slack_of(const Judged& judged) {
  return rounding_slack * std::abs(judged.workspace.project.scale.range());
}

/// What the touchpoints that a gate is about have come to.
struct Tally {
  std::optional<double> largest;
  std::optional<double> gap_of_largest;  ///< whose lower end it is
  std::optional<std::size_t> place_of_largest;
  std::size_t in_doubt = 0;
  std::vector<std::size_t> breaking;
  std::vector<GateMargin> margins;  ///< of each of `breaking`
  std::vector<std::size_t> not_judged;
};

using IsAsked = bool (*)(const Touchpoint&, const Figures&);
using ContrastOf = std::optional<Contrast> (*)(const Figures&, const Scale& scale);
using StandingOf = LimitStanding (*)(const Figures&, std::optional<double> lower, double limit, const Scale& scale);
using ShownOf = std::optional<double> (*)(const Figures&);

/// The touchpoints a gate is about, and how each is held against its limit.
struct Asking {
  IsAsked is_asked;
  ContrastOf contrast_of;
  StandingOf standing_of;
  ShownOf shown_of;  ///< what tables show of it, in points; known where the standing is
};

std::optional<double> shown_gap(const Figures& figures) {
  return figures.gap;
}

std::optional<double> shown_below_adequate(const Figures& figures) {
  return figures.adequate && figures.actual ? std::optional(*figures.adequate - *figures.actual) : std::nullopt;
}

std::vector<std::size_t> in_order_of_mending(const Analysis& analysis) {
  std::vector<std::size_t> order = analysis.ranking;
  order.insert(order.end(), analysis.blind_spots.begin(), analysis.blind_spots.end());
  return order;
}

/// By touchpoint the lower ends of all that is tested against one limit, so wide that by chance at most one gate in forty is broken where
/// none should be: Holm's steps, one-sided, each end at the confidence that its step leaves.
std::vector<std::optional<double>> lower_ends(const Judged& judged, double limit, const Asking& asking) {
  struct Tested {
    std::size_t touchpoint;
    Contrast contrast;
    double p;
  };
  std::vector<Tested> all;
  std::vector<std::optional<double>> ends(judged.analysis.touchpoints.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Figures& figures = judged.analysis.touchpoints[i];
    if (!is_measured(figures) || !asking.is_asked(judged.workspace.touchpoints[i], figures)) continue;
    if (const auto contrast = asking.contrast_of(figures, judged.workspace.project.scale))
      all.push_back({i, *contrast, p_over(*contrast, limit)});
  }
  std::ranges::stable_sort(all, {}, &Tested::p);
  std::size_t left = all.size();
  for (const auto& [touchpoint, contrast, p] : all) {
    const auto tested = welch(contrast.lived, contrast.wanted, 1 - 0.05 / static_cast<double>(left));
    if (!tested) continue;
    ends[touchpoint] = tested->interval.low;
    if (tested->interval.low > limit) --left;
  }
  return ends;
}

Tally tally(const Judged& judged, double limit, const Asking& asking) {
  Tally tally;
  const auto ends = lower_ends(judged, limit, asking);
  for (const std::size_t i : in_order_of_mending(judged.analysis)) {
    const Figures& figures = judged.analysis.touchpoints[i];
    if (!asking.is_asked(judged.workspace.touchpoints[i], figures)) continue;
    const LimitStanding standing = asking.standing_of(figures, ends[i], limit, judged.workspace.project.scale);
    tally.in_doubt += standing.could_break ? 1 : 0;
    if (!standing.value) {
      tally.not_judged.push_back(i);
      continue;
    }
    if (!tally.largest || *standing.value > *tally.largest) {
      tally.largest = standing.value;
      tally.gap_of_largest = figures.gap;
      tally.place_of_largest = i;
    }
    if (*standing.value <= limit + slack_of(judged)) continue;
    tally.breaking.push_back(i);
    tally.margins.push_back({*standing.value, asking.shown_of(figures).value_or(*standing.value)});
  }
  return tally;
}

std::optional<bool> verdict(bool is_broken, bool is_known, bool is_in_doubt) {
  if (is_broken) return false;
  return is_known && !is_in_doubt ? std::optional(true) : std::nullopt;
}

/// A gate as the project sets it.
struct Limit {
  std::string_view name;
  double value;
  Span span;
};

GateResult undecided(const Limit& limit) {
  GateResult result;
  result.name = limit.name;
  result.limit = limit.value;
  result.span = limit.span;
  return result;
}

/// Holds where even the least that the share can be is enough, is broken where even the most isn't.
GateResult at_least(const Limit& limit, std::optional<double> value, std::optional<Interval> bounds) {
  GateResult result = undecided(limit);
  result.value = value;
  result.bounds = bounds;
  const double slack = 100 * rounding_slack;
  if (!bounds) return result;
  if (bounds->low >= limit.value - slack) result.holds = true;
  if (bounds->high < limit.value - slack) result.holds = false;
  return result;
}

std::optional<Interval> as_bounds(std::optional<double> low, std::optional<double> high) {
  return low && high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

GateResult delivered_at_least(const Limit& limit, const Judged& judged) {
  const Delivered& delivered = judged.analysis.all.delivered;
  const auto all = all_touchpoints(judged.workspace);
  GateResult result = at_least(limit, delivered.value, sure_bounds_of(judged.analysis, all, judged.workspace.project.scale));
  result.is_sampled = delivered.interval.has_value();
  for (const std::size_t i : in_order_of_mending(judged.analysis)) {
    const Figures& figures = judged.analysis.touchpoints[i];
    const bool is_unknown = !figures.target || !figures.actual || !figures.importance;
    if (is_unknown || is_of_unknown_spread(figures, judged.workspace.project.scale)) result.not_judged.push_back(i);
  }
  return result;
}

GateResult known_at_least(const Limit& limit, const Judged& judged) {
  GateResult result = undecided(limit);
  const auto& touchpoints = judged.analysis.touchpoints;
  std::size_t known = 0;
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    const bool is_known = touchpoints[i].target && touchpoints[i].actual;
    known += is_known ? 1 : 0;
    if (!is_known) result.breaking.push_back(i);
  }
  if (touchpoints.empty()) return result;
  result.value = 100.0 * static_cast<double>(known) / static_cast<double>(touchpoints.size());
  result.holds = *result.value >= limit.value - 100 * rounding_slack;
  if (*result.holds) result.breaking.clear();
  return result;
}

GateResult gap_at_most(const Limit& limit, const Judged& judged, IsAsked is_asked) {
  Tally all = tally(judged, limit.value, {is_asked, gap_contrast, gap_standing, shown_gap});
  GateResult result = undecided(limit);
  result.value = all.largest;
  result.holds = verdict(!all.breaking.empty(), all.largest.has_value(), all.in_doubt > 0);
  result.widest_gap = all.gap_of_largest;
  result.widest_at = all.place_of_largest;
  result.breaking = std::move(all.breaking);
  result.margins = std::move(all.margins);
  result.not_judged = std::move(all.not_judged);
  return result;
}

GateResult below_adequate_at_most(const Limit& limit, const Judged& judged) {
  const auto is_asked = [](const Touchpoint&, const Figures& figures) { return figures.adequate.has_value(); };
  Tally all = tally(judged, 0, {is_asked, adequate_contrast, adequate_standing, shown_below_adequate});
  const auto count = static_cast<double>(all.breaking.size()), in_doubt = static_cast<double>(all.in_doubt);
  GateResult result = undecided(limit);
  if (all.largest) result.value = count;
  result.holds = verdict(count > limit.value, all.largest.has_value(), count + in_doubt > limit.value);
  if (count > limit.value) {
    result.breaking = std::move(all.breaking);
    result.margins = std::move(all.margins);
  }
  result.not_judged = std::move(all.not_judged);
  return result;
}

/// By how much an outcome misses its target, and surely does.
GateMargin margin_of(const OutcomeStanding& outcome) {
  const double shown = outcome.shortfall.value_or(0);
  const bool has_interval = outcome.figures != nullptr && outcome.figures->interval && outcome.figures->value;
  return {has_interval ? shown - (outcome.figures->interval->high - *outcome.figures->value) : shown, shown};
}

/// An outcome with a target is a KPI whose value is what customers answered.
GateResult kpis_met_at_least(const Limit& limit, const Judged& judged) {
  const std::vector<KpiFigures> kpis = kpis_of(judged.workspace);
  const std::vector<OutcomeStanding> outcomes = outcomes_with_target(judged.workspace, judged.analysis);
  const KpiCount count = count_of(kpis, outcomes);
  GateResult result = at_least(limit, count.value(), count.bounds());
  result.is_sampled = !outcomes.empty();
  const auto tell = [&](const std::string& name, std::string key, const std::optional<bool>& is_met, const GateMargin& shortfall) {
    if (!is_met) {
      result.kpis_not_judged.push_back(name);
      result.kpi_keys_not_judged.push_back(std::move(key));
    } else if (!*is_met && result.holds == false) {
      result.kpis_breaking.push_back(name);
      result.kpi_keys_breaking.push_back(std::move(key));
      result.kpi_margins.push_back(shortfall);
    }
  };
  for (const KpiFigures& kpi : kpis) {
    const double shortfall = kpi.shortfall.value_or(0);
    if (kpi.has_target()) tell(kpi.kpi->name.value, key_of(kpi), kpi.is_met, {shortfall, shortfall});
  }
  for (const OutcomeStanding& outcome : outcomes) tell(outcome.name(), key_of(*outcome.outcome), outcome.is_met, margin_of(outcome));
  return result;
}

std::vector<GateResult> judge(const Judged& judged) {
  const Gates& gates = judged.workspace.project.gates;
  const auto any = [](const Touchpoint&, const Figures&) { return true; };
  const auto is_moment_of_truth = [](const Touchpoint& touchpoint, const Figures&) { return touchpoint.moment_of_truth.value; };
  std::vector<GateResult> results;
  const auto add = [&](std::string_view name, const auto& gate, const auto& result_of) {
    if (gate) results.push_back(result_of(Limit{name, static_cast<double>(gate->value), gate->span}));
  };
  const auto& coverage = judged.analysis.all.coverage;
  add("coverage_at_least", gates.coverage_at_least,
      [&](const Limit& limit) { return at_least(limit, coverage, as_bounds(coverage, coverage)); });
  add("delivered_at_least", gates.delivered_at_least, [&](const Limit& limit) { return delivered_at_least(limit, judged); });
  add("gap_at_most", gates.gap_at_most, [&](const Limit& limit) { return gap_at_most(limit, judged, any); });
  add("moment_of_truth_gap_at_most", gates.moment_of_truth_gap_at_most,
      [&](const Limit& limit) { return gap_at_most(limit, judged, is_moment_of_truth); });
  add("below_adequate_at_most", gates.below_adequate_at_most, [&](const Limit& limit) { return below_adequate_at_most(limit, judged); });
  add("known_at_least", gates.known_at_least, [&](const Limit& limit) { return known_at_least(limit, judged); });
  add("kpis_met_at_least", gates.kpis_met_at_least, [&](const Limit& limit) { return kpis_met_at_least(limit, judged); });
  return results;
}

bool is_about_outcomes(const GateResult& gate) {
  return gate.name == "kpis_met_at_least";
}

/// Where a gate would not hold any more if what was lost were the worst, it can't be decided, and names where it was lost.
void take_loss(const GateResult& worst, const Judged& judged, GateResult& gate) {
  if (gate.bounds && worst.bounds) gate.bounds->low = std::min(gate.bounds->low, worst.bounds->low);
  if (gate.holds != true || worst.holds == true) return;
  gate.holds.reset();
  if (is_about_outcomes(gate)) {
    for (const OutcomeStanding& outcome : outcomes_with_target(judged.workspace, judged.analysis)) {
      if (outcome.figures && outcome.figures->lost > 0) gate.kpis_lost.push_back(outcome.name());
    }
    return;
  }
  for (const std::size_t i : in_order_of_mending(judged.analysis)) {
    if (judged.analysis.touchpoints[i].lost.any()) gate.lost_at.push_back(i);
  }
}

/// Why the gate can't go by each touchpoint whose figures can't tell.
std::vector<GateDoubt> doubts_of(const GateResult& gate, const Judged& judged) {
  std::vector<GateDoubt> doubts;
  for (const std::size_t i : gate.name == "known_at_least" ? gate.breaking : gate.not_judged)
    doubts.push_back(doubt_of(gate.name, i, judged.analysis.touchpoints[i]));
  return doubts;
}

/// What was lost that the gate could go by, for a baseline to know; nothing where it would stand as it does whatever was lost.
std::vector<GateLoss> losses_of(const GateResult& gate, const Judged& judged) {
  std::vector<GateLoss> losses;
  const auto add = [&](std::string key, double answers) {
    if (answers > 0) losses.push_back({std::move(key), answers});
  };
  if (is_about_outcomes(gate)) {
    for (const OutcomeStanding& outcome : outcomes_with_target(judged.workspace, judged.analysis))
      add(key_of(*outcome.outcome), outcome.figures ? outcome.figures->lost : 0);
    return losses;
  }
  for (std::size_t i = 0; i < judged.workspace.touchpoints.size(); ++i) {
    const LostAnswers& lost = judged.analysis.touchpoints[i].lost;
    add(judged.workspace.touchpoints[i].id.value, lost.lived + lost.wished + lost.importance);
  }
  return losses;
}

/// What was lost counts as the worst there is, where it could break a gate.
void take_losses(const Judged& judged, std::vector<GateResult>& results) {
  const auto worst_analysis = results.empty() ? std::nullopt : at_worst(judged.workspace, judged.analysis);
  if (!worst_analysis) return;
  const std::vector<GateResult> worst = judge({judged.workspace, *worst_analysis});
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (worst[i] != results[i]) {
      results[i].losses = losses_of(results[i], judged);
      results[i].at_worst = {worst[i]};
    }
    take_loss(worst[i], judged, results[i]);
  }
}

}  // namespace

std::vector<GateResult> judge_gates(const Workspace& workspace, const Analysis& analysis) {
  const Judged judged{workspace, analysis};
  std::vector<GateResult> results = judge(judged);
  take_losses(judged, results);
  for (GateResult& result : results) result.doubts = doubts_of(result, judged);
  return results;
}

}  // namespace mot
