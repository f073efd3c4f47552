#include "mot/analysis/gates.h"

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

struct Judged {
  const Workspace& workspace;
  const Analysis& analysis;
};

/// How one touchpoint stands to a limit.
struct Standing {
  std::optional<double> value;       ///< what is held against the limit; nothing where that can't be told
  bool would_break_if_sure = false;  ///< too few answers to tell, but what they say is over the limit
};

bool is_measured(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured;
}

Standing gap_standing(const Figures& figures, double limit) {
  if (!figures.gap) return {};
  if (!is_measured(figures)) return {.value = figures.gap};
  const auto& interval = figures.gap_interval;
  const bool is_surely_within = figures.has_enough_answers && interval && interval->low <= limit;
  if (figures.is_established || is_surely_within) return {.value = interval->low};
  return {.value = {}, .would_break_if_sure = *figures.gap > limit};
}

/// How far below adequate customers surely are, in points; over 0 counts.
Standing adequate_standing(const Figures& figures, double limit) {
  if (!figures.actual) return {};
  const double below = *figures.adequate - *figures.actual;
  if (!is_measured(figures)) return {.value = below};
  const auto& interval = figures.measurement->interval;
  if (figures.has_enough_answers && interval) return {.value = *figures.adequate - interval->high};
  return {.value = {}, .would_break_if_sure = below > limit};
}

double slack_of(const Judged& judged) {
  return rounding_slack * std::abs(judged.workspace.project.scale.range());
}

/// What the touchpoints that a gate is about have come to.
struct Tally {
  std::optional<double> largest;
  std::size_t in_doubt = 0;
  std::vector<std::size_t> breaking;
  std::vector<std::size_t> not_judged;
};

using IsAsked = bool (*)(const Touchpoint&, const Figures&);
using StandingOf = Standing (*)(const Figures&, double limit);

std::vector<std::size_t> in_order_of_mending(const Analysis& analysis) {
  std::vector<std::size_t> order = analysis.ranking;
  order.insert(order.end(), analysis.blind_spots.begin(), analysis.blind_spots.end());
  return order;
}

Tally tally(const Judged& judged, double limit, IsAsked is_asked, StandingOf standing_of) {
  Tally tally;
  for (const std::size_t i : in_order_of_mending(judged.analysis)) {
    const Figures& figures = judged.analysis.touchpoints[i];
    if (!is_asked(judged.workspace.touchpoints[i], figures)) continue;
    const Standing standing = standing_of(figures, limit);
    tally.in_doubt += standing.would_break_if_sure ? 1 : 0;
    if (!standing.value) {
      tally.not_judged.push_back(i);
      continue;
    }
    tally.largest = std::max(tally.largest.value_or(*standing.value), *standing.value);
    if (*standing.value > limit + slack_of(judged)) tally.breaking.push_back(i);
  }
  return tally;
}

std::optional<bool> verdict(bool is_broken, bool is_known, bool is_in_doubt) {
  if (is_broken) return false;
  return is_known && !is_in_doubt ? std::optional(true) : std::nullopt;
}

GateResult at_least(std::string_view name, double limit, std::optional<double> value) {
  GateResult result{.name = name, .limit = limit, .value = value, .holds = {}, .breaking = {}, .not_judged = {}};
  if (value) result.holds = *value >= limit - 100 * rounding_slack;
  return result;
}

GateResult gap_at_most(std::string_view name, double limit, const Judged& judged, IsAsked is_asked) {
  Tally all = tally(judged, limit, is_asked, gap_standing);
  const auto holds = verdict(!all.breaking.empty(), all.largest.has_value(), all.in_doubt > 0);
  return {name, limit, all.largest, holds, std::move(all.breaking), std::move(all.not_judged)};
}

GateResult below_adequate_at_most(std::string_view name, std::size_t limit, const Judged& judged) {
  const auto is_asked = [](const Touchpoint&, const Figures& figures) { return figures.adequate.has_value(); };
  Tally all = tally(judged, 0, is_asked, adequate_standing);
  const std::size_t count = all.breaking.size();
  const auto value = all.largest ? std::optional(static_cast<double>(count)) : std::nullopt;
  const auto holds = verdict(count > limit, all.largest.has_value(), count + all.in_doubt > limit);
  if (count <= limit) all.breaking.clear();
  return {name, static_cast<double>(limit), value, holds, std::move(all.breaking), std::move(all.not_judged)};
}

}  // namespace

std::vector<GateResult> judge_gates(const Workspace& workspace, const Analysis& analysis) {
  const Gates& gates = workspace.project.gates;
  const Judged judged{workspace, analysis};
  std::vector<GateResult> results;
  if (gates.coverage_at_least) results.push_back(at_least("coverage_at_least", gates.coverage_at_least->value, analysis.all.coverage));
  if (gates.delivered_at_least) {
    results.push_back(at_least("delivered_at_least", gates.delivered_at_least->value, analysis.all.delivered.value));
  }
  if (gates.gap_at_most) {
    const auto any = [](const Touchpoint&, const Figures&) { return true; };
    results.push_back(gap_at_most("gap_at_most", gates.gap_at_most->value, judged, any));
  }
  if (gates.moment_of_truth_gap_at_most) {
    const auto is_moment = [](const Touchpoint& touchpoint, const Figures&) { return touchpoint.moment_of_truth.value; };
    results.push_back(gap_at_most("moment_of_truth_gap_at_most", gates.moment_of_truth_gap_at_most->value, judged, is_moment));
  }
  if (gates.below_adequate_at_most) {
    results.push_back(below_adequate_at_most("below_adequate_at_most", gates.below_adequate_at_most->value, judged));
  }
  return results;
}

}  // namespace mot
