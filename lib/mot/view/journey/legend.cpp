// Explains every sign of this picture and none that is not in it.
#include <fmt/format.h>

#include "mot/view/curves.h"
#include "mot/view/journey/drawing.h"
#include "mot/view/numbers.h"

namespace mot::journey {

namespace {

constexpr double swatch_gap = 6;
constexpr double entry_gap = 20;
constexpr double row_height = 20;
constexpr double small_radius = 6;

/// A sign and what it means. `draw` puts the sign left of the given point and in its height.
struct Entry {
  std::string text;
  double swatch_width = 0;
  void (*draw)(Drawing& drawing, Point left_middle) = nullptr;
};

void stroke_swatch(Drawing& drawing, Point at, double width, const Stroke& stroke) {
  drawing.scene.ground.push_back(Curve{straight(at, {at.x + width, at.y}), stroke});
}

void ring(Drawing& drawing, Point at, Colour fill, Stroke stroke, std::string_view glyph, Colour colour) {
  Marker marker;
  marker.identity = {drawing.ids.use("legend-marker"), "legend", "", ""};
  marker.center = {at.x + small_radius, at.y};
  marker.radius = small_radius;
  marker.fill = fill;
  marker.stroke = stroke;
  if (!glyph.empty()) marker.text = Run{std::string(glyph), {8, Weight::bold, Slant::upright}, colour};
  drawing.scene.items.push_back(std::move(marker));
}

void word_swatch(Drawing& drawing, Point at, std::string_view text, const TextStyle& style) {
  Label label;
  label.identity = {drawing.ids.use("legend-sign"), "legend", "", ""};
  label.lines = {single_line(drawing.typesetter(), text, style)};
  const double height = height_of(label.lines);
  label.box = {at.x, at.y - height / 2, width_of(drawing.typesetter(), label.lines) + 1, height};
  drawing.scene.items.push_back(std::move(label));
}

/// An arrow in the ground: connectors lead from item to item, and a legend has none.
void arrow_swatch(Drawing& drawing, Point at, double width, const Stroke& stroke) {
  stroke_swatch(drawing, at, width - 5, stroke);
  const double tip = at.x + width;
  drawing.scene.ground.push_back(Area{{{tip, at.y}, {tip - 7, at.y - 2.6}, {tip - 7, at.y + 2.6}}, stroke.colour, std::nullopt});
}

template <GapClass gap_class>
void gap_swatch(Drawing& drawing, Point at) {
  const Tone& tone = drawing.theme().tone_of(gap_class);
  ring(drawing, at, tone.colour, {drawing.theme().page, 1, Dash::solid}, "", tone.on_colour);
}

constexpr void (*gap_swatches[])(Drawing&, Point) = {gap_swatch<GapClass::green>, gap_swatch<GapClass::yellow>,
                                                     gap_swatch<GapClass::orange>, gap_swatch<GapClass::red>,
                                                     gap_swatch<GapClass::unknown>};

/// The limits are those of gap_class_of, in points of this scale.
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

std::vector<Entry> entries_of(const Drawing& drawing) {
  const Shown& shown = drawing.shown;
  const Scale& scale = drawing.subject.workspace.project.scale;
  const std::string& customer = drawing.subject.workspace.project.words.customer;
  std::vector<Entry> entries;
  const auto add = [&](bool is_shown, std::string text, double width, void (*draw)(Drawing&, Point)) {
    if (is_shown) entries.push_back({std::move(text), width, draw});
  };
  add(shown.moment_of_truth, "moment of truth, larger on the curve", 11,
      [](Drawing& d, Point at) { word_swatch(d, at, "★", d.theme().name); });
  add(shown.wanted, "wanted", 26, [](Drawing& d, Point at) { stroke_swatch(d, at, 26, {d.theme().accent, 1.5, Dash::dashed}); });
  add(shown.lived, "lived", 26, [](Drawing& d, Point at) { stroke_swatch(d, at, 26, {d.theme().ink, 2, Dash::solid}); });
  add(shown.shortfall, "shortfall", 20, [](Drawing& d, Point at) {
    d.scene.ground.push_back(
        Area{{{at.x, at.y - 5}, {at.x + 20, at.y - 5}, {at.x + 20, at.y + 5}, {at.x, at.y + 5}}, d.theme().shortfall, std::nullopt});
  });
  for (const GapClass gap_class : shown.gaps)
    add(true, gap_text(gap_class, scale), 2 * small_radius, gap_swatches[static_cast<std::size_t>(gap_class)]);
  add(shown.judged, "judged by ourselves", 2 * small_radius, [](Drawing& d, Point at) {
    ring(d, {at.x, at.y}, d.theme().page, {d.theme().ink, 2, Dash::solid}, "", d.theme().ink);
  });
  add(shown.unmeasured, "not measured", 2 * small_radius, [](Drawing& d, Point at) {
    ring(d, at, d.theme().page, {d.theme().muted, 1, Dash::dashed}, "?", d.theme().muted);
  });
  add(shown.answers, "number of answers", 9, [](Drawing& d, Point at) {
    word_swatch(d, at, "n", {d.theme().small_print.font, d.theme().ink});
  });
  add(shown.assumed, fmt::format("no {} was heard to say so", customer), 64, [](Drawing& d, Point at) {
    word_swatch(d, at, "wish assumed", {{10, Weight::regular, Slant::italic}, d.theme().muted});
  });
  add(shown.hand_over, "hand-over between departments", 28, [](Drawing& d, Point at) {
    arrow_swatch(d, at, 28, {d.theme().accent, 1.75, Dash::solid});
  });
  add(shown.step, "next moment, same department", 28, [](Drawing& d, Point at) {
    arrow_swatch(d, at, 28, {d.theme().step, 1.25, Dash::solid});
  });
  add(shown.aside, "only under a condition", 28, [](Drawing& d, Point at) {
    arrow_swatch(d, at, 28, {d.theme().muted, 1.25, Dash::dotted});
  });
  add(shown.thumbs, "thumbs up, down", 26, [](Drawing& d, Point at) {
    word_swatch(d, at, d.theme().up.glyph, {d.theme().small_print.font, d.theme().up.text});
    word_swatch(d, {at.x + 13, at.y}, d.theme().down.glyph, {d.theme().small_print.font, d.theme().down.text});
  });
  return entries;
}

/// An entry with its text set, and where it goes.
struct Laid {
  Entry entry;
  Label label;
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

void draw_legend(Drawing& drawing, double width) {
  std::vector<Laid> all;
  for (Entry& entry : entries_of(drawing)) {
    Label label;
    label.lines = {single_line(drawing.typesetter(), entry.text, drawing.theme().small_print)};
    label.box.width = width_of(drawing.typesetter(), label.lines) * 1.03;
    label.box.height = height_of(label.lines);
    const double entry_width = entry.swatch_width + swatch_gap + label.box.width;
    all.push_back({std::move(entry), std::move(label), entry_width});
  }
  const double limit = balanced_width(all, width);
  double x = 0;
  double middle = drawing.y + row_height / 2;
  for (Laid& laid : all) {
    if (x > 0 && x + laid.width > limit) x = 0, middle += row_height;
    const double left = drawing.grid.left + x;
    laid.entry.draw(drawing, {left, middle});
    laid.label.identity = {drawing.ids.use("legend"), "legend", "", ""};
    laid.label.box.left = left + laid.entry.swatch_width + swatch_gap;
    laid.label.box.top = middle - laid.label.box.height / 2;
    x += laid.width + entry_gap;
    drawing.scene.items.push_back(std::move(laid.label));
  }
  drawing.y = middle + row_height / 2;
}

}  // namespace mot::journey
