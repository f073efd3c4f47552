// Sets of touchpoints that are summed up together, as indices of Workspace::touchpoints, ascending and each once.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Makes indices ascend, each once.
void keep_each_once(std::vector<std::size_t>& indices);

std::vector<std::size_t> all_touchpoints(const Workspace& workspace);

/// By index of Workspace::departments.
std::vector<std::vector<std::size_t>> touchpoints_by_department(const Workspace& workspace);

/// Those of branches, and of journeys inside, with them.
std::vector<std::size_t> touchpoints_of(const Workspace& workspace, const Stage& stage);
std::vector<std::size_t> touchpoints_of(const Workspace& workspace, const Journey& journey);

/// The journeys that stand inside one, at any depth, as indices of Workspace::journeys, ascending and each once.
std::vector<std::size_t> journeys_inside(const Workspace& workspace, const Journey& journey);

/// The figures of a journey. What is delivered counts what a branch leads to by the share of customers who take it, where that is known.
Summary summary_of(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// Works out the sums of an analysis anew: of all touchpoints, of departments and of journeys.
void summarise(const Workspace& workspace, Analysis& analysis);

}  // namespace mot
