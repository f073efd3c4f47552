// What is held against less than a baseline knows, or is gone.
#pragma once

#include "mot/analysis/compare/aims.h"
#include "mot/findings/finding.h"

namespace mot {

/// `aim-lowered`, a finding a touchpoint, in the order of the files.
Findings aim_findings(const KnownAims& known, const Workspace& workspace, const Analysis& analysis);

/// `aim-lowered` at the project, a finding a touchpoint that is in none of the files any more, in the order of their ids. Only for a
/// workspace that was read whole: a file that can't be read takes nothing out.
Findings gone_findings(const KnownAims& known, const Workspace& workspace);

}  // namespace mot
