// Tables as a workbook for spreadsheets; alone knows libxlsxwriter.
#pragma once

#include <string>
#include <vector>

#include "mot/tables/table.h"

namespace mot {

/// A sheet a table: all its columns under their keys, unrounded but shown as people read them, unknown empty, gaps in the colour of
/// their class; the notes below. A text is never a formula or a link. The same tables give the same bytes. Throws std::runtime_error
/// where a sheet can't hold the table or no temporary file can be written.
std::string tables_xlsx(const std::vector<Table>& tables);

}  // namespace mot
