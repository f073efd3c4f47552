#include "mot/view/priorities/chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "mot/picture/label_placement.h"

namespace mot::priorities {

namespace {

constexpr double step = 6;  // by which a spot is moved to find room
constexpr double beside_marker = 4;
constexpr double column_width = 60;  // within which spots of one importance stand in each other's way
constexpr double look_back = 120;    // points before the farthest of them, where it is worth looking for room
// A label over the vertical line, or on its other side, is as bad as so many steps.
constexpr double over_vertical_line = 5;
constexpr double on_other_side = 8;
constexpr double whisker_half_height = 3;
constexpr double room = 0.4;          // of a step of importance, beyond the last spot
constexpr double least_share = 0.24;  // of an axis, on either side of the cross-hair

/// Longer on one side, so that the middle is no nearer to an end than it should be.
void balance(Domain& domain, double middle) {
  const double most = (1 - least_share) / least_share;
  const double below = middle - domain.low, above = domain.high - middle;
  if (below < above / most) domain.low = middle - above / most;
  if (above < below / most) domain.high = middle + below / most;
}

/// Where a spot's label may stand, seen from its marker: beside its interval or above and below it.
enum class Side { right, left, above, below };
constexpr Side sides[] = {Side::right, Side::left, Side::above, Side::below};

struct Whisker {
  double left;
  double right;
};

Whisker whisker_of(const Spot& spot, const Chart& chart) {
  const double x = chart.x(spot.lived);
  if (!spot.interval) return {x, x};
  return {std::max(chart.x(spot.interval->low), chart.box.left), std::min(chart.x(spot.interval->high), chart.box.right())};
}

Box label_at(const Spot& spot, const Whisker& whisker, Point center, Side side, const Box& inner) {
  const double width = spot.label_width, height = height_of(spot.lines);
  const double centred = std::clamp(center.x - width / 2, inner.left, std::max(inner.left, inner.right() - width));
  switch (side) {
    case Side::right:
      return {std::max(center.x + marker_radius, whisker.right) + beside_marker, center.y - height / 2, width, height};
    case Side::left:
      return {std::min(center.x - marker_radius, whisker.left) - beside_marker - width, center.y - height / 2, width, height};
    case Side::above:
      return {centred, center.y - marker_radius - 1 - height, width, height};
    case Side::below:
      return {centred, center.y + marker_radius + 1, width, height};
  }
  return {};
}

/// A place for a spot and what speaks against it.
struct Candidate {
  Point center;
  Box label;
  double cost = 0;
};

class Placer {
 public:
  explicit Placer(const Chart& chart) : chart_(chart) {
    inner_ = {chart.box.left + 2, chart.box.top + chart.inset - marker_radius, chart.box.width - 4,
              chart.box.height - 2 * (chart.inset - marker_radius)};
    vertical_ = {chart.x(chart.crosshair.actual) - 2, chart.box.top, 4, chart.box.height};
    horizontal_ = {chart.box.left, chart.y(chart.crosshair.importance) - 2, chart.box.width, 4};
  }

  bool place(Spot& spot, double reach) {
    std::optional<Candidate> best;
    const Whisker whisker = whisker_of(spot, chart_);
    const double y = chart_.y(spot.importance);
    double& farthest = farthest_[{spot.importance, std::lround(chart_.x(spot.lived) / column_width)}];
    for (double away = std::max(0.0, std::floor((farthest - look_back) / step) * step);
         away <= reach && (!best || away / step < best->cost); away += step) {
      for (const double direction : {-1.0, 1.0}) {
        if (away == 0 && direction > 0) continue;
        consider(spot, whisker, {chart_.x(spot.lived), y + direction * away}, away / step, best);
      }
    }
    if (!best) return false;
    farthest = std::max(farthest, std::abs(best->center.y - y));
    spot.center = best->center;
    spot.label = best->label;
    occupied_.add(marker_box(spot.center));
    occupied_.add(whisker_box(whisker, spot.center.y));
    occupied_.add(spot.label);
    return true;
  }

 private:
  static Box marker_box(Point center) {
    return {center.x - marker_radius - 1, center.y - marker_radius - 1, 2 * marker_radius + 2, 2 * marker_radius + 2};
  }
  static Box whisker_box(const Whisker& whisker, double y) {
    return {whisker.left, y - whisker_half_height, std::max(whisker.right - whisker.left, 0.0), 2 * whisker_half_height};
  }
  bool is_inside(const Box& box) const {
    return box.left >= inner_.left && box.right() <= inner_.right() && box.top >= inner_.top && box.bottom() <= inner_.bottom();
  }
  /// High stays high: a moved spot must not seem to be in another quadrant.
  bool keeps_side(const Spot& spot, double y) const {
    const double line = chart_.y(chart_.crosshair.importance);
    return spot.importance >= chart_.crosshair.importance ? y <= line + 1e-6 : y > line;
  }
  /// The same of the vertical line. A label can't always be: an interval may lead across.
  bool is_on_side(const Spot& spot, double x) const {
    return (x >= chart_.x(chart_.crosshair.actual)) == (spot.lived >= chart_.crosshair.actual);
  }

  void consider(const Spot& spot, const Whisker& whisker, Point center, double cost, std::optional<Candidate>& best) const {
    if (!keeps_side(spot, center.y) || !is_inside(marker_box(center)) || !occupied_.leaves_free(marker_box(center)) ||
        !occupied_.leaves_free(whisker_box(whisker, center.y)))
      return;
    double preference = 0;
    for (const Side side : sides) {
      const Box label = label_at(spot, whisker, center, side, inner_);
      double own = cost + preference;
      preference += 0.4;
      if (overlap(label, vertical_)) own += over_vertical_line;
      if (!is_on_side(spot, label.center().x)) own += on_other_side;
      if (best && own >= best->cost) continue;
      if (!keeps_side(spot, label.center().y) || overlap(label, horizontal_)) continue;
      if (!is_inside(label) || !occupied_.leaves_free(label)) continue;
      best = Candidate{center, label, own};
    }
  }

  const Chart& chart_;
  Box inner_;
  Box vertical_;
  Box horizontal_;
  LabelPlacement occupied_;
  std::map<std::pair<double, long>, double> farthest_;  // from their importance, by it and column: nearer by there is hardly room left
};

/// No height below this can hold what stands at one importance.
double first_pitch(const std::vector<Spot>& spots, const Chart& chart) {
  std::map<long, double> areas;
  for (const Spot& spot : spots) areas[std::lround(spot.importance)] += spot.label_width * height_of(spot.lines);
  double pitch = chart.least_pitch;
  for (const auto& [importance, area] : areas) pitch = std::max(pitch, area / chart.box.width / (2 * chart.most_displacement));
  return pitch;
}

/// Tries one height.
bool place_all(std::vector<Spot>& spots, const Chart& chart, double reach) {
  Placer placer(chart);
  return std::all_of(spots.begin(), spots.end(), [&](Spot& spot) { return placer.place(spot, reach); });
}

}  // namespace

Chart chart_around(const std::vector<Spot>& spots, const Crosshair& crosshair, const Scale& scale) {
  Chart chart;
  chart.crosshair = crosshair;
  const double margin = scale.range() > 0 ? scale.range() / 10 : 1;
  chart.lived = {crosshair.actual - margin, crosshair.actual + margin};
  chart.importance = {crosshair.importance, crosshair.importance + 0.5};
  for (const Spot& spot : spots) {
    include(chart.lived, spot.lived - margin / 2);
    include(chart.lived, spot.lived + margin / 2);
    if (spot.interval) include(chart.lived, std::max(spot.interval->low, scale.min));
    if (spot.interval) include(chart.lived, std::min(spot.interval->high, scale.max));
    // Spots are moved up and down to find room, but never across the line.
    const bool is_high = spot.importance >= crosshair.importance;
    include(chart.importance, is_high ? std::max(spot.importance - room, crosshair.importance) : spot.importance - room);
    include(chart.importance, is_high ? spot.importance + room : std::min(spot.importance + room, crosshair.importance));
  }
  balance(chart.lived, crosshair.actual);
  balance(chart.importance, crosshair.importance);
  return chart;
}

void place(std::vector<Spot>& spots, Chart& chart) {
  for (double pitch = first_pitch(spots, chart);; pitch *= 1.15) {
    chart.box.height = 2 * chart.inset + chart.importance.length() * pitch;
    if (place_all(spots, chart, pitch * chart.most_displacement)) return;
  }
}

}  // namespace mot::priorities
