#include "mot/analysis/stages.h"

#include <algorithm>
#include <map>

#include "mot/analysis/delivered.h"
#include "mot/analysis/sets.h"

namespace mot {
namespace {

/// Weights by touchpoint.
using Weights = std::map<std::size_t, double>;

void add(std::size_t touchpoint, double weight, Weights& weights) {
  double& sum = weights[touchpoint];
  sum = std::min(1.0, sum + weight);
}

}  // namespace

std::vector<std::vector<Weighed>> weighed_by_stage(const Workspace& workspace, const Journey& journey) {
  const JourneyPath path = path_of(workspace, journey);
  std::vector<Weights> stages(journey.stages.size());
  for (const Stop& stop : path.stops) {
    const double share = stop.branch ? known_share(path, *stop.branch).value_or(100) / 100 : 1;
    Weights& weights = stages[stop.stage];
    if (stop.touchpoint) {
      add(*stop.touchpoint, share, weights);
    } else {
      for (const Weighed& inside : weighed_touchpoints(workspace, workspace.journeys[*stop.journey]))
        add(inside.touchpoint, share * inside.weight, weights);
    }
  }
  std::vector<std::vector<Weighed>> weighed(stages.size());
  for (std::size_t i = 0; i < stages.size(); ++i) {
    for (const auto& [touchpoint, weight] : stages[i]) weighed[i].push_back({touchpoint, weight});
  }
  return weighed;
}

Summary summary_of(const Workspace& workspace, const Analysis& analysis, std::span<const Weighed> touchpoints) {
  std::vector<std::size_t> all;
  for (const Weighed& weighed : touchpoints) all.push_back(weighed.touchpoint);
  Summary summary = summary_of(workspace, analysis, all);
  const auto is_partial = [](const Weighed& weighed) { return weighed.weight < 1; };
  if (std::ranges::any_of(touchpoints, is_partial)) {
    summary.delivered = delivered_of(analysis.touchpoints, touchpoints, workspace.project.scale);
    find_interval(analysis, touchpoints, workspace.project.scale, summary.delivered);
  }
  return summary;
}

std::vector<Summary> summaries_of_stages(const Workspace& workspace, const Analysis& analysis, const Journey& journey) {
  std::vector<Summary> summaries;
  for (const std::vector<Weighed>& stage : weighed_by_stage(workspace, journey))
    summaries.push_back(summary_of(workspace, analysis, stage));
  return summaries;
}

}  // namespace mot
