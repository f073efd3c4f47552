// Tables of `mot gaps --voices` and `--by persona`: personas who live a touchpoint differently, thumbs and quotes, performers.
#pragma once

#include <vector>

#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// A touchpoint a row where two personas or more answered, the established differences first, then the largest.
Table uneven_table(const Workspace& workspace, const Answers& answers, const Wording& wording);

/// How answers spread, thumbs by touchpoint, quotes, what top performers reach and do, whose flags are flown, why moments decide, and what
/// is worth noting: a table each. `answers` are everybody's; of the analysis's persona only its own are shown.
std::vector<Table> voices_tables(const Workspace& workspace, const Answers& answers, const Analysis& analysis, const Wording& wording);

}  // namespace mot
