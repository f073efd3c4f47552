// Workbooks: sheets that hold touchpoints, and how the sheet of a survey is laid out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/csv/csv_form.h"
#include "mot/import/imported.h"
#include "mot/import/survey/code_book.h"
#include "mot/text/bytes.h"

namespace mot::importing {

bool is_workbook_name(std::string_view name);

/// Whether a sheet that is not hidden has the headings of touchpoints. Throws CannotImport where the workbook can't be read.
bool has_touchpoint_sheet(const OpenFile& open, const std::string& name);

/// Adds the touchpoints of every such sheet. Throws CannotImport.
void add_workbook(const OpenFile& open, const std::string& name, Imported& imported);

/// The sheet of a survey: the first with anything in it that is not hidden, and the rows before the one that names its columns.
struct SurveySheet {
  evidence::CsvForm form;
  std::vector<CodeBook> code_books;  ///< sheets that say what answers mean
  std::vector<std::string> others;   ///< that have something in them or are hidden, `Codes (hidden)`; not read
};

/// Throws CannotImport where the workbook can't be read.
SurveySheet survey_sheet(const OpenFile& open, const std::string& name);

}  // namespace mot::importing
