// Gaps as pictures print them: a figure and its class never contradict each other.
#pragma once

#include <string>

#include "mot/model/values.h"
#include "mot/words/wording.h"

namespace mot {

/// `3`, `2.6`; with more decimals where one would round the gap into another class than its own: `3.04` is over 3.
std::string gap_text(const Wording& wording, double gap, const Scale& scale);

}  // namespace mot
