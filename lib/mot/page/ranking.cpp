// The ranking as the page shows it: two drawings a row, and who acts with what; and what nobody knows.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mot/analysis/gaps.h"
#include "mot/analysis/plan.h"
#include "mot/analysis/told.h"
#include "mot/page/content.h"
#include "mot/page/page_text.h"
#include "mot/tables/gaps_figures.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

constexpr double ranking_scale_width = 150, ranking_bar_width = 120;  // pixels

std::string department_of(const Workspace& workspace, const Touchpoint& touchpoint) {
  const auto& link = touchpoint.department;
  return link.index ? workspace.departments[*link.index].name.value : "";
}

/// The open actions at a touchpoint, by name.
std::string actions_at(const Workspace& workspace, std::size_t touchpoint) {
  std::string names;
  for (const Action& action : workspace.actions) {
    const bool is_there = std::ranges::any_of(action.touchpoints, [&](const auto& link) { return link.index == touchpoint; });
    if (is_open(action) && is_there) names += (names.empty() ? "" : "; ") + action.name.value;
  }
  return names;
}

std::string who_acts(const Figures& figures, const Scale& scale, const Wording& wording) {
  const auto widest = widest_gap(figures.gaps, scale);
  if (!widest) return "";
  return fmt::format("{}: {}", wording(widest->acts.empty() ? "not known" : widest->acts), wording(name_of(widest->kind)));
}

GapBar gap_bar(const Figures& figures) {
  return {figures.gap, figures.gap_interval, std::string(name_of(figures.gap_class))};
}

Json row_of(const ReportInput& input, std::size_t index, const Interval& axis) {
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = analysis.touchpoints[index];
  const Scale& scale = workspace.project.scale;
  const Wording wording = input.wording();
  const std::string unscored = unscored_text(workspace, analysis, input.review.answers, index);
  const std::string basis = basis_of(figures, wording);
  const std::string actions = actions_at(workspace, index);
  Json row = reference_to(touchpoint);
  row["rank"] = figures.rank ? fmt::format("{}", *figures.rank) : "";
  row["is_truth"] = touchpoint.moment_of_truth.value;
  row["department"] = department_of(workspace, touchpoint);
  row["importance"] = decimal_or_nothing(figures.importance, wording);
  row["sort_importance"] = figures.importance ? fmt::format("{}", *figures.importance) : "";
  row["dots"] = dots_of(figures.importance);
  row["scale"] = scale_drawing(figures, scale, ranking_scale_width, wording);
  row["sort_lived"] = figures.actual ? fmt::format("{}", *figures.actual) : "";
  row["class"] = std::string(name_of(figures.gap_class));
  row["glyph"] = glyph_of(figures.gap_class);
  row["gap"] = figures.gap ? decimal_in(wording, *figures.gap, 1) : "?";
  row["sort_gap"] = figures.gap ? fmt::format("{}", *figures.gap) : "";
  row["bar"] = bar_drawing(gap_bar(figures), axis, ranking_bar_width);
  row["interval"] = range_text(figures.gap_interval, wording);
  row["basis"] = unscored.empty() ? (basis.empty() ? wording("not measured") : basis) : unscored;
  row["who"] = who_acts(figures, scale, wording);
  row["action"] = actions;
  row["lacks_action"] = actions.empty() && figures.gap_class != GapClass::green;
  row["priority"] = figures.priority ? decimal_in(wording, *figures.priority, 2) : "?";
  row["sort_priority"] = figures.priority ? fmt::format("{}", *figures.priority) : "";
  return row;
}

}  // namespace

Json ranking_content(const ReportInput& input) {
  const Analysis& analysis = input.review.analysis;
  std::vector<GapBar> bars;
  for (const std::size_t touchpoint : analysis.ranking) bars.push_back(gap_bar(analysis.touchpoints[touchpoint]));
  const Interval axis = axis_of(bars, input.loaded.workspace.project.scale);
  Json rows = Json::array();
  for (const std::size_t touchpoint : analysis.ranking) rows.push_back(row_of(input, touchpoint, axis));
  return rows;
}

Json first_of(const Json& ranking) {
  constexpr std::size_t most = 8;
  constexpr const char* told[] = {"rank", "is_truth", "name", "department", "class",       "glyph",
                                  "gap",  "basis",    "who",  "action",     "lacks_action"};
  Json rows = Json::array();
  for (const Json& row : ranking) {
    if (rows.size() == most) break;
    if (row["class"] == name_of(GapClass::green)) continue;
    Json& first = rows.emplace_back(Json{{"says", row["scale"]["says"]}});
    for (const char* key : told) first[key] = row[key];
  }
  return rows;
}

Json blind_spots_content(const ReportInput& input) {
  const Wording wording = input.wording();
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  Json rows = Json::array();
  for (const std::size_t index : analysis.blind_spots) {
    const Touchpoint& touchpoint = workspace.touchpoints[index];
    const Figures& figures = analysis.touchpoints[index];
    const std::string told = unscored_text(workspace, analysis, input.review.answers, index);
    const std::string actions = actions_at(workspace, index);
    Json row = reference_to(touchpoint);
    row["is_truth"] = touchpoint.moment_of_truth.value;
    row["department"] = department_of(workspace, touchpoint);
    row["dots"] = dots_of(figures.importance);
    row["importance"] = figures.importance ? decimal_in(wording, *figures.importance, 1) : wording("not stated");
    row["lacks"] = !figures.actual   ? (told.empty() ? wording("nobody knows what is lived") : told)
                   : !figures.target ? wording("nobody says what is wanted")
                                     : wording("its importance is not stated");
    row["who"] = touchpoint.owner              ? touchpoint.owner->value
                 : touchpoint.department.index ? text_or_nothing(workspace.departments[*touchpoint.department.index].lead)
                                               : "";
    row["action"] = actions.empty() ? wording("no action yet") : actions;
    rows.push_back(row);
  }
  return rows;
}

Json filters_content(const ReportInput& input) {
  const Wording wording = input.wording();
  const Workspace& workspace = input.loaded.workspace;
  const Analysis& analysis = input.review.analysis;
  Json classes = Json::array(), departments = Json::array();
  for (const GapClass gap_class : {GapClass::red, GapClass::orange, GapClass::yellow, GapClass::green}) {
    const auto count =
        std::ranges::count_if(analysis.ranking, [&](auto index) { return analysis.touchpoints[index].gap_class == gap_class; });
    classes.push_back({{"class", std::string(name_of(gap_class))},
                       {"tone", wording(name_of(gap_class))},
                       {"glyph", glyph_of(gap_class)},
                       {"count", fmt::format("{}", count)}});
  }
  std::set<std::string> names;
  for (const std::size_t index : analysis.ranking) names.insert(department_of(workspace, workspace.touchpoints[index]));
  for (const std::string& name : names) {
    if (!name.empty()) departments.push_back({{"department", name}});
  }
  return {{"classes", classes}, {"departments", departments}, {"count", fmt::format("{}", analysis.ranking.size())}};
}

}  // namespace mot
