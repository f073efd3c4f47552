// What somebody has before them who shows a journey: the figures of every moment, and who said what.
#pragma once

#include <string>

#include "mot/analysis/analysis.h"
#include "mot/evidence/answers.h"

namespace mot {

/// A line a moment, `Missed-connection desk: lived 3.9 of 10 (n 105, 95 %: 3.4 to 4.4), wanted 10, 6.1 short`, each with its quotes and
/// their sources below. Empty where the journey is.
std::string speaker_notes(const Workspace& workspace, const Analysis& analysis, const Answers& answers, const Journey& journey);

}  // namespace mot
