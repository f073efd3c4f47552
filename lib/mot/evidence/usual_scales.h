// Whether answers look as if they were given on another scale than they are read on.
#pragma once

#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// Reports `scale-looks-wrong` where a source's answers, thirty or more on a scale, lie on a usual smaller one, or where those that are off
/// the scale and those on it lie on a usual larger one together.
void check_scales(const SurveySource& source, const SourceUse& use, Findings& findings);

}  // namespace mot::evidence
