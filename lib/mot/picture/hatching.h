// Lines and dots that fill a shape.
#pragma once

#include <span>
#include <vector>

#include "mot/picture/scene.h"
#include "mot/picture/theme.h"

namespace mot {

/// The corners of a closed path of Bézier curves, 3n + 1 points, as a shape of straight lines.
std::vector<Point> flattened(std::span<const Point> path);

/// The lines of the pattern that lie in a shape of straight lines, inside by the even-odd rule. They are those of one grid over the whole
/// picture, so that shapes side by side look of one piece.
std::vector<Ground> hatched(std::span<const Point> outline, const Pattern& pattern);

}  // namespace mot
