// Rows of headings among those of answers, as sheets have them that were put below each other.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/rows.h"

namespace mot::evidence {

/// Knows rows that name columns. A cell that is called like its own column may be a box that was ticked, so a column of scores has to be
/// among them.
class HeadingRows {
 public:
  void know(std::span<const std::string_view> names);
  /// Whether a row is one of headings, and counts it.
  bool takes(const Row& row, std::span<const ScoreColumnReader* const> scores);
  /// Rows that name the same columns again, and the line of the first.
  std::size_t repeated() const { return repeated_; }
  std::size_t first_repeated() const { return first_repeated_; }
  /// The line of the first row that names the columns otherwise, and so begins another table; 0 where there is none.
  std::size_t other_line() const { return other_line_; }

 private:
  std::vector<std::string> names_;
  std::set<std::string, std::less<>> known_;  ///< the same, in small letters
  std::size_t repeated_ = 0, first_repeated_ = 0, other_line_ = 0;
};

}  // namespace mot::evidence
