// Several tables below each other in one file or sheet.
#pragma once

#include <functional>
#include <vector>

#include "mot/evidence/rows.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// A table that begins behind so many lines, and which of its rows have another number of cells than its headings.
struct TableRead {
  TextTable table;
  evidence::RaggedRows ragged = {};
};
using ReadTable = std::function<TableRead(std::size_t skipped_lines)>;

/// The table that begins behind so many lines, and those below it: each as far as the next row of headings. A row of headings is one that
/// says the table's own again, which is left out and told, or that names touchpoints in other columns; those are read anew under it.
/// Throws CannotImport where they are more than anybody writes below each other.
std::vector<TextTable> tables_below(const ReadTable& read, std::size_t skipped_lines, Notes& notes);

/// The same of a table in memory.
std::vector<TextTable> tables_in(TextTable table, Notes& notes);

}  // namespace mot::importing
