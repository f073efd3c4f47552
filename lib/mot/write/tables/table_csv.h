// A table for spreadsheets and programs.
#pragma once

#include <string>

#include "mot/tables/table.h"

namespace mot {

/// RFC 4180, lines ending in a line feed: the keys of all columns, then every section's rows. Numbers are unrounded, unknown is empty.
/// A text that a spreadsheet would take for a formula has an apostrophe before it.
std::string table_csv(const Table& table);

/// A text as one cell.
std::string csv_text(const std::string& text);

}  // namespace mot
