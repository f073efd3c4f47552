// A table with a touchpoint a row, wherever it stood.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

struct TableRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  ///< of the file, from one
};

/// A table in memory: its first row, and the others, which may be of any length.
struct TextTable {
  std::vector<std::string> header;
  std::vector<TableRow> rows;
  std::string sheet = {};  ///< of a workbook
  std::string title = {};  ///< what stands alone above it; names its journey where no column does
};

/// Whether its headings are those of touchpoints.
bool holds_touchpoints(const TextTable& table);

/// Adds its touchpoints and their journeys to what is imported; `file` is what quotes are said to come from.
void add_touchpoint_table(const TextTable& table, const std::string& file, Imported& imported);

}  // namespace mot::importing
