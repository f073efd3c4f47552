// Several items that ask about one thing: a respondent's mean of them counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/rows.h"

namespace mot::evidence {

class ItemBattery {
 public:
  /// `use` is what the question is for: `actual of rebook`. All items are read on one scale.
  ItemBattery(ColumnFinder& finder, const ScoreColumn& columns, const AnswerScale& scale, const Scale& target, std::string use);
  /// The mean of the items that were answered; blank where they are fewer than half.
  ScoreCell read(const Row& row);
  /// Whether an item of the row that was read last holds what can't be read.
  bool has_lost_item() const { return has_lost_item_; }
  /// The only item where answers lie in a database.
  ScoreColumnReader& first() { return items_.front(); }
  const ScoreReader& scale() const { return items_.front().scale(); }
  void add_columns(std::vector<const ScoreColumnReader*>& columns) const {
    for (const ScoreColumnReader& item : items_) columns.push_back(&item);
  }
  void report(const std::string& source, SourceUse& use, Findings& findings) const;

 private:
  void note_complete();
  ItemAgreement agreement() const;
  std::optional<double> with_the_others(std::size_t item) const;
  void report_disagreement(const std::string& source, Findings& findings) const;

  std::string use_;
  std::vector<ScoreColumnReader> items_;
  std::vector<double> positions_;  ///< of the row at hand, as far as its items are answered
  /// Sums over the rows that have all items, each about the middle of the scale.
  struct Moments {
    double sum = 0;
    double squares = 0;
    double with_total = 0;  ///< products of the two
    double variance(double n) const { return (squares - sum * sum / n) / (n - 1); }
    double covariance(const Moments& total, double n) const { return (with_total - sum * total.sum / n) / (n - 1); }
  };
  std::vector<Moments> of_item_;
  Moments of_total_;
  std::size_t complete_ = 0;
  bool has_lost_item_ = false;
};

}  // namespace mot::evidence
