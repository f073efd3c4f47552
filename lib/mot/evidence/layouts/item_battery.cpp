#include "mot/evidence/layouts/item_battery.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t least_complete = 30;
/// Items that go together less than this measure several things, or one of them is asked the other way round.
constexpr double least_alpha = 0.5;
/// By Fisher's z: a correlation under 0 that chance gives once in two hundred times, however many items there are.
constexpr double surely_negative = -2.6;

}  // namespace

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
  has_lost_item_ = false;
  positions_.clear();
  for (ScoreColumnReader& item : items_) {
    const ScoreCell cell = item.read(row);
    has_lost_item_ = has_lost_item_ || cell.kind == CellKind::stray;
    if (items_.size() == 1) return cell;
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
  for (std::size_t i = 0; i < items_.size(); ++i) of_item_[i].with_total += (positions_[i] - middle) * total;
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

/// How an item correlates with the sum of the others; nothing where either is the same for all.
std::optional<double> ItemBattery::with_the_others(std::size_t item) const {
  const auto n = static_cast<double>(complete_);
  const double own = of_item_[item].variance(n), with_total = of_item_[item].covariance(of_total_, n);
  const double of_others = of_total_.variance(n) - 2 * with_total + own;
  return own > 0 && of_others > 0 ? std::optional((with_total - own) / std::sqrt(own * of_others)) : std::nullopt;
}

/// The mean of items that do not go together is of nothing; where one is asked the other way round, its best answer counts as the worst.
void ItemBattery::report_disagreement(const std::string& source, Findings& findings) const {
  const auto alpha = agreement().alpha;
  if (complete_ < least_complete || !alpha) return;
  std::size_t worst = 0;
  double lowest = 1;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const auto r = with_the_others(i);
    if (r && *r < lowest) worst = i, lowest = *r;
  }
  const double z = std::atanh(std::max(lowest, -0.999)) * std::sqrt(static_cast<double>(complete_) - 3);
  const Text& column = items_[worst].column();
  std::string message;
  if (z < surely_negative) {
    message = fmt::format(
        "'{}' runs against the other items of {}: over {} respondents it correlates {:.2f} with them (Cronbach's alpha {:.2f}); if it is "
        "asked the other way round, turn it round in the file, else take it out",
        printable(column.value), printable(use_), complete_, lowest, *alpha);
  } else if (*alpha < least_alpha) {
    message = fmt::format(
        "the {} items of {} hardly measure one thing: over {} respondents Cronbach's alpha is {:.2f}, and '{}' goes with the others least; "
        "ask about them as moments of their own, or take out what asks something else",
        items_.size(), printable(use_), complete_, *alpha, printable(column.value));
  } else {
    return;
  }
  findings.report("scale-looks-wrong", column.span, std::move(message)).subjects = {source, column.value, "items"};
}

void ItemBattery::report(const std::string& source, SourceUse& use, Findings& findings) const {
  for (const ScoreColumnReader& item : items_) item.report(source, use, findings);
  if (items_.size() < 2) return;
  use.agreements.push_back(agreement());
  report_disagreement(source, findings);
}

}  // namespace mot::evidence
