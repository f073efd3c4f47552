#include "mot/view/cycle/shapes.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "mot/picture/curves.h"

namespace mot::cycle {

namespace {

constexpr double most_of_a_piece = full_turn / 8;

/// Goes on from the end of the path, which is where `more` begins.
void go_on(std::vector<Point>& path, std::span<const Point> more) {
  path.insert(path.end(), more.begin() + (path.empty() ? 0 : 1), more.end());
}

void go_straight(std::vector<Point>& path, Point to) {
  go_on(path, straight(path.back(), to));
}

std::vector<Point> reversed(std::vector<Point> path) {
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

Point on_circle(Point center, double angle, double radius) {
  return {center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)};
}

std::vector<Point> arc(Point center, double radius, const Stretch& stretch) {
  const auto pieces = static_cast<std::size_t>(std::max(1.0, std::ceil((stretch.to - stretch.from) / most_of_a_piece - 1e-9)));
  const double angle = (stretch.to - stretch.from) / static_cast<double>(pieces);
  const double reach = radius * 4 / 3 * std::tan(angle / 4);  // of the control points along the tangents
  std::vector<Point> points = {on_circle(center, stretch.from, radius)};
  for (std::size_t i = 0; i < pieces; ++i) {
    const double from = stretch.from + static_cast<double>(i) * angle, to = from + angle;
    const Point end = on_circle(center, to, radius);
    points.push_back({points.back().x + reach * std::cos(from), points.back().y + reach * std::sin(from)});
    points.push_back({end.x - reach * std::cos(to), end.y - reach * std::sin(to)});
    points.push_back(end);
  }
  return points;
}

std::vector<Point> slice(Point center, double inner, double outer, const Stretch& stretch) {
  std::vector<Point> outline = arc(center, outer, stretch);
  go_straight(outline, on_circle(center, stretch.to, inner));
  go_on(outline, reversed(arc(center, inner, stretch)));
  go_straight(outline, outline.front());
  return outline;
}

std::vector<Point> chevron(Point center, double inner, double outer, const Stretch& stretch, double point) {
  const double middle = (inner + outer) / 2;
  const double turn = std::min(point / middle, (stretch.to - stretch.from) / 2);
  std::vector<Point> outline = arc(center, outer, stretch);
  go_straight(outline, on_circle(center, stretch.to + turn, middle));
  go_straight(outline, on_circle(center, stretch.to, inner));
  go_on(outline, reversed(arc(center, inner, stretch)));
  go_straight(outline, on_circle(center, stretch.from + turn, middle));
  go_straight(outline, outline.front());
  return outline;
}

}  // namespace mot::cycle
