// Questions and their answers: about a touchpoint, by persona, and about the whole.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/tally.h"

namespace mot::evidence {

/// Of a touchpoint's quotes, the first so many are kept.
inline constexpr std::size_t most_quotes = 10;

/// What one source gives.
struct SourceAnswers {
  std::vector<TouchpointAnswers> touchpoints;  ///< by index of Workspace::touchpoints
  std::vector<OutcomeAnswers> outcomes;
  SourceUse use;
};

/// The scale a column's answers are on: its own, else the source's, else the project's.
AnswerScale scale_of(const std::optional<AnswerScale>& own, const SourceContext& context);

/// Answers to one question, apart for every persona and for nobody in particular, so that each is summed once.
class QuestionTally {
 public:
  explicit QuestionTally(std::size_t personas) : by_persona_(personas + 1) {}
  void add(const ScoreCell& cell, const RowFacts& facts) {
    by_persona_[facts.persona].add(Answer{cell.position, facts.weight, cell.is_top_two});
    if (facts.day && (!newest_ || *facts.day > *newest_)) newest_ = facts.day;
  }
  /// A group's answers; it knows the newest of them where their days differ.
  void add(const ScoreGroup& group, const RowFacts& facts) {
    by_persona_[facts.persona].add(group.answers);
    if (group.answers.n > 0) newest_ = std::max(newest_, group.newest ? group.newest : facts.day);
  }
  /// All answers in points; weights rescaled to sum to n.
  AnswerSums sums(const ScoreReader& scale) const;
  /// Each persona's answers, their weights rescaled by the factor of all.
  std::vector<AnswerSums> sums_by_persona(const ScoreReader& scale) const;
  const std::optional<Day>& newest() const { return newest_; }
  bool empty() const;

 private:
  AnswerTally all() const;
  std::vector<AnswerTally> by_persona_;
  std::optional<Day> newest_;
};

/// What an outcome may correlate with.
struct PairedQuestion {
  std::size_t touchpoint;  ///< index of Workspace::touchpoints
  Conversion conversion;
};

/// Answers to a question about the whole, of everybody or of one persona.
struct OutcomeTally {
  AnswerTally answers;
  std::size_t promoters = 0, detractors = 0;
  ExactSum promoter_weight, detractor_weight;
  std::vector<PairTally> pairs;  ///< by question; empty until there is an answer, or where importance is not derived
  void join(const OutcomeTally& other);
};

/// Later of the two.
void take_newer(std::optional<Date>& newest, const std::optional<Day>& day);

/// A question about the whole.
class OutcomeReader {
 public:
  /// `column` is where the score stands; `questions` the number of questions it may correlate with.
  OutcomeReader(const SourceContext& context, ColumnFinder& finder, std::size_t outcome, const Text& column, std::size_t questions);
  /// Whether the row is one of the outcome's.
  bool owns(const Row& row) const { return filter_.keeps(row); }
  bool has_filter() const { return !filter_.empty(); }
  bool derives_importance() const { return questions_ > 0; }
  /// Counts the row's answer.
  ScoreCell read(const Row& row, const RowFacts& facts);
  /// Has the engine sum the outcome's answers.
  void request(Aggregation& aggregation);
  void add(const AnswerGroup& group, const RowFacts& facts);
  /// Index of the outcome's sums among all that are asked for.
  std::size_t score_index() const { return score_index_; }
  void pair(std::size_t question, const SummedPairs& pairs, const RowFacts& facts);
  /// Notes that the row answers a question too.
  void pair(std::size_t question, double position, const ScoreCell& own, const RowFacts& facts) {
    by_persona_[facts.persona].pairs[question].add(position, own.position, facts.weight);
  }
  const ColumnLog& log() const { return column_.log(); }
  /// `questions` in the order of `pair`.
  OutcomeAnswers answers(const std::vector<PairedQuestion>& questions) const;

 private:
  const Conversion& conversion() const { return column_.scale().conversion(); }
  void count_recommendation(const ScoreCell& cell, double weight, OutcomeTally& tally);
  OutcomeAnswers answers_of(const OutcomeTally& tally, const std::vector<PairedQuestion>& questions) const;

  const SourceOutcome& declared_;
  std::size_t index_;
  WhereFilter filter_;
  ScoreColumnReader column_;
  std::size_t questions_;                 // 0 where importance is not derived
  std::vector<OutcomeTally> by_persona_;  // the last of nobody in particular
  std::size_t score_index_ = 0;
};

/// What the engine is asked about a column of scores, in every row.
AggregatedScore aggregated_score(ScoreColumnReader& column);

/// The readers of a source's outcomes. Those that name no column have their score in `default_column`, or are passed over.
std::vector<OutcomeReader> outcome_readers(const SourceContext& context, ColumnFinder& finder, const Text* default_column,
                                           std::size_t questions);

}  // namespace mot::evidence
