// What a database is queried for: which sums of which columns, by which words. Plain data, of no engine.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/answer_scale.h"
#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/cells/date_format.h"
#include "mot/evidence/day_range.h"
#include "mot/evidence/respondent_tally.h"
#include "mot/evidence/tally.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// A column whose cells the engine judges, and who is to know of those that fit nothing.
struct AggregatedColumn {
  Text column;
  ColumnLog* log = nullptr;  ///< the layout's or the row filter's
};

/// How many answers lie at or beyond a point of their own scale.
struct AggregatedShare {
  double point = 0;
  bool is_below = false;  ///< beyond is below it
};

/// A column of scores to be summed about the middle of its scale.
struct AggregatedScore : AggregatedColumn {
  AnswerScale scale;
  Filter where;                            ///< rows that have this question; all where it is empty
  std::optional<AggregatedShare> top_two;  ///< where the scale has two best points
  std::vector<AggregatedShare> shares;     ///< what else is to be counted
  std::vector<AggregatedShare> parts;      ///< in a query of their own: answers in each part of the scale after the first, or a better one
  std::optional<AggregatedShare> bottom_two;

  double low() const { return std::min(scale.min.value, scale.max.value); }
  double high() const { return std::max(scale.min.value, scale.max.value); }
  double middle() const { return (scale.min.value + scale.max.value) / 2; }
};

/// Two of the scores, by index, of rows that have both.
struct AggregatedPair {
  std::size_t x = 0;
  std::size_t y = 0;
};

/// Products over respondents of what they answered to two questions.
struct AggregatedProducts {
  std::optional<Text> unit;         ///< the column that names respondents or clusters; each row is one where there is none
  bool is_clustered = false;        ///< units are to be counted
  std::optional<std::size_t> word;  ///< of a long table: which of the words names the question of the first score
  std::vector<std::size_t> scores;  ///< the questions, by index
};

/// Thumbs of a long table. The engine names words as their column's values do, all others as they stand.
struct AggregatedThumbs {
  WordColumn touchpoint;
  WordColumn verdict;
};

/// Sums over clusters of thumbs and of answers about the whole.
struct AggregatedClusters {
  Text unit;
  std::vector<std::size_t> outcomes;  ///< scores, by index; one whose `shares` are promoters and detractors counts these
  std::optional<AggregatedThumbs> thumbs;
};

/// Pairs of what the same people said of touchpoints, the first score, and of the whole, each in rows of its own; of a long table.
struct AggregatedRespondents {
  struct Outcome {
    std::size_t place;  ///< among the outcomes
    std::size_t score;  ///< index
  };
  Text respondent;
  std::size_t word;  ///< which of the words names the touchpoint
  WordColumn touchpoint;
  std::vector<Outcome> outcomes;
};

struct Aggregation {
  std::string table;
  Filter where;
  std::optional<AggregatedColumn> weight;
  std::optional<AggregatedColumn> date;
  DayRange range;
  std::vector<Text> words;  ///< columns that rows are grouped by
  std::vector<AggregatedScore> scores;
  std::vector<AggregatedPair> pairs;
  std::optional<AggregatedProducts> products;
  std::optional<AggregatedClusters> clusters;
  std::optional<AggregatedRespondents> respondents;
};

/// What holds for all rows of a group: whether they count, else why not.
enum class GroupState : std::uint8_t { counts, weight_blank, weight_zero, weight_stray, undated, outside_period };

struct SummedShare {
  std::size_t n = 0;
  double weight = 0;
};

/// Answers to one question in one group; positions are about the middle.
struct ScoreGroup {
  std::size_t rows = 0;  ///< that have the question
  std::size_t blank = 0;
  std::size_t missing = 0;
  SummedAnswers answers;
  std::optional<Day> newest;
  std::vector<SummedShare> shares;  ///< by AggregatedScore::shares

  std::size_t stray() const { return rows - blank - missing - answers.n; }
};

/// Rows that say the same words, summed.
struct AnswerGroup {
  GroupState state = GroupState::counts;
  std::size_t rows = 0;
  double weight = 0;  ///< Σw of rows that count
  double weight_squares = 0;
  std::size_t rows_of_outcomes = 0;  ///< that a question with a `where` of its own keeps
  std::size_t dates_blank = 0;
  std::size_t dates_stray = 0;
  std::optional<Day> oldest, newest;
  std::vector<std::string> words;  ///< by Aggregation::words; empty where the cell is blank
  std::vector<ScoreGroup> scores;
  std::vector<SummedPairs> pairs;
};

/// Pairs of answers of the same people at one touchpoint.
struct RespondentPairs {
  std::vector<std::string> words;  ///< those before the touchpoint's
  std::string touchpoint;
  SummedPairs sums;
};

/// Sums over clusters about one figure; W is a cluster's Σw, X its Σwx, with x 1 of a thumb up and 0 of one down, 1, 0 and −1 of who would
/// recommend, would neither and would not, else the answer's position.
struct ClusteredSums {
  double weight = 0;  ///< Σ W
  ProductSums sums;
};

struct ClusteredThumbs {
  std::string touchpoint;
  ClusteredSums sums;
};

/// Respondents of the same words, and products of what they answered.
struct ProductGroup {
  std::vector<std::string> words;        ///< by Aggregation::words; none where everybody is summed
  std::vector<std::string> other_words;  ///< of a long table, those of the other question
  std::vector<double> weights;           ///< Σw, by AggregatedProducts::scores; of a long table of the one question
  std::vector<ProductSums> sums;         ///< by the pairs that the query was about
};

}  // namespace mot::evidence
