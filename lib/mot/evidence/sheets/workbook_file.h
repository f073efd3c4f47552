// A sheet of a workbook as a source of rows.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mot/evidence/csv/csv_form.h"
#include "mot/evidence/rows.h"
#include "mot/evidence/sheets/workbook.h"
#include "mot/text/bytes.h"

namespace mot::evidence {

/// The sheet that the form names, else the first one with anything in it that is not hidden.
std::unique_ptr<RowSource> workbook_file(const OpenFile& open, const std::string& path, const CsvForm& form = {});

/// A row as it stands, and where.
struct SheetRow {
  std::vector<std::string> cells;
  std::size_t line = 0;
};

/// A sheet and its first rows that have anything in them; none of a hidden one.
struct SheetFront {
  SheetName sheet;
  std::vector<SheetRow> rows;
};

/// The sheets of a workbook, or why it can't be read: completes "'x.xlsx' …".
struct SheetFronts {
  std::vector<SheetFront> sheets;
  std::string fault;
};
/// So many rows of each sheet that is not hidden; of a single one where it is named, and none of the others.
SheetFronts sheet_fronts(const OpenFile& open, const std::string& path, std::size_t rows, const std::string& only = {});

/// A sheet, hidden or not, with what stands on it besides its rows.
struct WholeSheet {
  SheetName sheet;
  std::vector<SheetRow> rows = {};
  SheetAsides more = {};
};

/// All sheets of a workbook, or why it can't be read: completes "'x.xlsx' …".
struct WholeSheets {
  std::vector<WholeSheet> sheets;
  std::string fault;
};
/// At most so many rows of each.
WholeSheets whole_sheets(const OpenFile& open, const std::string& path, std::size_t rows);

}  // namespace mot::evidence
