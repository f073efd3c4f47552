// What is held against less than a baseline knows, or is gone.
#pragma once

#include <span>

#include "mot/analysis/compare/aims.h"
#include "mot/analysis/compare/known_gates.h"
#include "mot/analysis/compare/yardsticks.h"
#include "mot/findings/finding.h"

namespace mot {

/// `aim-lowered`, a finding a touchpoint, in the order of the files.
Findings aim_findings(const KnownAims& known, const Workspace& workspace, const Analysis& analysis);

/// `aim-lowered` at the project, a finding a touchpoint that is in none of the files any more, in the order of their ids. Only for a
/// workspace that was read whole: a file that can't be read takes nothing out.
Findings gone_findings(const KnownAims& known, const Workspace& workspace);

/// `aim-lowered` at the gate, a finding each: shares that the baseline knows to be too low and that reach their limit now only with
/// touchpoints that it does not know.
Findings diluted_findings(const KnownAims& known, std::span<const KnownGate> gates, std::span<const GateResult> now,
                          const Workspace& workspace, const Analysis& analysis);

/// `aim-lowered` at the project, a finding each: limits of gates and targets that demand less, scales and terms that are others than the
/// baseline knows; not those of touchpoints that are gone, which `gone_findings` tells.
Findings yardstick_findings(const KnownAims& known, Yardsticks then, const Yardsticks& now, const Workspace& workspace);

}  // namespace mot
