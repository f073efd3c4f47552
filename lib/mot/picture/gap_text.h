// Gaps as pictures print them, beside the sign of their class.
#pragma once

#include <string>

#include "mot/model/values.h"
#include "mot/words/wording.h"

namespace mot {

/// `3`, `2.6`: one decimal at most; `3.04` where one would put it into another class than its own, as tables do.
std::string gap_text(const Wording& wording, double gap, const Scale& scale);

}  // namespace mot
