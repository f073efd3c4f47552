#include "mot/analysis/paths.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace mot {
namespace {

/// Whether a score stands out more than another; of a tie the lower does.
bool stands_out_more(double score, double other, const Scale& scale) {
  const double distance = std::abs(score - scale.middle()), other_distance = std::abs(other - scale.middle());
  const double slack = rounding_slack * std::abs(scale.range());
  if (std::abs(distance - other_distance) <= slack) return score < other;
  return distance > other_distance;
}

bool is_hand_over(const Workspace& workspace, std::size_t from, std::size_t to) {
  const auto giver = workspace.touchpoints[from].department.index, taker = workspace.touchpoints[to].department.index;
  return giver && taker && *giver != *taker;
}

std::optional<double> loss_of(const Figures& before, const Figures& after) {
  return before.actual && after.actual ? finite(*before.actual - *after.actual) : std::nullopt;
}

}  // namespace

bool is_on_main_path(const Touchpoint& touchpoint) {
  return !touchpoint.when && touchpoint.visibility.value == Visibility::frontstage;
}

std::vector<std::size_t> main_path(const Workspace& workspace, const Journey& journey) {
  std::vector<std::size_t> path;
  for (const Stage& stage : journey.stages) {
    for (const auto& link : stage.touchpoints) {
      if (link.index && is_on_main_path(workspace.touchpoints[*link.index])) path.push_back(*link.index);
    }
  }
  return path;
}

std::optional<PeakEnd> peak_end(const Workspace& workspace, std::span<const Figures> figures, const Journey& journey) {
  const std::vector<std::size_t> path = main_path(workspace, journey);
  if (path.empty() || !figures[path.back()].actual) return std::nullopt;
  PeakEnd result{.peak = path.back(), .end = path.back(), .value = 0};
  for (const std::size_t touchpoint : path) {
    const auto& actual = figures[touchpoint].actual;
    if (actual && stands_out_more(*actual, *figures[result.peak].actual, workspace.project.scale)) result.peak = touchpoint;
  }
  result.value = *figures[result.peak].actual / 2 + *figures[result.end].actual / 2;
  return result;
}

std::vector<Seam> seams(const Workspace& workspace, std::span<const Figures> figures) {
  std::vector<Seam> found;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> place;
  for (std::size_t journey = 0; journey < workspace.journeys.size(); ++journey) {
    const std::vector<std::size_t> path = main_path(workspace, workspace.journeys[journey]);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const std::size_t from = path[i - 1], to = path[i];
      if (!is_hand_over(workspace, from, to)) continue;
      const auto [entry, is_new] = place.emplace(std::pair(from, to), found.size());
      if (is_new) found.push_back({.from = from, .to = to, .journeys = {}, .loss = loss_of(figures[from], figures[to])});
      std::vector<std::size_t>& journeys = found[entry->second].journeys;
      if (journeys.empty() || journeys.back() != journey) journeys.push_back(journey);
    }
  }
  return found;
}

}  // namespace mot
