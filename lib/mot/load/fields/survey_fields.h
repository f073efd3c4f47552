// The field tables of survey sources.
#pragma once

#include "mot/load/fields/codecs.h"
#include "mot/load/fields/narrative_fields.h"
#include "mot/model/survey.h"

namespace mot::yaml {

// A table reads better with a field a line.
// clang-format off
template <>
struct Table<AnswerScale> {
  static constexpr std::string_view name = "a survey's scale";
  static constexpr bool takes_any_word = true;
  static constexpr std::string_view both_or_neither[] = {"min", "max"};
  static constexpr Field<AnswerScale> fields[] = {
      {"min", optional, member<&AnswerScale::min>, "The worst answer; over `max` where the question is asked the other way round. Both ends are left out where they are the source's, or the project's."},
      {"max", optional, member<&AnswerScale::max>, "The best answer."},
      {"missing", optional, member<&AnswerScale::missing>, "Cells that are no answer, numbers or words; a source's hold for its columns' own scales too, but for what is an answer there (the 0 of a recommendation from 0 to 10)."},
      {"values", optional, member<&AnswerScale::values>, "Words that are scores: `Very satisfied: 5`; capitals and blanks don't matter."},
      {"labels", optional, member<&AnswerScale::labels>, "How answers are written that are more than a number: `leading-number` (`5 - Excellent`; or at the end, `Excellent - 5`), `stars` (`4 stars`, or the signs), `percent` (`85 %`: so far from `min` to `max`) or `of` (`4/5`, `4 out of 5`)."},
  };
  static bool check(const Value& value, const AnswerScale& scale, Reader& reader) {
    if (scale.min.span == Span{} || scale.min.value != scale.max.value) return true;
    return report_bad_value(value, "a scale needs two different ends, 'min' and 'max'", reader);
  }
};

/// One column, or a list of the columns of a question's items.
inline constexpr FieldAccess<ScoreColumn> columns_of_items{
    [](const Value& value, ScoreColumn& score, Reader& reader) {
      std::vector<Text> columns;
      if (!Codec<std::vector<Text>>::read(value, columns, reader)) return false;
      if (columns.empty()) return report_bad_value(value, "a question has at least one column", reader);
      score.column = std::move(columns.front());
      score.others.assign(std::make_move_iterator(columns.begin() + 1), std::make_move_iterator(columns.end()));
      return true;
    },
    &Codec<std::vector<Text>>::shape,
    [](const ScoreColumn* score, Leaves& leaves) {
      std::vector<Text> columns;
      if (score) columns.push_back(score->column), columns.insert(columns.end(), score->others.begin(), score->others.end());
      leaves.add(Codec<std::vector<Text>>::said(columns));
    }};

template <>
struct Table<ScoreColumn> {
  static constexpr std::string_view name = "a column of scores";
  static constexpr bool takes_any_word = true;
  static constexpr bool takes_list = true;
  static constexpr Shorthand shorthand{.number = "column", .text = "column"};
  static constexpr Field<ScoreColumn> fields[] = {
      {"column", required, columns_of_items, "The column's name in the header; or a list, the items of one question, of which a respondent's mean counts."},
      {"scale", optional, member<&ScoreColumn::scale>, "This column's own scale."},
  };
};

template <>
struct Table<WordColumn> {
  static constexpr std::string_view name = "a column of words";
  static constexpr bool takes_any_word = true;
  static constexpr Shorthand shorthand{.number = "column", .text = "column"};
  static constexpr Field<WordColumn> fields[] = {
      {"column", required, member<&WordColumn::column>, "The column's name in the header."},
      {"values", optional, member<&WordColumn::values>, "What its words mean here: `theirs: ours`; `none` for what is none of ours."},
  };
};

template <>
struct Table<TouchpointColumns> {
  static constexpr std::string_view name = "a touchpoint's columns";
  static constexpr bool takes_any_word = true;
  static constexpr bool takes_list = true;
  static constexpr Shorthand shorthand{.number = "actual", .text = "actual"};
  static constexpr Field<TouchpointColumns> fields[] = {
      {"actual", optional, member<&TouchpointColumns::actual>, "What customers live."},
      {"desired", optional, member<&TouchpointColumns::desired>, "What they want."},
      {"importance", optional, member<&TouchpointColumns::importance>, "How much it matters to them."},
      {"verdict", optional, member<&TouchpointColumns::verdict>, "The column of thumbs; `up` and `down` are known."},
      {"quote", optional, member<&TouchpointColumns::quote>, "The column of customers' words."},
  };
};

template <>
struct Table<LongLayout> {
  static constexpr std::string_view name = "a long table";
  static constexpr bool takes_any_word = true;
  static constexpr Field<LongLayout> fields[] = {
      {"touchpoint", required, member<&LongLayout::touchpoint>, "The column that names the touchpoint."},
      {"score", optional, member<&LongLayout::score>, "The column of scores."},
      {"verdict", optional, member<&LongLayout::verdict>, "The column of thumbs; `up` and `down` are known."},
      {"quote", optional, member<&LongLayout::quote>, "The column of customers' words."},
      {"date", optional, member<&LongLayout::date>, "The column of dates."},
      {"respondent", optional, member<&LongLayout::respondent>, "The column that tells who answered."},
      {"persona", optional, member<&LongLayout::persona>, "The column that names the persona."},
      {"weight", optional, member<&LongLayout::weight>, "The column of weights."},
  };
};

template <>
struct Table<SummaryLayout> {
  static constexpr std::string_view name = "a ready-made table";
  static constexpr bool takes_any_word = true;
  static constexpr Field<SummaryLayout> fields[] = {
      {"touchpoint", required, member<&SummaryLayout::touchpoint>, "The column that names the touchpoint."},
      {"n", optional, member<&SummaryLayout::n>, "The column of how many answered; it can be left out with `shares` that are counts, and where nobody says it: such a mean, and shares in per cent, are shown as published, have no interval and establish nothing."},
      {"mean", optional, member<&SummaryLayout::mean>, "The column of means."},
      {"sd", optional, member<&SummaryLayout::sd>, "The column of standard deviations."},
      {"shares", optional, member<&SummaryLayout::shares>, "In place of a mean, the column of each answer: `5: very good`; how many gave it, or with `n` their per cent. What the scale lists under `missing`, as `Don't know: dont know`, adds up with them and counts as no answer."},
  };
  static bool check(const Value& value, const SummaryLayout& layout, Reader& reader) {
    const bool has_means = layout.mean && (layout.n || !layout.sd);
    if (layout.shares.empty() ? has_means : !layout.mean && !layout.sd) return true;
    if (!layout.shares.empty()) return report_bad_value(value.key(0), "'shares' tell the mean and the spread; leave 'mean' and 'sd' out", reader);
    reader.findings.report("missing-key", value.key(0).span(), fmt::format("{} needs the key 'mean', with 'n' beside an 'sd', or 'shares'", name));
    return false;
  }
};

template <>
struct Table<SourceOutcome> {
  static constexpr std::string_view name = "an outcome";
  static constexpr bool takes_any_word = true;
  static constexpr Field<SourceOutcome> fields[] = {
      {"id", required, member<&SourceOutcome::id>, "What reports call it."},
      {"name", optional, member<&SourceOutcome::name>, "What people call it."},
      {"kind", optional, member<&SourceOutcome::kind>, "A score, a net promoter question or customer effort; a score if left out."},
      {"column", optional, member<&SourceOutcome::column>, "The column's name, in a wide file."},
      {"where", optional, member<&SourceOutcome::where>, "Its rows, in a long file: `column: value`."},
      {"scale", optional, member<&SourceOutcome::scale>, "The question's own scale; a net promoter question is 0 to 10."},
      {"target", optional, member<&SourceOutcome::target>, "What it is to reach: at least so many points of the project's scale, or of the net promoter score (−100 to 100)."},
      {"derives_importance", optional, member<&SourceOutcome::derives_importance>, "Whether touchpoints' importance is derived from it."},
  };
};

template <>
struct Table<SurveySource> {
  static constexpr std::string_view name = "a source";
  static constexpr bool takes_any_word = true;
  static constexpr std::string_view at_least_one[] = {"file", "database"};
  static constexpr Field<SurveySource> fields[] = {
      {"id", required, member<&SurveySource::id>, "What `heard` and reports call it."},
      {"name", optional, member<&SurveySource::name>, "What people call it."},
      {"file", optional, member<&SurveySource::file>, "A CSV file, a workbook (.xlsx, .ods), or with `database: sqlite3` a SQLite file, as a path below the workspace."},
      {"database", optional, member<&SurveySource::database>, "The engine, where answers lie in a database."},
      {"connect", optional, member_as<&variable_shape, &SurveySource::connect>, "`${VARIABLE}`: the environment variable that holds how to connect."},
      {"table", optional, member<&SurveySource::table>, "The table or view to read."},
      {"frozen", optional, member<&SurveySource::frozen>, "The file, as a path below the workspace, that `mot pull` keeps the database's sums in; while it is there it stands in for the database."},
      {"separator", optional, member<&SurveySource::separator>, "What stands between the cells of a CSV file; found out if left out."},
      {"decimal", optional, member<&SurveySource::decimal>, "What stands before the fractions of numbers in a CSV file: `,` where `\"4,5\"` is 4.5; found out if left out: a point, and a comma too where that separates no cells."},
      {"skip", optional, member<&SurveySource::skip>, "Lines of a CSV file before the one that names the columns."},
      {"sheet", optional, member<&SurveySource::sheet>, "The sheet of a workbook; the first with anything in it if left out."},
      {"encoding", optional, member<&SurveySource::encoding>, "How a CSV file writes letters: `windows-1252`, `utf-16` and what iconv knows; UTF-8 if left out."},
      {"header", optional, member<&SurveySource::header>, "The row of a CSV file that names the columns, or a list of rows whose cells are joined: `Question: item`; the first if left out."},
      {"scale", optional, member<&SurveySource::scale>, "The scale of its questions; the project's if left out."},
      {"date", optional, member<&SurveySource::date>, "The day of all answers, or the column of dates."},
      {"weight", optional, member<&SurveySource::weight>, "The column of weights."},
      {"cluster", optional, member<&SurveySource::cluster>, "The column that tells who was asked together and answers alike: flights, shifts, classes."},
      {"design_effect", optional, member<&SurveySource::design_effect>, "How many times wider the variance is than of a simple random sample, as the survey's own report says; over 0."},
      {"population", optional, member<&SurveySource::population>, "How many there are of those who were asked; answers of a good part of them tell more."},
      {"asked", optional, member<&SurveySource::asked>, "How many were asked; `mot data` shows how many of them answered."},
      {"respondent", optional, member<&SurveySource::respondent>, "Wide: the column that tells who answered, by the same name in each wave; `mot diff` finds again who stands in both."},
      {"persona", optional, member<&SurveySource::persona>, "The column that names the persona."},
      {"columns", optional, member<&SurveySource::columns>, "Wide: the columns that ask about each touchpoint."},
      {"long", optional, member<&SurveySource::long_layout>, "Long: one answer a row."},
      {"summary", optional, member<&SurveySource::summary>, "A ready-made table of means."},
      {"outcomes", optional, member<&SurveySource::outcomes>, "Questions about the whole."},
      {"where", optional, member<&SurveySource::where>, "Keep the rows whose column holds one of the values."},
      {"notes", optional, member<&SurveySource::notes>, "Whatever else is worth knowing."},
      {"links", optional, member<&SurveySource::links>, "Where more is written: addresses or paths below the workspace, one or a list."},
  };
  static bool finish(const Value& value, SurveySource& source, Reader& reader);
};
// clang-format on

}  // namespace mot::yaml
