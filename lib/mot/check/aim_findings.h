// What is held against less than a baseline knows.
#pragma once

#include "mot/analysis/compare/aims.h"
#include "mot/findings/finding.h"

namespace mot {

/// `aim-lowered`, a finding a touchpoint, in the order of the files.
Findings aim_findings(const KnownAims& known, const Workspace& workspace, const Analysis& analysis);

}  // namespace mot
