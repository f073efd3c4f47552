#include "mot/review/rows_left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "mot/text/utf8.h"

namespace mot {
namespace {

/// A period that counts back from a day to come leaves out what was answered until today.
void report_lost_to_the_future(const Workspace& workspace, const Answers& answers, Date today, Findings& findings) {
  const auto& period = workspace.project.period;
  const bool counts_back = period && period->last && answers.from;
  if (!counts_back || *answers.from <= before(today, period->last->value)) return;
  const auto begins_late = [&](const Placed<Date>& date) { return date.value > today; };
  std::size_t lost = 0;
  bool has_future = false;
  for (const SourceUse& use : answers.sources) {
    lost += use.left_out.outside_period;
    has_future |= use.newest && *use.newest > today;
  }
  for (const Touchpoint& touchpoint : workspace.touchpoints) {
    for (const Evidence& evidence : touchpoint.evidence) has_future |= evidence.date && begins_late(*evidence.date);
  }
  if (!has_future || lost == 0) return;
  Finding& finding = findings.report(
      "answers-lost", period->last->span,
      fmt::format("the period counts back from a day to come, so that it begins on {} and {} {} left out; mend the dates of "
                  "answers and evidence",
                  to_string(*answers.from), lost, lost == 1 ? "row is" : "rows are"));
  finding.subjects = {"period"};
  finding.amount = lost;
}

std::string rows_of(std::size_t count) {
  return count == 1 ? "1 row" : fmt::format("{} rows", count);
}

bool keeps_none(const SourceUse& use) {
  return use.rows > 0 && use.left_out.total() >= use.rows;
}

/// The rows that are whole: others have their own finding.
std::size_t whole_rows(const SourceUse& use) {
  return use.rows - use.left_out.ragged;
}

const Text* weight_of(const SurveySource& source) {
  if (source.long_layout && source.long_layout->weight) return &*source.long_layout->weight;
  return source.weight ? &*source.weight : nullptr;
}

/// Whether what a source lost has a finding already.
bool is_told(const SurveySource& source, const Findings& findings) {
  return std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.rule == RuleId("answers-lost") && !finding.subjects.empty() && finding.subjects.front() == source.id.value;
  });
}

void report_rows_without(const SurveySource& source, const Text& column, std::size_t rows, std::string_view why, Findings& findings) {
  Finding& finding =
      findings.report("answers-lost", column.span,
                      fmt::format("{} of '{}' counts: {} '{}'", rows == 1 ? "the only row" : fmt::format("none of the {} rows", rows),
                                  printable(source.id.value), why, printable(column.value)));
  finding.subjects = {source.id.value, column.value};
  finding.amount = rows;
}

void report_source(const SurveySource& source, const SourceUse& use, Findings& findings) {
  const std::size_t rows = whole_rows(use), by_where = use.left_out.by_where.value_or(0);
  if (!use.was_read || rows == 0 || is_told(source, findings)) return;
  if (by_where == rows && !source.where.empty())
    report_rows_without(source, source.where.front().key, rows, "what 'where' asks for stands in no row, beginning with column", findings);
  else if (const Text* weight = weight_of(source); weight && use.left_out.by_weight > 0 && by_where + use.left_out.by_weight == rows)
    report_rows_without(source, *weight, rows, "no row has a weight over 0 in column", findings);
}

bool is_scored_by_customers(const Touchpoint& touchpoint) {
  return std::ranges::any_of(touchpoint.evidence, [](const Evidence& evidence) {
    return evidence.score && evidence.voice && evidence.voice->value == Voice::customer;
  });
}

/// Old answers may well lie outside the period; where all there are do, the period is the slip.
void report_period(const Workspace& workspace, const Answers& answers, Findings& findings) {
  const auto& period = workspace.project.period;
  if (!period || std::ranges::any_of(workspace.touchpoints, is_scored_by_customers)) return;
  std::size_t outside = 0;
  for (const SourceUse& use : answers.sources) {
    if (use.was_read && use.rows > 0 && !keeps_none(use)) return;
    outside += use.left_out.outside_period;
  }
  if (outside == 0) return;
  const Span place = period->last ? period->last->span : period->from ? period->from->span : period->to->span;
  Finding& finding = findings.report("answers-lost", place,
                                     fmt::format("the period leaves out every answer there is: {} {} outside of it; mend the period or "
                                                 "the dates",
                                                 rows_of(outside), outside == 1 ? "lies" : "lie"));
  finding.subjects = {"period"};
  finding.amount = outside;
}

}  // namespace

void report_rows_left_out(const Workspace& workspace, const Answers& answers, Date today, Findings& findings) {
  report_lost_to_the_future(workspace, answers, today, findings);
  for (const SourceUse& use : answers.sources) report_source(workspace.sources[use.source], use, findings);
  report_period(workspace, answers, findings);
}

}  // namespace mot
