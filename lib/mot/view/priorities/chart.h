// Where the moments stand in the chart of importance and lived experience, and where their labels go.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/picture/axis.h"
#include "mot/picture/canvas.h"

namespace mot::priorities {

/// A band of the chart in which every place means the same importance.
struct Grade {
  double importance = 0;
  double top = 0;
  double bottom = 0;
  double middle() const { return (top + bottom) / 2; }
};

/// How importance is told: in grades, each with a band as high as its spots need, or along an even axis.
enum class ImportanceAxis : std::uint8_t { graded, even };

inline constexpr double marker_radius = 9;

/// The axes and the box between them.
struct Chart {
  Box box;
  Domain lived;
  Domain importance;  ///< of an even axis
  ImportanceAxis axis = ImportanceAxis::graded;
  double inset = 0;               ///< above and below, for the names of the quadrants
  double inset_above = 0;         ///< of bands, for the names over them alone
  double least_side = 26;         ///< of bands, on a side of the cross-hair where no spot stands, besides the inset
  std::vector<Grade> grades;      ///< from the highest; `place` finds them
  double stretch = 0;             ///< points that it is to be higher than spots need
  double divide = 0;              ///< where the level line of the cross-hair lies; `place` finds it
  double radius = marker_radius;  ///< of every marker
  Crosshair crosshair;

  double x(double score) const { return box.left + box.width * (score - lived.low) / lived.length(); }
  /// Along an even axis.
  double y(double value) const { return box.bottom() - inset - (box.height - 2 * inset) * (value - importance.low) / importance.length(); }
};

/// A moment of the chart. It may stand off its place where several would hide each other, never across the cross-hair: on an even axis
/// above or below it, with a number instead of a name beside it.
struct Spot {
  std::size_t touchpoint = 0;
  double lived = 0;
  double importance = 0;
  std::optional<Interval> interval;
  std::vector<Line> lines;
  double label_width = 0;
  Point center;
  Box label;
  std::optional<double> place;   ///< its height on an even axis, where it does not stand there
  std::string number;            ///< in its marker, where its name stands in a list and not beside it
  std::optional<double> across;  ///< where it belongs on the axis of what is lived, if a numbered one does not stand there
  bool is_small = false;         ///< a dot without number or interval, whose name does not stand in the list
};

inline constexpr double dot_radius = 4.5;  ///< of a small one

inline double radius_of(const Spot& spot, const Chart& chart) {
  return spot.is_small ? dot_radius : chart.radius;
}

/// As much of both axes as the spots take, so that the cross-hair lies well inside; the height is left open.
Chart chart_around(const std::vector<Spot>& spots, const Crosshair& crosshair, const Scale& scale, ImportanceAxis axis);

/// Gives every spot a place where its marker, its interval and its label touch no other's, and the chart the height that this takes.
void place(std::vector<Spot>& spots, Chart& chart);

/// The same in a chart so high, of spots with numbers and along an even axis; false where some have no room.
bool place_evenly_within(std::vector<Spot>& spots, Chart& chart, double height);

/// Every whole importance from the highest to the lowest there is, still without a place.
std::vector<Grade> grades_of(const std::vector<Spot>& spots);

}  // namespace mot::priorities
