// Stops stand in the order of the file and ways lead from one to a later one, but for loops: so one pass over the stops finds the least and
// the most that customers have spent when they come to each. A loop is gone once: after it the way goes on as if it had led straight on.
// What stands twice on a way counts once, as in every figure: so customers who have met it are told apart from those who have not.
#include "mot/analysis/way_times.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
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

/// What customers have met of what stands more than once on the path, a bit each.
using Met = std::uint32_t;

/// The ranges of those who have met the same.
using Spent = std::map<Met, TimeRange>;

void widen(Spent& spent, Met met, const TimeRange& other) {
  const auto [entry, is_new] = spent.emplace(met, other);
  if (!is_new) widen(entry->second, other);
}

/// By stop: its bit where it stands more than once, else none. Beyond the first few such each visit counts.
std::vector<Met> bits_of(const JourneyPath& path) {
  constexpr int most = 10;
  using Thing = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;
  std::map<Thing, std::size_t> visits;
  std::map<Thing, Met> bits;
  const auto thing_at = [](const Stop& stop) { return Thing(stop.touchpoint, stop.journey); };
  for (const Stop& stop : path.stops) visits[thing_at(stop)] += stop.is_behind ? 0 : 1;
  for (const Stop& stop : path.stops) {
    if (visits[thing_at(stop)] > 1 && bits.size() < most) bits.emplace(thing_at(stop), Met{1} << bits.size());
  }
  std::vector<Met> by_stop;
  for (const Stop& stop : path.stops) {
    const auto bit = bits.find(thing_at(stop));
    by_stop.push_back(bit == bits.end() ? 0 : bit->second);
  }
  return by_stop;
}

/// What may come after each stop.
struct Onward {
  std::vector<std::vector<std::size_t>> next;  ///< by stop: later ones, with loops led straight on
  std::vector<bool> ends;                      ///< by stop: whether a journey may end there
};

/// Where a branch would lead without a loop of its own; nothing where the journey ends there.
std::optional<std::size_t> straight_on(const JourneyPath& path, std::size_t branch) {
  const Branch& own = path.branches[branch];
  const std::size_t end = own.inside ? path.branches[*own.inside].end : path.stops.size();
  for (std::size_t i = own.end; i < end; ++i) {
    if (path.stops[i].branch == own.inside && !path.stops[i].is_behind) return i;
  }
  if (!own.inside) return std::nullopt;
  const auto& around = path.branches[*own.inside].goes_on;
  const bool is_loop = around && *around < own.end;
  return is_loop ? straight_on(path, *own.inside) : around;
}

/// The last stop that all who come by a branch come to; that before it where it has none.
std::optional<std::size_t> last_of(const JourneyPath& path, std::size_t branch) {
  const Branch& own = path.branches[branch];
  if (own.begin == own.end) return own.follows;
  for (std::size_t i = own.end; i-- > own.begin;) {
    if (path.stops[i].branch == branch && !path.stops[i].is_behind) return i;
  }
  return std::nullopt;
}

Onward onward_of(const JourneyPath& path) {
  Onward onward{std::vector<std::vector<std::size_t>>(path.stops.size()), std::vector<bool>(path.stops.size())};
  for (const Way& way : path.ways) {
    const std::optional<std::size_t> to = way.is_back() && way.branch ? straight_on(path, *way.branch) : way.to;
    if (to && *to > way.from) onward.next[way.from].push_back(*to);
    if (!to) onward.ends[way.from] = true;
  }
  for (std::size_t i = 0; i < path.branches.size(); ++i) {
    const auto last = path.branches[i].leaves ? last_of(path, i) : std::nullopt;
    if (last) onward.ends[*last] = true;
  }
  std::optional<std::size_t> last_for_all;  // from it a branch may be taken, or not
  for (std::size_t i = 0; i < path.stops.size(); ++i) {
    if (path.stops[i].is_behind) continue;
    if (onward.next[i].empty()) onward.ends[i] = true;
    if (!path.stops[i].branch) last_for_all = i;
  }
  if (last_for_all) onward.ends[*last_for_all] = true;
  return onward;
}

}  // namespace

WayTimes::Through WayTimes::walked(const Journey& journey) {
  const JourneyPath path = path_of(workspace_, journey);
  const Onward onward = onward_of(path);
  const std::vector<Met> bits = bits_of(path);
  Through all;
  all.has_ways = !path.branches.empty();
  std::vector<Spent> until(path.stops.size());
  std::optional<TimeRange> whole;
  bool is_first = true;
  for (std::size_t i = 0; i < path.stops.size(); ++i) {
    const Stop& stop = path.stops[i];
    if (stop.is_behind) continue;
    if (stop.journey) all.has_ways |= through(*stop.journey).has_ways;
    const TimeRange here = stop.journey ? through(*stop.journey).times : times_at(workspace_.touchpoints[*stop.touchpoint]);
    const bool is_begin = !stop.branch ? std::exchange(is_first, false) : !path.branches[*stop.branch].follows && until[i].empty();
    if (is_begin) widen(until[i], 0, TimeRange{});
    for (const auto& [met, before] : until[i]) {
      const bool is_again = (met & bits[i]) != 0;
      const TimeRange after = is_again ? before : TimeRange{before.fastest + here.fastest, before.slowest + here.slowest};
      for (const std::size_t to : onward.next[i]) widen(until[to], met | bits[i], after);
      if (!onward.ends[i]) continue;
      whole ? widen(*whole, after) : void(whole = after);
    }
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
