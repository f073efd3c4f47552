// Smooth lines through known points, the area between two of them, and rounded paths around corners: all as cubic Bézier curves.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// A cubic Bézier curve. Those of smooth lines have their control points at a third and two thirds of the way in x, so that x grows
/// evenly along them.
using Bezier = std::array<Point, 4>;

/// A line through points whose x grows, that never leaves the range of its two neighbouring points (Steffen, Astronomy and
/// Astrophysics 239, 1990): a curve of scores shows no score that nobody gave. Piece k leads from point k to point k + 1; nothing where
/// either y is unknown.
std::vector<std::optional<Bezier>> smooth_line(std::span<const double> x, std::span<const std::optional<double>> y);

/// The stretches of a line without a hole, each as one path of 3n + 1 points.
std::vector<std::vector<Point>> unbroken(std::span<const std::optional<Bezier>> line);

/// The part of a smooth piece from `left` to `right`, which lie on it.
Bezier part_of(const Bezier& piece, double left, double right);

/// The height of a smooth line at x; nothing where it has a hole.
std::optional<double> height_at(std::span<const std::optional<Bezier>> line, double x);

/// The same piece with every point moved.
Bezier moved(const Bezier& piece, double right, double down);

/// Pieces that follow one another as one path of 3n + 1 points.
std::vector<Point> joined(std::span<const Bezier> pieces);

/// Where `upper` lies above `lower` on the picture, that is at a smaller y. Both lists hold pieces over the same stretches of x;
/// neighbouring areas are one.
std::vector<std::vector<Point>> areas_between(std::span<const std::optional<Bezier>> upper, std::span<const std::optional<Bezier>> lower);

/// A path along straight lines whose corners are rounded with `radius`, less where the lines are short; 3n + 1 points.
std::vector<Point> rounded_path(std::span<const Point> corners, double radius);

/// A path along straight lines with sharp corners; 3n + 1 points.
std::vector<Point> polyline(std::span<const Point> corners);

/// A straight line as a curve of 4 points.
std::vector<Point> straight(Point from, Point to);

/// A circle as a closed curve of 13 points.
std::vector<Point> circle(Point center, double radius);

/// Half an ellipse from one point to another under or over it, `reach` to the right of the first, to the left where below 0: 7 points.
std::vector<Point> half_ellipse(Point from, Point to, double reach);

}  // namespace mot
