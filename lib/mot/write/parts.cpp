#include "mot/write/parts.h"

#include <stdexcept>
#include <string>

#include "mot/write/tables/xlsx_library.h"

namespace mot {
namespace {

std::string xlsxwriter_found() {
  try {
    return xlsx().lxw_version();
  } catch (const std::runtime_error&) {
    return {};
  }
}

}  // namespace

std::vector<Part> writing_parts() {
  return {{"libxlsxwriter", xlsxwriter_found(), "no workbook (--format xlsx) can be written; Debian's libxlsxwriter" MOT_XLSX_INTERFACE}};
}

}  // namespace mot
