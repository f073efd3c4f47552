// Sets of touchpoints that are summed up together, as indices of Workspace::touchpoints, ascending and each once.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

std::vector<std::size_t> all_touchpoints(const Workspace& workspace);

/// By index of Workspace::departments.
std::vector<std::vector<std::size_t>> touchpoints_by_department(const Workspace& workspace);

std::vector<std::size_t> touchpoints_of(const Stage& stage);
std::vector<std::size_t> touchpoints_of(const Journey& journey);

/// Works out the sums of an analysis anew: of all touchpoints, of departments and of journeys.
void summarise(const Workspace& workspace, Analysis& analysis);

}  // namespace mot
