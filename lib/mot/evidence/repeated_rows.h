// Whether a file begins anew: an export that was put behind an earlier one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/evidence/rows.h"

namespace mot::evidence {

/// Looks for the first rows of a table in what follows them. Holds those few and nothing else.
class RepeatedRows {
 public:
  void add(const Row& row);
  /// The line where the first rows stand again, as many of them as make no chance; 0 where they don't.
  std::size_t line() const { return line_; }

 private:
  bool is_row(const Row& row, std::size_t index) const;
  bool are_distinct() const;

  std::vector<std::vector<std::string>> first_;
  std::size_t matched_ = 0;  ///< of the first rows, directly before the next one
  std::size_t begin_ = 0;    ///< line of the first of those
  std::size_t line_ = 0;
};

}  // namespace mot::evidence
