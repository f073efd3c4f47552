#include "mot/analysis/paths.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
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

/// Walks the steps of everybody. A journey that comes again brings nothing new.
class MainPath {
 public:
  explicit MainPath(const Workspace& workspace) : workspace_(workspace) {}

  void add(const Journey& journey) {
    for (const Stage& stage : journey.stages) add(stage);
  }
  void add(const Stage& stage) {
    for (const PathStep& step : stage.steps) {
      const auto touchpoint = step.touchpoint.index, journey = step.journey.index;
      if (touchpoint && is_on_main_path(workspace_.touchpoints[*touchpoint])) touchpoints.push_back(*touchpoint);
      if (journey && entered_.insert(*journey).second) add(workspace_.journeys[*journey]);
    }
  }

  std::vector<std::size_t> touchpoints;

 private:
  const Workspace& workspace_;
  std::set<std::size_t> entered_;
};

/// Where a step of the main path begins and ends, as touchpoints: a journey inside at its own first and last one.
struct Crossing {
  std::size_t enters;
  std::size_t leaves;
};

/// The steps of everybody, with journeys inside as one step; the ends of each journey are looked up once.
class Crossings {
 public:
  explicit Crossings(const Workspace& workspace) : workspace_(workspace) {}

  std::vector<Crossing> on(const Journey& journey) {
    std::vector<Crossing> all;
    for (const Stage& stage : journey.stages) {
      for (const PathStep& step : stage.steps) {
        const auto touchpoint = step.touchpoint.index;
        if (touchpoint && is_on_main_path(workspace_.touchpoints[*touchpoint])) all.push_back({*touchpoint, *touchpoint});
        if (!step.journey.index) continue;
        if (const auto ends = ends_of(*step.journey.index)) all.push_back(*ends);
      }
    }
    return all;
  }

 private:
  std::optional<Crossing> ends_of(std::size_t journey) {
    const auto known = ends_.find(journey);
    if (known != ends_.end()) return known->second;
    const std::vector<Crossing> inside = on(workspace_.journeys[journey]);
    std::optional<Crossing> ends;
    if (!inside.empty()) ends = Crossing{inside.front().enters, inside.back().leaves};
    ends_.emplace(journey, ends);
    return ends;
  }

  const Workspace& workspace_;
  std::map<std::size_t, std::optional<Crossing>> ends_;
};

std::optional<double> loss_of(const Figures& before, const Figures& after) {
  return before.actual && after.actual ? finite(*before.actual - *after.actual) : std::nullopt;
}

}  // namespace

bool is_on_main_path(const Touchpoint& touchpoint) {
  return !touchpoint.when && touchpoint.visibility.value == Visibility::frontstage;
}

std::vector<std::size_t> main_path(const Workspace& workspace, const Journey& journey) {
  MainPath path(workspace);
  path.add(journey);
  return std::move(path.touchpoints);
}

std::vector<std::size_t> main_path(const Workspace& workspace, const Stage& stage) {
  MainPath path(workspace);
  path.add(stage);
  return std::move(path.touchpoints);
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
  Crossings crossings(workspace);
  for (std::size_t journey = 0; journey < workspace.journeys.size(); ++journey) {
    const std::vector<Crossing> path = crossings.on(workspace.journeys[journey]);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const std::size_t from = path[i - 1].leaves, to = path[i].enters;
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
