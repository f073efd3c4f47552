// Patterns instead of fills: where their lines lie, and that nothing is lost by them.
#include "mot/picture/patterns.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "mot/picture/curves.h"
#include "mot/picture/hatching.h"
#include "mot/picture/text_layout.h"
#include "support/journeys.h"
#include "support/pictures.h"

using namespace mot;
using namespace mot::testing;

namespace {

const Theme& print_theme() {
  for (const NamedTheme& named : themes()) {
    if (!named.theme.patterns.empty()) return named.theme;
  }
  return light_theme();
}

double length_of(const Ground& ground) {
  const auto& points = std::get<Curve>(ground).points;
  return std::hypot(points.back().x - points.front().x, points.back().y - points.front().y);
}

std::vector<Point> rectangle(const Box& box) {
  return {{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}};
}

bool runs_through(const Ground& ground, const Box& box) {
  const auto* curve = std::get_if<Curve>(&ground);
  if (curve == nullptr) return false;
  const Point from = curve->points.front(), to = curve->points.back();
  for (int step = 0; step <= 200; ++step) {
    const double x = std::lerp(from.x, to.x, step / 200.0), y = std::lerp(from.y, to.y, step / 200.0);
    if (x > box.left && x < box.right() && y > box.top && y < box.bottom()) return true;
  }
  return false;
}

bool covers(const Ground& ground, const Box& box) {
  const auto* area = std::get_if<Area>(&ground);
  return area != nullptr && area->fill == print_theme().page && area->outline.size() == 4 && area->outline[0].x <= box.left &&
         area->outline[2].x >= box.right() && area->outline[0].y <= box.top + 0.01 && area->outline[2].y >= box.bottom() - 0.01;
}

/// Lines that are drawn over a box after the last thing that clears it.
int lines_over(const Scene& scene, const Box& box) {
  int lines = 0;
  for (const Ground& ground : scene.ground) {
    if (covers(ground, box)) lines = 0;
    lines += runs_through(ground, box);
  }
  return lines;
}

}  // namespace

TEST_CASE("the lengths of lines, times what lies between them, are the area they fill") {
  // Cavalieri: a circle of radius 40 has 1600 π, a ring of two such less the inner one, an L-shape the sum of its two rectangles.
  const std::vector<Point> disc = flattened(circle({100, 100}, 40));
  const std::vector<Point> shape_of_l = {{0, 0}, {30, 0}, {30, 60}, {80, 60}, {80, 90}, {0, 90}};
  const struct {
    std::vector<Point> outline;
    double area;
  } cases[] = {{disc, 1600 * std::numbers::pi}, {shape_of_l, 30 * 90 + 50 * 30}, {rectangle({-20, -10, 40, 25}), 1000}};
  for (const auto& [outline, area] : cases) {
    for (const Hatch hatch : {Hatch::rising, Hatch::falling}) {
      double length = 0;
      for (const Ground& line : hatched(outline, {hatch, 0.5, {ink, 0.1}, {}})) length += length_of(line);
      CHECK(length * 0.5 == doctest::Approx(area).epsilon(0.01));
    }
    // A dot a square of `spacing`, and another in its middle.
    CHECK(static_cast<double>(hatched(outline, {Hatch::dots, 1, {ink, 0.1}, {}}).size()) / 2 == doctest::Approx(area).epsilon(0.05));
  }
  CHECK(hatched(disc, {Hatch::none, 1, {ink, 1}, {}}).empty());
  CHECK(hatched({}, {Hatch::crossed, 1, {ink, 1}, {}}).empty());
}

TEST_CASE("lines rise or fall to the right, and go on from shape to shape") {
  const auto slope = [](const Ground& ground) {
    const auto& points = std::get<Curve>(ground).points;
    return (points.back().y - points.front().y) / (points.back().x - points.front().x);
  };
  const auto outline = rectangle({0, 0, 20, 20});
  for (const Ground& line : hatched(outline, {Hatch::rising, 3, {ink, 1}, {}})) CHECK(slope(line) == doctest::Approx(-1));  // y downwards
  for (const Ground& line : hatched(outline, {Hatch::falling, 3, {ink, 1}, {}})) CHECK(slope(line) == doctest::Approx(1));
  double apart = 0, together = 0;
  for (const Box& box : {Box{0, 0, 20, 20}, Box{20, 0, 13, 20}})
    for (const Ground& line : hatched(rectangle(box), {Hatch::rising, 3, {ink, 1}, {}})) apart += length_of(line);
  for (const Ground& line : hatched(rectangle({0, 0, 33, 20}), {Hatch::rising, 3, {ink, 1}, {}})) together += length_of(line);
  CHECK(apart == doctest::Approx(together));
}

TEST_CASE("in a theme with patterns nothing is filled but in the colour of the page, and text stands on it") {
  const Theme& theme = print_theme();
  const Tone& red = theme.tone_of(GapClass::red);
  Scene scene = empty_scene();
  scene.panels = {{{"lane", "", "", ""}, {0, 0, 300, 120}, theme.panel, {}}};
  scene.ground = {Area{rectangle({10, 80, 100, 30}), red.tint, {}}, CurvedArea{circle({200, 90}, 20), theme.shortfall}};
  scene.items = {
      Card{{"cell", "", "", ""}, {10, 10, 80, 40}, red.tint, {red.tint, 1}, {}, 6, Align::center, {line_of("4")}},
      Card{{"card", "", "", ""}, {100, 10, 80, 40}, theme.card, {theme.line, 1}, red.colour, 6, Align::left, {line_of("Rebook")}},
      Marker{{"marker", "", "", ""}, {250, 30}, 8, red.colour, {theme.page, 1}, Run{"4", {9}, red.on_colour}},
      label_of("free", {20, 90, 60, 12.5}, {line_of("free")}),
  };
  const double text_left = std::get<Card>(scene.items[1]).inside().left;
  const Scene printed = with_patterns(scene, theme, typesetter());
  CHECK_FALSE(printed.panels[0].fill);
  CHECK(printed.panels[0].stroke);
  for (const Ground& ground : printed.ground) {
    if (const auto* area = std::get_if<Area>(&ground)) CHECK(area->fill == theme.page);
    if (const auto* area = std::get_if<CurvedArea>(&ground)) CHECK(area->fill == theme.page);
  }
  const Card &cell = std::get<Card>(printed.items[0]), &card = std::get<Card>(printed.items[1]);
  CHECK_FALSE(cell.fill);
  CHECK(contrast(cell.stroke.colour, theme.page) > 4.5);
  CHECK_FALSE(card.fill);
  CHECK_FALSE(card.accent);
  CHECK(card.inside().left == text_left);
  CHECK(lines_over(printed, {100, 15, accent_width, 30}) > 3);
  CHECK(lines_over(printed, text_boxes(typesetter(), cell.lines, cell.inside(), cell.align)[0]) == 0);
  CHECK(lines_over(printed, text_boxes(typesetter(), {std::get<Label>(printed.items[3]).lines}, {20, 90, 60, 12.5}, Align::left)[0]) == 0);
  CHECK(lines_over(printed, {10, 80, 100, 30}) > 10);
  const Marker& marker = std::get<Marker>(printed.items[2]);
  CHECK(marker.fill == theme.page);
  CHECK(contrast(marker.stroke.colour, theme.page) > 4.5);
  CHECK(contrast(marker.text->colour, theme.page) > 4.5);
}

TEST_CASE("what is too small for lines, as the tip of an arrow, is filled in its colour") {
  const Theme& theme = print_theme();
  const Colour red_fill = theme.tone_of(GapClass::red).colour;
  Scene scene = empty_scene();
  scene.ground = {Area{{{50, 50}, {43, 47.4}, {43, 52.6}}, red_fill, {}}, CurvedArea{circle({90, 50}, 2.5), red_fill}};
  const Scene printed = with_patterns(scene, theme, typesetter());
  CHECK(printed.ground == scene.ground);
  CHECK(contrast(red_fill, theme.page) > 4.5);
}

TEST_CASE("a theme with fills leaves a picture as it is") {
  const Scene scene = small_scene();
  CHECK(with_patterns(scene, light_theme(), typesetter()) == scene);
}

TEST_CASE("a clear card still answers to the pointer, and is drawn in every format") {
  Scene scene = small_scene();
  std::get<Card>(scene.items[0]).fill.reset();
  const std::string svg = drawn(scene, "svg");
  CHECK(holds(
      svg, R"(<polygon pointer-events="all" fill="none" stroke="#1d2733" stroke-width="1" points="130,20 20,20 20,80 130,80 130,20"/>)"));
  for (const PictureFormat& format : picture_formats()) CHECK_FALSE(format.draw(scene, {}).empty());
}
