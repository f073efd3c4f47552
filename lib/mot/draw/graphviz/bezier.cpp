#include "mot/draw/graphviz/bezier.h"

#include <array>
#include <cmath>

namespace mot {

namespace {

constexpr double least_kept = 0.02;  // of the last curve
constexpr int halvings = 40;

Point between(Point one, Point other, double share) {
  return {one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share};
}

/// The curve's beginning, up to the share t of its parameter (de Casteljau).
std::array<Point, 4> beginning(const std::array<Point, 4>& curve, double t) {
  const Point a = between(curve[0], curve[1], t);
  const Point b = between(curve[1], curve[2], t);
  const Point c = between(curve[2], curve[3], t);
  const Point ab = between(a, b, t);
  const Point bc = between(b, c, t);
  return {curve[0], a, ab, between(ab, bc, t)};
}

double distance(Point one, Point other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

}  // namespace

std::vector<Point> shortened(std::vector<Point> points, double length) {
  const std::size_t first = points.size() - 4;
  const std::array<Point, 4> last = {points[first], points[first + 1], points[first + 2], points[first + 3]};
  double near = least_kept;
  double far = 1;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (near + far) / 2;
    (distance(beginning(last, middle)[3], last[3]) > length ? near : far) = middle;
  }
  const auto kept = beginning(last, near);
  for (std::size_t i = 0; i < kept.size(); ++i) points[first + i] = kept[i];
  return points;
}

}  // namespace mot
