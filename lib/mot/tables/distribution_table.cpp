#include "mot/tables/distribution_table.h"

#include <fmt/format.h>

#include <cmath>

#include "mot/analysis/interval_names.h"
#include "mot/analysis/statistics.h"
#include "mot/tables/explanation/explanation.h"
#include "mot/tables/figure.h"
#include "mot/tables/source_remarks.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

/// A share of answers in per cent with its interval, of answers that a scale has best and worst points for.
void add_share(const CountedShare& counted, Row& row) {
  const auto share = share_of(counted);
  row.push_back(share ? Cell{100 * share->value} : Cell{Unknown{}});
  row.push_back(share ? Cell{Interval{100 * share->interval.low, 100 * share->interval.high}} : Cell{Unknown{}});
}

Row row_of(const Touchpoint& touchpoint, const AnswerSums& answers, const Scale& scale, const Wording& wording) {
  Row row = {{touchpoint.id.value}, {touchpoint.name.value}, count_cell(answers.n), count_cell(answers.distribution.n())};
  row.push_back({distribution_text(answers.distribution, scale, wording)});
  add_share(answers.bottom_two_share(), row);
  add_share(answers.top_two_share(), row);
  row.push_back({answers.top_two_of + answers.bottom_two_of > 0 ? std::string(wilson_interval) : ""});
  return row;
}

void add_notes(const Workspace& workspace, const Answers& answers, const Wording& wording, Table& table) {
  if (table.sections[0].rows.empty()) {
    table.notes = {wording("no source has answers")};
    return;
  }
  for (const SourceUse& use : answers.sources) {
    if (!use.was_read || use.why_no_distribution.empty()) continue;
    table.notes.push_back(
        wording("how the answers of '{source}' spread is not known: {why}",
                {{"source", workspace.sources[use.source].id.value}, {"why", with_number(use.why_no_distribution, wording)}}));
  }
}

}  // namespace

PartOfScale part_of_scale(const Distribution& distribution, std::size_t part, const Scale& scale) {
  const auto at = [&](std::size_t step, std::size_t steps) {
    return scale.min + scale.range() * static_cast<double>(step) / static_cast<double>(steps);
  };
  if (distribution.points > 0) return {at(part, distribution.points - 1), at(part, distribution.points - 1)};
  return {at(part, Distribution::fifths), at(part + 1, Distribution::fifths)};
}

std::string distribution_text(const Distribution& distribution, const Scale& scale, const Wording& wording) {
  const auto number = [&](double value) { return wording.number((value < 0 ? "−" : "") + calculator_text(std::abs(value))); };
  const std::string_view between = decimal_sign_of(wording) == ',' ? "; " : ", ";  // which a decimal comma would be taken for
  std::string text;
  for (std::size_t i = 0; i < distribution.parts() && distribution.n() > 0; ++i) {
    const auto [from, to] = part_of_scale(distribution, i, scale);
    const std::string where = from < to ? wording("{low} to {high}", {{"low", number(from)}, {"high", number(to)}}) : number(from);
    text += fmt::format("{}{}: {}", text.empty() ? "" : between, where, distribution.counts[i]);
  }
  return text;
}

Table distribution_table(const Workspace& workspace, const Answers& answers, const std::optional<std::size_t>& persona,
                         const Wording& wording) {
  Table table{.title = wording("How answers spread over the scale"),
              .columns = {{"id", ""},
                          {"touchpoint", wording("touchpoint")},
                          {"n", wording("n"), ColumnKind::number},
                          {"counted", wording("counted"), ColumnKind::number, 0, 2},
                          {"answers", wording("answers, worst first")},
                          {"bottom_two", wording("% worst points"), ColumnKind::number, 1},
                          {"bottom_two_interval", "95 %", ColumnKind::interval, 1, 3},
                          {"top_two", wording("% best points"), ColumnKind::number, 1},
                          {"top_two_interval", "95 %", ColumnKind::interval, 1, 1},
                          {"interval_kind", ""}},
              .sections = {{}},
              .notes = {wording("worst and best points: two of a scale of at most 11 points, else a fifth of it; by weight, intervals are "
                                "Wilson's")},
              .speech = speech_of(wording)};
  for (std::size_t i = 0; i < answers.touchpoints.size(); ++i) {
    const TouchpointAnswers& of = answers.touchpoints[i];
    if (persona && of.by_persona.empty()) continue;
    const AnswerSums& actual = persona ? of.by_persona[*persona] : of.actual;
    if (actual.n > 0) table.sections[0].rows.push_back(row_of(workspace.touchpoints[i], actual, workspace.project.scale, wording));
  }
  add_notes(workspace, answers, wording, table);
  return table;
}

}  // namespace mot
