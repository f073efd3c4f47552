#include "mot/analysis/plan.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "mot/analysis/delivered.h"
#include "mot/analysis/priorities.h"
#include "mot/analysis/sets.h"

namespace mot {
namespace {

struct LiftAt {
  std::size_t touchpoint;
  double points;
};

/// A touchpoint's own lift stands before the one for each; every touchpoint comes once.
std::vector<LiftAt> lifts_of(const Action& action) {
  std::vector<LiftAt> lifts;
  if (!action.lift) return lifts;
  std::set<std::size_t> seen;
  const auto add = [&](const Link<Touchpoint>& link, double points) {
    if (link.index && finite(points) && seen.insert(*link.index).second) lifts.push_back({*link.index, points});
  };
  for (const auto& [touchpoint, lift] : action.lift->by_touchpoint) add(touchpoint, lift.value);
  for (const auto& touchpoint : action.touchpoints) {
    if (action.lift->each) add(touchpoint, action.lift->each->value);
  }
  return lifts;
}

/// What an action is worth, and where nobody can tell.
void find_value(const Workspace& workspace, const Analysis& analysis, ActionFigures& of_action) {
  std::optional<double> value;
  for (const auto& [touchpoint, lift] : lifts_of(workspace.actions[of_action.action])) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!figures.importance || !figures.gap) {
      of_action.not_counted.push_back(touchpoint);
      continue;
    }
    const double factor = workspace.touchpoints[touchpoint].moment_of_truth.value ? moment_of_truth_factor : 1;
    value = value.value_or(0) + *figures.importance * factor * shortfall_mended(*figures.gap, lift);
  }
  if (value) of_action.value = finite(*value);
}

ActionFigures figures_of(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Action& action = workspace.actions[index];
  ActionFigures figures{.action = index, .value = {}, .value_for_effort = {}, .rank = {}, .not_counted = {}};
  find_value(workspace, analysis, figures);
  if (figures.value && action.effort) figures.value_for_effort = finite(*figures.value / action.effort->value);
  return figures;
}

/// The importance of what an action is about: its most important touchpoint's.
double importance_of(const Analysis& analysis, const Action& action) {
  double highest = 0;
  for (const auto& touchpoint : action.touchpoints) {
    if (touchpoint.index) highest = std::max(highest, analysis.touchpoints[*touchpoint.index].importance.value_or(0));
  }
  return highest;
}

void rank_actions(const Workspace& workspace, const Analysis& analysis, std::vector<ActionFigures>& actions) {
  std::ranges::stable_sort(actions, {}, [&](const ActionFigures& figures) {
    const Action& action = workspace.actions[figures.action];
    const double worth = figures.value_for_effort.value_or(figures.value.value_or(0));
    return std::tuple(!figures.value_for_effort, !figures.value, -worth, -importance_of(analysis, action),
                      std::string_view(action.id.value));
  });
  for (std::size_t i = 0; i < actions.size() && actions[i].value_for_effort; ++i) actions[i].rank = i + 1;
}

std::vector<std::optional<double>> actual_after(const Workspace& workspace, const Analysis& analysis) {
  std::vector<std::optional<double>> after;
  for (const Figures& figures : analysis.touchpoints) after.push_back(figures.actual);
  for (const Action& action : workspace.actions) {
    if (!is_open(action)) continue;
    for (const auto& [touchpoint, lift] : lifts_of(action)) {
      if (after[touchpoint]) after[touchpoint] = finite(*after[touchpoint] + lift);
    }
  }
  const auto& [min, max] = workspace.project.scale;
  for (auto& actual : after) {
    if (actual) actual = std::max(min, std::min(max, *actual));
  }
  return after;
}

std::vector<Figures> figures_after(const Analysis& analysis, const std::vector<std::optional<double>>& actual) {
  std::vector<Figures> figures = analysis.touchpoints;
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].actual = actual[i];
  return figures;
}

}  // namespace

std::optional<double> lift_at(const Action& action, std::size_t touchpoint) {
  if (!action.lift) return std::nullopt;
  const auto is_it = [&](const Link<Touchpoint>& link) { return link.index == touchpoint; };
  for (const auto& [link, lift] : action.lift->by_touchpoint) {
    if (is_it(link)) return finite(lift.value);
  }
  const bool is_named = std::any_of(action.touchpoints.begin(), action.touchpoints.end(), is_it);
  return is_named && action.lift->each ? finite(action.lift->each->value) : std::nullopt;
}

double shortfall_mended(double gap, double lift) {
  return std::max(gap, 0.0) - std::max(gap - lift, 0.0);
}

bool is_open(const Action& action) {
  return action.status.value != Status::done && action.status.value != Status::dropped;
}

bool is_overdue(const Action& action, Date today) {
  return is_open(action) && action.due && action.due->value < today;
}

ActionPlan plan_of(const Workspace& workspace, const Analysis& analysis) {
  ActionPlan plan;
  for (std::size_t i = 0; i < workspace.actions.size(); ++i) {
    if (is_open(workspace.actions[i])) plan.actions.push_back(figures_of(workspace, analysis, i));
  }
  rank_actions(workspace, analysis, plan.actions);
  plan.actual_after = actual_after(workspace, analysis);
  plan.now = analysis.all.delivered;
  const std::vector<Figures> after = figures_after(analysis, plan.actual_after);
  plan.after = analysis.journey
                   ? delivered_of(after, weighed_touchpoints(workspace, workspace.journeys[*analysis.journey]), workspace.project.scale)
                   : delivered_of(after, all_touchpoints(workspace), workspace.project.scale);
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    plan.journeys.push_back({.now = analysis.journeys[i].delivered,
                             .after = delivered_of(after, weighed_touchpoints(workspace, workspace.journeys[i]), workspace.project.scale)});
  }
  return plan;
}

}  // namespace mot
