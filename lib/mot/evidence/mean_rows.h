// Rows that hold the mean of each column and no word that says so, right below the headings or at the end: `;;3.2;2.9`.
#pragma once

#include <memory>

#include "mot/evidence/rows.h"

namespace mot::evidence {

/// The same rows without those, whose lines the report names. A row with a word for a mean, `Average;;3.2`, is one where it stands first;
/// below the answers `FootRows` knows it. A row that may be one is compared with the means of all others in a reading of its own.
std::unique_ptr<RowSource> without_mean_rows(std::unique_ptr<RowSource> rows);

}  // namespace mot::evidence
