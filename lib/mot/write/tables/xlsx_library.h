// The library libxlsxwriter, bound when a workbook is written first. Only what includes this file knows it.
#pragma once

#include <xlsxwriter.h>

#include "mot/text/late_library.h"

namespace mot {

// Every function that is used: the only list.
// clang-format off
#define MOT_XLSX_FUNCTIONS(each) \
  each(lxw_version) each(lxw_strerror) each(workbook_new) each(workbook_close) each(workbook_set_properties) \
  each(workbook_add_worksheet) each(workbook_add_format) each(format_set_bold) each(format_set_bg_color) \
  each(format_set_num_format) each(worksheet_write_string) each(worksheet_write_number) each(worksheet_write_blank) \
  each(worksheet_set_column) each(worksheet_freeze_panes) each(worksheet_autofilter) each(worksheet_conditional_format_range) \
  each(worksheet_protect) each(worksheet_data_validation_range) each(worksheet_set_row) each(format_set_unlocked) \
  each(format_set_text_wrap) each(format_set_align) each(format_set_border) each(format_set_border_color)
// clang-format on

/// The functions, each under its own name.
struct XlsxLibrary {
  MOT_XLSX_FUNCTIONS(MOT_LATE_MEMBER)
};

/// The library, bound at the first call. Throws std::runtime_error where it is not installed.
const XlsxLibrary& xlsx();

}  // namespace mot
