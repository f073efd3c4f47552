#include "mot/import/survey/sources_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/foot_rows.h"
#include "mot/import/foot_notes.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/chosen_columns.h"
#include "mot/import/survey/code_scales.h"
#include "mot/import/survey/no_answers.h"
#include "mot/import/survey/scale_text.h"
#include "mot/import/survey/thumbs.h"
#include "mot/load/fields/codecs.h"
#include "mot/load/fields/name_ids.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

class SourceWriter {
 public:
  SourceWriter(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints)
      : survey_(survey), file_(file), touchpoints_(touchpoints) {}

  std::string text() {
    text_ = fmt::format("# What {} seems to hold. Each guess has its ground beside it: correct it here.\nsources:\n",
                        printable(plain_line(file_.name)));
    text_ += fmt::format("  - id: {}\n    file: {}\n", yaml_text(file_.id), yaml_text(file_.path));
    if (!file_.form.csv.sheet.empty()) line("sheet: " + yaml_text(file_.form.csv.sheet), ground_of_sheet());
    if (!file_.form.csv.encoding.empty())
      line("encoding: " + yaml_text(file_.form.csv.encoding), "every byte can be read in it, and it is not UTF-8");
    if (!file_.form.separator.empty())
      line(fmt::format("separator: \"{}\"", file_.form.separator), "cuts most rows into the same number of cells");
    if (file_.form.csv.decimal) line("decimal: \",\"", "cells such as \"4,5\" are numbers with a fraction");
    if (!file_.form.csv.header.empty())
      line(fmt::format("header: [{}]", fmt::join(file_.form.csv.header, ", ")),
           fmt::format("rows that name the columns: {}", ground_of_header(file_.form)));
    if (file_.form.csv.skipped_lines > 0)
      line(fmt::format("skip: {}", file_.form.csv.skipped_lines), "lines before the one that names the columns");
    write_scale();
    write_rows_to_keep();
    write_date();
    if (survey_.published || survey_.question) {
      write_rows();
      write_outcomes();
      return text_;
    }
    write_weight();
    write_segments();
    write_columns();
    write_outcomes();
    return text_;
  }

 private:
  void line(const std::string& text, const std::string& ground) {
    constexpr std::size_t column_of_comments = 56;
    const std::size_t width = text.size() + 4;
    text_ += fmt::format("    {}{}# {}\n", text, std::string(width < column_of_comments ? column_of_comments - width : 2, ' '),
                         printable(plain_line(ground)));
  }
  void comment(const std::string& text, const std::string& ground = {}) {
    const std::string depth(std::min(text.find_first_not_of(' '), text.size()), ' ');
    text_ +=
        fmt::format("    # {}{}{}{}\n", depth, printable(plain_line(text)), ground.empty() ? "" : "    # ", printable(plain_line(ground)));
  }

  std::string ground_of_sheet() const {
    const std::string ground = "the first to be seen that holds answers, a cover or a list of codes aside";
    return file_.form.other_sheets.empty() ? ground : fmt::format("{}; there are {}", ground, fmt::join(file_.form.other_sheets, ", "));
  }

  std::string name_of(std::size_t column) const { return yaml_text(plain_line(survey_.columns[column].name)); }

  void write_scale() {
    if (survey_.verdict) return;
    if (!survey_.scale) {
      comment("scale: { min: 1, max: 5 }", "which? no column's values are those of a usual scale");
      return;
    }
    line("scale: " + scale_text(*survey_.scale), survey_.scale->ground);
    if (!survey_.scale->otherwise.empty()) comment("or scale: " + survey_.scale->otherwise);
    for (const std::string& words : survey_.scale->alike)
      comment(words + " are worth the same here; give one of them another score in 'values' if it means another answer");
    for (const std::string& word : survey_.scale->unknown) {
      const bool is_missing = std::ranges::find(survey_.scale->missing, word) != survey_.scale->missing.end();
      comment(fmt::format("{} is no word of this scale{}", in_quotes(word),
                          is_missing ? ", and taken for no answer; is it one? then give it a score in 'values'"
                                     : ": give it a score in 'values', or list it under 'missing' if it is no answer"));
    }
  }

  std::string kept_values(const KeptRowsOf& kept) const {
    std::string list;
    for (const std::string& value : kept.values) list += (list.empty() ? "" : ", ") + cell_text(value);
    return fmt::format("{}: [{}]", name_of(kept.column), list);
  }

  void write_rows_to_keep() {
    const auto& previews = survey_.previews;
    const auto& broken_off = survey_.broken_off;
    if (previews)
      line(fmt::format("where: {{ {} }}", kept_values(*previews)), survey_.grounds[previews->column] + ", which no customer wrote");
    if (!broken_off) return;
    const std::string both = (previews ? kept_values(*previews) + ", " : "") + kept_values(*broken_off);
    comment(fmt::format("{}where: {{ {} }}", previews ? "or " : "", both),
            survey_.grounds[broken_off->column] + "; do answers count that were broken off?");
  }

  void write_date() {
    const auto date = [&](std::size_t column, const std::string& format) {
      return format.empty() ? fmt::format("date: {{ column: {} }}", name_of(column))
                            : fmt::format("date: {{ column: {}, format: \"{}\" }}", name_of(column), format);
    };
    if (survey_.date) {
      line(date(*survey_.date, survey_.date_format), survey_.grounds[*survey_.date]);
      if (!survey_.date_otherwise.empty()) comment("or " + date(*survey_.date, survey_.date_otherwise));
    } else {
      comment("date: 2026-03-31", "when were these answers given? no column tells");
    }
    for (const auto& [column, format] : survey_.other_dates) comment("or " + date(column, format), survey_.grounds[column]);
  }

  void write_weight() {
    if (survey_.weight) line("weight: " + name_of(*survey_.weight), survey_.grounds[*survey_.weight]);
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (survey_.roles[i] != ColumnRole::possible_weight) continue;
      comment(fmt::format("{}weight: {}", survey_.weight ? "or " : "", name_of(i)), survey_.grounds[i]);
    }
  }

  /// The id of the persona that a value names, else none.
  std::string persona_of(const std::string& value) const {
    const auto is_called_so = [&](const KnownTouchpoint& persona) {
      return are_nearly_alike(value, persona.name) || yaml::id_like(value) == persona.id;
    };
    const auto found = std::ranges::find_if(file_.personas, is_called_so);
    return found == file_.personas.end() ? "none" : yaml_text(found->id);
  }

  void write_segments() {
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (survey_.roles[i] != ColumnRole::segment) continue;
      constexpr std::size_t most = 12;
      const auto& found = survey_.columns[i].values;
      std::string values = found.size() > most ? "VALUE: none" : "";
      for (const auto& [value, count] : found) {
        if (found.size() <= most)
          values +=
              fmt::format("{}{}: {}", values.empty() ? "" : ", ", cell_text(value), persona_of(named_by_cell(survey_.columns[i], value)));
      }
      comment(fmt::format("persona: {{ column: {}, values: {{ {} }} }}", name_of(i), values),
              fmt::format("{}; are customers told apart by it? put a persona's id for none", survey_.grounds[i]));
      if (may_be_question(survey_.columns[i])) comment(fmt::format("or under columns, TOUCHPOINT: {}", name_of(i)), "is it a question?");
    }
  }

  std::string published_table(const PublishedTable& table, const std::string& touchpoint) const {
    std::string keys = "touchpoint: " + touchpoint;
    for (const auto& [key, column] : {std::pair("n", table.answers), {"mean", table.mean}, {"sd", table.spread}}) {
      if (column) keys += fmt::format(", {}: {}", key, name_of(*column));
    }
    std::string shares;
    for (const auto& [column, score] : table.shares) shares += fmt::format("{}{}: {}", shares.empty() ? "" : ", ", score, name_of(column));
    for (const std::size_t column : table.no_answers) shares += fmt::format(", {0}: {0}", name_of(column));
    if (!shares.empty()) keys += fmt::format(", shares: {{ {} }}", shares);
    return fmt::format("summary: {{ {} }}", keys);
  }

  /// Why the table of rows can't be read yet; empty where it can.
  std::string lack_of(std::size_t asked) const {
    const auto& table = survey_.published;
    if (table && !table->scale) return "on which scale are these means? write it above, and take this comment away";
    if (table && !table->mean && table->shares.size() < static_cast<std::size_t>(table->scale->max))
      return "which columns say how many gave the other answers? name all under 'shares'";
    if (survey_.counted)
      return fmt::format(
          "a row stands for as many answers as {} says, and a source counts one a row: have a row for each touchpoint with a "
          "column for each answer, as 'summary' reads it",
          in_quotes(plain_line(survey_.columns[*survey_.counted].name)));
    if (!survey_.off_scale.empty())
      return "answers of some rows go higher than those of all others: which scale was each asked on? See below";
    if (survey_.columns[asked].name.empty()) return "that column has no heading: write one in the file, and as 'column' here";
    return "";
  }

  std::string table_of_rows(const std::string& touchpoint) const {
    if (survey_.published) return published_table(*survey_.published, touchpoint);
    const std::string who = survey_.respondent ? ", respondent: " + name_of(*survey_.respondent) : "";
    const std::string weight = survey_.weight ? ", weight: " + name_of(*survey_.weight) : "";
    const std::string heard = survey_.verdict ? fmt::format("verdict: {{ column: {}, values: {{ {} }} }}", name_of(*survey_.verdict),
                                                            thumbs_in(survey_.columns[*survey_.verdict]))
                                              : "score: " + name_of(survey_.scores[0].column);
    return fmt::format("long: {{ touchpoint: {}, {}{}{} }}", touchpoint, heard, who, weight);
  }

  /// Rows on two scales, perhaps: a source for each.
  void write_scales_apart(std::size_t asked) {
    if (survey_.off_scale.empty()) return;
    std::string small, large;
    for (const auto& [value, count] : survey_.columns[asked].values) {
      const bool is_off = std::ranges::find(survey_.off_scale, value) != survey_.off_scale.end();
      std::string& list = is_off ? large : small;
      list += (list.empty() ? "" : ", ") + cell_text(value);
    }
    const std::string name = name_of(asked);
    comment(fmt::format("where: {{ {}: [{}] }}", name, small), "these alone, on a scale that ends at 5: scale: { min: 1, max: 5 } above");
    comment(fmt::format("where: {{ {}: [{}] }}", name, large), "and these in a source of their own, on the scale above");
    comment("or neither of the two", "if all were asked on the scale above");
  }

  /// Tables that say in each row what it is about.
  void write_rows() {
    const std::size_t asked = survey_.published ? survey_.published->asked : *survey_.question;
    std::string values, others;
    bool knows_any = false;
    for (const auto& [value, count] : survey_.columns[asked].values) {
      const auto match = touchpoint_like(named_by_cell(survey_.columns[asked], value), touchpoints_);
      const bool is_known = match && match->is_sure;
      knows_any |= is_known;
      if (is_known || names_sum(value) || evidence::tells_of_table(value))
        values += fmt::format("{}{}: {}", values.empty() ? "" : ", ", cell_text(value),
                              is_known ? yaml_text(touchpoints_[match->touchpoint].id) : "none");
      else
        others += fmt::format("{}{}: TOUCHPOINT", others.empty() ? "" : ", ", cell_text(value));
    }
    for (const std::string& foot : survey_.published ? survey_.feet : std::vector<std::string>())
      values += fmt::format("{}{}: none", values.empty() ? "" : ", ", cell_text(foot));
    const std::string table = table_of_rows(fmt::format("{{ column: {}, values: {{ {} }} }}", name_of(asked), values));
    if (const std::string lack = lack_of(asked); !lack.empty()) {
      comment(table, lack);
      return write_scales_apart(asked);
    }
    knows_any ? line(table, survey_.grounds[asked]) : comment(table, survey_.grounds[asked]);
    if (!others.empty())
      comment(fmt::format("values: {{ {} }}", others), "no touchpoint has a name like these; put them among the values above");
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) {
      if (survey_.roles[i] == ColumnRole::quote) comment("quote: " + name_of(i), survey_.grounds[i] + "; put it into 'long' above");
    }
    write_segments();
  }

  /// The columns that are sure, each touchpoint once, those on the scale of most questions before others; the rest as comments.
  void write_columns() {
    const Chosen chosen = chosen_among(survey_);
    if (!chosen.empty()) text_ += "    columns:\n";
    if (chosen.empty()) comment("columns:", "take this comment away with those of the columns you choose");
    for (const ScoreColumn& score : survey_.scores) {
      is_among(chosen, score) ? write_column(score) : write_possible(score);
    }
    for (std::size_t i = 0; i < survey_.columns.size(); ++i) write_choice(i);
  }

  /// What only people can tell: a column of words belongs to some touchpoint, and what may be a score has to be chosen.
  void write_choice(std::size_t i) {
    const ColumnRole role = survey_.roles[i];
    if (role == ColumnRole::quote) comment(fmt::format("  TOUCHPOINT: {{ quote: {} }}", name_of(i)), survey_.grounds[i]);
    if (role == ColumnRole::repeated && !survey_.columns[i].name.empty()) comment("  TOUCHPOINT: " + name_of(i), survey_.grounds[i]);
    const std::string thumbs = role == ColumnRole::possible_score ? thumbs_in(survey_.columns[i]) : "";
    if (!thumbs.empty())
      comment(fmt::format("  {}: {{ verdict: {{ column: {}, values: {{ {} }} }} }}", likely_id(i), name_of(i), thumbs), "thumbs");
    else if (role == ColumnRole::possible_score)
      write_possible_score(i);
    if (role == ColumnRole::importance || role == ColumnRole::expectation) {
      const std::string_view key = role == ColumnRole::importance ? "importance" : "desired";
      comment(fmt::format("  {}: {{ {}: {} }}", likely_id(i), key, possible_value(i)), survey_.grounds[i] + "; put it beside 'actual'");
    }
  }

  /// Codes with either end as the best: one of the two lines is right.
  void write_possible_score(std::size_t i) {
    ScoreColumn score = possible(i);
    comment(fmt::format("  {}: {}", likely_id(i), possible_value(score)), survey_.grounds[i]);
    if (!score.scores.are_codes) return;
    for (auto& [code, worth] : score.scores.values) worth = score.scores.max + score.scores.min - worth;
    comment(fmt::format("  {}: {}", likely_id(i), possible_value(score)), "the other way round");
  }

  const ScoreColumn& possible(std::size_t column) const { return *std::ranges::find(survey_.possible, column, &ScoreColumn::column); }

  /// The touchpoint that a heading names, or else a word to be replaced by one.
  std::string likely_id(std::size_t column) const {
    const auto match = touchpoint_like(declared_scale(survey_.columns[column].name).heading, touchpoints_);
    return match && match->is_sure ? yaml_text(touchpoints_[match->touchpoint].id) : "TOUCHPOINT";
  }

  /// A column with the scale that it may have; words to be replaced stand where nobody knows.
  std::string possible_value(std::size_t column) const { return possible_value(possible(column)); }
  std::string possible_value(const ScoreColumn& score) const {
    const std::size_t column = score.column;
    if (score.scores.min != score.scores.max) {
      const std::string value = with_own_scale(score);
      return value.starts_with("{ column") && survey_.roles[column] == ColumnRole::possible_score ? fmt::format("{{ actual: {} }}", value)
                                                                                                  : value;
    }
    return fmt::format("{{ actual: {{ column: {}, scale: {} }} }}", name_of(column), unknown_scale(column));
  }

  std::string unknown_scale(std::size_t column) const {
    std::string values, missing;
    for (const auto& [value, count] : survey_.columns[column].values) {
      if (says_no_answer(value))
        missing += (missing.empty() ? "" : ", ") + cell_text(value);
      else
        values += fmt::format("{}{}: NUMBER", values.empty() ? "" : ", ", cell_text(value));
    }
    return fmt::format("{{ min: MIN, max: MAX{}, values: {{ {} }} }}", missing.empty() ? "" : fmt::format(", missing: [{}]", missing),
                       values);
  }

  /// Numbers from 1 to a few, which might be scores.
  static bool may_be_question(const ColumnProfile& column) {
    constexpr std::size_t least = 3;
    const auto is_number = [](const auto& value) { return evidence::number_from(value.first).has_value(); };
    return column.values.size() >= least && std::ranges::all_of(column.values, is_number);
  }

  std::string with_own_scale(const ScoreColumn& score) const {
    return is_on_scale(survey_, score) ? name_of(score.column)
                                       : fmt::format("{{ column: {}, scale: {} }}", name_of(score.column), scale_text(score.scores));
  }

  void write_column(const ScoreColumn& score) {
    std::string value = with_own_scale(score);
    if (value.starts_with('{')) value = fmt::format("{{ actual: {} }}", value);
    line(fmt::format("  {}: {}", yaml_text(touchpoints_[score.match->touchpoint].id), value), survey_.grounds[score.column]);
  }

  void write_possible(const ScoreColumn& score) {
    const std::string id = score.match ? touchpoints_[score.match->touchpoint].id : "TOUCHPOINT";
    std::string value = with_own_scale(score);
    if (value.starts_with("{ column")) value = fmt::format("{{ actual: {} }}", value);
    const std::string_view tie = score.match && score.match->is_sure ? "; so does another: choose, or 'actual: [ONE, OTHER]' for both" : "";
    comment(fmt::format("  {}: {}", id, value), survey_.grounds[score.column] + std::string(tie));
  }

  void write_outcomes() {
    const bool has_choice = std::ranges::find(survey_.roles, ColumnRole::possible_recommendation) != survey_.roles.end();
    const bool has_any = survey_.overall || survey_.recommendation;
    if (has_any) text_ += "    outcomes:\n";
    if (!has_any && has_choice) comment("outcomes:", "take this comment away with those below");
    if (survey_.overall) {
      const std::string scale = is_on_scale(survey_, *survey_.overall) ? "" : ", scale: " + scale_text(survey_.overall->scores);
      line(fmt::format("  - {{ id: overall, kind: score, column: {}{}, derives_importance: true }}", name_of(survey_.overall->column),
                       scale),
           survey_.grounds[survey_.overall->column]);
    }
    if (survey_.recommendation) line(recommendation(*survey_.recommendation, 1), survey_.grounds[survey_.recommendation->column]);
    std::size_t number = survey_.recommendation ? 1 : 0;
    for (const ScoreColumn& score : survey_.possible) {
      if (survey_.roles[score.column] == ColumnRole::possible_recommendation)
        comment(recommendation(score, ++number), survey_.grounds[score.column]);
    }
  }

  /// Net promoters are counted of answers from 0 to 10 alone.
  std::string recommendation(const ScoreColumn& score, std::size_t number) const {
    const ScoreGuess& scores = score.scores;
    constexpr double most = 10;
    const bool is_net_promoter = scores.min == 0 && scores.max == most && scores.values.empty();
    return fmt::format("  - {{ id: recommend{}, kind: {}, column: {}, scale: {} }}", number > 1 ? fmt::format("-{}", number) : "",
                       is_net_promoter ? "nps" : "score", name_of(score.column),
                       scores.min == scores.max ? unknown_scale(score.column) : scale_text(scores));
  }

  const Survey& survey_;
  const SurveyFile& file_;
  std::span<const KnownTouchpoint> touchpoints_;
  std::string text_;
};

}  // namespace

std::string_view ground_of_header(const SurveyForm& form) {
  return form.csv.header.front() == 1 ? "the second says what the first leaves blank" : "by the first alone no question is read";
}

std::string sources_text(const Survey& survey, const SurveyFile& file, std::span<const KnownTouchpoint> touchpoints) {
  return SourceWriter(survey, file, touchpoints).text();
}

}  // namespace mot::importing
