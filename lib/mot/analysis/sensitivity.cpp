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
struct Part {
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

}  // namespace

std::vector<std::optional<RankRange>> rank_ranges(const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::optional<RankRange>> ranges(analysis.touchpoints.size());
  if (analysis.method != Method::weighted) return ranges;
  std::vector<std::size_t> established, uncertain;
  for (const std::size_t i : analysis.ranking) (is_uncertain(analysis.touchpoints[i]) ? uncertain : established).push_back(i);
  std::size_t first_rank = 1;
  for (const auto& members : {established, uncertain}) {
    Part part{first_rank, {}};
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
