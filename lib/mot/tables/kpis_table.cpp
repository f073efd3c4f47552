#include "mot/tables/kpis_table.h"

#include <fmt/format.h>

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

Cell verdict_cell(const KpiFigures& kpi) {
  if (!kpi.has_target()) return blank();
  if (!kpi.is_met) return {Unknown{}};
  return {std::string(*kpi.is_met ? "yes" : "no"), *kpi.is_met ? GapClass::green : GapClass::red};
}

Row row_of(const KpiFigures& figures) {
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
          verdict_cell(figures),
          kpi.date ? Cell{to_string(kpi.date->value)} : blank(),
          text_cell(kpi.from)};
}

std::string count_sentence(const KpiCount& count) {
  if (count.of() == 0) return "no KPI has a target";
  std::string text = fmt::format("{} of {} KPIs with a target meet it", count.met, count.of());
  if (count.unknown > 0) text += fmt::format("; {} {} no value", count.unknown, count.unknown == 1 ? "has" : "have");
  return text;
}

}  // namespace

Table kpis_table(const std::vector<KpiFigures>& kpis) {
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
              .notes = {count_sentence(count_of(kpis))}};
  Section& section = table.sections.emplace_back();
  for (const KpiFigures& kpi : kpis) section.rows.push_back(row_of(kpi));
  return table;
}

}  // namespace mot
