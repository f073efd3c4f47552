// Gaps as pictures print them, beside the sign of their class.
#pragma once

#include <string>

#include "mot/model/values.h"
#include "mot/words/wording.h"

namespace mot {

/// `3`, `2.6`: one decimal at most; `>3` where that would put it into another class than its own, which tables tell by more decimals.
std::string gap_text(const Wording& wording, double gap, const Scale& scale);

}  // namespace mot
