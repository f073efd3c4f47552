// Where the moments stand in the chart of importance and lived experience, and where their labels go.
#pragma once

#include <optional>
#include <vector>

#include "mot/picture/axis.h"
#include "mot/picture/canvas.h"

namespace mot::priorities {

/// The axes and the box between them.
struct Chart {
  Box box;
  Domain lived;
  Domain importance;
  double inset = 0;                 ///< above and below, for the names of the quadrants
  double least_pitch = 96;          ///< points a step of importance takes at least
  double most_displacement = 0.46;  ///< of that: how far a spot is moved to find room
  Crosshair crosshair;

  double x(double score) const { return box.left + box.width * (score - lived.low) / lived.length(); }
  double y(double value) const { return box.bottom() - inset - (box.height - 2 * inset) * (value - importance.low) / importance.length(); }
};

inline constexpr double marker_radius = 9;

/// A moment of the chart. `y` may be a little off its importance where several would hide each other, never across the cross-hair.
struct Spot {
  std::size_t touchpoint = 0;
  double lived = 0;
  double importance = 0;
  std::optional<Interval> interval;
  std::vector<Line> lines;
  double label_width = 0;
  Point center;
  Box label;
};

/// As much of both axes as the spots take, so that the cross-hair lies well inside; the height is left open.
Chart chart_around(const std::vector<Spot>& spots, const Crosshair& crosshair, const Scale& scale);

/// Gives every spot a place where its marker, its interval and its label touch no other's, and the chart the height that this takes.
void place(std::vector<Spot>& spots, Chart& chart);

}  // namespace mot::priorities
