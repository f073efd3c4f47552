// Departments by stages: where which department meets the customer, and how.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The touchpoints of one department in one stage.
struct MatrixCell {
  std::optional<std::size_t> department;  ///< index of Workspace::departments; nothing for touchpoints of none
  std::optional<std::size_t> journey;     ///< index of Workspace::journeys; nothing, and no stage, for touchpoints on none
  std::optional<std::size_t> stage;       ///< index of the journey's stages
  std::vector<std::size_t> touchpoints;   ///< each once, in the order of the workspace
  Summary summary;
  bool operator==(const MatrixCell&) const = default;
};

/// The cells that hold touchpoints, by department, journey and stage, those without one last. A touchpoint stands in a cell for every
/// stage it comes in; what is delivered counts what a branch leads to by the share of customers who take it, as the stage's does.
std::vector<MatrixCell> matrix_of(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot
