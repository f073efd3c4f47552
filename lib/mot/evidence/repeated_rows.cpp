#include "mot/evidence/repeated_rows.h"

#include <algorithm>
#include <set>

namespace mot::evidence {
namespace {

constexpr std::size_t rows_kept = 20;
/// Of those: a file of equal rows would else begin anew with each of them.
constexpr std::size_t least_distinct = 10;

}  // namespace

void RepeatedRows::add(const Row& row) {
  if (line_ > 0) return;
  if (first_.size() < rows_kept) {
    first_.emplace_back(row.cells.begin(), row.cells.end());
    return;
  }
  if (!is_row(row, matched_)) matched_ = 0;
  if (!is_row(row, matched_)) return;
  if (matched_ == 0) begin_ = row.line;
  if (++matched_ < rows_kept) return;
  matched_ = 0;
  if (are_distinct()) line_ = begin_;
}

bool RepeatedRows::is_row(const Row& row, std::size_t index) const {
  return std::ranges::equal(row.cells, first_[index]);
}

bool RepeatedRows::are_distinct() const {
  return std::set(first_.begin(), first_.end()).size() >= least_distinct;
}

}  // namespace mot::evidence
