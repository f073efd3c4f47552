#include "mot/tables/kpis_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "mot/analysis/interval_names.h"
#include "mot/tables/figure.h"
#include "mot/text/numbers.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

Cell written_number_cell(const std::optional<Number>& number) {
  return number ? Cell{number->value} : Cell{Unknown{}};
}

std::string target_text(const Kpi& kpi, const Wording& wording) {
  const std::string target = number_in(wording, kpi.target->value);
  return kpi.better->value == Better::higher ? wording("at least {target}", {{"target", target}})
                                             : wording("at most {target}", {{"target", target}});
}

Cell verdict_cell(bool has_target, const std::optional<bool>& is_met, const Wording& wording) {
  if (!has_target) return blank();
  if (!is_met) return {Unknown{}};
  return {wording(*is_met ? "yes" : "no"), *is_met ? GapClass::green : GapClass::red};
}

/// `2025-01-31 (stale)`.
Cell date_cell(const Kpi& kpi, const KpisView& view) {
  if (!kpi.date) return blank();
  const std::string date = view.wording.date(kpi.date->value);
  if (is_stale(kpi, view.workspace.project, view.today) != true) return {date};
  return {view.wording("{date} (stale)", {{"date", date}}), GapClass::yellow};
}

Row row_of(const KpiFigures& figures, const KpisView& view) {
  const Wording& wording = view.wording;
  const Kpi& kpi = *figures.kpi;
  return {{wording(figures.kind)},
          {figures.of.empty() ? wording(figures.kind) : figures.of},
          {kpi.id.value},
          {kpi.name.value},
          written_number_cell(kpi.value),
          text_cell(kpi.unit),
          kpi.target ? written_number_cell(kpi.target) : blank(),
          figures.has_target() ? Cell{target_text(kpi, wording)} : blank(),
          figures.shortfall ? cell_of(figures.shortfall) : blank(),
          verdict_cell(figures.has_target(), figures.is_met, wording),
          date_cell(kpi, view),
          text_cell(kpi.from)};
}

/// What customers answered is no older than the answers, which have findings of their own.
Row row_of(const OutcomeStanding& outcome, const KpisView& view) {
  const Wording& wording = view.wording;
  const bool is_nps = outcome.outcome->kind.value == OutcomeKind::nps;
  const bool is_known = outcome.figures && outcome.figures->value;
  std::string from = outcome.figures ? wording("n {count}", {{"count", outcome.figures->n}}) : "";
  if (is_known && outcome.figures->interval) {
    const Interval& interval = *outcome.figures->interval;
    from +=
        ", " +
        wording("95 % {low} to {high}", {{"low", decimal_in(wording, interval.low, 2)}, {"high", decimal_in(wording, interval.high, 2)}}) +
        " (" + wording(interval_name(*outcome.figures)) + ")";
  }
  return {{wording("outcome")},
          {outcome.figures ? view.workspace.sources[outcome.figures->source].id.value : wording("outcome")},
          {outcome.outcome->id.value},
          {outcome.name()},
          is_known ? cell_of(outcome.figures->value) : Cell{Unknown{}},
          {wording(is_nps ? "net promoter score" : "points")},
          written_number_cell(outcome.outcome->target),
          {wording("at least {target}", {{"target", number_in(wording, outcome.outcome->target->value)}})},
          outcome.shortfall ? cell_of(outcome.shortfall) : blank(),
          verdict_cell(true, outcome.is_met, wording),
          blank(),
          {from}};
}

std::string count_sentence(const KpiCount& count, const Wording& wording,
                           std::string_view phrase = "{met} of {all} KPIs with a target meet it") {
  if (count.of() == 0) return wording("no KPI has a target");
  const std::string text = wording.counted(static_cast<double>(count.of()), phrase, {{"met", count.met}, {"all", count.of()}});
  return count.unknown == 0 ? text : text + "; " + wording("of {count} nobody can tell", {{"count", count.unknown}});
}

Section section_of(std::string title, const std::vector<KpiFigures>& kpis, const KpisView& view) {
  Section section{std::move(title), {}};
  for (const KpiFigures& kpi : kpis) section.rows.push_back(row_of(kpi, view));
  return section;
}

/// `Ground handling: 1 of 2 KPIs with a target meet it`.
std::string title_of(const Group& group, const std::vector<KpiFigures>& kpis, const Wording& wording) {
  return fmt::format("{}: {}", group.key ? group.name : wording("none named"), count_sentence(count_of(kpis), wording));
}

std::vector<Section> grouped_sections(const std::vector<KpiFigures>& kpis, const KpisView& view) {
  std::vector<Section> sections;
  std::set<const Kpi*> shown;
  for (const Group& group : view.groups) {
    const std::vector<KpiFigures> of_group = kpis_in(group, kpis, view.workspace);
    for (const KpiFigures& kpi : of_group) shown.insert(kpi.kpi);
    if (!of_group.empty()) sections.push_back(section_of(title_of(group, of_group, view.wording), of_group, view));
  }
  std::vector<KpiFigures> others;
  std::ranges::copy_if(kpis, std::back_inserter(others), [&](const KpiFigures& kpi) { return !shown.contains(kpi.kpi); });
  if (!others.empty()) sections.push_back(section_of(view.wording("in none of these"), others, view));
  return sections;
}

}  // namespace

Table kpis_table(const KpisView& view) {
  const std::vector<KpiFigures> kpis = kpis_of(view.workspace);
  std::vector<double> typed;
  for (const KpiFigures& kpi : kpis) {
    for (const auto& number : {kpi.kpi->value, kpi.kpi->target})
      if (number) typed.push_back(number->value);
  }
  const int decimals = decimals_shown(typed, 2);
  const std::vector<OutcomeStanding> outcomes = outcomes_with_target(view.workspace, view.analysis);
  const Wording& wording = view.wording;
  Table table{.title = wording("KPIs: figures that are kept elsewhere, against their targets"),
              .columns = {{"kind", ""},
                          {"of", wording("of")},
                          {"id", ""},
                          {"kpi", wording("KPI")},
                          {"value", wording("value"), ColumnKind::number, decimals},
                          {"unit", wording("unit")},
                          {"target", "", ColumnKind::number, decimals},
                          {"target_text", wording("target")},
                          {"shortfall", wording("short of it"), ColumnKind::number, decimals},
                          {"met", wording("met")},
                          {"date", wording("date"), ColumnKind::text, 0, 1},
                          {"from", wording("from"), ColumnKind::text, 0, 2}},
              .sections = {},
              .notes = {count_sentence(count_of(kpis, outcomes), wording,
                                       outcomes.empty() ? "{met} of {all} KPIs with a target meet it"
                                                        : "{met} of {all} KPIs and outcomes with a target meet it")},
              .speech = speech_of(wording)};
  if (view.groups.empty()) table.sections.push_back(section_of("", kpis, view));
  if (!view.groups.empty()) table.sections = grouped_sections(kpis, view);
  if (outcomes.empty()) return table;
  Section& section = table.sections.emplace_back(Section{wording("what customers answered"), {}});
  for (const OutcomeStanding& outcome : outcomes) section.rows.push_back(row_of(outcome, view));
  table.notes.push_back(wording("an outcome meets its target where its whole interval does, and misses it where all of it is under it"));
  return table;
}

}  // namespace mot
