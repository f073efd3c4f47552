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

/// The sheets of a workbook, or why it can't be read: completes "'x.xlsx' …".
struct SheetNames {
  std::vector<SheetName> sheets;
  std::string fault;
};
SheetNames sheet_names(const OpenFile& open, const std::string& path);

}  // namespace mot::evidence
