#include "mot/story/small_marks.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/picture/curves.h"

namespace mot::story {

namespace {

/// A line of a glyph, in shares of the mark's radius from its middle; of one point: a dot.
using GlyphLine = std::vector<Point>;

struct SmallGlyph {
  std::string_view glyph;
  std::vector<GlyphLine> lines;
};

const std::vector<SmallGlyph>& small_glyphs() {
  static const std::vector<SmallGlyph> all = {
      {"✓", {{{-0.5, 0.05}, {-0.12, 0.42}, {0.5, -0.4}}}},
      {"!", {{{0, -0.58}, {0, 0.16}}, {{0, 0.52}}}},
      {"‼", {{{-0.25, -0.58}, {-0.25, 0.16}}, {{-0.25, 0.52}}, {{0.25, -0.58}, {0.25, 0.16}}, {{0.25, 0.52}}}},
      {"✕", {{{-0.42, -0.42}, {0.42, 0.42}}, {{-0.42, 0.42}, {0.42, -0.42}}}},
      {"?", {{{-0.34, -0.32}, {-0.2, -0.56}, {0.2, -0.56}, {0.34, -0.26}, {0, 0.02}, {0, 0.2}}, {{0, 0.55}}}},
  };
  return all;
}

void draw_glyph(Canvas& canvas, Point center, double radius, const RingLook& look) {
  const auto found = std::ranges::find(small_glyphs(), std::string_view(look.glyph), &SmallGlyph::glyph);
  if (found == small_glyphs().end()) return;
  const double width = std::max(0.8, 0.24 * radius);
  for (const GlyphLine& line : found->lines) {
    std::vector<Point> points;
    for (const Point& point : line) points.push_back({center.x + radius * point.x, center.y + radius * point.y});
    if (points.size() == 1)
      canvas.scene.ground.push_back(CurvedArea{circle(points.front(), 0.6 * width), look.colour});
    else
      canvas.scene.ground.push_back(Curve{polyline(points), {look.colour, width, Dash::solid}});
  }
}

}  // namespace

void put_small_mark(Canvas& canvas, Identity identity, Point center, double radius, const RingLook& look) {
  canvas.scene.ground.push_back(CurvedArea{circle(center, radius), look.fill});
  canvas.scene.ground.push_back(Curve{circle(center, radius), look.stroke});
  draw_glyph(canvas, center, radius, look);
  canvas.scene.items.push_back(
      Label{std::move(identity), {center.x - radius, center.y - radius, 2 * radius, 2 * radius}, Align::center, {}});
}

}  // namespace mot::story
