#include "mot/picture/curves.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mot {

namespace {

/// A quarter of a circle by one Bézier curve is best with control points this far along the tangents, in radii.
constexpr double quarter_circle = 0.5522847498;

Point between(Point from, Point to, double share) {
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

Bezier line_piece(Point from, Point to) {
  return {from, between(from, to, 1.0 / 3), between(from, to, 2.0 / 3), to};
}

double sign(double value) {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// Slope at an inner point, from the slopes and lengths of the stretches before and after it.
double inner_slope(double before, double after, double length_before, double length_after) {
  const double parabola = (before * length_after + after * length_before) / (length_before + length_after);
  return (sign(before) + sign(after)) * std::min({std::abs(before), std::abs(after), 0.5 * std::abs(parabola)});
}

/// Slope at an end, from the stretch at that end and the next one.
double end_slope(double near, double far, double near_length, double far_length) {
  const double share = near_length / (near_length + far_length);
  const double parabola = near * (1 + share) - far * share;
  if (parabola * near <= 0) return 0;
  return std::abs(parabola) > 2 * std::abs(near) ? 2 * near : parabola;
}

/// Slopes at the points of a run without a hole; at least two points.
std::vector<double> slopes_of(std::span<const Point> run) {
  const std::size_t pieces = run.size() - 1;
  std::vector<double> length(pieces), slope(pieces);
  for (std::size_t i = 0; i < pieces; ++i) {
    length[i] = run[i + 1].x - run[i].x;
    slope[i] = (run[i + 1].y - run[i].y) / length[i];
  }
  if (pieces == 1) return {slope[0], slope[0]};
  std::vector<double> slopes(run.size());
  slopes.front() = end_slope(slope[0], slope[1], length[0], length[1]);
  slopes.back() = end_slope(slope[pieces - 1], slope[pieces - 2], length[pieces - 1], length[pieces - 2]);
  for (std::size_t i = 1; i < pieces; ++i) slopes[i] = inner_slope(slope[i - 1], slope[i], length[i - 1], length[i]);
  return slopes;
}

void smooth_run(std::span<const Point> run, std::span<std::optional<Bezier>> pieces) {
  if (run.size() < 2) return;
  const std::vector<double> slopes = slopes_of(run);
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    const double third = (run[i + 1].x - run[i].x) / 3;
    pieces[i] = Bezier{
        run[i], {run[i].x + third, run[i].y + slopes[i] * third}, {run[i + 1].x - third, run[i + 1].y - slopes[i + 1] * third}, run[i + 1]};
  }
}

/// The part of a curve from parameter `from` to `to` (de Casteljau).
Bezier cut(const Bezier& curve, double from, double to) {
  const auto blossom = [&](double a, double b, double c) {
    const Point p = between(curve[0], curve[1], a), q = between(curve[1], curve[2], a), r = between(curve[2], curve[3], a);
    return between(between(p, q, b), between(q, r, b), c);
  };
  return {blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)};
}

double cubic(const std::array<double, 4>& bernstein, double t) {
  const double u = 1 - t;
  return u * u * u * bernstein[0] + 3 * u * u * t * bernstein[1] + 3 * u * t * t * bernstein[2] + t * t * t * bernstein[3];
}

/// Where the cubic turns, within 0 to 1, with both ends.
std::vector<double> turning_points(const std::array<double, 4>& bernstein) {
  const double first = bernstein[1] - bernstein[0], second = bernstein[2] - bernstein[1], third = bernstein[3] - bernstein[2];
  const double a = first - 2 * second + third, b = 2 * (second - first), c = first;
  std::vector<double> points = {0, 1};
  const auto add = [&](double t) {
    if (t > 0 && t < 1) points.push_back(t);
  };
  if (std::abs(a) < 1e-12) {
    if (std::abs(b) > 1e-12) add(-c / b);
  } else if (const double discriminant = b * b - 4 * a * c; discriminant >= 0) {
    add((-b - std::sqrt(discriminant)) / (2 * a));
    add((-b + std::sqrt(discriminant)) / (2 * a));
  }
  std::sort(points.begin(), points.end());
  return points;
}

/// Parameters where the cubic crosses 0, with both ends: between each two it keeps its sign.
std::vector<double> crossings(const std::array<double, 4>& bernstein) {
  std::vector<double> found = {0};
  const std::vector<double> turns = turning_points(bernstein);
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    double low = turns[i], high = turns[i + 1];
    const double sign_low = sign(cubic(bernstein, low));
    if (sign_low * cubic(bernstein, high) >= 0) continue;
    for (int step = 0; step < 50; ++step) {
      const double middle = (low + high) / 2;
      (sign(cubic(bernstein, middle)) == sign_low ? low : high) = middle;
    }
    found.push_back(low);
  }
  found.push_back(1);
  return found;
}

/// An area that grows piece by piece: its upper and its lower edge, both from left to right.
struct GrowingArea {
  std::vector<Bezier> upper;
  std::vector<Bezier> lower;

  std::vector<Point> outline() const {
    std::vector<Bezier> pieces = upper;
    pieces.push_back(line_piece(upper.back()[3], lower.back()[3]));
    for (auto piece = lower.rbegin(); piece != lower.rend(); ++piece)
      pieces.push_back({(*piece)[3], (*piece)[2], (*piece)[1], (*piece)[0]});
    pieces.push_back(line_piece(lower.front()[0], upper.front()[0]));
    return joined(pieces);
  }
};

}  // namespace

std::vector<std::optional<Bezier>> smooth_line(std::span<const double> x, std::span<const std::optional<double>> y) {
  assert(x.size() == y.size());
  std::vector<std::optional<Bezier>> pieces(x.empty() ? 0 : x.size() - 1);
  std::vector<Point> run;
  for (std::size_t i = 0; i <= x.size(); ++i) {
    if (i < x.size() && y[i]) {
      run.push_back({x[i], *y[i]});
      continue;
    }
    if (run.size() > 1) smooth_run(run, std::span(pieces).subspan(i - run.size(), run.size() - 1));
    run.clear();
  }
  return pieces;
}

std::vector<std::vector<Point>> unbroken(std::span<const std::optional<Bezier>> line) {
  std::vector<std::vector<Point>> paths;
  std::vector<Bezier> run;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i]) {
      run.push_back(*line[i]);
      continue;
    }
    if (!run.empty()) paths.push_back(joined(run));
    run.clear();
  }
  return paths;
}

Bezier part_of(const Bezier& piece, double left, double right) {
  const double width = piece[3].x - piece[0].x;
  return cut(piece, (left - piece[0].x) / width, (right - piece[0].x) / width);
}

std::optional<double> height_at(std::span<const std::optional<Bezier>> line, double x) {
  for (const auto& piece : line) {
    if (!piece || x < (*piece)[0].x || x > (*piece)[3].x) continue;
    const double t = (x - (*piece)[0].x) / ((*piece)[3].x - (*piece)[0].x), u = 1 - t;
    const Bezier& p = *piece;
    return u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y;
  }
  return std::nullopt;
}

Bezier moved(const Bezier& piece, double right, double down) {
  Bezier result = piece;
  for (Point& point : result) point = {point.x + right, point.y + down};
  return result;
}

std::vector<Point> joined(std::span<const Bezier> pieces) {
  std::vector<Point> points;
  if (!pieces.empty()) points.push_back(pieces.front()[0]);
  for (const Bezier& piece : pieces) points.insert(points.end(), piece.begin() + 1, piece.end());
  return points;
}

std::vector<std::vector<Point>> areas_between(std::span<const std::optional<Bezier>> upper, std::span<const std::optional<Bezier>> lower) {
  assert(upper.size() == lower.size());
  std::vector<std::vector<Point>> outlines;
  GrowingArea area;
  const auto finish = [&] {
    if (!area.upper.empty()) outlines.push_back(area.outline());
    area = {};
  };
  for (std::size_t i = 0; i < upper.size(); ++i) {
    if (!upper[i] || !lower[i]) {
      finish();
      continue;
    }
    const Bezier& top = *upper[i];
    const Bezier& bottom = *lower[i];
    const std::array<double, 4> distance = {bottom[0].y - top[0].y, bottom[1].y - top[1].y, bottom[2].y - top[2].y, bottom[3].y - top[3].y};
    const std::vector<double> at = crossings(distance);
    for (std::size_t k = 0; k + 1 < at.size(); ++k) {
      if (cubic(distance, (at[k] + at[k + 1]) / 2) > 1e-9) {
        area.upper.push_back(cut(top, at[k], at[k + 1]));
        area.lower.push_back(cut(bottom, at[k], at[k + 1]));
      } else {
        finish();
      }
    }
  }
  finish();
  return outlines;
}

std::vector<Point> rounded_path(std::span<const Point> corners, double radius) {
  assert(corners.size() >= 2);
  std::vector<Bezier> pieces;
  Point at = corners.front();
  for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
    const Point corner = corners[i];
    const double before = std::hypot(corner.x - corners[i - 1].x, corner.y - corners[i - 1].y);
    const double after = std::hypot(corners[i + 1].x - corner.x, corners[i + 1].y - corner.y);
    const double cut_off = std::min({radius, before / 2, after / 2});
    if (cut_off <= 0) continue;
    const Point in = between(corner, corners[i - 1], cut_off / before), out = between(corner, corners[i + 1], cut_off / after);
    pieces.push_back(line_piece(at, in));
    pieces.push_back({in, between(in, corner, quarter_circle), between(out, corner, quarter_circle), out});
    at = out;
  }
  pieces.push_back(line_piece(at, corners.back()));
  return joined(pieces);
}

std::vector<Point> polyline(std::span<const Point> corners) {
  std::vector<Bezier> pieces;
  for (std::size_t i = 0; i + 1 < corners.size(); ++i) pieces.push_back(line_piece(corners[i], corners[i + 1]));
  return joined(pieces);
}

std::vector<Point> straight(Point from, Point to) {
  const Bezier piece = line_piece(from, to);
  return joined(std::span(&piece, 1));
}

std::vector<Point> circle(Point center, double radius) {
  const double far = radius * quarter_circle;
  const auto at = [&](double x, double y) { return Point{center.x + x, center.y + y}; };
  return {at(radius, 0),     at(radius, far),   at(far, radius), at(0, radius),    at(-far, radius), at(-radius, far), at(-radius, 0),
          at(-radius, -far), at(-far, -radius), at(0, -radius),  at(far, -radius), at(radius, -far), at(radius, 0)};
}

std::vector<Point> half_ellipse(Point from, Point to, double reach) {
  const double middle = (from.y + to.y) / 2, round = (to.y - from.y) / 2 * quarter_circle;
  const double far = from.x + reach, wide = from.x + reach * quarter_circle;
  return {from, {wide, from.y}, {far, middle - round}, {far, middle}, {far, middle + round}, {wide, to.y}, to};
}

}  // namespace mot
