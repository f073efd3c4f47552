// How gates stand: each as a line, and those that do not hold as findings at the place that sets them.
#pragma once

#include <span>
#include <string>

#include "mot/analysis/gates.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// `gate 'gap_at_most: 4' is broken: 6.4, surely over 6.1, at rebook, claim; not judged: gate-change`. Ids past the fifth are counted.
std::string gate_text(const GateResult& gate, const Workspace& workspace);

/// `gate-broken` and `gate-undecided`, in the order of the gates. Where the project allows undecided gates they are told at severity info.
Findings gate_findings(std::span<const GateResult> gates, const Workspace& workspace);

}  // namespace mot
