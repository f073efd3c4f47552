#include "mot/view/priorities/chart.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

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
constexpr double over_a_way = 10;  // from another spot to where it belongs
constexpr double whisker_half_height = 3, stem_half_width = 2;
constexpr double beyond_last = 0.4;       // of a step of an even axis, beyond the last spot
constexpr double least_share = 0.24;      // of an axis, on either side of the cross-hair
constexpr double least_pitch = 96;        // points a step of an even axis takes at least
constexpr double most_off = 0.46;         // of a step: how far a spot is moved to find room
constexpr double least_grade = 34;        // points of a band
constexpr double empty_grade = 16;        // of one in which no spot stands
constexpr double growth_of_grade = 1.08;  // from one height that is tried to the next
constexpr double inside_grade = 5;        // from its edges to spots

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

/// Where spots may stand: in one band, or along an even axis.
struct Room {
  Box inner;       ///< for markers and labels
  Box horizontal;  ///< the level line of the cross-hair; a band lies on one side of it
  double radius;   ///< of markers
};

Box label_at(const Spot& spot, const Whisker& whisker, Point center, Side side, const Room& room) {
  const Box& inner = room.inner;
  const double radius = room.radius;
  const double width = spot.label_width, height = height_of(spot.lines);
  const double centred = std::clamp(center.x - width / 2, inner.left, std::max(inner.left, inner.right() - width));
  switch (side) {
    case Side::right:
      return {std::max(center.x + radius, whisker.right) + beside_marker, center.y - height / 2, width, height};
    case Side::left:
      return {std::min(center.x - radius, whisker.left) - beside_marker - width, center.y - height / 2, width, height};
    case Side::above:
      return {centred, center.y - radius - 1 - height, width, height};
    case Side::below:
      return {centred, center.y + radius + 1, width, height};
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
  Placer(const Chart& chart, const Room& room) : chart_(chart), room_(room) {
    vertical_ = {chart.x(chart.crosshair.actual) - 2, room.inner.top, 4, room.inner.height};
  }

  /// As near to a height as there is room, at most so far away.
  bool place(Spot& spot, double y, double reach) {
    std::optional<Candidate> best;
    const Whisker whisker = whisker_of(spot, chart_);
    double& farthest = farthest_[{spot.importance, std::lround(chart_.x(spot.lived) / column_width)}];
    for (double away = std::max(0.0, std::floor((farthest - look_back) / step) * step);
         away <= reach && (!best || away / step < best->cost); away += step) {
      for (const double direction : {-1.0, 1.0}) {
        if (away == 0 && direction > 0) continue;
        consider(spot, whisker, {{chart_.x(spot.lived), y + direction * away}, y}, away / step, best);
      }
    }
    if (!best) return false;
    farthest = std::max(farthest, std::abs(best->center.y - y));
    spot.center = best->center;
    spot.label = best->label;
    occupied_.add(marker_box(spot.center));
    occupied_.add(whisker_box(whisker, spot.center.y));
    if (spot.number.empty()) occupied_.add(spot.label), labels_.add(spot.label);
    if (const auto stem = stem_box({spot.center, y})) stems_.add(*stem), spot.place = y;
    return true;
  }

 private:
  /// Where a marker is tried, and the height it belongs to.
  struct Stand {
    Point center;
    double y = 0;
  };

  Box marker_box(Point center) const {
    const double side = room_.radius + 1;
    return {center.x - side, center.y - side, 2 * side, 2 * side};
  }
  static Box whisker_box(const Whisker& whisker, double y) {
    return {whisker.left, y - whisker_half_height, std::max(whisker.right - whisker.left, 0.0), 2 * whisker_half_height};
  }
  /// Along an even axis: from a marker to where it belongs.
  std::optional<Box> stem_box(const Stand& stand) const {
    const double from = std::min(stand.center.y, stand.y), to = std::max(stand.center.y, stand.y);
    if (chart_.axis == ImportanceAxis::graded || to - from < step / 2) return std::nullopt;
    const double begin = stand.center.y < stand.y ? from + room_.radius + 1 : from - stem_half_width;
    const double end = stand.center.y < stand.y ? to + stem_half_width : to - room_.radius - 1;
    if (end <= begin) return std::nullopt;
    return Box{stand.center.x - stem_half_width, begin, 2 * stem_half_width, end - begin};
  }
  bool is_inside(const Box& box) const {
    const Box& inner = room_.inner;
    return box.left >= inner.left && box.right() <= inner.right() && box.top >= inner.top && box.bottom() <= inner.bottom();
  }
  /// High stays high: a moved spot must not seem to be in another quadrant.
  bool keeps_side(const Spot& spot, double y) const {
    if (chart_.axis == ImportanceAxis::graded) return true;
    const double line = room_.horizontal.center().y;
    return spot.importance >= chart_.crosshair.importance ? y <= line + 1e-6 : y > line;
  }
  /// The same of the vertical line. A label can't always be: an interval may lead across.
  bool is_on_side(const Spot& spot, double x) const {
    return (x >= chart_.x(chart_.crosshair.actual)) == (spot.lived >= chart_.crosshair.actual);
  }

  void consider(const Spot& spot, const Whisker& whisker, const Stand& stand, double cost, std::optional<Candidate>& best) const {
    const Point center = stand.center;
    const auto stem = stem_box(stand);
    if (!keeps_side(spot, center.y) || !is_inside(marker_box(center)) || !occupied_.leaves_free(marker_box(center)) ||
        !occupied_.leaves_free(whisker_box(whisker, center.y)))
      return;
    if (!spot.number.empty()) {
      if (!best || cost < best->cost) best = Candidate{center, {}, cost};
      return;
    }
    if (stem && !labels_.leaves_free(*stem)) cost += over_a_way;
    double preference = 0;
    for (const Side side : sides) {
      const Box label = label_at(spot, whisker, center, side, room_);
      double own = cost + preference;
      preference += 0.4;
      if (overlap(label, vertical_)) own += over_vertical_line;
      if (!is_on_side(spot, label.center().x)) own += on_other_side;
      if (!stems_.leaves_free(label)) own += over_a_way;
      if (best && own >= best->cost) continue;
      if (!keeps_side(spot, label.center().y) || overlap(label, room_.horizontal) || (stem && overlap(label, *stem))) continue;
      if (!is_inside(label) || !occupied_.leaves_free(label)) continue;
      best = Candidate{center, label, own};
    }
  }

  const Chart& chart_;
  Room room_;
  Box vertical_;
  LabelPlacement occupied_;
  LabelPlacement labels_, stems_;
  std::map<std::pair<double, long>, double> farthest_;  // from their importance, by it and column: nearer by there is hardly room left
};

double area_of(const Spot& spot) {
  return spot.label_width * height_of(spot.lines);
}

/// No height below this can hold what stands at one importance.
double first_pitch(const std::vector<Spot>& spots, const Chart& chart) {
  std::map<long, double> areas;
  for (const Spot& spot : spots) areas[std::lround(spot.importance)] += area_of(spot);
  double pitch = least_pitch;
  for (const auto& [importance, area] : areas) pitch = std::max(pitch, area / chart.box.width / (2 * most_off));
  return pitch;
}

/// Tries one height.
bool place_evenly(std::vector<Spot>& spots, const Chart& chart, double reach) {
  const double above = chart.inset - chart.radius;
  const Box inner{chart.box.left + 2, chart.box.top + above, chart.box.width - 4, chart.box.height - 2 * above};
  Placer placer(chart, {inner, {chart.box.left, chart.divide - 2, chart.box.width, 4}, chart.radius});
  for (Spot& spot : spots) spot.place.reset();
  return std::ranges::all_of(spots, [&](Spot& spot) { return placer.place(spot, chart.y(spot.importance), reach); });
}

void place_on_even_axis(std::vector<Spot>& spots, Chart& chart) {
  for (double pitch = first_pitch(spots, chart);; pitch *= 1.15) {
    chart.box.height = 2 * chart.inset + chart.importance.length() * pitch;
    chart.divide = chart.y(chart.crosshair.importance);
    if (place_evenly(spots, chart, pitch * most_off)) break;
  }
  if (chart.stretch <= 0) return;
  Chart higher = chart;
  higher.box.height += chart.stretch;
  higher.divide = higher.y(chart.crosshair.importance);
  std::vector<Spot> placed = spots;
  if (place_evenly(placed, higher, higher.box.height)) spots = std::move(placed), chart = std::move(higher);
}

/// In a band that is so high.
bool place_in(std::span<Spot> spots, const Chart& chart, const Grade& grade) {
  const Box inner{chart.box.left + 2, grade.top + 1, chart.box.width - 4, grade.bottom - grade.top - 2};
  Placer placer(chart, {inner, {chart.box.left, chart.box.top - 2 * step, 0, 0}, chart.radius});
  return std::ranges::all_of(spots, [&](Spot& spot) { return placer.place(spot, grade.middle(), (grade.bottom - grade.top) / 2); });
}

/// Leaves no more room above and below the spots than they need.
void trim(std::span<Spot> spots, Grade& grade, double radius) {
  if (spots.empty()) return;
  double top = grade.bottom, bottom = grade.top;
  for (const Spot& spot : spots) {
    top = std::min({top, spot.center.y - radius, spot.label.top});
    bottom = std::max({bottom, spot.center.y + radius, spot.label.bottom()});
  }
  const double spare = least_grade - (bottom - top);
  const double margin = std::max(inside_grade, spare / 2), up = top - margin - grade.top;
  for (Spot& spot : spots) spot.center.y -= up, spot.label.top -= up;
  grade.bottom = bottom + margin - up;
}

/// Shares what a band is higher than it has to be among both sides of its spots.
void widen(std::span<Spot> spots, Grade& grade, double by) {
  grade.bottom += by;
  for (Spot& spot : spots) spot.center.y += by / 2, spot.label.top += by / 2;
}

/// Each band from its upper edge on as low as it can be. Spots stand by importance.
void place_in_grades(std::vector<Spot>& spots, Chart& chart) {
  chart.grades = grades_of(spots);
  double y = chart.box.top + chart.inset_above;
  bool is_divided = false;
  auto first = spots.begin();
  for (Grade& grade : chart.grades) {
    if (!is_divided && grade.importance < chart.crosshair.importance) {
      if (first == spots.begin()) y += chart.least_side;
      chart.divide = y, is_divided = true;
    }
    const auto last = std::find_if(first, spots.end(), [&](const Spot& spot) { return spot.importance < grade.importance - 0.5; });
    double area = 0;
    for (auto spot = first; spot != last; ++spot) area += area_of(*spot);
    double height = first == last ? empty_grade : std::max(least_grade, area / chart.box.width);
    for (grade.top = y;; height *= growth_of_grade) {
      grade.bottom = y + height;
      if (place_in({first, last}, chart, grade)) break;
    }
    trim({first, last}, grade, chart.radius);
    widen({first, last}, grade, chart.stretch / static_cast<double>(chart.grades.size()));
    y = grade.bottom, first = last;
  }
  if (!is_divided) chart.divide = y, y += chart.least_side;
  chart.box.height = y + chart.inset - chart.box.top;
}

}  // namespace

std::vector<Grade> grades_of(const std::vector<Spot>& spots) {
  const auto [low, high] = std::ranges::minmax_element(spots, {}, &Spot::importance);
  std::vector<Grade> grades;
  for (double importance = high->importance; importance > low->importance - 0.5; importance -= 1) grades.push_back({importance});
  return grades;
}

Chart chart_around(const std::vector<Spot>& spots, const Crosshair& crosshair, const Scale& scale, ImportanceAxis axis) {
  Chart chart;
  chart.axis = axis;
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
    include(chart.importance, is_high ? std::max(spot.importance - beyond_last, crosshair.importance) : spot.importance - beyond_last);
    include(chart.importance, is_high ? spot.importance + beyond_last : std::min(spot.importance + beyond_last, crosshair.importance));
  }
  balance(chart.lived, crosshair.actual);
  balance(chart.importance, crosshair.importance);
  return chart;
}

bool place_evenly_within(std::vector<Spot>& spots, Chart& chart, double height) {
  chart.box.height = height;
  chart.divide = chart.y(chart.crosshair.importance);
  return place_evenly(spots, chart, height);
}

void place(std::vector<Spot>& spots, Chart& chart) {
  if (chart.axis == ImportanceAxis::graded)
    place_in_grades(spots, chart);
  else
    place_on_even_axis(spots, chart);
}

}  // namespace mot::priorities
