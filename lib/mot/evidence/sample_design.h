// How a sample was drawn, and what that makes of how much its answers tell.
#pragma once

#include "mot/evidence/source_answers.h"
#include "mot/evidence/source_context.h"
#include "mot/findings/finding.h"

namespace mot::evidence {

/// Widens or narrows every variance of the source, by way of Σw²: times the declared design effect; times 1 − n/population, the finite
/// population correction (Cochran, Sampling Techniques, 1977); where clusters are known, times what they make of it, at least 1: the
/// variance of the mean over clusters, of G clusters G/(G − 1)·Σz², over the one of as many answers of their own.
void apply_sample_design(const SourceContext& context, SourceAnswers& answers, Findings& findings);

}  // namespace mot::evidence
