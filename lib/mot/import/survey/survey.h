// A survey as it was exported -> what it seems to hold. Nothing is certain but the cells; every guess carries its ground.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "mot/evidence/rows.h"
#include "mot/import/imported.h"
#include "mot/import/survey/code_scales.h"
#include "mot/import/survey/column_profile.h"
#include "mot/import/survey/score_guess.h"
#include "mot/import/survey/table_shape.h"
#include "mot/import/survey/touchpoint_match.h"

namespace mot::importing {

/// A column of scores and what it may ask about.
struct ScoreColumn {
  std::size_t column = 0;  ///< index of Survey::columns
  ScoreGuess scores = {};
  std::string item = {};                      ///< what the heading asks about
  std::optional<TouchpointMatch> match = {};  ///< of the known touchpoints
  bool is_in_battery = false;                 ///< one of several questions that ask alike
  bool is_declared = false;                   ///< its heading tells its scale
};

/// What is `possible` stands in comments, for people to choose.
enum class ColumnRole : std::uint8_t {
  unread,
  score,
  overall,
  recommendation,
  weight,
  date,
  quote,
  segment,
  question,
  respondent,
  share,
  rows,
  possible_score,
  possible_recommendation,
  possible_weight,
  possible_date,
  importance,   ///< how much a touchpoint matters to customers
  expectation,  ///< what they wish of it
  repeated,     ///< has no name of its own
  codes         ///< says what codes mean, in a table beside the answers
};

/// A column whose values say which rows are answers of customers.
struct KeptRowsOf {
  std::size_t column = 0;             ///< index of Survey::columns
  std::vector<std::string> values;    ///< of rows to keep
  std::vector<std::string> left_out;  ///< of the others
  std::size_t rows = 0;               ///< left out
};

/// What a survey seems to hold.
struct Survey {
  std::vector<ColumnProfile> columns;
  std::vector<ColumnRole> roles;     ///< by column
  std::vector<std::string> grounds;  ///< by column; one line each
  std::size_t rows = 0;
  std::optional<ScoreGuess> scale;  ///< of most of its questions
  std::vector<ScoreColumn> scores;
  std::optional<ScoreColumn> overall;
  std::optional<ScoreColumn> recommendation;
  std::vector<ScoreColumn> possible;        ///< that may be scores; those whose scale nobody knows have one without points
  std::optional<PublishedTable> published;  ///< where it is a table of how many gave each answer, or of means
  std::optional<std::size_t> question;      ///< where each row is an answer: the column that says what it is about
  std::optional<std::size_t> respondent;    ///< of such rows
  std::optional<std::size_t> verdict;       ///< of such rows: the column of thumbs, where there are no scores
  std::vector<std::string> off_scale;       ///< of such rows: what those are about whose answers go higher than all others
  std::optional<std::size_t> counted;       ///< of such rows: the column that says how many gave the answer
  std::optional<std::size_t> weight;
  std::optional<KeptRowsOf> previews;    ///< rows that those wrote who made the survey
  std::optional<KeptRowsOf> broken_off;  ///< rows of those who did not come to the end
  std::optional<std::size_t> date;
  std::string date_format;                                       ///< empty: ISO
  std::string date_otherwise;                                    ///< another format that fits as well
  std::vector<std::pair<std::size_t, std::string>> other_dates;  ///< columns and their formats
  std::string language;                                          ///< of its words and headings, `de`; empty where they don't tell
  std::optional<DeclaredScale> legend;                           ///< of a line beside the answers that says which end is the better
  std::vector<std::string> feet;                                 ///< what rows below the answers begin with that sum them up
  std::size_t first_foot_line = 0;                               ///< of the first of those
  std::vector<CodeSheetUse> code_sheets;                         ///< beside its own
  std::string refusal;  ///< why nothing of it can be read: completes "'x.csv' …"; empty where something can
  evidence::RowReport report;
};

void set_role(Survey& survey, std::size_t column, ColumnRole role, std::string ground);
bool has_role(const Survey& survey, std::size_t column);

/// So many different words may tell customers apart, or be the answers of a scale.
inline constexpr std::size_t most_segments = 12;

/// The cells that are numbers.
std::size_t numbers_in(const ColumnProfile& column, evidence::DecimalMark mark);

/// Whether each cell says something else, as the numbers of respondents do.
bool numbers_rows(const ColumnProfile& column);

/// Reads all rows, and what the sheets beside it say that its answers mean. What can't be read to its end has a fault in its report, and no
/// guesses.
Survey survey_of(evidence::RowSource& rows, std::span<const KnownTouchpoint> touchpoints, std::span<const CodeBook> code_books = {});

}  // namespace mot::importing
