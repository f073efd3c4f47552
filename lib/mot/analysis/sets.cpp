#include "mot/analysis/sets.h"

#include <algorithm>
#include <numeric>

namespace mot {
namespace {

void keep_each_once(std::vector<std::size_t>& touchpoints) {
  std::ranges::sort(touchpoints);
  touchpoints.erase(std::unique(touchpoints.begin(), touchpoints.end()), touchpoints.end());
}

void add(const Stage& stage, std::vector<std::size_t>& touchpoints) {
  for (const auto& link : stage.touchpoints) {
    if (link.index) touchpoints.push_back(*link.index);
  }
}

}  // namespace

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

std::vector<std::size_t> touchpoints_of(const Stage& stage) {
  std::vector<std::size_t> touchpoints;
  add(stage, touchpoints);
  keep_each_once(touchpoints);
  return touchpoints;
}

std::vector<std::size_t> touchpoints_of(const Journey& journey) {
  std::vector<std::size_t> touchpoints;
  for (const Stage& stage : journey.stages) add(stage, touchpoints);
  keep_each_once(touchpoints);
  return touchpoints;
}

}  // namespace mot
