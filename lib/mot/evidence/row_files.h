// The kinds of files that give rows, told apart by how their names end.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "mot/evidence/csv/csv_form.h"
#include "mot/evidence/rows.h"
#include "mot/text/bytes.h"

namespace mot::evidence {

/// Whether a file of this name has sheets.
bool is_workbook(std::string_view path);

/// A file as a source of rows, without those that people added to it; it is opened when it is read.
std::unique_ptr<RowSource> row_file(const OpenFile& open, const std::string& path, const CsvForm& form,
                                    TableKind kind = TableKind::answers);

}  // namespace mot::evidence
