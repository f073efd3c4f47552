#include "mot/write/parts.h"

#include <xlsxwriter.h>

namespace mot {

std::vector<Part> writing_parts() {
  return {{"libxlsxwriter", lxw_version(), "no workbook (--format xlsx) can be written"}};
}

}  // namespace mot
