// A CSV file as a source of rows.
#pragma once

#include <memory>
#include <string>

#include "mot/evidence/csv/csv_form.h"
#include "mot/evidence/rows.h"
#include "mot/text/bytes.h"

namespace mot::evidence {

std::unique_ptr<RowSource> csv_file(const OpenFile& open, const std::string& path, const CsvForm& form = {});

}  // namespace mot::evidence
