// A workbook while it is written with libxlsxwriter.
#pragma once

#include <string>
#include <string_view>

#include "mot/write/tables/xlsx_library.h"

namespace mot {

/// The library writes files only: a temporary one, gone with the object. Throws std::runtime_error where it can't be written.
class XlsxFile {
 public:
  XlsxFile();
  ~XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;

  lxw_workbook* workbook() const { return workbook_; }
  /// A sheet that is called so, but for what no sheet may be called.
  lxw_worksheet* add_sheet(std::string_view title);
  /// Ends the workbook.
  std::string bytes();

 private:
  std::string path_;
  lxw_workbook* workbook_ = nullptr;
};

/// A text as a cell can hold it.
std::string cell_text(std::string_view text);

/// Throws std::runtime_error with what was being done and the library's reason.
void expect_written(lxw_error error, std::string_view doing);

}  // namespace mot
