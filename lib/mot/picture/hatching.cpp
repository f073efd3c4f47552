#include "mot/picture/hatching.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "mot/picture/curves.h"

namespace mot {

namespace {

constexpr int pieces_a_curve = 12;
constexpr double shortest_line = 0.05;  // points; a line that only touches a corner has none

/// A direction of lines: `across` counts from line to line, `along` runs on one of them.
struct Direction {
  double across_x, across_y;  // of length 1

  double across(Point point) const { return point.x * across_x + point.y * across_y; }
  double along(Point point) const { return point.y * across_x - point.x * across_y; }
  Point at(double across, double along) const { return {across * across_x - along * across_y, across * across_y + along * across_x}; }
};

constexpr double diagonal = std::numbers::sqrt2 / 2;
constexpr Direction level_lines{0, 1};
constexpr Direction rising_to_the_right{diagonal, diagonal};
constexpr Direction falling_to_the_right{diagonal, -diagonal};

/// Where each line of the grid crosses the outline, by the number of the line, in order.
std::map<long, std::vector<double>> crossed(std::span<const Point> outline, const Direction& direction, double spacing) {
  std::map<long, std::vector<double>> lines;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    Point low = outline[i], high = outline[(i + 1) % outline.size()];
    if (direction.across(low) > direction.across(high)) std::swap(low, high);
    const double from = direction.across(low), to = direction.across(high);
    // A line through a corner crosses the edge that begins there, never both.
    for (long line = std::lround(std::ceil(from / spacing)); static_cast<double>(line) * spacing < to; ++line) {
      const double share = (static_cast<double>(line) * spacing - from) / (to - from);
      lines[line].push_back(std::lerp(direction.along(low), direction.along(high), share));
    }
  }
  for (auto& [line, places] : lines) std::sort(places.begin(), places.end());
  return lines;
}

/// Calls `draw(across, begin, end)` for each stretch of the grid's lines that lies inside.
template <class Draw>
void for_each_stretch(std::span<const Point> outline, const Direction& direction, double spacing, const Draw& draw) {
  for (const auto& [line, places] : crossed(outline, direction, spacing)) {
    for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
      if (places[i + 1] - places[i] > shortest_line) draw(line, places[i], places[i + 1]);
    }
  }
}

void add_lines(std::vector<Ground>& ground, std::span<const Point> outline, const Direction& direction, const Pattern& pattern) {
  for_each_stretch(outline, direction, pattern.spacing, [&](long line, double begin, double end) {
    const double across = static_cast<double>(line) * pattern.spacing;
    ground.push_back(Curve{straight(direction.at(across, begin), direction.at(across, end)), pattern.line});
  });
}

/// Every other row is moved by half.
void add_dots(std::vector<Ground>& ground, std::span<const Point> outline, const Pattern& pattern) {
  const double row_height = pattern.spacing / 2, half = pattern.line.width / 2;
  for_each_stretch(outline, level_lines, row_height, [&](long row, double begin, double end) {
    // `along` runs to the left on level lines.
    const double left = -end + half, right = -begin - half, y = static_cast<double>(row) * row_height;
    const double shift = row % 2 == 0 ? 0 : pattern.spacing / 2;
    for (double column = std::ceil((left - shift) / pattern.spacing); column * pattern.spacing + shift <= right; ++column) {
      const double x = column * pattern.spacing + shift;
      ground.push_back(Curve{straight({x - half, y}, {x + half, y}), pattern.line});
    }
  });
}

}  // namespace

std::vector<Point> flattened(std::span<const Point> path) {
  std::vector<Point> corners;
  for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
    for (int step = 0; step < pieces_a_curve; ++step) {
      const double t = static_cast<double>(step) / pieces_a_curve, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      corners.push_back({a * path[i].x + b * path[i + 1].x + c * path[i + 2].x + d * path[i + 3].x,
                         a * path[i].y + b * path[i + 1].y + c * path[i + 2].y + d * path[i + 3].y});
    }
  }
  return corners;
}

std::vector<Ground> hatched(std::span<const Point> outline, const Pattern& pattern) {
  std::vector<Ground> ground;
  switch (pattern.hatch) {
    case Hatch::none:
      break;
    case Hatch::dots:
      add_dots(ground, outline, pattern);
      break;
    case Hatch::rising:
      add_lines(ground, outline, rising_to_the_right, pattern);
      break;
    case Hatch::falling:
      add_lines(ground, outline, falling_to_the_right, pattern);
      break;
    case Hatch::crossed:
      add_lines(ground, outline, rising_to_the_right, pattern);
      add_lines(ground, outline, falling_to_the_right, pattern);
      break;
  }
  return ground;
}

}  // namespace mot
