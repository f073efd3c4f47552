// The figures of the stages of a journey.
#pragma once

#include <span>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/journey_path.h"

namespace mot {

/// What is delivered counts each touchpoint by its weight, importance aside; nothing else does.
Summary summary_of(const Workspace& workspace, const Analysis& analysis, std::span<const Weighed> touchpoints);

/// The touchpoints of each stage, those of journeys inside too, ascending, each once; what only branches with a known share lead to weighs
/// the sum of the shares, 1 at most.
std::vector<std::vector<Weighed>> weighed_by_stage(const Workspace& workspace, const Journey& journey);

/// In the order of the stages, each with what its branches and the journeys inside lead to. A branch counts by its share, as it does in
/// the figures of the journey.
std::vector<Summary> summaries_of_stages(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

}  // namespace mot
