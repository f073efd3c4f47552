// Answers to questions about the whole, and how those to touchpoints go together with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/respondent_tally.h"
#include "mot/evidence/source_context.h"
#include "mot/evidence/tally.h"

namespace mot::evidence {

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
  double lost = 0;               ///< Σw of answers that could not be read
  std::vector<PairTally> pairs;  ///< by question; empty until there is an answer, or where importance is not derived
  void join(const OutcomeTally& other);
};

/// A question about the whole.
class OutcomeReader {
 public:
  /// `column` is where the score stands; `questions` the number of questions it may correlate with.
  OutcomeReader(const SourceContext& context, ColumnFinder& finder, std::size_t outcome, const Text& column, std::size_t questions);
  /// Whether the row is one of the outcome's.
  bool owns(const Row& row) { return filter_.keeps(row); }
  bool has_filter() const { return !filter_.empty(); }
  /// From questions in the same rows, or from those that the same people answered in other rows.
  bool derives_importance() const { return questions_ > 0 && declared_.column; }
  bool derives_by_respondent() const { return questions_ > 0 && !declared_.column; }
  /// Why importance was to be derived from it and is not, of a long table in which customers said something of both; else empty.
  std::string_view why_underived(const OutcomeAnswers& found) const;
  /// Counts the row's answer.
  ScoreCell read(const Row& row, const RowFacts& facts);
  /// Has the engine sum the outcome's answers.
  void request(Aggregation& aggregation);
  void add(const AnswerGroup& group, const RowFacts& facts);
  void add(const PartCounts& parts, std::size_t persona) { by_persona_[persona].answers.add(parts); }
  /// Index of the outcome's sums among all that the engine gives.
  std::size_t score_index() const { return score_index_; }
  void pair(std::size_t question, const SummedPairs& pairs, const RowFacts& facts);
  /// Notes that the row answers a question too.
  void pair(std::size_t question, double position, const ScoreCell& own, const RowFacts& facts) {
    by_persona_[facts.persona].pairs[question].add(position, own.position, facts.weight);
  }
  /// What clusters see of an answer, and its mean: 1 of a promoter, −1 of a detractor, else the position.
  double clustered_value(const ScoreCell& cell) const;
  QuestionMean clustered_mean() const;
  const ScoreColumnReader& column() const { return column_; }
  bool is_recommendation() const { return declared_.kind.value == OutcomeKind::nps; }
  void report(const std::string& source, SourceUse& use, Findings& findings) const;
  /// `questions` in the order of `pair`.
  OutcomeAnswers answers(const std::vector<PairedQuestion>& questions) const;

 private:
  const Conversion& conversion() const { return column_.scale().conversion(); }
  void count_recommendation(const ScoreCell& cell, double weight, OutcomeTally& tally) const;
  OutcomeTally all() const;
  OutcomeAnswers answers_of(const OutcomeTally& tally, const std::vector<PairedQuestion>& questions) const;

  const SourceOutcome& declared_;
  std::size_t index_;
  WhereFilter filter_;
  ScoreColumnReader column_;
  std::size_t questions_;                 // 0 where importance is not derived
  std::vector<OutcomeTally> by_persona_;  // the last of nobody in particular
  std::size_t score_index_ = 0;
};

/// How many questions an outcome may correlate with: one in a column of its own, and one in rows of its own.
struct PairedQuestions {
  std::size_t of_columns = 0;
  std::size_t of_rows = 0;
};

/// The readers of a source's outcomes. Those that name no column have their score in `default_column`, or are passed over.
std::vector<OutcomeReader> outcome_readers(const SourceContext& context, ColumnFinder& finder, const Text* default_column,
                                           PairedQuestions questions);

/// The places of their sums among all that an engine gives.
std::vector<std::size_t> scores_of(const std::vector<OutcomeReader>& outcomes);

/// Hands how answers spread to the outcome whose score it is.
void add_to_outcome(std::vector<OutcomeReader>& outcomes, std::size_t score, const PartCounts& parts, std::size_t persona);

/// The columns of those that are no recommendations.
std::vector<const ScoreColumnReader*> columns_of_scores(const std::vector<OutcomeReader>& outcomes);

}  // namespace mot::evidence
