// Figures as they would be if everybody whose answer could not be read had said the worst there is to say.
#pragma once

#include <optional>

#include "mot/analysis/analysis.h"

namespace mot {

/// What is lived with each lost answer as the scale's worst, what is wished with each as its best, importance anywhere between; answers
/// about the whole as the worst. Only what gates go by is filled in: figures of touchpoints and of outcomes, and what all delivers. A
/// stated score stands no more where lost answers are as many as would be measured. Nothing where no answer was lost.
std::optional<Analysis> at_worst(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot
