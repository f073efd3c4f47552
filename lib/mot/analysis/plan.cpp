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

bool is_of_the_plan(const Action& action) {
  return action.status.value != Status::done && action.status.value != Status::dropped;
}

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

std::optional<double> value_of(const Workspace& workspace, const Analysis& analysis, const Action& action) {
  std::optional<double> value;
  for (const auto& [touchpoint, lift] : lifts_of(action)) {
    const Figures& figures = analysis.touchpoints[touchpoint];
    if (!figures.importance || !figures.gap) continue;
    const double factor = workspace.touchpoints[touchpoint].moment_of_truth.value ? moment_of_truth_factor : 1;
    value = value.value_or(0) + *figures.importance * factor * std::max(0.0, std::min(lift, *figures.gap));
  }
  return value ? finite(*value) : std::nullopt;
}

ActionFigures figures_of(const Workspace& workspace, const Analysis& analysis, std::size_t index) {
  const Action& action = workspace.actions[index];
  ActionFigures figures{.action = index, .value = value_of(workspace, analysis, action), .value_for_effort = {}, .rank = {}};
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
    if (!is_of_the_plan(action)) continue;
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

Delivered delivered_after(const Workspace& workspace, const Analysis& analysis, const std::vector<std::optional<double>>& actual) {
  std::vector<Figures> figures = analysis.touchpoints;
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].actual = actual[i];
  return delivered_of(figures, all_touchpoints(workspace), workspace.project.scale);
}

}  // namespace

std::optional<double> lift_at(const Action& action, std::size_t touchpoint) {
  for (const auto& [index, points] : lifts_of(action)) {
    if (index == touchpoint) return points;
  }
  return std::nullopt;
}

Plan plan_of(const Workspace& workspace, const Analysis& analysis) {
  Plan plan;
  for (std::size_t i = 0; i < workspace.actions.size(); ++i) {
    if (is_of_the_plan(workspace.actions[i])) plan.actions.push_back(figures_of(workspace, analysis, i));
  }
  rank_actions(workspace, analysis, plan.actions);
  plan.actual_after = actual_after(workspace, analysis);
  plan.now = analysis.all.delivered;
  plan.after = delivered_after(workspace, analysis, plan.actual_after);
  return plan;
}

}  // namespace mot
