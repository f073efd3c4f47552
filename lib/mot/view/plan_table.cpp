#include "mot/view/plan_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/view/gaps_table.h"

namespace mot {
namespace {

/// An action and its figures.
struct RowSource {
  const Workspace& workspace;
  const ActionFigures& figures;

  const Action& action() const { return workspace.actions[figures.action]; }
};

Cell rank_cell(const RowSource& source) {
  return source.figures.rank ? Cell{static_cast<double>(*source.figures.rank)} : blank();
}

Cell effort_cell(const RowSource& source) {
  return source.action().effort ? Cell{source.action().effort->value} : Cell{Unknown{}};
}

Cell touchpoints_cell(const RowSource& source) {
  std::vector<std::string_view> ids;
  for (const auto& touchpoint : source.action().touchpoints) ids.push_back(touchpoint.value);
  return {fmt::format("{}", fmt::join(ids, " "))};
}

Cell due_cell(const RowSource& source) {
  return source.action().due ? Cell{to_string(source.action().due->value)} : blank();
}

/// A column and what stands in it.
struct PlanColumn {
  std::string_view key;
  std::string_view header;
  ColumnKind kind;
  int decimals;
  int drops_at;
  Cell (*cell)(const RowSource&);
};

using Source = const RowSource&;
// clang-format off
constexpr PlanColumn plan_columns[] = {
    {"rank", "#", ColumnKind::number, 0, 0, rank_cell},
    {"id", "", ColumnKind::text, 0, 0, [](Source source) { return Cell{source.action().id.value}; }},
    {"action", "action", ColumnKind::text, 0, 0, [](Source source) { return Cell{source.action().name.value}; }},
    {"touchpoints", "touchpoints", ColumnKind::text, 0, 2, touchpoints_cell},
    {"owner", "owner", ColumnKind::text, 0, 3, [](Source source) { return source.action().owner ? Cell{source.action().owner->value} : blank(); }},
    {"status", "status", ColumnKind::text, 0, 0, [](Source source) { return Cell{std::string(name_of(source.action().status.value))}; }},
    {"due", "due", ColumnKind::text, 0, 1, due_cell},
    {"effort", "effort", ColumnKind::number, 1, 0, effort_cell},
    {"value", "value", ColumnKind::number, 1, 0, [](Source source) { return cell_of(source.figures.value); }},
    {"value_for_effort", "for effort", ColumnKind::number, 1, 0, [](Source source) { return cell_of(source.figures.value_for_effort); }},
};
// clang-format on

}  // namespace

Table plan_table(const Workspace& workspace, const Plan& plan) {
  Table table{.title = "Actions by value for effort",
              .columns = {},
              .sections = {},
              .notes = {"now: " + delivered_sentence(plan.now), "after all of them: " + delivered_sentence(plan.after),
                        "value is importance times the points gained, at most the gap, twice that for a moment of truth; "
                        "done and dropped actions are left out"}};
  for (const PlanColumn& column : plan_columns) {
    table.columns.push_back({std::string(column.key), std::string(column.header), column.kind, column.decimals, column.drops_at});
  }
  Section& section = table.sections.emplace_back();
  for (const ActionFigures& figures : plan.actions) {
    Row& row = section.rows.emplace_back();
    for (const PlanColumn& column : plan_columns) row.push_back(column.cell({workspace, figures}));
  }
  return table;
}

}  // namespace mot
