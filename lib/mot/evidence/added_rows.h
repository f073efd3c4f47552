// Rows that people add to a table of answers: means and sums above and below it, `;;3.2;2.9`, and what its codes mean, `1 | Very bad`.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mot/evidence/rows.h"

namespace mot::evidence {

/// The same rows without those, which the report names. Rows that may be some are those at either end that are unlike the answers beside
/// them; they are compared with all others in a reading of its own.
std::unique_ptr<RowSource> without_added_rows(std::unique_ptr<RowSource> rows, TableKind kind = TableKind::answers);

/// `2 rows that sum up columns (mean, number of answers), in lines 26 and 27`; empty where no row is of this kind.
std::string told_of_added(const std::vector<AddedRow>& added, AddedKind kind);

}  // namespace mot::evidence
