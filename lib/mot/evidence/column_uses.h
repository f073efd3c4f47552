// What columns of a file are for from which no cell is counted.
#pragma once

#include <string_view>

#include "mot/evidence/answers.h"

namespace mot::evidence {

/// A column that the source does not name: nothing is read from it.
inline constexpr std::string_view not_used = "not used";
/// One that only says which rows are of one respondent, or of one cluster.
inline constexpr std::string_view told_apart_by = "told apart by";

/// One that says which rows count; how many do not is told of the source.
inline constexpr std::string_view where = "where";

/// Whether it is known how many of its cells are used, blank or missing.
inline bool has_counts(const ColumnUse& column) {
  const bool is_counted = column.used + column.blank + column.missing + column.off_scale + column.unmatched > 0;
  return is_counted || (column.use != not_used && column.use != told_apart_by && column.use != where);
}

}  // namespace mot::evidence
