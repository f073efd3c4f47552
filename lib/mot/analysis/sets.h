// Sets of touchpoints that are summed up together, as indices of Workspace::touchpoints, ascending and each once.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

std::vector<std::size_t> all_touchpoints(const Workspace& workspace);

/// By index of Workspace::departments.
std::vector<std::vector<std::size_t>> touchpoints_by_department(const Workspace& workspace);

std::vector<std::size_t> touchpoints_of(const Stage& stage);
std::vector<std::size_t> touchpoints_of(const Journey& journey);

}  // namespace mot
