#include "mot/write/tables/xlsx_library.h"

#include <stdexcept>

#include "mot/text/platform.h"

namespace mot {
namespace {

XlsxLibrary bound() {
  const Binder<std::runtime_error> bind({.file = library_name("libxlsxwriter", MOT_XLSX_INTERFACE),
                                         .does = "workbooks are written by libxlsxwriter",
                                         .package = "libxlsxwriter" MOT_XLSX_INTERFACE});
  XlsxLibrary library;
  MOT_XLSX_FUNCTIONS(MOT_LATE_BIND)
  return library;
}

}  // namespace

const XlsxLibrary& xlsx() {
  static const XlsxLibrary library = bound();
  return library;
}

}  // namespace mot
