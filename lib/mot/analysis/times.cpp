#include "mot/analysis/times.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "mot/analysis/paths.h"
#include "mot/analysis/way_times.h"

namespace mot {
namespace {

std::optional<double> seconds_of(const std::optional<Placed<Duration>>& duration) {
  return duration ? std::optional(duration->value.seconds) : std::nullopt;
}

std::optional<double> actual_of(const std::optional<Timing>& timing) {
  return timing ? seconds_of(timing->actual) : std::nullopt;
}

std::optional<double> wanted_of(const std::optional<Timing>& timing) {
  return timing ? seconds_of(timing->wanted) : std::nullopt;
}

std::optional<double> over(const std::optional<double>& actual, const std::optional<double>& wanted) {
  return actual && wanted ? std::optional(*actual - *wanted) : std::nullopt;
}

double or_least(const std::optional<double>& seconds) {
  return seconds.value_or(std::numeric_limits<double>::lowest());
}

bool comes_first(const TimeFigures& one, const TimeFigures& other) {
  if (one.waits_over != other.waits_over) return or_least(one.waits_over) > or_least(other.waits_over);
  return or_least(one.takes_over) > or_least(other.takes_over);
}

void add(const std::optional<double>& seconds, TimeSum& sum) {
  ++sum.of;
  if (!seconds) return;
  ++sum.known;
  sum.seconds += *seconds;
}

std::vector<std::size_t> each_once(std::vector<std::size_t> touchpoints) {
  std::ranges::sort(touchpoints);
  touchpoints.erase(std::unique(touchpoints.begin(), touchpoints.end()), touchpoints.end());
  return touchpoints;
}

PathTimes along(const Workspace& workspace, std::size_t journey, std::optional<std::size_t> stage, std::vector<std::size_t> touchpoints) {
  PathTimes times{journey, stage, {}, {}, {}};
  for (const std::size_t i : each_once(std::move(touchpoints))) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    add(actual_of(touchpoint.waits), times.waits);
    add(actual_of(touchpoint.takes), times.takes);
  }
  return times;
}

}  // namespace

std::vector<TimeFigures> times_of(const Workspace& workspace) {
  std::vector<TimeFigures> all;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    if (!touchpoint.waits && !touchpoint.takes) continue;
    TimeFigures& figures = all.emplace_back();
    figures.touchpoint = i;
    figures.waits = actual_of(touchpoint.waits);
    figures.waits_wanted = wanted_of(touchpoint.waits);
    figures.waits_over = over(figures.waits, figures.waits_wanted);
    figures.takes = actual_of(touchpoint.takes);
    figures.takes_wanted = wanted_of(touchpoint.takes);
    figures.takes_over = over(figures.takes, figures.takes_wanted);
  }
  std::ranges::stable_sort(all, comes_first);
  for (std::size_t i = 0; i < all.size() && all[i].waits_over; ++i) all[i].rank = i + 1;
  return all;
}

std::vector<PathTimes> times_along(const Workspace& workspace) {
  std::vector<PathTimes> all;
  WayTimes ways(workspace);
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    const Journey& journey = workspace.journeys[i];
    for (std::size_t stage = 0; stage < journey.stages.size(); ++stage) {
      all.push_back(along(workspace, i, stage, main_path(workspace, journey.stages[stage])));
    }
    all.push_back(along(workspace, i, std::nullopt, main_path(workspace, journey)));
    all.back().ways = ways.of(i);
  }
  return all;
}

}  // namespace mot
