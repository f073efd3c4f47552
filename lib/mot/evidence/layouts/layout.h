// How a table is laid out: what its rows say.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/source_answers.h"

namespace mot::evidence {

/// Whose answers a product is of, by index of personas; both are one but in a long table whose respondents change theirs.
struct PersonaPair {
  std::size_t one = 0;
  std::size_t other = 0;
};

/// Takes the rows that count. The context outlives it.
class Layout {
 public:
  virtual ~Layout() = default;
  virtual void row(const Row& row, const RowFacts& facts) = 0;
  /// Adds what the rows gave; `answers.touchpoints` has every touchpoint of the workspace.
  virtual void finish(SourceAnswers& answers, Findings& findings) const = 0;
  /// The columns whose answers show the scale they were asked on.
  virtual std::vector<const ScoreColumnReader*> score_columns() const = 0;
};

/// One whose rows an engine may sum by groups.
class SummedLayout : public Layout {
 public:
  /// What it wants to know of each group.
  virtual void request(Aggregation& aggregation) = 0;
  virtual void group(const AnswerGroup& group, const RowFacts& facts) = 0;
  /// How answers of one persona spread, of the score of this index.
  virtual void distribution(const AnswerGroup& group, std::size_t score, const PartCounts& parts, std::size_t persona) = 0;
  /// Whether the answers of groups with these words count for the score of this index.
  virtual bool hears(std::size_t score, const std::vector<std::string>& words) const = 0;
  /// What respondents answered together, of one persona or, where `personas` is nothing, of everybody at once; `pairs` are the group's, by
  /// place among the products' scores.
  virtual void products(const ProductGroup& group, std::span<const AggregatedPair> pairs, const std::optional<PersonaPair>& personas) = 0;
  /// What clusters say of the whole, of an outcome by place; and of thumbs.
  virtual void clustered_outcome(std::size_t place, const ClusteredSums& sums) = 0;
  virtual void clustered_thumbs(const ClusteredThumbs& thumbs) = 0;
  /// Nothing is known of clusters but of touchpoints' scores.
  virtual void leave_unclustered() = 0;
  /// What the same people said of a touchpoint and of the whole, of an outcome by place; of a long table.
  virtual void respondent_pairs(std::size_t outcome, const RespondentPairs& pairs, std::size_t persona) = 0;
  /// How many respondents or clusters there are, where an engine has counted them.
  virtual void count_units(std::size_t units) = 0;
  /// Nothing is known of who answered what, and why.
  virtual void keep_apart(std::string why) = 0;
};

/// One respondent a row, one column a question.
std::unique_ptr<SummedLayout> wide_layout(const SourceContext& context, ColumnFinder& finder);
/// One answer a row.
std::unique_ptr<SummedLayout> long_layout(const SourceContext& context, ColumnFinder& finder);
/// One touchpoint a row, ready-made: n, mean, standard deviation.
std::unique_ptr<Layout> summary_layout(const SourceContext& context, ColumnFinder& finder);

/// The layout that the source declares.
std::unique_ptr<Layout> layout_of(const SourceContext& context, ColumnFinder& finder);

/// The same of what a database holds; not of a source that declares a summary.
std::unique_ptr<SummedLayout> summed_layout_of(const SourceContext& context, ColumnFinder& finder);

/// The touchpoints' own words for themselves.
std::vector<std::string_view> ids_of(const std::vector<Touchpoint>& touchpoints);

}  // namespace mot::evidence
