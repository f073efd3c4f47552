// Each department has a place for every end of an arc, so that no two ends and no two tags share one. At the right side of a department
// arrive the arcs from above it, over those that lead on down; at its left side those that lead back up, over those that arrive from
// below. Short arcs stand outside of long ones there, and reach less far: so they lie within them.
#include "mot/view/handovers/layout.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mot::handovers {

namespace {

constexpr double least_reach = 26;
constexpr double most_reach = 520;         // beyond the least, of an arc without end
constexpr double half_of_it_after = 1200;  // points of distance

enum class EndKind : std::uint8_t { arrival, departure };

/// An end of an arc at a department.
struct End {
  std::size_t hand_over = 0;
  EndKind kind = EndKind::arrival;
  std::size_t distance = 0;  ///< to the department at the other end, in places of the order
};

struct Ends {
  std::vector<End> right;
  std::vector<End> left;
};

/// From above: what comes from above or leads up, the nearest first, then what leads down or comes from below, the nearest last.
void sort_ends(std::vector<End>& ends, EndKind upper) {
  std::ranges::stable_sort(ends, {}, [&](const End& end) {
    const auto distance = static_cast<double>(end.distance);
    return end.kind == upper ? distance : 1e9 - distance;
  });
}

void place_ends(std::span<const End> ends, const Station& station, std::vector<Arc>& arcs) {
  double y = station.top + station.height / 2 - pitch * (static_cast<double>(ends.size()) - 1) / 2;
  for (const End& end : ends) {
    (end.kind == EndKind::arrival ? arcs[end.hand_over].to : arcs[end.hand_over].from) = y;
    y += pitch;
  }
}

double reach_of(double distance) {
  return least_reach + most_reach * distance / (distance + half_of_it_after);
}

}  // namespace

double Layout::reach(Side side) const {
  double longest = 0;
  for (const Arc& arc : arcs) {
    if (arc.side == side) longest = std::max(longest, arc.reach);
  }
  return longest;
}

Layout layout_of(std::span<const HandOver> hand_overs, std::span<const std::size_t> order, std::span<const double> heights,
                 double between) {
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  std::vector<Ends> ends(order.size());
  Layout layout{.stations = {}, .arcs = std::vector<Arc>(hand_overs.size()), .height = 0};
  for (std::size_t i = 0; i < hand_overs.size(); ++i) {
    const std::size_t from = places.at(hand_overs[i].from), to = places.at(hand_overs[i].to);
    const Side side = from < to ? Side::right : Side::left;
    const std::size_t distance = from < to ? to - from : from - to;
    layout.arcs[i].side = side;
    const auto of = side == Side::right ? &Ends::right : &Ends::left;
    (ends[from].*of).push_back({i, EndKind::departure, distance});
    (ends[to].*of).push_back({i, EndKind::arrival, distance});
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) layout.height += between;
    const double room = pitch * static_cast<double>(std::max(ends[i].right.size(), ends[i].left.size()));
    const Station station{layout.height, std::max(heights[i], room)};
    sort_ends(ends[i].right, EndKind::arrival);
    sort_ends(ends[i].left, EndKind::departure);
    place_ends(ends[i].right, station, layout.arcs);
    place_ends(ends[i].left, station, layout.arcs);
    layout.stations.push_back(station);
    layout.height += station.height;
  }
  for (Arc& arc : layout.arcs) arc.reach = reach_of(std::abs(arc.to - arc.from));
  return layout;
}

}  // namespace mot::handovers
