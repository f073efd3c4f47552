// A wall of sticky notes: a note a line or a row, perhaps in groups, and nothing else that a touchpoint table has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/import/front_rows.h"
#include "mot/import/import.h"
#include "mot/import/touchpoint_table.h"

namespace mot::importing {

/// Whether a text is a list of notes: short lines or bullets, below headings that group them or below nothing, and no table.
bool is_list_of_notes(std::string_view text);

/// Whether these are the first rows of a table of notes, as boards export them: a column of texts, alone or beside colours, tags, frames,
/// authors and places.
bool is_table_of_notes(const FrontRows& rows);

/// Whether a file of separated cells is a list of notes all the same, some of which hold a separator.
bool is_list_in_csv(std::string_view text);

/// Adds a touchpoint for each note; what groups them is its stage. All is told.
void add_list_of_notes(const GivenFile& file, Imported& imported);

/// The same of a table, its first row among the others.
void add_table_of_notes(const std::vector<TableRow>& rows, const std::string& file, Imported& imported);

}  // namespace mot::importing
