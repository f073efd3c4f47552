#include "mot/analysis/matrix.h"

#include <limits>
#include <map>
#include <tuple>

#include "mot/analysis/sets.h"

namespace mot {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();  // sorts last
using Place = std::tuple<std::size_t, std::size_t, std::size_t>;       // department, journey, stage

std::optional<std::size_t> index_or_nothing(std::size_t index) {
  return index == none ? std::nullopt : std::optional(index);
}

std::map<Place, std::vector<std::size_t>> touchpoints_by_place(const Workspace& workspace) {
  std::map<Place, std::vector<std::size_t>> cells;
  std::vector<bool> is_on_a_journey(workspace.touchpoints.size());
  const auto put = [&](std::size_t touchpoint, std::size_t journey, std::size_t stage) {
    cells[{workspace.touchpoints[touchpoint].department.index.value_or(none), journey, stage}].push_back(touchpoint);
  };
  for (std::size_t journey = 0; journey < workspace.journeys.size(); ++journey) {
    const std::vector<Stage>& stages = workspace.journeys[journey].stages;
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
      for (const std::size_t touchpoint : touchpoints_of(workspace, stages[stage])) {
        is_on_a_journey[touchpoint] = true;
        put(touchpoint, journey, stage);
      }
    }
  }
  for (std::size_t i = 0; i < is_on_a_journey.size(); ++i) {
    if (!is_on_a_journey[i]) put(i, none, none);
  }
  return cells;
}

}  // namespace

std::vector<MatrixCell> matrix_of(const Workspace& workspace, const Analysis& analysis) {
  std::vector<MatrixCell> matrix;
  for (auto& [place, touchpoints] : touchpoints_by_place(workspace)) {
    const auto [department, journey, stage] = place;
    Summary summary = summary_of(workspace, analysis, touchpoints);
    matrix.push_back({.department = index_or_nothing(department),
                      .journey = index_or_nothing(journey),
                      .stage = index_or_nothing(stage),
                      .touchpoints = touchpoints,
                      .summary = std::move(summary)});
  }
  return matrix;
}

}  // namespace mot
