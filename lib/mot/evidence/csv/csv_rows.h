// Bytes -> rows of cells. Streams: memory is bounded by the longest row, not by the file.
#pragma once

#include <cstddef>

#include "mot/evidence/csv/csv_form.h"
#include "mot/evidence/rows.h"
#include "mot/text/bytes.h"

namespace mot::evidence {

struct CsvLimits {
  std::size_t cell_bytes = 1u << 20;
  std::size_t row_bytes = 16u << 20;
  std::size_t columns = 1u << 16;
};

/// Reads comma-separated values (RFC 4180, UTF-8 with or without a byte order mark, any line ends), quotation marks resolved. The
/// separator is the form's, else that of Excel's own first line `sep=;`, else the one that fits best; where it is not the comma, that may
/// stand for the decimal point. Any bytes may come.
RowReport read_csv(ByteStream& bytes, RowReceiver& receiver, const CsvLimits& limits = {}, const CsvForm& form = {});

}  // namespace mot::evidence
