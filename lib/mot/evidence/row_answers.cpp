#include "mot/evidence/row_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "mot/evidence/added_rows.h"
#include "mot/evidence/cells/column_log.h"
#include "mot/evidence/column_uses.h"
#include "mot/evidence/foot_rows.h"
#include "mot/evidence/heading_rows.h"
#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/repeated_rows.h"
#include "mot/evidence/rows_above.h"
#include "mot/evidence/sample_design.h"
#include "mot/evidence/scale_doubt.h"
#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

void report_unreadable(const SurveySource& source, const std::string& fault, Findings& findings) {
  findings.report("unreadable-evidence", source.file->span, fmt::format("'{}' {}", printable(source.file->value), fault)).subjects = {
      source.id.value};
}

std::string rows_of(std::size_t count) {
  return count == 1 ? "1 row" : fmt::format("{} rows", count);
}

/// A single short row, as sources and sums stand below tables.
bool is_foot(const RowReport& report) {
  return report.ragged.count == 1 && report.ragged.first_cells < report.header_cells;
}

/// Ragged rows that may hold answers: all but a single cell below a table. A row of a ready-made table holds who knows how many.
double lost_answers(const SurveySource& source, const RowReport& report) {
  if (report.ragged.count == 0 || (is_foot(report) && report.ragged.first_cells < 2)) return 0;
  return source.summary ? AnswerSums::uncounted : static_cast<double>(report.ragged.count);
}

std::string what_is_ragged(const RowReport& report) {
  const RaggedRows& ragged = report.ragged;
  std::string text;
  if (ragged.count > 0) {
    text = fmt::format("has {} with another number of cells than the header's {}, in line {} first, with {}", rows_of(ragged.count),
                       report.header_cells, ragged.first_line, ragged.first_cells);
    if (!is_foot(report)) text += "; " + std::string(ragged.advice);
  }
  if (report.empty.count > 0) {
    text += fmt::format("{}has {} with nothing in {}, in line {} first", text.empty() ? "" : "; it ", rows_of(report.empty.count),
                        report.empty.count == 1 ? "it" : "them", report.empty.first_line);
  }
  return text + (report.ragged.count + report.empty.count == 1 ? "; it is left out" : "; they are left out");
}

/// An empty row or a foot holds no answer that could be lost.
void report_ragged(const SurveySource& source, const RowReport& report, std::size_t rows, Findings& findings) {
  const RuleId rule = is_great_loss(report.ragged.count, rows) && !is_foot(report) ? RuleId("answers-lost") : RuleId("ragged-rows");
  Finding& finding =
      findings.report(rule, source.file->span, fmt::format("'{}' {}", printable(source.file->value), what_is_ragged(report)));
  finding.subjects = {source.id.value};
  finding.amount = report.ragged.count + report.empty.count;
}

void report_repetition(const SurveySource& source, std::size_t line, Findings& findings) {
  findings
      .report("rows-twice", source.file->span,
              fmt::format("from line {} on '{}' holds the rows of its beginning again, so that they count twice; take them out", line,
                          printable(source.file->value)))
      .subjects = {source.id.value};
}

void report_swallowed(const SurveySource& source, const SwallowedRows& swallowed, std::size_t rows, Findings& findings) {
  const RuleId rule = is_great_loss(swallowed.count, rows + swallowed.count) ? RuleId("answers-lost") : RuleId("ragged-rows");
  Finding& finding = findings.report(
      rule, source.file->span,
      fmt::format("'{}' has {} inside cells in quotation marks that {} like {} of it, the first in the row of line {}; close the quotation "
                  "mark before {}",
                  printable(source.file->value), swallowed.count == 1 ? "1 line" : fmt::format("{} lines", swallowed.count),
                  swallowed.count == 1 ? "looks" : "look", swallowed.count == 1 ? "a row" : "rows", swallowed.first_line,
                  swallowed.count == 1 ? "it" : "them"));
  finding.subjects = {source.id.value, "swallowed"};
  finding.amount = swallowed.count;
}

void report_other_sheets(const SurveySource& source, const std::vector<LikeSheet>& others, Findings& findings) {
  for (const LikeSheet& sheet : others) {
    findings
        .report("ragged-rows", source.file->span,
                fmt::format("the sheet '{}' of '{}' has {} under the same names of columns, and is not read; say with 'sheet' which one is "
                            "meant, or give it a source of its own",
                            printable(shortened(sheet.name, 60)), printable(source.file->value), rows_of(sheet.rows)))
        .subjects = {source.id.value, sheet.name};
  }
}

/// What `mot data` says of sheets that are not read.
void remark_on_sheets(const std::vector<LikeSheet>& others, SourceUse& use) {
  std::size_t rows = 0;
  for (const LikeSheet& sheet : others) rows += sheet.rows;
  if (rows > 0) use.not_known.push_back(fmt::format("rows of other sheets under the same names of columns, which are not read: {}", rows));
}

void report_repeated_headings(const SurveySource& source, const HeadingRows& headings, Findings& findings) {
  if (headings.repeated() == 0) return;
  Finding& finding =
      findings.report("ragged-rows", source.file->span,
                      fmt::format("'{}' has {} that {} the names of its columns again, in line {} first; {} left out",
                                  printable(source.file->value), rows_of(headings.repeated()), headings.repeated() == 1 ? "says" : "say",
                                  headings.first_repeated(), headings.repeated() == 1 ? "it is" : "they are"));
  finding.subjects = {source.id.value, "headings"};
  finding.amount = headings.repeated();
}

void report_foot(const SurveySource& source, const FootRows& foot, Findings& findings) {
  if (!foot.holds_any()) return;
  Finding& finding = findings.report(
      "ragged-rows", source.file->span,
      fmt::format("'{}' ends in {} that begins with '{}', in line {}: what sums the answers up is none of them; {} left out",
                  printable(source.file->value), rows_of(foot.count()), printable(foot.first_word()), foot.first_line(),
                  foot.count() == 1 ? "it is" : "they are"));
  finding.subjects = {source.id.value, "foot"};
  finding.amount = foot.count();
}

void report_added(const SurveySource& source, const std::vector<AddedRow>& added, Findings& findings) {
  for (const AddedKind kind : {AddedKind::statistic, AddedKind::codes}) {
    const std::string told = told_of_added(added, kind);
    if (told.empty()) continue;
    const auto count = static_cast<std::size_t>(std::ranges::count(added, kind, &AddedRow::kind));
    Finding& finding = findings.report(
        "ragged-rows", source.file->span,
        fmt::format("'{}' has {}: no answers; {} left out", printable(source.file->value), told, count == 1 ? "it is" : "they are"));
    finding.subjects = {source.id.value, kind == AddedKind::codes ? "codes" : "means"};
    finding.amount = count;
  }
}

/// Rows of answers that are passed over; a single one may be the codes of the questions.
std::size_t answers_above(const SurveySource& source, const RowsAbove& above) {
  const bool is_passed_over = !source.header.empty() || source.skip;
  return is_passed_over && above.answered() > 1 ? above.answered() : 0;
}

void report_rows_above(const SurveySource& source, const RowsAbove& above, std::size_t rows, Findings& findings) {
  if (answers_above(source, above) == 0) return;
  const bool is_skipped = source.header.empty();
  const RuleId rule = is_great_loss(above.answered(), rows + above.answered()) ? RuleId("answers-lost") : RuleId("off-scale-answers");
  Finding& finding = findings.report(
      rule, is_skipped ? source.skip->span : source.header.back().span,
      fmt::format("{} above the data of '{}' read like answers, from line {} on, and are passed over by '{}'; say which "
                  "row names the columns",
                  rows_of(above.answered()), printable(source.file->value), above.first_line(), is_skipped ? "skip" : "header"));
  finding.subjects = {source.id.value, "header"};
  finding.amount = above.answered();
}

/// Hands the rows that count to the source's layout.
class SurveyRows : public RowReceiver {
 public:
  SurveyRows(const SourceContext& context, Findings& findings) : context_(context), findings_(findings) {}

  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    ColumnFinder finder({.names = names, .mark = mark}, context_.source, findings_);
    row_filter_.emplace(context_, finder);
    layout_ = layout_of(context_, finder);
    is_complete_ = finder.is_complete();
    if (!is_complete_) return false;
    scores_ = layout_->score_columns();
    found_ = finder.found_names();
    unused_ = finder.unused_names();
    above_.count(names.size(), scores_);
    headings_.know(names);
    return true;
  }
  void passed_over(const Row& row) override { above_.add(row); }
  void row(const Row& row) override {
    if (headings_.takes(row, scores_)) return;
    // A row of a ready-made table may well be called `Total`, and `media` may be an answer.
    const std::string_view word = context_.source.summary ? std::string_view() : FootRows::word_of(row);
    const auto takes_word = [word](const ScoreColumnReader* column) { return column->scale().read(word).kind == CellKind::answer; };
    const bool may_be_foot = !word.empty() && std::ranges::none_of(scores_, takes_word);
    if (may_be_foot && foot_.takes(row)) return;
    if (foot_.holds_any()) foot_.give_back([this](const Row& held) { count(held); });
    count(row);
  }
  bool is_complete() const { return is_complete_; }
  std::size_t line_of_repetition() const { return repeated_.line(); }
  const RowsAbove& above() const { return above_; }
  const HeadingRows& headings() const { return headings_; }
  const FootRows& foot() const { return foot_; }
  void finish(SourceAnswers& answers) const {
    row_filter_->report(answers.use, findings_);
    answers.lost_rows += static_cast<double>(row_filter_->lost_rows());
    answers.lost_personas += static_cast<double>(row_filter_->lost_personas());
    layout_->finish(answers, findings_);
    report_smaller_scales(context_.source, scores_, findings_);
    report_turned_scales(context_.source, scores_, findings_);
    tell_of_the_rest(answers.use);
  }

 private:
  void count(const Row& row) {
    repeated_.add(row);
    if (const auto facts = row_filter_->accept(row)) return layout_->row(row, *facts);
    const auto has_answer = [&row](const ScoreColumnReader* column) { return column->holds_answer(row); };
    if (row_filter_->is_weightless() && std::ranges::any_of(scores_, has_answer)) row_filter_->count_weightless_answers(1);
  }

  static void add_uncounted(const std::string& name, std::string_view as, SourceUse& use) {
    ColumnUse& column = use.columns.emplace_back();
    column.column = name;
    column.use = as;
  }

  /// Columns that only tell rows apart, and those that nothing is read from.
  void tell_of_the_rest(SourceUse& use) const {
    const auto is_told = [&](const std::string& name) {
      return std::ranges::any_of(use.columns, [&](const ColumnUse& column) { return as_seen(column.column) == as_seen(name); });
    };
    const auto is_filter = [&](const std::string& name) {
      return std::ranges::any_of(context_.source.where, [&](const auto& entry) { return as_seen(entry.key.value) == as_seen(name); });
    };
    for (const std::string& name : found_) {
      if (!is_told(name)) add_uncounted(name, is_filter(name) ? where : told_apart_by, use);
    }
    for (const std::string& name : unused_) add_uncounted(name, not_used, use);
  }

  const SourceContext& context_;
  Findings& findings_;
  std::vector<std::string> found_, unused_;  ///< names of columns
  std::optional<RowFilter> row_filter_;
  std::unique_ptr<Layout> layout_;
  std::vector<const ScoreColumnReader*> scores_;  ///< the layout's
  RepeatedRows repeated_;
  RowsAbove above_;
  HeadingRows headings_;
  FootRows foot_;
  bool is_complete_ = false;
};

/// Looks at nothing but whether rows count and when they are from.
class RowDates : public RowReceiver {
 public:
  explicit RowDates(const SourceContext& context) : context_(context) {}
  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    ColumnFinder finder({.names = names, .mark = mark}, context_.source, unheard_);
    row_filter_.emplace(context_, finder);
    return finder.is_complete();
  }
  void row(const Row& row) override { row_filter_->accept(row); }
  std::optional<Day> newest() const { return row_filter_ ? row_filter_->newest() : std::nullopt; }

 private:
  const SourceContext& context_;
  Findings unheard_;  // reported when the rows are read for their answers
  std::optional<RowFilter> row_filter_;
};

}  // namespace

SourceAnswers read_row_source(const SourceContext& context, RowSource& source, Findings& findings) {
  SourceAnswers answers = no_answers(context.workspace);
  SurveyRows rows(context, findings);
  const RowReport report = source.read(rows);
  if (report.fault) report_unreadable(context.source, *report.fault, findings);
  const std::size_t second_table = rows.headings().other_line();
  const bool has_second_table = !report.fault && second_table > 0;
  if (has_second_table)
    report_unreadable(
        context.source,
        fmt::format("has another table in line {}, whose headings name other columns; keep each table in a file of its own", second_table),
        findings);
  if (report.fault || has_second_table || !rows.is_complete()) return answers;
  rows.finish(answers);
  answers.lost_rows += lost_answers(context.source, report) + static_cast<double>(answers_above(context.source, rows.above()));
  lose_rows_everywhere(answers);
  apply_sample_design(context, answers, findings);
  answers.use.was_read = true;
  report_larger_scales(context.source, answers.use, findings);
  const std::size_t ragged = report.ragged.count + report.empty.count;
  const std::size_t unread = ragged + report.empty.unanswered + rows.headings().repeated() + rows.foot().count() + report.added.size();
  answers.use.rows += unread;
  answers.use.left_out.ragged = unread;
  report_rows_above(context.source, rows.above(), answers.use.rows, findings);
  if (const std::size_t line = rows.line_of_repetition()) report_repetition(context.source, line, findings);
  report_repeated_headings(context.source, rows.headings(), findings);
  report_foot(context.source, rows.foot(), findings);
  report_added(context.source, report.added, findings);
  if (report.swallowed.count > 0) report_swallowed(context.source, report.swallowed, answers.use.rows, findings);
  report_other_sheets(context.source, report.others, findings);
  remark_on_sheets(report.others, answers.use);
  if (ragged > 0) report_ragged(context.source, report, answers.use.rows - report.empty.all(), findings);
  return answers;
}

std::optional<Day> newest_of_row_source(const SourceContext& context, RowSource& source) {
  RowDates dates(context);
  const RowReport report = source.read(dates);
  return report.fault ? std::nullopt : dates.newest();
}

}  // namespace mot::evidence
