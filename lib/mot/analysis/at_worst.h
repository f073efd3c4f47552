// Figures as they would be if everybody whose answer could not be read had said the worst there is to say.
#pragma once

#include <optional>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// What is lived with each lost answer as the scale's worst, what is wished with each as its best, importance anywhere between; answers
/// about the whole as the worst, each thumb as down. Only what gates and tests go by is filled in: figures of touchpoints and of outcomes,
/// and what all delivers. A stated score stands no more where lost answers are as many as would be measured. Nothing where no answer was
/// lost.
std::optional<Analysis> at_worst(const Workspace& workspace, const Analysis& analysis);

/// What was lost before: by index of touchpoints, and of outcomes.
struct KnownLoss {
  std::vector<LostAnswers> touchpoints;
  std::vector<double> outcomes;
};

/// The same for those answers alone that were lost beyond what was known, about what is lived and said of the whole, and thumbs; `lost` of
/// its figures are these. Nothing where there are none.
std::optional<Analysis> at_worst_beyond(const KnownLoss& known, const Workspace& workspace, Analysis analysis);

/// Of so many lost answers those that are more than were known before; none where nobody could count them then either.
double lost_beyond(double known, double lost);

}  // namespace mot
