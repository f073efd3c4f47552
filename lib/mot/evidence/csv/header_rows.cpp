#include "mot/evidence/csv/header_rows.h"

#include <algorithm>
#include <string_view>

namespace mot::evidence {

std::vector<std::string> HeaderRows::joined() const {
  std::size_t columns = 0;
  for (const auto& row : rows_) columns = std::max(columns, row.size());
  std::vector<std::string> names(columns);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::string_view last;
    const bool is_last = i + 1 == rows_.size();
    for (std::size_t column = 0; column < (is_last ? rows_[i].size() : columns); ++column) {
      const std::string_view cell = column < rows_[i].size() ? std::string_view(rows_[i][column]) : std::string_view();
      const bool is_merged = cell.empty() && !is_last;
      if (!is_merged) last = cell;
      std::string& name = names[column];
      if (last.empty() || name == last) continue;
      name.append(name.empty() ? "" : ": ").append(last);
    }
  }
  return names;
}

}  // namespace mot::evidence
