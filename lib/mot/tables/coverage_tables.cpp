#include "mot/tables/coverage_tables.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "mot/analysis/coverage.h"
#include "mot/analysis/sets.h"
#include "mot/tables/figure.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

Cell facet_cell(const Figures& figures, Facet facet, const Wording& wording) {
  if (std::ranges::count(figures.present, facet) > 0) return {wording("yes")};
  if (std::ranges::count(figures.missing, facet) > 0) return {wording("no"), GapClass::red};
  return blank();
}

Row facet_row(const Workspace& workspace, const Analysis& analysis, std::size_t index, const Wording& wording) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  Row row = {{touchpoint.id.value}, {touchpoint.name.value}, blank()};
  if (touchpoint.department.index) row[2] = {workspace.departments[*touchpoint.department.index].name.value};
  for (std::size_t facet = 0; facet < names_of<Facet>.size(); ++facet)
    row.push_back(facet_cell(figures, static_cast<Facet>(facet), wording));
  row.push_back({static_cast<double>(figures.present.size())});
  row.push_back({static_cast<double>(figures.present.size() + figures.missing.size())});
  return row;
}

Table facets_table(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  Table table{.title = wording("Coverage: what the picture of each touchpoint holds"),
              .columns = {{"id", ""}, {"touchpoint", wording("touchpoint")}, {"department", wording("department"), ColumnKind::text, 0, 1}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  for (const std::string_view facet : names_of<Facet>) table.columns.push_back({std::string(facet), wording(facet)});
  table.columns.push_back({"present", wording("has"), ColumnKind::number});
  table.columns.push_back({"asked", wording("of"), ColumnKind::number});
  Section& section = table.sections.emplace_back();
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) section.rows.push_back(facet_row(workspace, analysis, i, wording));
  const auto& coverage = analysis.all.coverage;
  table.notes = {coverage ? wording("coverage {share} %: facets present of facets asked", {{"share", decimal_in(wording, *coverage, 1)}})
                          : wording("coverage ?: nothing is asked of any touchpoint")};
  return table;
}

/// A row a department and one for all of them; a cell where a department meets nobody stays blank.
class JourneyTable {
 public:
  JourneyTable(const Workspace& workspace, const Analysis& analysis, const Journey& journey, const Wording& wording)
      : workspace_(workspace), analysis_(analysis), wording_(wording) {
    table_.title = wording("Coverage in % along '{journey}'", {{"journey", journey.name.value}});
    table_.speech = speech_of(wording);
    table_.columns = {{"department", wording("department")}};
    for (const Stage& stage : journey.stages) table_.columns.push_back({stage.id.value, stage.name.value, ColumnKind::number, 0});
    table_.columns.push_back({"all", wording("all"), ColumnKind::number, 0});
    table_.sections.emplace_back();
    for (std::size_t stage = 0; stage < journey.stages.size(); ++stage) {
      for (const std::size_t touchpoint : touchpoints_of(workspace_, journey.stages[stage])) place(touchpoint, stage);
    }
  }

  Table table() {
    for (auto& [department, cells] : departments_)
      add_row(department == none ? wording_("(none)") : workspace_.departments[department].name.value, cells);
    if (departments_.size() > 1) add_row(wording_("all"), all_);
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
  const Wording& wording_;
  Table table_;
  std::map<std::size_t, Cells> departments_;
  Cells all_;
};

Table holes_table(const std::vector<Hole>& holes, const Wording& wording) {
  Table table{
      .title = wording("Holes"),
      .columns = {{"kind", wording("kind")}, {"id", wording("id")}, {"who", wording("who fills it")}, {"message", wording("message")}},
      .sections = {},
      .notes = {},
      .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (const Hole& hole : holes)
    section.rows.push_back({{std::string(hole.kind)}, {hole.id}, hole.who ? Cell{*hole.who} : Cell{Unknown{}}, {hole.message}});
  if (holes.empty()) table.notes = {wording("none")};
  return table;
}

/// What the picture lacks, as who fills it sees it.
constexpr struct {
  std::string_view kind;
  std::string_view phrase;
} lacks[] = {
    {"missing-company-picture", "what we want is not written down"},
    {"missing-customer-voice", "what customers want is not known"},
    {"missing-actual", "what customers live is not known"},
    {"actual-without-evidence", "what is lived rests on no evidence"},
    {"missing-importance", "how important it is, nobody has said"},
    {"no-owner", "nobody owns it"},
    {"no-recovery", "nothing is planned for when it goes wrong"},
    {"no-empowerment", "what the frontline may decide is not written down"},
    {"empty-department", "no moment is written down"},
    {"empty-stage", "no moment is written down"},
    {"orphan-touchpoint", "it stands in no journey"},
    {"persona-without-journey", "no journey is theirs"},
    {"journey-without-moment-of-truth", "none of its moments decides"},
    {"customer-voice-assumed", "what customers want is assumed: nobody has heard them say it"},
    {"persona-without-advocate", "nobody inside speaks for them"},
    {"flag-not-flown", "no moment honours what they are proud of"},
    {"few-responses", "few have answered"},
    {"forgotten-detail", "what is worth remembering does not reach whoever decides later"},
    {"placeholder", "a placeholder stands where a text belongs"},
    {"no-lasting-relationship", "no interaction goes beyond a single one"},
    {"file-not-included", "a file is left out of the workspace"},
};

std::string lack_of(const Hole& hole, const Wording& wording) {
  const auto* const row = std::ranges::find(lacks, hole.kind, [](const auto& lack) { return lack.kind; });
  return row == std::end(lacks) ? hole.message : wording(row->phrase);
}

}  // namespace

Table holes_in_words(const std::vector<Hole>& holes, const Wording& wording) {
  Table table{
      .title = wording("Holes"),
      .columns = {{"id", ""}, {"touchpoint", wording("name")}, {"lacks", wording("what is missing")}, {"who", wording("who fills it")}},
      .sections = {{}},
      .notes = {},
      .speech = speech_of(wording)};
  for (const Hole& hole : holes)
    table.sections[0].rows.push_back({{hole.id}, {hole.name}, {lack_of(hole, wording)}, hole.who ? Cell{*hole.who} : Cell{Unknown{}}});
  if (holes.empty()) table.notes = {wording("none")};
  return table;
}

std::vector<Table> facet_tables(const Workspace& workspace, const Analysis& analysis, const Wording& wording) {
  std::vector<Table> tables = {facets_table(workspace, analysis, wording)};
  for (const Journey& journey : workspace.journeys) tables.push_back(JourneyTable(workspace, analysis, journey, wording).table());
  return tables;
}

std::vector<Table> coverage_tables(const Workspace& workspace, const Analysis& analysis, const std::vector<Hole>& holes,
                                   const Wording& wording) {
  std::vector<Table> tables = facet_tables(workspace, analysis, wording);
  tables.push_back(holes_table(holes, wording));
  return tables;
}

}  // namespace mot
