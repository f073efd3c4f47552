#include "mot/evidence/rows_above.h"

#include <algorithm>
#include <string_view>

namespace mot::evidence {
namespace {

constexpr std::size_t most_bytes = 1u << 20;

bool reads_as_answers(const Row& row, std::span<const ScoreColumnReader* const> columns) {
  const auto is = [&row](CellKind kind) { return [&row, kind](const ScoreColumnReader* column) { return column->kind_in(row) == kind; }; };
  return std::ranges::any_of(columns, is(CellKind::answer)) && std::ranges::none_of(columns, is(CellKind::stray));
}

}  // namespace

void RowsAbove::add(const Row& row) {
  for (const std::string_view cell : row.cells) bytes_ += cell.size() + sizeof(std::string);
  if (bytes_ <= most_bytes) rows_.push_back({{row.cells.begin(), row.cells.end()}, row.line});
}

void RowsAbove::count(std::size_t cells, std::span<const ScoreColumnReader* const> columns) {
  for (const KeptRow& kept : rows_) {
    const std::vector<std::string_view> views(kept.cells.begin(), kept.cells.end());
    if (views.size() != cells || !reads_as_answers({views, kept.line}, columns)) continue;
    if (answered_++ == 0) first_line_ = kept.line;
  }
  rows_ = {};
}

}  // namespace mot::evidence
