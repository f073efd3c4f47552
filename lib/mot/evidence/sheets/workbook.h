// Several sheets in one file, whatever program wrote it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mot/evidence/sheets/sheet_asides.h"
#include "mot/evidence/sheets/sheet_rows.h"
#include "mot/evidence/sheets/zip_archive.h"

namespace mot::evidence {

struct SheetName {
  std::string name;
  bool is_hidden = false;
};

/// Throws SheetFault.
class Workbook {
 public:
  virtual ~Workbook() = default;
  virtual const std::vector<SheetName>& sheets() const = 0;
  virtual void read(std::size_t sheet, SheetRows& rows) = 0;
  virtual SheetAsides asides(std::size_t sheet) = 0;
};

/// Excel's (ECMA-376). The archive outlives it.
std::unique_ptr<Workbook> xlsx_workbook(ZipArchive& archive);
/// LibreOffice's (OpenDocument 1.2 and later). The archive outlives it.
std::unique_ptr<Workbook> ods_workbook(ZipArchive& archive);

}  // namespace mot::evidence
