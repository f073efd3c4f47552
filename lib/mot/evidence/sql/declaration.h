// What a source that is a database declares.
#pragma once

#include "mot/findings/finding.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// Reports what it declares and cannot have, or lacks, without a query; whether it can be read.
bool check_declaration(const SurveySource& source, Findings& findings);

}  // namespace mot::evidence
