// Rows of a table that say of one touchpoint what single personas live and wish: `Check-in | Ines`, `Check-in | Tom`.
#pragma once

#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// Makes one touchpoint of rows that name the same one at the same place, each with a persona of its own. What personas wish stands under
/// `by`; of what else they disagree about, numbers have their mean, of texts the first holds, and each stands in a comment. All is told.
void join_rows_of_personas(std::vector<Touchpoint>& touchpoints, Notes& notes);

}  // namespace mot::importing
