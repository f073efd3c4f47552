#include "mot/evidence/heading_rows.h"

#include <algorithm>

#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t least_headings = 2;

std::string as_heading(std::string_view cell) {
  return folded(as_seen(cell));
}

/// Whether columns of scores hold something in a row, and nothing of it is an answer, as in no row but one of headings.
bool holds_no_score(const Row& row, std::span<const ScoreColumnReader* const> scores) {
  bool has_stray = false;
  for (const ScoreColumnReader* column : scores) {
    const CellKind kind = column->kind_in(row);
    if (kind == CellKind::answer) return false;
    has_stray = has_stray || kind == CellKind::stray;
  }
  return has_stray;
}

}  // namespace

void HeadingRows::know(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    names_.push_back(as_heading(name));
    if (!name.empty()) known_.insert(names_.back());
  }
}

bool HeadingRows::takes(const Row& row, std::span<const ScoreColumnReader* const> scores) {
  if (!holds_no_score(row, scores)) return false;
  std::size_t filled = 0, in_place = 0, known = 0, numbers = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    const std::string cell = as_heading(row.cells[i]);
    ++filled;
    in_place += cell == names_[i];
    known += known_.contains(cell);
    numbers += number_from(row.cells[i]).has_value();
  }
  const bool is_again = filled > 0 && in_place == filled;
  // Boxes that were ticked say the names of their own columns, and stand beside blank ones, days and numbers.
  const bool is_other = known >= least_headings && numbers == 0 && (known > in_place || filled == names_.size());
  if (is_again && repeated_++ == 0) first_repeated_ = row.line;
  if (is_other && !is_again && other_line_ == 0) other_line_ = row.line;
  return is_again || is_other;
}

}  // namespace mot::evidence
