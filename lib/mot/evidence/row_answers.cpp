#include "mot/evidence/row_answers.h"

#include <fmt/format.h>

#include "mot/evidence/layouts/layout.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

void report_unreadable(const SurveySource& source, const std::string& fault, Findings& findings) {
  findings.report("unreadable-evidence", source.file->span, fmt::format("'{}' {}", printable(source.file->value), fault)).subjects = {
      source.id.value};
}

void report_ragged(const SurveySource& source, const RowReport& report, Findings& findings) {
  const RaggedRows& ragged = report.ragged;
  const std::string rows = ragged.count == 1 ? "1 row" : fmt::format("{} rows", ragged.count);
  report_unreadable(source,
                    fmt::format("has {} with another number of cells than the header's {}, in line {} first, with {}; {}", rows,
                                report.header_cells, ragged.first_line, ragged.first_cells, ragged.advice),
                    findings);
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
    return is_complete_;
  }
  void row(const Row& row) override {
    if (const auto facts = row_filter_->accept(row)) layout_->row(row, *facts);
  }
  bool is_complete() const { return is_complete_; }
  void finish(SourceAnswers& answers) const {
    row_filter_->report(answers.use, findings_);
    layout_->finish(answers, findings_);
  }

 private:
  const SourceContext& context_;
  Findings& findings_;
  std::optional<RowFilter> row_filter_;
  std::unique_ptr<Layout> layout_;
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
  if (report.fault || !rows.is_complete()) return answers;
  rows.finish(answers);
  answers.use.was_read = true;
  answers.use.rows += report.ragged.count;
  answers.use.left_out.ragged = report.ragged.count;
  if (report.ragged.count > 0) report_ragged(context.source, report, findings);
  return answers;
}

std::optional<Day> newest_of_row_source(const SourceContext& context, RowSource& source) {
  RowDates dates(context);
  const RowReport report = source.read(dates);
  return report.fault ? std::nullopt : dates.newest();
}

}  // namespace mot::evidence
