// What stands on a sheet besides the cells below its headings: cells right of them, merged cells, comments, drawings and links.
#pragma once

#include <cstddef>
#include <string>

#include "mot/evidence/sheets/workbook_file.h"
#include "mot/import/imported.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// Adds to the rows of a table what stands right of its headings, and rows that have nothing else.
void add_cells_beside(const evidence::WholeSheet& sheet, TextTable& table, std::size_t line_of_headings);

/// Gives each row what a cell says that is merged over it, but for stages and journeys, which are filled down anyway, and ids.
void give_merged_cells(const evidence::WholeSheet& sheet, TextTable& table, Notes& notes);

/// Tells comments, text boxes, pictures and links; those of rows of touchpoints, from `first` on, become comments of these.
void take_asides(const evidence::WholeSheet& sheet, std::size_t first, Imported& imported);

/// What a hidden sheet holds of touchpoints; empty where it holds none.
std::string told_of_hidden(const evidence::WholeSheet& sheet);

}  // namespace mot::importing
