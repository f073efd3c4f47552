// The state of a gate, in a line.
#pragma once

#include <string>

#include "mot/analysis/gates.h"

namespace mot {

/// `gate 'gap_at_most: 4' is broken: 6.1 at rebook, claim; not judged: gate-change`. Ids past the fifth are counted.
std::string gate_text(const GateResult& gate, const Workspace& workspace);

}  // namespace mot
