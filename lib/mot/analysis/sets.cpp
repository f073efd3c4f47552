#include "mot/analysis/sets.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace mot {
namespace {

/// What stands on the path of a stage, and of the journeys inside it, each of which is entered once.
class Reach {
 public:
  explicit Reach(const Workspace& workspace) : workspace_(workspace) {}

  void add(const Stage& stage) {
    for_each_stop(stage.steps, [&](const PathStep& step) {
      if (step.touchpoint.index) touchpoints.push_back(*step.touchpoint.index);
      if (step.journey.index && entered.insert(*step.journey.index).second) add(workspace_.journeys[*step.journey.index]);
    });
  }
  void add(const Journey& journey) {
    for (const Stage& stage : journey.stages) add(stage);
  }

  std::vector<std::size_t> touchpoints;
  std::set<std::size_t> entered;  ///< journeys

 private:
  const Workspace& workspace_;
};

template <class Part>
std::vector<std::size_t> reached_from(const Workspace& workspace, const Part& part) {
  Reach reach(workspace);
  reach.add(part);
  keep_each_once(reach.touchpoints);
  return std::move(reach.touchpoints);
}

}  // namespace

void keep_each_once(std::vector<std::size_t>& indices) {
  std::ranges::sort(indices);
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

std::vector<std::size_t> all_touchpoints(const Workspace& workspace) {
  std::vector<std::size_t> touchpoints(workspace.touchpoints.size());
  std::iota(touchpoints.begin(), touchpoints.end(), std::size_t{0});
  return touchpoints;
}

std::vector<std::vector<std::size_t>> touchpoints_by_department(const Workspace& workspace) {
  std::vector<std::vector<std::size_t>> departments(workspace.departments.size());
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (const auto department = workspace.touchpoints[i].department.index) departments[*department].push_back(i);
  }
  return departments;
}

std::vector<std::size_t> touchpoints_of(const Workspace& workspace, const Stage& stage) {
  return reached_from(workspace, stage);
}

std::vector<std::size_t> touchpoints_of(const Workspace& workspace, const Journey& journey) {
  return reached_from(workspace, journey);
}

std::vector<std::size_t> journeys_inside(const Workspace& workspace, const Journey& journey) {
  Reach reach(workspace);
  reach.add(journey);
  return {reach.entered.begin(), reach.entered.end()};
}

}  // namespace mot
