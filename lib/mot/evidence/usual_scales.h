// Whether answers reach beyond the scale that they are read on, to the end of a usual larger one.
#pragma once

#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// Reports `scale-looks-wrong` where of thirty answers or more those that are off the scale and those on it lie on a usual larger one
/// together. Those that fill a smaller one are looked for in cells/scale_doubt.h.
void check_scales(const SurveySource& source, const SourceUse& use, Findings& findings);

}  // namespace mot::evidence
