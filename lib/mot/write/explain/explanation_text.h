// The arithmetic of a touchpoint, told to people: a line a step, `gap = target - actual = 9 - 3.434783 = 5.565217`.
#pragma once

#include <string>

#include "mot/tables/explanation/explanation.h"
#include "mot/text/source.h"

namespace mot {

/// Ends with a line break. Long steps are broken before a `=`; nothing in a text can steer a terminal.
std::string explanation_text(const Explanation& explanation, const Sources& sources);

}  // namespace mot
