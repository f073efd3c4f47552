// The plan: what the actions are worth, and what is lived once they have worked.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The figures of one action.
struct ActionFigures {
  std::size_t action = 0;  ///< index of Workspace::actions
  /// Σ importance · 2 for a moment of truth · (max(gap, 0) − max(gap − lift, 0)): importance times points, of the action on its own;
  /// below 0 where it does more harm than good.
  std::optional<double> value;
  std::optional<double> value_for_effort;  ///< value / effort
  std::optional<std::size_t> rank;         ///< from 1, by value for effort
  std::vector<std::size_t> not_counted;    ///< touchpoints it lifts whose importance or gap nobody knows: more of its value may lie there
  bool operator==(const ActionFigures&) const = default;
};

/// How much of what is wanted is delivered along a journey.
struct JourneyPlan {
  Delivered now;
  Delivered after;
  bool operator==(const JourneyPlan&) const = default;
};

struct ActionPlan {
  std::vector<ActionFigures> actions;               ///< by rank, then those without one by value and id; none that is done or dropped
  std::vector<std::optional<double>> actual_after;  ///< by index of Workspace::touchpoints
  Delivered now;
  Delivered after;
  std::vector<JourneyPlan> journeys;  ///< by index of Workspace::journeys
  bool operator==(const ActionPlan&) const = default;
};

/// What an action is expected to lift the touchpoint by, in points: its own entry stands before the one for each.
std::optional<double> lift_at(const Action& action, std::size_t touchpoint);

/// How much less is missing with a lift, at most all that is; with harm, how much more: below 0.
double shortfall_mended(double gap, double lift);

/// Whether an action is neither done nor dropped.
bool is_open(const Action& action);
/// Whether an open action should have been done before `today`.
bool is_overdue(const Action& action, Date today);

/// Values count the touchpoints whose importance, gap and lift are known; with none of them an action's value is unknown. The lifts of
/// all actions of the plan add up at a touchpoint, and stop at the scale's ends. What is unknown today stays so.
ActionPlan plan_of(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot
