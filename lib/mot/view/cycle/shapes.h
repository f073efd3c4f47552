// Arcs and slices of a ring as cubic Bézier curves. Angles in radians, clockwise from the top.
#pragma once

#include <numbers>
#include <vector>

#include "mot/picture/scene.h"

namespace mot::cycle {

inline constexpr double full_turn = 2 * std::numbers::pi;

Point on_circle(Point center, double angle, double radius);

/// From one angle to a greater one.
struct Stretch {
  double from = 0;
  double to = 0;
  double middle() const { return (from + to) / 2; }
};

/// 3n + 1 points. A piece spans an eighth of a turn at most, so that it is off the circle by less than a millionth of its radius.
std::vector<Point> arc(Point center, double radius, const Stretch& stretch);

/// The part of a ring between two radii: a closed outline.
std::vector<Point> slice(Point center, double inner, double outer, const Stretch& stretch);

/// The same with a notch at its beginning and a point at its end, both `point` wide along the middle of the ring: it shows the way round.
std::vector<Point> chevron(Point center, double inner, double outer, const Stretch& stretch, double point);

}  // namespace mot::cycle
