// Codes that stand in the table of answers itself: in columns beside them, and in their headings.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mot/import/survey/code_scales.h"
#include "mot/import/survey/column_profile.h"

namespace mot::importing {

/// Columns that hold a table of codes: `Code`, `Label` right of the answers, filled in their first rows.
struct CodesBeside {
  std::vector<std::size_t> columns;
  CodeSheetUse use;
};
/// Gives the other columns what such tables among the first rows say.
std::vector<CodesBeside> take_codes_beside(std::span<const std::vector<std::string>> first_rows, std::size_t rows,
                                           std::vector<ColumnProfile>& columns);

/// Gives columns the codes that their headings list where these tell no scale: `Desk (A = very good, B = good, …)`.
void take_codes_of_headings(std::vector<ColumnProfile>& columns);

}  // namespace mot::importing
