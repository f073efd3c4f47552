#include "mot/tables/coverage_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "mot/analysis/coverage.h"
#include "mot/analysis/sets.h"

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

/// A row a department and one for all of them; a cell where a department meets nobody stays blank.
class JourneyTable {
 public:
  JourneyTable(const Workspace& workspace, const Analysis& analysis, const Journey& journey) : workspace_(workspace), analysis_(analysis) {
    table_.title = fmt::format("Coverage in % along '{}'", journey.name.value);
    table_.columns = {{"department", "department"}};
    for (const Stage& stage : journey.stages) table_.columns.push_back({stage.id.value, stage.name.value, ColumnKind::number, 0});
    table_.columns.push_back({"all", "all", ColumnKind::number, 0});
    table_.sections.emplace_back();
    for (std::size_t stage = 0; stage < journey.stages.size(); ++stage) {
      for (const std::size_t touchpoint : touchpoints_of(workspace_, journey.stages[stage])) place(touchpoint, stage);
    }
  }

  Table table() {
    for (auto& [department, cells] : departments_)
      add_row(department == none ? "(none)" : workspace_.departments[department].name.value, cells);
    if (departments_.size() > 1) add_row("all", all_);
    return std::move(table_);
  }

 private:
  using Cells = std::map<std::size_t, std::set<std::size_t>>;                   ///< touchpoints by stage
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();  // sorts last

  void place(std::size_t touchpoint, std::size_t stage) {
    departments_[workspace_.touchpoints[touchpoint].department.index.value_or(none)][stage].insert(touchpoint);
    all_[stage].insert(touchpoint);
  }

  Cell coverage(const std::set<std::size_t>& touchpoints) const {
    return cell_of(coverage_of(analysis_.touchpoints, std::vector<std::size_t>(touchpoints.begin(), touchpoints.end())));
  }

  void add_row(const std::string& name, const Cells& cells) {
    Row row(table_.columns.size(), blank());
    row.front() = {name};
    std::set<std::size_t> all;
    for (const auto& [stage, touchpoints] : cells) {
      row[1 + stage] = coverage(touchpoints);
      all.insert(touchpoints.begin(), touchpoints.end());
    }
    row.back() = coverage(all);
    table_.sections.front().rows.push_back(std::move(row));
  }

  const Workspace& workspace_;
  const Analysis& analysis_;
  Table table_;
  std::map<std::size_t, Cells> departments_;
  Cells all_;
};

Table holes_table(const std::vector<Hole>& holes) {
  Table table{.title = "Holes",
              .columns = {{"kind", "kind"}, {"id", "id"}, {"who", "who fills it"}, {"message", "message"}},
              .sections = {},
              .notes = {}};
  Section& section = table.sections.emplace_back();
  for (const Hole& hole : holes)
    section.rows.push_back({{std::string(hole.kind)}, {hole.id}, hole.who ? Cell{*hole.who} : Cell{Unknown{}}, {hole.message}});
  if (holes.empty()) table.notes = {"none"};
  return table;
}

}  // namespace

std::vector<Table> coverage_tables(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes) {
  std::vector<Table> tables = {facets_table(workspace, analysis)};
  for (const Journey& journey : workspace.journeys) tables.push_back(JourneyTable(workspace, analysis, journey).table());
  tables.push_back(holes_table(holes));
  return tables;
}

}  // namespace mot
