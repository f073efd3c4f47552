#include "mot/evidence/layouts/item_battery.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace mot::evidence {

ItemBattery::ItemBattery(ColumnFinder& finder, const ScoreColumn& columns, const AnswerScale& scale, const Scale& target, std::string use)
    : use_(std::move(use)) {
  const std::size_t count = columns.others.size() + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Text& column = i == 0 ? columns.column : columns.others[i - 1];
    items_.emplace_back(finder, column, scale, target, count == 1 ? use_ : fmt::format("{}, item {} of {}", use_, i + 1, count));
  }
  of_item_.resize(count);
  if (count > 1 && finder.origin() == Origin::middle)
    finder.fail("bad-value", columns.others.front().span, "a database gives sums of columns; make the mean of several items in a view");
}

ScoreCell ItemBattery::read(const Row& row) {
  if (items_.size() == 1) return items_.front().read(row);
  positions_.clear();
  for (ScoreColumnReader& item : items_) {
    const ScoreCell cell = item.read(row);
    if (cell.kind == CellKind::answer) positions_.push_back(cell.position);
  }
  if (positions_.empty() || 2 * positions_.size() < items_.size()) return {};
  if (positions_.size() == items_.size()) note_complete();
  return scale().answer_at(std::accumulate(positions_.begin(), positions_.end(), 0.0) / static_cast<double>(positions_.size()));
}

void ItemBattery::note_complete() {
  const double middle = scale().range() / 2;
  const auto add = [](Moments& moments, double value) { moments.sum += value, moments.squares += value * value; };
  double total = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    add(of_item_[i], positions_[i] - middle);
    total += positions_[i] - middle;
  }
  add(of_total_, total);
  ++complete_;
}

/// Source: Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16, 1951.
ItemAgreement ItemBattery::agreement() const {
  ItemAgreement agreement{use_, items_.size(), complete_, {}};
  if (complete_ < 2) return agreement;
  const auto n = static_cast<double>(complete_), k = static_cast<double>(items_.size());
  double of_items = 0;
  for (const Moments& moments : of_item_) of_items += moments.variance(n);
  const double of_total = of_total_.variance(n);
  if (of_total > 0) agreement.alpha = k / (k - 1) * (1 - of_items / of_total);
  return agreement;
}

void ItemBattery::report(const std::string& source, SourceUse& use, Findings& findings) const {
  for (const ScoreColumnReader& item : items_) item.report(source, use, findings);
  if (items_.size() > 1) use.agreements.push_back(agreement());
}

}  // namespace mot::evidence
