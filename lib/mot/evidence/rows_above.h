// Rows that a source passes over above its data, and whether they hold answers.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/rows.h"

namespace mot::evidence {

/// Keeps rows until the columns are known that would have read them; of many the first ones.
class RowsAbove {
 public:
  void add(const Row& row);
  /// Counts the rows that read like rows of the table: as many cells, an answer in a column of scores, and none there that is neither
  /// answer nor blank. Lets go of the rows.
  void count(std::size_t cells, std::span<const ScoreColumnReader* const> columns);
  std::size_t answered() const { return answered_; }
  /// Of those, the first.
  std::size_t first_line() const { return first_line_; }

 private:
  struct KeptRow {
    std::vector<std::string> cells;
    std::size_t line;
  };
  std::vector<KeptRow> rows_;
  std::size_t bytes_ = 0;
  std::size_t answered_ = 0;
  std::size_t first_line_ = 0;
};

}  // namespace mot::evidence
