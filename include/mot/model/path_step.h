// Steps of a path: touchpoints, journeys that are travelled inside another one, and branches.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "mot/model/values.h"

namespace mot {

struct Journey;
struct Touchpoint;

/// What `then` says where the way leaves the journey.
inline constexpr std::string_view end_of_journey = "end";

/// A touchpoint, a journey inside, or a branch: what follows from the step before it under a condition. A step is one of the three; a fault
/// may leave none.
struct PathStep {
  Span span;
  bool is_whole = true;
  Link<Touchpoint> touchpoint;
  Link<Journey> journey;                ///< leads into no circle: a link that would is not followed
  std::optional<Text> when;             ///< of a branch: the condition
  std::optional<Within<0, 100>> share;  ///< of a branch: per cent of the journey's customers who come this way
  std::vector<PathStep> steps;          ///< of a branch
  std::optional<Text> then;             ///< of a branch: the touchpoint or journey of the path where the way goes on, or `end_of_journey`

  bool is_branch() const { return when || !steps.empty(); }
  bool operator==(const PathStep&) const = default;
};

/// Calls `visit` with every step that is no branch, those of branches too, in the order of the file.
template <class Visit>
void for_each_stop(const std::vector<PathStep>& steps, const Visit& visit) {
  for (const PathStep& step : steps) {
    if (!step.is_branch()) visit(step);
    for_each_stop(step.steps, visit);
  }
}

/// Calls `visit` with the link of every touchpoint that the steps name, those of branches too, in the order of the file.
template <class Visit>
void for_each_touchpoint(const std::vector<PathStep>& steps, const Visit& visit) {
  for_each_stop(steps, [&](const PathStep& step) {
    if (!step.touchpoint.value.empty()) visit(step.touchpoint);
  });
}

/// Takes out stops, and branches that were left with none.
template <class IsMeant>
void erase_stops_if(std::vector<PathStep>& steps, const IsMeant& is_meant) {
  std::erase_if(steps, [&](PathStep& step) {
    if (!step.is_branch()) return is_meant(step);
    if (step.steps.empty()) return false;
    erase_stops_if(step.steps, is_meant);
    return step.steps.empty();
  });
}

}  // namespace mot
