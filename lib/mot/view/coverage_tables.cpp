#include "mot/view/coverage_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/analysis/matrix.h"

namespace mot {
namespace {

std::string department_name(const Workspace& workspace, std::optional<std::size_t> department) {
  return department ? workspace.departments[*department].name.value : "(none)";
}

Cell facet_cell(const Figures& figures, Facet facet) {
  if (std::ranges::count(figures.present, facet) > 0) return {std::string("yes")};
  if (std::ranges::count(figures.missing, facet) > 0) return {std::string("no"), GapClass::red};
  return blank();
}

Row facet_row(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  Row row = {{touchpoint.id.value}, {touchpoint.name.value}, blank()};
  if (touchpoint.department.index) row[2] = {department_name(workspace, touchpoint.department.index)};
  for (std::size_t facet = 0; facet < names_of<Facet>.size(); ++facet) row.push_back(facet_cell(figures, static_cast<Facet>(facet)));
  row.push_back({static_cast<double>(figures.present.size())});
  row.push_back({static_cast<double>(figures.present.size() + figures.missing.size())});
  return row;
}

Table facets_table(const Workspace& workspace, const Analysis& analysis) {
  Table table{.title = "Coverage: what the picture of each touchpoint holds", .columns = {}, .sections = {}, .notes = {}};
  table.columns = {{"id", ""}, {"touchpoint", "touchpoint"}, {"department", "department", ColumnKind::text, 0, 1}};
  for (const std::string_view facet : names_of<Facet>) table.columns.push_back({std::string(facet), std::string(facet)});
  table.columns.push_back({"present", "has", ColumnKind::number});
  table.columns.push_back({"asked", "of", ColumnKind::number});
  Section& section = table.sections.emplace_back();
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) section.rows.push_back(facet_row(workspace, analysis, i));
  const auto& coverage = analysis.all.coverage;
  table.notes = {coverage ? fmt::format("coverage {} %: facets present of facets asked", number_text(*coverage, 1))
                          : "coverage ?: nothing is asked of any touchpoint"};
  return table;
}

/// A row a department; a cell where it meets nobody stays blank.
Table journey_table(const Workspace& workspace, const std::vector<MatrixCell>& matrix, std::size_t journey) {
  const Journey& of = workspace.journeys[journey];
  Table table{.title = fmt::format("Coverage in % along '{}'", of.name.value), .columns = {}, .sections = {}, .notes = {}};
  table.columns = {{"department", "department"}};
  for (const Stage& stage : of.stages) table.columns.push_back({stage.id.value, stage.name.value, ColumnKind::number, 0});
  Section& section = table.sections.emplace_back();
  std::optional<std::optional<std::size_t>> last;
  for (const MatrixCell& cell : matrix) {
    if (cell.journey != journey) continue;
    if (last != cell.department) {
      Row& row = section.rows.emplace_back(table.columns.size(), blank());
      row[0] = {department_name(workspace, cell.department)};
      last = cell.department;
    }
    section.rows.back()[1 + *cell.stage] = cell_of(cell.summary.coverage);
  }
  return table;
}

Table holes_table(const std::vector<Hole>& holes) {
  Table table{.title = "Holes", .columns = {{"kind", "kind"}, {"id", "id"}, {"message", "message"}}, .sections = {}, .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const Hole& hole : holes) section.rows.push_back({{std::string(hole.kind)}, {hole.id}, {hole.message}});
  if (holes.empty()) table.notes = {"none"};
  return table;
}

}  // namespace

std::vector<Hole> holes_in(const Findings& findings) {
  std::vector<Hole> holes;
  for (const Finding& finding : findings) {
    if (finding.rule.rule().tier != Tier::coverage) continue;
    holes.push_back({finding.rule.id(), fmt::format("{}", fmt::join(finding.subjects, "/")), finding.message});
  }
  return holes;
}

std::vector<Table> coverage_tables(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes) {
  std::vector<Table> tables = {facets_table(workspace, analysis)};
  const std::vector<MatrixCell> matrix = matrix_of(workspace, analysis.touchpoints);
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) tables.push_back(journey_table(workspace, matrix, i));
  tables.push_back(holes_table(holes));
  return tables;
}

}  // namespace mot
