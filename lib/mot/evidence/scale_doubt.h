// Whether answers look as if they were asked on another scale than the one they are read on.
#pragma once

#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/cells/columns.h"
#include "mot/findings/finding.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// Reports `scale-looks-wrong` where the answers of all columns on one scale are whole numbers that fill a usual, much smaller scale from
/// end to end. Recommendations, whose scale is fixed, don't belong here.
void report_smaller_scales(const SurveySource& source, const std::vector<const ScoreColumnReader*>& columns, Findings& findings);

/// Reports it where the words of answers say that the other end of the scale is the better: `1 - Very good` read as the worst.
void report_turned_scales(const SurveySource& source, const std::vector<const ScoreColumnReader*>& columns, Findings& findings);

/// Reports it where of thirty answers or more those that are off the scale and those on it lie on a usual larger one together.
void report_larger_scales(const SurveySource& source, const SourceUse& use, Findings& findings);

}  // namespace mot::evidence
