// Bézier curves cut to length.
#pragma once

#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// A path of cubic Bézier curves, 3n + 1 points, without the end of it that lies within `length` of its last point: room for an arrow.
/// Within the last curve only; if that is shorter, a short piece of it is left.
std::vector<Point> shortened(std::vector<Point> points, double length);

}  // namespace mot
