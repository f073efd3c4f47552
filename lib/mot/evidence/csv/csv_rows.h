// Bytes -> rows of cells. Streams: memory is bounded by the longest row, not by the file.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/number.h"

namespace mot::evidence {

/// Fills as much of the buffer as it can and says how many bytes; 0 at the end; nothing where reading fails.
using ByteReader = std::function<std::optional<std::size_t>(std::span<char>)>;

/// A row and where it begins. The cells are without blanks at their ends, quotation marks resolved, and good until the next row.
struct Row {
  std::span<const std::string_view> cells;
  std::size_t line = 0;  ///< of the file, from one
};

/// Takes the rows of a file in their order.
class RowReceiver {
 public:
  virtual ~RowReceiver() = default;
  /// The first row, and how the file writes fractions. Answers whether to go on.
  virtual bool header(std::span<const std::string_view> names, DecimalMark mark) = 0;
  /// Any other row; it has as many cells as the header.
  virtual void row(const Row& row) = 0;
};

/// What became of a file.
struct CsvReport {
  /// Why it can't be read to its end, and the way out: completes "'x.csv' …". Nothing that was received counts then.
  std::optional<std::string> fault;
  std::size_t ragged = 0;  ///< rows of another number of cells than the header; they are not handed on
  std::size_t first_ragged_line = 0;
  std::size_t first_ragged_cells = 0;
  std::size_t header_cells = 0;
};

struct CsvLimits {
  std::size_t cell_bytes = 1u << 20;
  std::size_t row_bytes = 16u << 20;
  std::size_t columns = 1u << 16;
};

/// Reads comma-separated values (RFC 4180, UTF-8 with or without a byte order mark, any line ends). Where the header has no comma, `;`
/// or a tab separates the cells, and a comma may stand for the decimal point. Any bytes may come.
CsvReport read_csv(const ByteReader& bytes, RowReceiver& receiver, const CsvLimits& limits = {});

}  // namespace mot::evidence
