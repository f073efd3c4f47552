// Answers to a question about a touchpoint, summed by persona.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "mot/evidence/cells/answer_scale.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/respondent_tally.h"
#include "mot/evidence/tally.h"

namespace mot::evidence {

/// Answers to one question, apart for every persona and for nobody in particular, so that each is summed once.
class QuestionTally {
 public:
  explicit QuestionTally(std::size_t personas) : by_persona_(personas + 1), lost_(personas + 1) {}
  void add(const ScoreCell& cell, const RowFacts& facts) {
    by_persona_[facts.persona].add(cell.weighing(facts.weight));
    if (facts.day && (!newest_ || *facts.day > *newest_)) newest_ = facts.day;
  }
  /// A group's answers; it knows the newest of them where their days differ.
  void add(const ScoreGroup& group, const RowFacts& facts) {
    by_persona_[facts.persona].add(group.answers);
    if (group.answers.n > 0) newest_ = std::max(newest_, group.newest ? group.newest : facts.day);
  }
  /// An answer that could not be read.
  void lose(const RowFacts& facts) { lost_[facts.persona] += facts.weight; }
  /// Those of a group, whose rows weigh as they do in the mean.
  void lose(const AnswerGroup& group, const RowFacts& facts, std::size_t answers) {
    const bool is_weighted = group.weight > 0 && group.rows > 0;
    lost_[facts.persona] += static_cast<double>(answers) * (is_weighted ? group.weight / static_cast<double>(group.rows) : 1);
  }
  /// How the answers of groups spread.
  void add(const PartCounts& parts, std::size_t persona) { by_persona_[persona].add(parts); }
  /// All answers in points; weights rescaled to sum to n.
  AnswerSums sums(const ScoreReader& scale) const;
  /// Each persona's answers, their weights rescaled by the factor of all.
  std::vector<AnswerSums> sums_by_persona(const ScoreReader& scale) const;
  const std::optional<Day>& newest() const { return newest_; }
  /// Of everybody, or of one persona.
  QuestionMean mean_of(std::size_t touchpoint, const ScoreReader& scale, std::optional<std::size_t> persona) const;
  bool empty() const;

 private:
  AnswerTally all() const;
  std::vector<AnswerTally> by_persona_;
  std::optional<Day> newest_;
  std::vector<double> lost_;  ///< Σw, as by_persona_
};

/// Later of the two.
void take_newer(std::optional<Date>& newest, const std::optional<Day>& day);

}  // namespace mot::evidence
