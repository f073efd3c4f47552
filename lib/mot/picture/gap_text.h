// Gaps as pictures print them, beside the sign of their class.
#pragma once

#include <string>

#include "mot/model/values.h"
#include "mot/words/wording.h"

namespace mot {

/// `3`, `2.6`, as tables print them: one decimal at most. `3.0` is a gap that was rounded into another class than its own; its sign tells
/// on which side of 3 it is.
std::string gap_text(const Wording& wording, double gap, const Scale& scale);

}  // namespace mot
