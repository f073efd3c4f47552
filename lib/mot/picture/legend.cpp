#include "mot/picture/legend.h"

#include <algorithm>
#include <utility>

#include "mot/picture/curves.h"
#include "mot/text/numbers.h"

namespace mot {

namespace {

constexpr double swatch_gap = 6;
constexpr double entry_gap = 20;
constexpr double row_height = 20;

/// An entry with its text set, and where it goes.
struct Laid {
  LegendEntry entry;
  std::vector<Line> lines;
  double before_text = 0;
  double text_width = 0;
  double width = 0;
};

/// Rows that entries take when a row may be so wide.
std::size_t rows_within(std::span<const Laid> entries, double width) {
  std::size_t rows = 1;
  double x = 0;
  for (const Laid& laid : entries) {
    if (x > 0 && x + laid.width > width) ++rows, x = 0;
    x += laid.width + entry_gap;
  }
  return rows;
}

/// The narrowest width that needs no more rows than the full one: rows of like length.
double balanced_width(std::span<const Laid> entries, double width) {
  const std::size_t rows = rows_within(entries, width);
  double narrow = width;
  while (narrow > row_height && rows_within(entries, narrow - row_height) == rows) narrow -= row_height;
  return narrow;
}

}  // namespace

std::string gap_text(GapClass gap_class, const Scale& scale) {
  const auto tenths = [&](int count) { return points_text(scale.range() * count / 10); };
  switch (gap_class) {
    case GapClass::green:
      return "gap to " + tenths(1);
    case GapClass::yellow:
      return "to " + tenths(2);
    case GapClass::orange:
      return "to " + tenths(3);
    case GapClass::red:
      return "over " + tenths(3);
    case GapClass::unknown:
      return "nothing wanted yet";
  }
  return {};
}

void line_sign(Canvas& canvas, Point at, double width, const Stroke& stroke) {
  canvas.scene.ground.push_back(Curve{straight(at, {at.x + width, at.y}), stroke});
}

void arrow_sign(Canvas& canvas, Point at, double width, const Stroke& stroke) {
  line_sign(canvas, at, width - 5, stroke);
  const double tip = at.x + width;
  canvas.scene.ground.push_back(Area{{{tip, at.y}, {tip - 7, at.y - 2.6}, {tip - 7, at.y + 2.6}}, stroke.colour, std::nullopt});
}

void area_sign(Canvas& canvas, Point at, double width, Colour fill) {
  canvas.scene.ground.push_back(
      Area{{{at.x, at.y - 5}, {at.x + width, at.y - 5}, {at.x + width, at.y + 5}, {at.x, at.y + 5}}, fill, std::nullopt});
}

void ring_sign(Canvas& canvas, Point at, const RingSign& ring) {
  Marker marker;
  marker.identity = {canvas.ids.use("legend-marker"), "legend", "", ""};
  marker.center = {at.x + sign_radius, at.y};
  marker.radius = sign_radius;
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  if (!ring.glyph.empty()) marker.text = Run{std::string(ring.glyph), {8, Weight::bold, Slant::upright}, ring.colour};
  canvas.scene.items.push_back(std::move(marker));
}

void word_sign(Canvas& canvas, Point at, std::string_view text, const TextStyle& style) {
  std::vector<Line> lines = {single_line(canvas.typesetter(), text, style)};
  const double width = width_of(canvas.typesetter(), lines) + 1;
  put_text_in_middle(canvas, {"legend-sign", "legend", "", ""}, {at, width}, std::move(lines));
}

LegendEntry gap_entry(GapClass gap_class, const Scale& scale) {
  constexpr double swatch_width = 16;
  return {gap_text(gap_class, scale), 2 * sign_radius + 4 + swatch_width, [gap_class](Canvas& canvas, Point at) {
            const Tone& tone = canvas.theme().tone_of(gap_class);
            ring_sign(canvas, at, {tone.colour, {canvas.theme().page, 1, Dash::solid}, tone.glyph, tone.on_colour});
            area_sign(canvas, {at.x + 2 * sign_radius + 4, at.y}, swatch_width, tone.colour);
          }};
}

void add_gap_entries(std::vector<LegendEntry>& entries, const std::set<GapClass>& shown, const Scale& scale) {
  for (const GapClass gap_class : shown) entries.push_back(gap_entry(gap_class, scale));
}

LegendEntry judged_entry() {
  return {"judged by ourselves", 2 * sign_radius, [](Canvas& canvas, Point at) {
            ring_sign(canvas, at, {canvas.theme().page, {canvas.theme().ink, 2, Dash::solid}, "", canvas.theme().ink});
          }};
}

LegendEntry unmeasured_entry() {
  return {"not measured", 2 * sign_radius, [](Canvas& canvas, Point at) {
            ring_sign(canvas, at, {canvas.theme().page, {canvas.theme().muted, 1, Dash::dashed}, "?", canvas.theme().muted});
          }};
}

LegendEntry faded_entry() {
  return {"other departments", 20, [](Canvas& canvas, Point at) {
            const Theme& theme = canvas.theme();
            canvas.scene.ground.push_back(
                Area{{{at.x, at.y - 5}, {at.x + 20, at.y - 5}, {at.x + 20, at.y + 5}, {at.x, at.y + 5}}, theme.page, Stroke{theme.line}});
          }};
}

LegendEntry moment_of_truth_entry(std::string text) {
  return {std::move(text), 11, [](Canvas& canvas, Point at) { word_sign(canvas, at, "★", canvas.theme().name); }};
}

void draw_legend(Canvas& canvas, std::vector<LegendEntry> entries, double width) {
  std::vector<Laid> all;
  for (LegendEntry& entry : entries) {
    const double before_text = entry.sign_width > 0 ? entry.sign_width + swatch_gap : 0;
    const double room = width - before_text;
    std::vector<Line> lines = set_text(canvas.typesetter(), entry.text, canvas.theme().small_print, room).lines;
    const double text_width = std::min(room, width_of(canvas.typesetter(), lines) * 1.03);
    all.push_back({std::move(entry), std::move(lines), before_text, text_width, before_text + text_width});
  }
  const double limit = balanced_width(all, width);
  double x = 0;
  double middle = canvas.y + row_height / 2;
  double bottom = canvas.y;
  for (Laid& laid : all) {
    if (x > 0 && x + laid.width > limit) x = 0, middle += row_height;
    const double at = canvas.left + x;
    laid.entry.draw(canvas, {at, middle});
    put_text_in_middle(canvas, {"legend", "legend", "", ""}, {{at + laid.before_text, middle}, laid.text_width}, std::move(laid.lines));
    x += laid.width + entry_gap;
    bottom = middle + row_height / 2;
  }
  canvas.y = bottom;
}

}  // namespace mot
