#include "mot/analysis/sensitivity.h"

#include <algorithm>
#include <functional>

#include "mot/analysis/priorities.h"

namespace mot {
namespace {

constexpr double doubt_of_a_judgement = 0.1;  // of the range

struct PriorityRange {
  double low;
  double high;
};

PriorityRange priorities_of(const Figures& figures, bool is_moment_of_truth, const Scale& scale) {
  const double doubt = doubt_of_a_judgement * scale.range();
  const Interval gap = figures.gap_interval.value_or(Interval{*figures.gap - doubt, *figures.gap + doubt});
  Figures low = figures, high = figures;
  low.importance = std::max(1.0, *figures.importance - 1);
  high.importance = std::min(5.0, *figures.importance + 1);
  low.gap = gap.low;
  high.gap = gap.high;
  return {weighted_priority(low, is_moment_of_truth, scale).value_or(*figures.priority),
          weighted_priority(high, is_moment_of_truth, scale).value_or(*figures.priority)};
}

/// The priorities of one part of the ranking, falling, and the place of its first.
struct RankedPart {
  std::size_t first_rank;
  std::vector<double> priorities;

  /// The rank of a priority among the others: behind all that are larger.
  std::size_t rank_of(double priority) const {
    const auto place = std::partition_point(priorities.begin(), priorities.end(), [&](double other) { return other > priority; });
    return first_rank + static_cast<std::size_t>(place - priorities.begin());
  }
  /// The same for one that has a place here: it is not in its own way.
  std::size_t rank_without(double own, double priority) const { return rank_of(priority) - (own > priority ? 1 : 0); }
};

/// The middle one; of an even number the mean of both. Nothing of none.
std::optional<double> median(std::vector<double> numbers) {
  if (numbers.empty()) return std::nullopt;
  std::ranges::sort(numbers);
  const std::size_t half = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[half] : numbers[half - 1] / 2 + numbers[half] / 2;
}

std::optional<Crosshair> at_medians(const std::vector<Figures>& figures, ImportanceBasis basis) {
  std::vector<double> importances, actuals;
  for (const Figures& of : figures) {
    const auto importance = plotted_importance(of, basis);
    if (!importance || !of.actual) continue;
    importances.push_back(*importance);
    actuals.push_back(*of.actual);
  }
  const auto importance = median(std::move(importances)), actual = median(std::move(actuals));
  return importance && actual ? std::optional(Crosshair{*importance, *actual}) : std::nullopt;
}

Crosshair at_middles(const Scale& scale, ImportanceBasis basis) {
  constexpr double middle_importance = 3, middle_correlation = 0;
  return {basis == ImportanceBasis::stated ? middle_importance : middle_correlation, scale.middle()};
}

ImportanceBasis other(ImportanceBasis basis) {
  return basis == ImportanceBasis::stated ? ImportanceBasis::derived : ImportanceBasis::stated;
}

/// A place for the cross-hair, and the importance that goes with it.
struct Placement {
  std::optional<Crosshair> crosshair;
  ImportanceBasis basis;
};

/// In the order of CrosshairAt.
std::array<Placement, names_of<CrosshairAt>.size()> placements(const Scale& scale, const Analysis& analysis) {
  const ImportanceBasis basis = analysis.importance_basis;
  return {{{analysis.crosshair, basis},
           {at_medians(analysis.touchpoints, basis), basis},
           {at_middles(scale, basis), basis},
           {crosshair_of(analysis.touchpoints, other(basis)), other(basis)}}};
}

std::optional<Quadrant> quadrant_at(const Placement& placement, const Scale& scale, Figures figures) {
  figures.quadrant.reset();
  if (placement.crosshair) find_quadrant(*placement.crosshair, placement.basis, scale, figures);
  return figures.quadrant;
}

}  // namespace

std::vector<Otherwise> looked_at_otherwise(const Workspace& workspace, const Answers& answers, const Analysis& analysis) {
  std::vector<Otherwise> otherwise(analysis.touchpoints.size());
  for (std::size_t method = 0; method < names_of<Method>.size(); ++method) {
    const Viewpoint viewpoint{static_cast<Method>(method), analysis.importance_basis, analysis.persona};
    const Analysis by_method = analyse(workspace, answers, viewpoint);
    for (std::size_t i = 0; i < otherwise.size(); ++i) otherwise[i].ranks[method] = by_method.touchpoints[i].rank;
  }
  const Scale& scale = workspace.project.scale;
  const auto places = placements(scale, analysis);
  for (std::size_t i = 0; i < otherwise.size(); ++i) {
    for (std::size_t at = 0; at < places.size(); ++at) {
      otherwise[i].quadrants[at] = quadrant_at(places[at], scale, analysis.touchpoints[i]);
    }
  }
  return otherwise;
}

std::vector<std::optional<RankRange>> rank_ranges(const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::optional<RankRange>> ranges(analysis.touchpoints.size());
  if (analysis.method != Method::weighted) return ranges;
  std::vector<std::size_t> established, uncertain;
  for (const std::size_t i : analysis.ranking) (is_uncertain(analysis.touchpoints[i]) ? uncertain : established).push_back(i);
  std::size_t first_rank = 1;
  for (const auto& members : {established, uncertain}) {
    RankedPart part{first_rank, {}};
    for (const std::size_t i : members) part.priorities.push_back(*analysis.touchpoints[i].priority);
    std::ranges::sort(part.priorities, std::greater());
    for (const std::size_t i : members) {
      const Figures& figures = analysis.touchpoints[i];
      const auto [low, high] = priorities_of(figures, workspace.touchpoints[i].moment_of_truth.value, workspace.project.scale);
      const std::size_t best = part.rank_without(*figures.priority, high), worst = part.rank_without(*figures.priority, low);
      ranges[i] = RankRange{std::min(best, *figures.rank), std::max(worst, *figures.rank)};
    }
    first_rank += members.size();
  }
  return ranges;
}

}  // namespace mot
