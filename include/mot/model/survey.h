// Where answers lie and how they are to be read. The answers themselves are read in evidence/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/model/touchpoint.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot {

/// The scale of a question. `min` over `max`: asked the other way round. `missing` lists the cells that are no answer, `values` the words
/// that are scores.
struct AnswerScale {
  Number min;
  Number max;
  std::vector<Text> missing;
  Entries<Text, Number> values = {};
  std::optional<Placed<ScaleLabels>> labels = {};
  bool operator==(const AnswerScale&) const = default;
};

/// A column, with its own scale where it has one. `others` are further items of the same question: what counts is their mean.
struct ScoreColumn {
  Text column;
  std::optional<AnswerScale> scale;
  std::vector<Text> others = {};
  bool operator==(const ScoreColumn&) const = default;
};

/// A column of words, and what they mean to the workspace where they are not its own words.
struct WordColumn {
  Text column;
  Entries<Text, Text> values;
  bool operator==(const WordColumn&) const = default;
};

/// The column of dates and how they are written (strptime's `%Y %y %m %d %e %b %B %H %I %M %S %p`); ISO where no format is given.
struct DateColumn {
  std::optional<Placed<Date>> fixed;  ///< one date for every answer
  std::optional<Text> column;
  std::optional<Text> format;
  bool operator==(const DateColumn&) const = default;
};

/// The columns that ask about one touchpoint.
struct TouchpointColumns {
  std::optional<ScoreColumn> actual;
  std::optional<ScoreColumn> desired;
  std::optional<ScoreColumn> importance;
  std::optional<WordColumn> verdict;
  std::optional<Text> quote;
  bool operator==(const TouchpointColumns&) const = default;
};

/// A long table: one answer a row.
struct LongLayout {
  WordColumn touchpoint;
  std::optional<ScoreColumn> score;
  std::optional<WordColumn> verdict;
  std::optional<Text> quote;
  std::optional<DateColumn> date;
  std::optional<Text> respondent;
  std::optional<WordColumn> persona;
  std::optional<Text> weight;
  bool operator==(const LongLayout&) const = default;
};

/// A ready-made table: one touchpoint a row. It gives `n` and `mean`, or in `shares` how many gave each answer.
struct SummaryLayout {
  WordColumn touchpoint;
  std::optional<Text> n;
  std::optional<Text> mean;
  std::optional<Text> sd;
  Entries<Text, Text> shares = {};  ///< an answer, and the column of how many gave it or of their per cent
  bool operator==(const SummaryLayout&) const = default;
};

/// Rows are kept where the column holds one of the values.
using Filter = Entries<Text, std::vector<Text>>;

/// A question about the whole.
struct SourceOutcome {
  Id id;
  std::optional<Text> name;
  Placed<OutcomeKind> kind;
  std::optional<Text> column;  ///< in a wide file
  Filter where;                ///< in a long one
  std::optional<AnswerScale> scale;
  std::optional<Number> target;  ///< what it is to reach, in points of what it is shown in
  Placed<bool> derives_importance;
  bool operator==(const SourceOutcome&) const = default;
};

struct SurveySource {
  Span span;
  bool is_whole = true;
  Id id;
  std::optional<Text> name;
  std::optional<Text> file;         ///< a path below the workspace: a CSV file, or SQLite's where `database` says so
  std::optional<std::string> path;  ///< the same as it is to be opened
  std::optional<Placed<DatabaseKind>> database;
  std::optional<Text> connect;  ///< `${VARIABLE}` of the environment, never the secret itself
  std::optional<Text> table;
  std::optional<Text> frozen;                  ///< a path below the workspace: the database's sums, kept in a file that stands in for it
  std::optional<Placed<Separator>> separator;  ///< of a CSV file's cells; found out if left out
  std::optional<Placed<Decimal>> decimal;      ///< of a CSV file's numbers; a comma is one too unless it separates cells if left out
  std::optional<Count> skip;                   ///< lines before the header
  std::optional<Text> sheet;                   ///< of a workbook; the first with anything in it if left out
  std::optional<Text> encoding;                ///< of a CSV file, by iconv's name; UTF-8 if left out
  std::vector<Count> header;                   ///< the rows that name columns, joined, from one; the first if left out
  std::optional<AnswerScale> scale;
  std::optional<DateColumn> date;
  std::optional<Text> weight;
  std::optional<Text> cluster;                  ///< the column of who was asked together: a flight, a shift, a class
  std::optional<Within<0, 100>> design_effect;  ///< over 0: how many times wider variances are than of a simple random sample
  std::optional<Count> population;              ///< how many there are of those who were asked
  std::optional<Count> asked;                   ///< how many were asked, whether or not they answered
  std::optional<Text> respondent;               ///< of a wide table: the column that names who answered
  std::optional<WordColumn> persona;
  Entries<Link<Touchpoint>, TouchpointColumns> columns;
  std::optional<LongLayout> long_layout;
  std::optional<SummaryLayout> summary;
  std::vector<SourceOutcome> outcomes;
  Filter where;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const SurveySource&) const = default;
};

}  // namespace mot
