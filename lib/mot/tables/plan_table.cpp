#include "mot/tables/plan_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/tables/figure.h"
#include "mot/tables/sentences.h"

namespace mot {
namespace {

/// An action and its figures.
struct RowSource {
  const Workspace& workspace;
  const ActionFigures& figures;
  Date today;
  const Wording& wording;
  CalledBy called_by;

  /// What a touchpoint is called; an id that leads nowhere stays.
  std::string_view called(const std::optional<std::size_t>& touchpoint, std::string_view id) const {
    return called_by == CalledBy::name && touchpoint ? std::string_view(workspace.touchpoints[*touchpoint].name.value) : id;
  }

  const Action& action() const { return workspace.actions[figures.action]; }
};

Cell rank_cell(const RowSource& source) {
  return source.figures.rank ? Cell{static_cast<double>(*source.figures.rank)} : blank();
}

Cell effort_cell(const RowSource& source) {
  return source.action().effort ? Cell{source.action().effort->value} : Cell{Unknown{}};
}

Cell touchpoints_cell(const RowSource& source) {
  std::vector<std::string_view> called;
  for (const auto& touchpoint : source.action().touchpoints) called.push_back(source.called(touchpoint.index, touchpoint.value));
  return {fmt::format("{}", fmt::join(called, source.called_by == CalledBy::name ? ", " : " "))};
}

Cell due_cell(const RowSource& source) {
  return source.action().due ? Cell{source.wording.date(source.action().due->value)} : blank();
}

/// What keeps the action from being done, or its value from being known.
Cell open_cell(const RowSource& source) {
  const Action& action = source.action();
  const Wording& wording = source.wording;
  std::vector<std::string> remarks;
  const bool is_late = is_overdue(action, source.today);
  if (is_late) remarks.push_back(wording("overdue"));
  if (!action.owner) remarks.push_back(wording("nobody owns it"));
  if (!action.effort) remarks.push_back(wording("effort unknown"));
  if (!action.lift) remarks.push_back(wording("lift unknown"));
  std::vector<std::string> not_counted;
  for (const std::size_t touchpoint : source.figures.not_counted)
    not_counted.emplace_back(source.called(touchpoint, source.workspace.touchpoints[touchpoint].id.value));
  if (!not_counted.empty())
    remarks.push_back(wording("gap or importance unknown at {touchpoints}", {{"touchpoints", wording.listed(not_counted)}}));
  Cell cell{fmt::format("{}", fmt::join(remarks, ", "))};
  if (is_late || !action.owner) cell.gap_class = is_late ? GapClass::red : GapClass::orange;
  return cell;
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

using AtAction = const RowSource&;
// clang-format off
constexpr PlanColumn plan_columns[] = {
    {"rank", "#", ColumnKind::number, 0, 0, rank_cell},
    {"id", "", ColumnKind::text, 0, 0, [](AtAction source) { return Cell{source.action().id.value}; }},
    {"action", "action", ColumnKind::text, 0, 0, [](AtAction source) { return Cell{source.action().name.value}; }},
    {"touchpoints", "touchpoints", ColumnKind::text, 0, 2, touchpoints_cell},
    {"owner", "owner", ColumnKind::text, 0, 3, [](AtAction source) { return source.action().owner ? Cell{source.action().owner->value} : blank(); }},
    {"status", "status", ColumnKind::text, 0, 0, [](AtAction source) { return Cell{source.wording(name_of(source.action().status.value))}; }},
    {"due", "due", ColumnKind::text, 0, 1, due_cell},
    {"effort", "effort", ColumnKind::number, 1, 0, effort_cell},
    {"value", "value", ColumnKind::number, 1, 0, [](AtAction source) { return cell_of(source.figures.value); }},
    {"value_for_effort", "for effort", ColumnKind::number, 1, 0, [](AtAction source) { return cell_of(source.figures.value_for_effort); }},
    {"open", "open", ColumnKind::text, 0, 0, open_cell},
};
// clang-format on

Table actions_table(const Workspace& workspace, const ActionPlan& plan, Date today, const Wording& wording, CalledBy called_by) {
  Table table{
      .title = wording("Actions by value for effort"),
      .columns = {},
      .sections = {},
      .notes = {wording("now: {sentence}", {{"sentence", delivered_sentence(plan.now, wording)}}),
                wording("after all of them: {sentence}", {{"sentence", delivered_sentence(plan.after, wording)}}),
                wording("value is importance times the points gained, at most the gap, twice that for a moment of truth; "
                        "done and dropped actions are left out"),
                wording("a value is the action's on its own: where several mend one gap, all of them together gain no more than the gap, "
                        "as 'after all of them' counts"),
                wording("overdue is what was due before {date}", {{"date", wording.date(today)}})},
      .speech = speech_of(wording)};
  for (const PlanColumn& column : plan_columns) {
    table.columns.push_back({std::string(column.key), wording(column.header), column.kind, column.decimals, column.drops_at});
  }
  Section& section = table.sections.emplace_back();
  for (const ActionFigures& figures : plan.actions) {
    Row& row = section.rows.emplace_back();
    for (const PlanColumn& column : plan_columns) row.push_back(column.cell({workspace, figures, today, wording, called_by}));
  }
  return table;
}

Table journeys_table(const Workspace& workspace, const ActionPlan& plan, const Wording& wording) {
  Table table{.title = wording("Delivered by journey, now and after all of them"),
              .columns = {{"id", ""},
                          {"journey", wording("journey")},
                          {"now", wording("now %"), ColumnKind::number, 1},
                          {"after", wording("after %"), ColumnKind::number, 1},
                          {"known", wording("known")},
                          {"after_bounds", wording("after, worst to best %"), ColumnKind::interval, 1}},
              .sections = {},
              .notes = {},
              .speech = speech_of(wording)};
  Section& section = table.sections.emplace_back();
  for (std::size_t i = 0; i < plan.journeys.size(); ++i) {
    const auto& [now, after] = plan.journeys[i];
    const bool has_bounds = after.known < after.of && after.worst && after.best;
    section.rows.push_back({{workspace.journeys[i].id.value},
                            {workspace.journeys[i].name.value},
                            cell_of(now.value),
                            cell_of(after.value),
                            {wording("{known} of {all}", {{"known", after.known}, {"all", after.of}})},
                            has_bounds ? Cell{Interval{*after.worst, *after.best}} : blank()});
  }
  return table;
}

}  // namespace

std::vector<Table> plan_tables(const Workspace& workspace, const ActionPlan& plan, Date today, const Wording& wording, CalledBy called_by) {
  std::vector<Table> tables = {actions_table(workspace, plan, today, wording, called_by)};
  if (!plan.journeys.empty()) tables.push_back(journeys_table(workspace, plan, wording));
  return tables;
}

}  // namespace mot
