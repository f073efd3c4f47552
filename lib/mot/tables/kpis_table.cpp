#include "mot/tables/kpis_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace mot {
namespace {

Cell number_cell(const std::optional<Number>& number) {
  return number ? Cell{number->value} : Cell{Unknown{}};
}

Cell text_cell(const std::optional<Text>& text) {
  return text ? Cell{text->value} : blank();
}

std::string target_text(const Kpi& kpi) {
  const std::string_view side = kpi.better->value == Better::higher ? "at least" : "at most";
  return fmt::format("{} {}", side, kpi.target->value);
}

Cell verdict_cell(bool has_target, const std::optional<bool>& is_met) {
  if (!has_target) return blank();
  if (!is_met) return {Unknown{}};
  return {std::string(*is_met ? "yes" : "no"), *is_met ? GapClass::green : GapClass::red};
}

/// `2025-01-31 (stale)`.
Cell date_cell(const Kpi& kpi, const KpisView& view) {
  if (!kpi.date) return blank();
  const bool is_old = is_stale(kpi, view.workspace.project, view.today) == true;
  return {to_string(kpi.date->value) + (is_old ? " (stale)" : ""), is_old ? std::optional(GapClass::yellow) : std::nullopt};
}

Row row_of(const KpiFigures& figures, const KpisView& view) {
  const Kpi& kpi = *figures.kpi;
  return {{std::string(figures.kind)},
          {figures.of.empty() ? std::string(figures.kind) : figures.of},
          {kpi.id.value},
          {kpi.name.value},
          number_cell(kpi.value),
          text_cell(kpi.unit),
          kpi.target ? number_cell(kpi.target) : blank(),
          figures.has_target() ? Cell{target_text(kpi)} : blank(),
          figures.shortfall ? cell_of(figures.shortfall) : blank(),
          verdict_cell(figures.has_target(), figures.is_met),
          date_cell(kpi, view),
          text_cell(kpi.from)};
}

/// What customers answered is no older than the answers, which have findings of their own.
Row row_of(const OutcomeStanding& outcome, const Workspace& workspace) {
  const bool is_nps = outcome.outcome->kind.value == OutcomeKind::nps;
  const bool is_known = outcome.figures && outcome.figures->value;
  std::string from = outcome.figures ? fmt::format("n {}", outcome.figures->n) : "";
  if (is_known && outcome.figures->interval)
    from += fmt::format(", 95 % {} to {}", number_text(outcome.figures->interval->low, 2), number_text(outcome.figures->interval->high, 2));
  return {{"outcome"},
          {outcome.figures ? workspace.sources[outcome.figures->source].id.value : std::string("outcome")},
          {outcome.outcome->id.value},
          {outcome.name()},
          is_known ? cell_of(outcome.figures->value) : Cell{Unknown{}},
          {is_nps ? "net promoter score" : "points"},
          number_cell(outcome.outcome->target),
          {fmt::format("at least {}", outcome.outcome->target->value)},
          outcome.shortfall ? cell_of(outcome.shortfall) : blank(),
          verdict_cell(true, outcome.is_met),
          blank(),
          {from}};
}

std::string count_sentence(const KpiCount& count, std::string_view several = "KPIs") {
  if (count.of() == 0) return "no KPI has a target";
  std::string text = fmt::format("{} of {} {} with a target meet it", count.met, count.of(), several);
  if (count.unknown > 0) text += fmt::format("; of {} nobody can tell", count.unknown);
  return text;
}

Section section_of(std::string title, const std::vector<KpiFigures>& kpis, const KpisView& view) {
  Section section{std::move(title), {}};
  for (const KpiFigures& kpi : kpis) section.rows.push_back(row_of(kpi, view));
  return section;
}

/// `Ground handling: 1 of 2 KPIs with a target meet it`.
std::string title_of(const Group& group, const std::vector<KpiFigures>& kpis) {
  return fmt::format("{}: {}", group.key ? group.name : "none named", count_sentence(count_of(kpis)));
}

std::vector<Section> grouped_sections(const std::vector<KpiFigures>& kpis, const KpisView& view) {
  std::vector<Section> sections;
  std::set<const Kpi*> shown;
  for (const Group& group : view.groups) {
    const std::vector<KpiFigures> of_group = kpis_in(group, kpis, view.workspace);
    for (const KpiFigures& kpi : of_group) shown.insert(kpi.kpi);
    if (!of_group.empty()) sections.push_back(section_of(title_of(group, of_group), of_group, view));
  }
  std::vector<KpiFigures> others;
  std::ranges::copy_if(kpis, std::back_inserter(others), [&](const KpiFigures& kpi) { return !shown.contains(kpi.kpi); });
  if (!others.empty()) sections.push_back(section_of("in none of these", others, view));
  return sections;
}

}  // namespace

Table kpis_table(const KpisView& view) {
  const std::vector<KpiFigures> kpis = kpis_of(view.workspace);
  const std::vector<OutcomeStanding> outcomes = outcomes_with_target(view.workspace, view.analysis);
  Table table{.title = "KPIs: figures that are kept elsewhere, against their targets",
              .columns = {{"kind", ""},
                          {"of", "of"},
                          {"id", ""},
                          {"kpi", "KPI"},
                          {"value", "value", ColumnKind::number, 2},
                          {"unit", "unit"},
                          {"target", "", ColumnKind::number, 2},
                          {"target_text", "target"},
                          {"shortfall", "short of it", ColumnKind::number, 2},
                          {"met", "met"},
                          {"date", "date", ColumnKind::text, 0, 1},
                          {"from", "from", ColumnKind::text, 0, 2}},
              .sections = {},
              .notes = {count_sentence(count_of(kpis, outcomes), outcomes.empty() ? "KPIs" : "KPIs and outcomes")}};
  if (view.groups.empty()) table.sections.push_back(section_of("", kpis, view));
  if (!view.groups.empty()) table.sections = grouped_sections(kpis, view);
  if (outcomes.empty()) return table;
  Section& section = table.sections.emplace_back(Section{"what customers answered", {}});
  for (const OutcomeStanding& outcome : outcomes) section.rows.push_back(row_of(outcome, view.workspace));
  table.notes.emplace_back("an outcome meets its target where its whole interval does, and misses it where all of it is under it");
  return table;
}

}  // namespace mot
