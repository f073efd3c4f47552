#include "mot/analysis/worst.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "mot/analysis/priorities.h"

namespace mot {
namespace {

/// How bad a touchpoint is, in points; nothing where that is unknown.
using Badness = std::optional<double> (*)(const Figures&);

std::optional<double> gap_over_0(const Figures& figures) {
  return figures.gap && *figures.gap > 0 ? figures.gap : std::nullopt;
}

std::optional<double> depth(const Figures& figures) {
  return figures.actual ? std::optional(-*figures.actual) : std::nullopt;
}

/// 0 for what surely falls short by more than the green class, 1 for what does by answers that establish nothing, 2 for the rest: a gap
/// that may be chance is never named before one that is none.
int order_of(const Figures& figures) {
  const bool falls_short = gap_over_0(figures) && figures.gap_class != GapClass::green && figures.gap_class != GapClass::unknown;
  return !falls_short ? 2 : is_uncertain(figures) ? 1 : 0;
}

/// Touchpoints held against each other by one measure.
struct Comparison {
  const Workspace& workspace;
  std::span<const Figures> figures;
  Badness badness;

  /// What has no rank comes last.
  std::size_t rank_of(std::size_t touchpoint) const { return figures[touchpoint].rank.value_or(std::numeric_limits<std::size_t>::max()); }

  bool is_worse(std::size_t one, std::size_t other) const {
    if (const int own = order_of(figures[one]), of_other = order_of(figures[other]); own != of_other) return own < of_other;
    const double more = *badness(figures[one]) - *badness(figures[other]);
    if (std::abs(more) > rounding_slack * std::abs(workspace.project.scale.range())) return more > 0;
    if (const std::size_t own = rank_of(one), of_other = rank_of(other); own != of_other) return own < of_other;
    const auto &importance = figures[one].importance, &of_other = figures[other].importance;
    if (importance != of_other) return importance > of_other;  // an unknown one is the least
    return workspace.touchpoints[one].id.value < workspace.touchpoints[other].id.value;
  }
};

}  // namespace

std::optional<std::size_t> worst_moment(const Workspace& workspace, std::span<const Figures> figures,
                                        std::span<const std::size_t> touchpoints) {
  const bool has_gap = std::ranges::any_of(touchpoints, [&](std::size_t i) { return figures[i].gap.has_value(); });
  const Comparison comparison{workspace, figures, has_gap ? gap_over_0 : depth};
  std::optional<std::size_t> worst;
  for (const std::size_t i : touchpoints) {
    if (comparison.badness(figures[i]) && (!worst || comparison.is_worse(i, *worst))) worst = i;
  }
  return worst;
}

std::vector<std::size_t> worst_moments(const Workspace& workspace, std::span<const Figures> figures,
                                       std::span<const std::size_t> touchpoints) {
  const Comparison comparison{workspace, figures, gap_over_0};
  std::vector<std::size_t> moments;
  std::vector<bool> is_taken(figures.size());
  for (const std::size_t i : touchpoints) {
    if (!is_taken[i] && gap_over_0(figures[i])) moments.push_back(i);
    is_taken[i] = true;
  }
  std::ranges::stable_sort(moments, [&](std::size_t one, std::size_t other) { return comparison.is_worse(one, other); });
  return moments;
}

}  // namespace mot
