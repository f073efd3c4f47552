// Stops stand in the order of the file and ways lead from one to a later one, but for loops: so one pass over the stops finds the least and
// the most that customers have spent when they come to each. A loop is gone once: after it the way goes on as if it had led straight on.
#include "mot/analysis/way_times.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "mot/analysis/journey_path.h"

namespace mot {
namespace {

TimeSum operator+(const TimeSum& one, const TimeSum& other) {
  return {one.seconds + other.seconds, one.known + other.known, one.of + other.of};
}

void add(const std::optional<Timing>& timing, TimeSum& sum) {
  ++sum.of;
  if (!timing || !timing->actual) return;
  ++sum.known;
  sum.seconds += timing->actual->value.seconds;
}

TimeRange times_at(const Touchpoint& touchpoint) {
  TimeSum sum;
  add(touchpoint.waits, sum);
  add(touchpoint.takes, sum);
  return {sum, sum};
}

/// The range of two ways together; where both take as long the one whose times are better known stands.
void widen(TimeRange& range, const TimeRange& other) {
  if (std::pair(other.fastest.seconds, other.fastest.of - other.fastest.known) <
      std::pair(range.fastest.seconds, range.fastest.of - range.fastest.known))
    range.fastest = other.fastest;
  if (other.slowest.seconds > range.slowest.seconds) range.slowest = other.slowest;
}

void widen(std::optional<TimeRange>& range, const TimeRange& other) {
  if (range)
    widen(*range, other);
  else
    range = other;
}

using Next = std::vector<std::vector<std::size_t>>;

/// By stop: those that come next, with loops led straight on.
Next next_stops(const JourneyPath& path) {
  Next next(path.stops.size());
  for (const Way& way : path.ways) {
    if (!way.is_back()) next[way.from].push_back(way.to);
  }
  for (const Way& way : path.ways) {
    const auto& follows = way.is_back() && way.branch ? path.branches[*way.branch].follows : std::nullopt;
    if (!follows) continue;
    for (const Way& on : path.ways) {
      if (on.from == *follows && !on.branch && !on.is_back() && on.to > way.from) next[way.from].push_back(on.to);
    }
  }
  return next;
}

/// By stop: whether a journey may end there.
std::vector<bool> ends_of(const JourneyPath& path, const Next& next) {
  std::vector<bool> ends(path.stops.size());
  for (std::size_t i = 0; i < ends.size(); ++i) ends[i] = next[i].empty() && !path.stops[i].is_behind;
  for (const Branch& branch : path.branches) {
    if (branch.leaves && branch.begin == branch.end && branch.follows) ends[*branch.follows] = true;
  }
  // From the last step for everybody a branch may be taken, or not.
  for (std::size_t i = ends.size(); i-- > 0;) {
    if (path.stops[i].branch || path.stops[i].is_behind) continue;
    ends[i] = true;
    break;
  }
  return ends;
}

}  // namespace

WayTimes::Through WayTimes::walked(const Journey& journey) {
  const JourneyPath path = path_of(workspace_, journey);
  const Next next = next_stops(path);
  const std::vector<bool> ends = ends_of(path, next);
  Through all;
  all.has_ways = !path.branches.empty();
  std::vector<std::optional<TimeRange>> until(path.stops.size());
  std::optional<TimeRange> whole;
  bool is_first = true;
  for (std::size_t i = 0; i < path.stops.size(); ++i) {
    const Stop& stop = path.stops[i];
    if (stop.is_behind) continue;
    if (stop.journey) all.has_ways |= through(*stop.journey).has_ways;
    const TimeRange here = stop.journey ? through(*stop.journey).times : times_at(workspace_.touchpoints[*stop.touchpoint]);
    const bool is_begin = !stop.branch ? std::exchange(is_first, false) : !path.branches[*stop.branch].follows && !until[i];
    if (is_begin) widen(until[i], TimeRange{});
    if (!until[i]) continue;
    const TimeRange after{until[i]->fastest + here.fastest, until[i]->slowest + here.slowest};
    for (const std::size_t to : next[i]) widen(until[to], after);
    if (ends[i]) widen(whole, after);
  }
  if (whole) all.times = *whole;
  return all;
}

const WayTimes::Through& WayTimes::through(std::size_t journey) {
  const auto known = journeys_.find(journey);
  if (known != journeys_.end()) return known->second;
  Through through = walked(workspace_.journeys[journey]);
  return journeys_.emplace(journey, std::move(through)).first->second;
}

std::optional<TimeRange> WayTimes::of(std::size_t journey) {
  const Through& walked = through(journey);
  return walked.has_ways ? std::optional(walked.times) : std::nullopt;
}

}  // namespace mot
