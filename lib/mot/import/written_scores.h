// Scores of touchpoint tables that are written as more than a number: `80%`, `★★★★☆`, `4/5`.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/import/headings.h"
#include "mot/import/imported.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// Puts numbers in the place of such cells in the columns of scores and of importance, and tells which. They are on the scale of the
/// headings, else on that of what was imported before, of the workspace they are filled into, of the plain numbers beside them, or on their
/// own: 1 to 5 of `4/5` and of five stars, 0 to 100 of per cents. Answers their own scale where nothing else tells one.
std::optional<Scale> take_written_scores(std::span<const Heading> headings, const Workspace& workspace, std::vector<TableRow>& rows,
                                         Notes& notes);

}  // namespace mot::importing
