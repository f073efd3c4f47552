// How many gave each answer: a distribution that somebody else has counted, a touchpoint a row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/answers.h"
#include "mot/evidence/cells/column_finder.h"
#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/rows.h"
#include "mot/model/survey.h"

namespace mot::evidence {

class ShareColumns {
 public:
  ShareColumns(ColumnFinder& finder, const Entries<Text, Text>& shares, const AnswerScale& scale, const Scale& target);
  /// The row's answers in points. Without `n` the cells are counts; with it counts or per cent, whichever they add up to. A blank cell says
  /// that nobody gave the answer where the others add up to n or to 100. Nothing where a cell is no number, or they add up to neither.
  /// What the scale lists as `missing` adds up with the others, and is no answer.
  std::optional<AnswerSums> read(const Row& row, const std::optional<std::size_t>& n);
  /// How many answers the row that comes next stands for.
  void weigh(std::size_t answers) {
    for (Share& share : shares_) share.log.weigh(answers);
  }
  /// Whether any cell of the row says anything.
  bool holds_any(const Row& row) const;
  /// Whether the row that was read last is left out for what can't be read in it.
  bool is_lost() const { return is_lost_; }
  /// The mean of the row that was read last, in points of the project, where it is in per cent and nobody tells of how many.
  std::optional<double> published() const { return published_; }
  void report(const std::string& source, SourceUse& use, Findings& findings) const;

 private:
  struct Share {
    std::size_t column;
    ScoreCell answer;
    ColumnLog log;
    bool is_answer() const { return answer.kind == CellKind::answer; }
  };
  bool read_cells(const Row& row);
  bool are_counts() const;
  bool has_sign(const Row& row) const;
  bool are_per_cent_of_nobody_knows(const Row& row) const;
  bool add_up(const Row& row, const std::optional<std::size_t>& n) const;
  void lose_blank(const Row& row);
  AnswerSums sums_of(std::size_t n) const;
  double share_of(std::size_t i) const { return cells_[i] / answered_; }

  DecimalMark mark_;
  ScoreReader scale_;
  std::vector<Share> shares_;
  std::vector<double> cells_;  ///< of the row at hand, by share
  std::size_t blanks_ = 0;     ///< among them
  double sum_ = 0;             ///< of them
  double answered_ = 0;        ///< of those that are answers
  bool is_lost_ = false;
  std::optional<double> published_;
};

}  // namespace mot::evidence
