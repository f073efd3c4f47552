// Rows below a table that are none of it: sums, and where it is from.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// Whether a text names a sum or a mean of rows: `Total`, `Mittelwert:`.
bool names_sum(std::string_view text);

/// Whether a row sums others up by its name, in numbers alone: `Total`, `Subtotal north`.
bool is_sum_row(std::span<const std::string> cells);

/// Takes out rows that sum up those above them: subtotals by their name, totals where their numbers are sums or means of the rows above,
/// or of those since the last such row. Answers what was taken out.
std::vector<TableRow> take_out_sums(std::vector<TableRow>& rows);

/// How many of the rows stand above remarks: texts alone, below others that say more, from one on that ends with a colon, as `Next steps:`.
std::size_t rows_above_remarks(std::span<const TableRow> rows);

/// Whether a row at the end of a table sums it up, in numbers alone, or tells of it in a single cell.
bool is_foot_row(std::span<const std::string> cells);

/// How many of the rows stand above a legend: a row that says nothing but `Legende` or the like, with none of more than two cells below it.
std::size_t rows_above_legend(std::span<const TableRow> rows);

}  // namespace mot::importing
