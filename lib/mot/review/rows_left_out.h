// Rows that don't count, and leave nothing to judge by.
#pragma once

#include "mot/evidence/answers.h"
#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

/// Reports `answers-lost` where all rows of a source, or by the period of all sources, are left out: what is typed would stand in for
/// them as if nobody had been asked.
void report_rows_left_out(const Workspace& workspace, const Answers& answers, Date today, Findings& findings);

}  // namespace mot
