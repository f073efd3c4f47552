// Rows of cells, one after another, whatever kind of file they stand in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/evidence/table_words.h"

namespace mot::evidence {

/// A row and where it begins. The cells are without blanks at their ends, and good until the next row.
struct Row {
  std::span<const std::string_view> cells;
  std::size_t line = 0;  ///< of the file, from one
};

/// Takes the rows of a file in their order.
class RowReceiver {
 public:
  virtual ~RowReceiver() = default;
  /// A row that the source has passed over, above those that name columns or among them; before `header`. Mostly it is a title.
  virtual void passed_over(const Row& /*row*/) {}
  /// A row of another number of cells than the header, which is no row of its table: a note, another table.
  virtual void ragged(const Row& /*row*/) {}
  /// A row of a table that says what codes mean, which stands above, below or among the rows.
  virtual void beside(const Row& /*row*/) {}
  /// The first row, and how the file writes fractions. Answers whether to go on.
  virtual bool header(std::span<const std::string_view> names, DecimalMark mark) = 0;
  /// Any other row; it has as many cells as the header.
  virtual void row(const Row& row) = 0;
};

/// Rows of another number of cells than the header; they are not handed on.
struct RaggedRows {
  std::size_t count = 0;
  std::size_t first_line = 0;
  std::size_t first_cells = 0;
  std::string_view advice;  ///< how a file of this kind comes by them
};

/// Rows of nothing but blank cells; they are not handed on. One of as many cells as the header is somebody who answered nothing.
struct EmptyRows {
  std::size_t count = 0;       ///< of another number of cells than the header
  std::size_t first_line = 0;  ///< of those
  std::size_t unanswered = 0;  ///< of the header's number of cells
  std::size_t all() const { return count + unanswered; }
};

/// Lines inside cells in quotation marks that look like rows of the file: as many cells, and numbers where the row around them has some.
struct SwallowedRows {
  std::size_t count = 0;
  std::size_t first_line = 0;  ///< of the row around it
};

/// A sheet that is not read and has the same names of columns as the one that is.
struct LikeSheet {
  std::string name;
  std::size_t rows = 0;
};

/// Whose rows a table has: those of respondents, or what somebody else has counted.
enum class TableKind : std::uint8_t { answers, counted };

/// What people add to a table of answers.
enum class AddedKind : std::uint8_t {
  statistic,  ///< a row that holds the mean, the sum or the like of each column
  codes       ///< a row of a table that says what codes mean
};
struct AddedRow {
  AddedKind kind = AddedKind::statistic;
  std::size_t line = 0;
  Statistic statistic = {};  ///< of that kind
};

/// What became of a file.
struct RowReport {
  /// Why it can't be read to its end, and the way out: completes "'x.csv' …". Nothing that was received counts then.
  std::optional<std::string> fault;
  std::size_t header_cells = 0;
  bool has_foreign_bytes = false;  ///< the fault is bytes that are not of the encoding
  RaggedRows ragged;
  EmptyRows empty = {};
  SwallowedRows swallowed = {};
  std::vector<LikeSheet> others = {};
  std::vector<AddedRow> added = {};  ///< they are not handed on
};

/// A file that gives rows.
class RowSource {
 public:
  virtual ~RowSource() = default;
  /// Hands on all rows from the first one, however often it is called.
  virtual RowReport read(RowReceiver& receiver) = 0;
};

}  // namespace mot::evidence
