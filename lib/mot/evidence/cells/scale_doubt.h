// Whether answers look as if they were asked on another scale than the one they are read on.
#pragma once

#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/source_context.h"
#include "mot/findings/finding.h"

namespace mot::evidence {

/// Reports `scale-looks-wrong` where the answers of all columns on one scale are whole numbers that fill a usual, much smaller scale from
/// end to end. Recommendations, whose scale is fixed, don't belong here.
void report_doubtful_scales(const SourceContext& context, const std::vector<const ScoreColumnReader*>& columns, Findings& findings);

}  // namespace mot::evidence
