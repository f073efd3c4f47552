// Whether figures of a file can be ones that were figured: a baseline of nonsense would let anything pass.
#pragma once

#include <span>
#include <string>

#include "mot/analysis/compare/regressions.h"

namespace mot {

/// Why no workspace can have these figures: completes "the baseline …". Empty where one can.
std::string fault_of(const KnownFigures& known);

/// The same of gates on a scale.
std::string fault_of(std::span<const KnownGate> gates, const Scale& scale);

}  // namespace mot
