// Which rows count, and what holds for all answers of a row.
#pragma once

#include <array>
#include <optional>

#include "mot/evidence/aggregation.h"
#include "mot/evidence/cells/columns.h"
#include "mot/evidence/rows.h"
#include "mot/evidence/source_context.h"

namespace mot::evidence {

/// What holds for all answers of a row.
struct RowFacts {
  double weight = 1;
  std::size_t persona = 0;  ///< index of Workspace::personas; their number where it is none of them
  std::optional<Day> day;
};

/// What the weights of rows come to, and the largest of those that are told one by one.
struct WeightSums {
  std::size_t n = 0;
  double sum = 0;
  double squares = 0;
  double largest = 0;
  std::size_t line_of_largest = 0;
  std::array<std::size_t, 96> by_size = {};  ///< rows by the power of two that their weight reaches

  void add(double weight, std::size_t line);
  void add(const AnswerGroup& group);
  /// As how many answers of equal weight they count. Source: Kish, Survey Sampling, 1965.
  double effective() const { return n > 0 ? sum * sum / squares : 0; }
  /// Whether so many count like so few that one of them, or a handful, swallows the others.
  bool is_swallowed() const;
  /// The rows whose weight is under a fiftieth of the mean, to the next power of two; none of few rows.
  std::size_t light_rows() const;
};

/// Tests each row in turn: does it pass `where`, has it a weight, is it of the period? A row that fails is not looked at further.
class RowFilter {
 public:
  RowFilter(const SourceContext& context, ColumnFinder& finder);
  std::optional<RowFacts> accept(const Row& row);
  /// Has the engine test the rows it sums in the same way.
  void request(Aggregation& aggregation);
  std::optional<RowFacts> accept(const AnswerGroup& group);
  std::optional<Day> newest() const { return newest_; }
  /// As in RowFacts, of a group whose words are these; counts nothing.
  std::size_t persona_in(const std::vector<std::string>& words) const;
  bool tells_personas() const { return persona_.has_value(); }
  /// Rows that count for everybody and for no persona, because nobody can tell whose they are.
  std::size_t lost_personas() const { return persona_ ? persona_->log().strays() : 0; }
  /// Whether the last row did not pass for want of a weight; and that so many of those hold answers.
  bool is_weightless() const { return is_weightless_; }
  void count_weightless_answers(std::size_t rows) {
    weightless_answers_ += rows;
    if (is_weight_blank_) answers_without_weight_ += rows;
  }
  /// Rows that are left out for what can't be read in them, and not for what they say.
  std::size_t lost_rows() const;
  void report(SourceUse& use, Findings& findings) const;

 private:
  bool is_in_period(const std::optional<Day>& day, std::size_t rows);
  bool has_weight(const AnswerGroup& group);
  bool is_in_period(const AnswerGroup& group);
  void report_blank_weights(Findings& findings) const;
  void report_weightless(Findings& findings) const;
  void report_swallowed(Findings& findings) const;
  void report_undated(Findings& findings) const;

  const SourceContext& context_;
  WhereFilter filter_;
  std::optional<WeightColumnReader> weight_;
  WeightSums weights_;
  bool is_weightless_ = false;
  std::size_t weightless_answers_ = 0;
  bool is_weight_blank_ = false;            ///< of the last row
  std::size_t answers_without_weight_ = 0;  ///< where nobody says that they weigh nothing
  std::optional<DateColumnReader> date_;
  std::optional<Day> fixed_day_;
  std::optional<WordColumnReader> persona_;
  std::size_t persona_word_ = 0;  // of a group's words
  std::size_t rows_ = 0;
  RowsLeftOut left_out_;
  std::optional<Day> oldest_, newest_;
};

/// A date column in use, of the long layout or the source; nothing where dates are fixed or none.
const DateColumn* date_of(const SurveySource& source);

}  // namespace mot::evidence
