#include "mot/analysis/matrix.h"

#include <limits>
#include <map>
#include <tuple>

#include "mot/analysis/stages.h"

namespace mot {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();   // sorts last
using MatrixPlace = std::tuple<std::size_t, std::size_t, std::size_t>;  // department, journey, stage

std::optional<std::size_t> index_or_nothing(std::size_t index) {
  return index == none ? std::nullopt : std::optional(index);
}

std::map<MatrixPlace, std::vector<Weighed>> touchpoints_by_place(const Workspace& workspace) {
  std::map<MatrixPlace, std::vector<Weighed>> cells;
  std::vector<bool> is_on_a_journey(workspace.touchpoints.size());
  const auto put = [&](const Weighed& weighed, std::size_t journey, std::size_t stage) {
    cells[{workspace.touchpoints[weighed.touchpoint].department.index.value_or(none), journey, stage}].push_back(weighed);
  };
  for (std::size_t journey = 0; journey < workspace.journeys.size(); ++journey) {
    const auto stages = weighed_by_stage(workspace, workspace.journeys[journey]);
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
      for (const Weighed& weighed : stages[stage]) {
        is_on_a_journey[weighed.touchpoint] = true;
        put(weighed, journey, stage);
      }
    }
  }
  for (std::size_t i = 0; i < is_on_a_journey.size(); ++i) {
    if (!is_on_a_journey[i]) put({i, 1}, none, none);
  }
  return cells;
}

}  // namespace

std::vector<MatrixCell> matrix_of(const Workspace& workspace, const Analysis& analysis) {
  std::vector<MatrixCell> matrix;
  for (const auto& [place, weighed] : touchpoints_by_place(workspace)) {
    const auto [department, journey, stage] = place;
    Summary summary = summary_of(workspace, analysis, weighed);
    std::vector<std::size_t> touchpoints;
    for (const Weighed& each : weighed) touchpoints.push_back(each.touchpoint);
    matrix.push_back({.department = index_or_nothing(department),
                      .journey = index_or_nothing(journey),
                      .stage = index_or_nothing(stage),
                      .touchpoints = std::move(touchpoints),
                      .summary = std::move(summary)});
  }
  return matrix;
}

}  // namespace mot
