#include "mot/picture/curves.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/scene_checks.h"

using namespace mot;
using mot::testing::sampled;

namespace {

Point at(const Bezier& piece, double t) {
  const double u = 1 - t;
  const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
          a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y};
}

double area_of(const std::vector<Point>& outline) {
  const std::vector<Point> points = sampled(outline);
  double twice = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& next = points[(i + 1) % points.size()];
    twice += points[i].x * next.y - next.x * points[i].y;
  }
  return std::abs(twice) / 2;
}

std::vector<double> columns(std::size_t count) {
  std::vector<double> x;
  for (std::size_t i = 0; i < count; ++i) x.push_back(static_cast<double>(i));
  return x;
}

}  // namespace

TEST_CASE("a smooth line goes through its points and never overshoots them") {
  const std::vector<std::vector<std::optional<double>>> lines = {
      {7, 4, 7, 8, 6, 5, 9}, {0, 10, 0, 10, 10, 0}, {5, 5, 5}, {0, 0.1, 10, 10, 10, 3}, {1, 2}, {3, 2, 1}};
  for (const auto& y : lines) {
    const auto pieces = smooth_line(columns(y.size()), y);
    REQUIRE(pieces.size() == y.size() - 1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      REQUIRE(pieces[i]);
      CHECK((*pieces[i])[0] == Point{static_cast<double>(i), *y[i]});
      CHECK((*pieces[i])[3] == Point{static_cast<double>(i + 1), *y[i + 1]});
      const auto [low, high] = std::minmax({*y[i], *y[i + 1]});
      for (int step = 0; step <= 50; ++step) {
        const Point point = at(*pieces[i], step / 50.0);
        CHECK(point.y >= low - 1e-9);
        CHECK(point.y <= high + 1e-9);
        CHECK(point.x == doctest::Approx(static_cast<double>(i) + step / 50.0));
      }
    }
  }
}

TEST_CASE("a smooth line breaks where a point is unknown") {
  const std::vector<std::optional<double>> y = {1, 2, std::nullopt, 4, std::nullopt, 6, 7};
  const auto pieces = smooth_line(columns(y.size()), y);
  std::string known;
  for (const auto& piece : pieces) known += piece ? '-' : ' ';
  CHECK(known == "-    -");
  const auto paths = unbroken(pieces);
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].front() == Point{0, 1});
  CHECK(paths[0].back() == Point{1, 2});
  CHECK(paths[1].back() == Point{6, 7});
  CHECK(unbroken(smooth_line(columns(3), std::vector<std::optional<double>>{1, 2, 3}))[0].size() == 7);
  CHECK(smooth_line({}, {}).empty());
}

TEST_CASE("a part of a piece lies on the piece") {
  const std::vector<std::optional<double>> y = {0, 10, 4};
  const auto pieces = smooth_line(columns(3), y);
  const Bezier part = part_of(*pieces[0], 0.5, 1);
  CHECK(part[0].x == doctest::Approx(0.5));
  CHECK(part[0].y == doctest::Approx(at(*pieces[0], 0.5).y));
  CHECK(at(part, 0.5).y == doctest::Approx(at(*pieces[0], 0.75).y));
}

TEST_CASE("only what lies between an upper and a lower line is an area") {
  const auto line = [](std::initializer_list<double> values) {
    std::vector<std::optional<double>> y(values.begin(), values.end());
    return smooth_line(columns(y.size()), y);
  };
  // Smaller y is higher on the picture.
  const auto apart = areas_between(line({0, 0, 0}), line({2, 2, 2}));
  REQUIRE(apart.size() == 1);
  CHECK(area_of(apart[0]) == doctest::Approx(4));
  CHECK(areas_between(line({2, 2}), line({0, 0})).empty());
  CHECK(areas_between(line({2, 2, 2}), line({2, 2, 2})).empty());
  const auto crossing = areas_between(line({0, 2}), line({1, 1}));
  REQUIRE(crossing.size() == 1);
  CHECK(area_of(crossing[0]) == doctest::Approx(0.25));
  CHECK(areas_between(line({0, 2, 0}), line({1, 1, 1})).size() == 2);
  CHECK(crossing[0].front() == crossing[0].back());
  CHECK(crossing[0].size() % 3 == 1);
}

TEST_CASE("an area ends where one of the lines is unknown") {
  const std::vector<std::optional<double>> wanted = {0, 0, 0, 0, 0}, lived = {1, 1, std::nullopt, 1, 1};
  CHECK(areas_between(smooth_line(columns(5), wanted), smooth_line(columns(5), lived)).size() == 2);
}

TEST_CASE("a rounded path keeps to its corners' box and its ends") {
  const std::vector<Point> corners = {{0, 0}, {10, 0}, {10, 40}, {30, 40}};
  const auto path = rounded_path(corners, 8);
  CHECK(path.size() % 3 == 1);
  CHECK(path.front() == corners.front());
  CHECK(path.back() == corners.back());
  for (const Point& point : sampled(path)) {
    CHECK(point.x >= -1e-9);
    CHECK(point.x <= 30 + 1e-9);
    CHECK(point.y >= -1e-9);
    CHECK(point.y <= 40 + 1e-9);
    CHECK_FALSE((point.x > 9.9 && point.y < 0.5));
  }
  CHECK(rounded_path(std::vector<Point>{{0, 0}, {5, 0}}, 8).size() == 4);
  CHECK(rounded_path(std::vector<Point>{{0, 0}, {5, 0}, {5, 0}, {9, 0}}, 8).back() == Point{9, 0});
}

TEST_CASE("a circle is closed and round") {
  for (const Point& point : sampled(circle({3, 4}, 10))) CHECK(std::hypot(point.x - 3, point.y - 4) == doctest::Approx(10).epsilon(0.001));
}

TEST_CASE("half an ellipse lies on the ellipse and keeps to its box") {
  for (const double reach : {30.0, -12.0}) {
    const auto path = half_ellipse({5, 10}, {5, 50}, reach);
    CHECK(path.size() % 3 == 1);
    CHECK(path.front() == Point{5, 10});
    CHECK(path.back() == Point{5, 50});
    for (const Point& point : sampled(path)) {
      CHECK(std::pow((point.x - 5) / reach, 2) + std::pow((point.y - 30) / 20, 2) == doctest::Approx(1).epsilon(0.002));
      CHECK((point.x - 5) / reach >= -1e-9);
    }
  }
}
