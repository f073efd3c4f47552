// Coverage for other programs. Keys are only ever added.
#pragma once

#include <string>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/tables/coverage_tables.h"

namespace mot {

/// `{format_version, facets, touchpoints: [{id, department, present, missing}], matrix: [{department, journey, stage, touchpoints,
/// coverage}], holes: [{kind, id, message, who}], summary: {coverage}}`. The matrix has the cells that hold touchpoints; its touchpoints
/// are how many, and department, journey and stage are null for touchpoints of none.
std::string coverage_json(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes);

}  // namespace mot
