// Survey rows -> sums per touchpoint.
#pragma once

#include "mot/evidence/answers.h"
#include "mot/model/workspace.h"
#include "mot/text/bytes.h"
#include "mot/text/finding.h"

namespace mot {

struct ReadOptions {
  OpenFile open;         ///< opens what sources name
  bool offline = false;  ///< whether databases stay unknown
  unsigned threads = 0;  ///< 0: as many as the machine has
};

/// Reads every source, several at a time, in memory that does not grow with their rows. Results stand in the order of the sources and
/// do not depend on the number of threads. What a file says wrong is a finding at the place that names the file or column; a source
/// with an unknown column, or one that can't be read to its end, gives no figures at all.
Answers read_answers(const Workspace& workspace, const ReadOptions& options, Findings& findings);

}  // namespace mot
