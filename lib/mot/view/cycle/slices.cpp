// The ring itself: the band of stages, and the slices with what is lived and what is wanted.

#include <algorithm>
#include <cmath>

#include "mot/analysis/paths.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/view/cycle/drawing.h"

namespace mot::cycle {

namespace {

constexpr double between_slices = 3;
constexpr double between_stages = 9;
constexpr double chevron_point = 7;
constexpr double least_fill = 1.5;                                    // points: a score at the scale's beginning is known, and shows
constexpr double share_of_chip = 0.3, share_of_chip_of_slide = 0.36;  // of the band, the radius of a number in it

/// The slots of a stage, which follow one another.
struct Slots {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Slots> spans_of(const CycleDrawing& drawing) {
  std::vector<Slots> spans;
  for (std::size_t i = 0; i < drawing.slots.size(); ++i) {
    if (i == 0 || drawing.slots[i].stage != drawing.slots[i - 1].stage) spans.push_back({i, i});
    spans.back().last = i;
  }
  return spans;
}

/// Where a score lies between the two edges of a slice; a scale without extent has all in the middle.
double share_of(double score, const Scale& scale) {
  return scale.range() > 0 ? std::clamp((score - scale.min) / scale.range(), 0.0, 1.0) : 0.5;
}

/// As large as leaves its neighbours' boxes alone.
double chip_radius(const CycleDrawing& drawing, const std::vector<Slots>& spans) {
  std::size_t least = spans.front().last - spans.front().first + 1;
  for (const Slots& span : spans) least = std::min(least, span.last - span.first + 1);
  const double angle = full_turn * static_cast<double>(least) / static_cast<double>(drawing.slots.size());
  const double chord = 2 * drawing.ring.middle_of_band() * std::sin(std::min(angle, full_turn / 2) / 2);
  const double share = drawing.is_slide ? share_of_chip_of_slide : share_of_chip;
  const double largest = share * (drawing.ring.band_outer - drawing.ring.band_inner);
  return spans.size() > 1 ? std::min(largest, chord / std::sqrt(2.0) / 2) : largest;
}

/// The scale begins at the inside and ends at the outside; the fill has the colour of its gap.
Sign<Colour> filled_as_lived(const Canvas& canvas, const Scale& scale) {
  const Wording& wording = canvas.wording;
  return {legend_rank::curves,
          wording("filled from the inside as far as it is lived: {low} to {high}",
                  {{"low", wording.points(scale.min)}, {"high", wording.points(scale.max)}}),
          20, canvas.theme().ink};
}

Sign<Stroke> wanted_mark(const Theme& theme) {
  return {legend_rank::curves + 1, "wanted", 24, {theme.accent, 2.5, Dash::solid}};
}

void draw_outline(CycleDrawing& drawing, const std::vector<Point>& outline, Dash dash) {
  drawing.scene.ground.push_back(Curve{outline, {drawing.theme().muted, 1, dash}});
}

/// Blue on the page's colour, so that it is seen on every fill.
void draw_wanted(CycleDrawing& drawing, double radius, const Stretch& stretch) {
  const Theme& theme = drawing.theme();
  const std::vector<Point> line = arc(drawing.ring.center, radius, stretch);
  const Stroke stroke = explain(drawing, wanted_mark(theme));
  drawing.scene.ground.push_back(Curve{line, {theme.page, stroke.width + 2, Dash::solid}});
  drawing.scene.ground.push_back(Curve{line, stroke});
}

/// What is missing of a slice: in the shade of its class, or, where patterns stand for fills, without one.
Colour track_colour(const Theme& theme, GapClass gap_class) {
  return theme.tone_of(theme.patterns.empty() ? gap_class : GapClass::unknown).tint;
}

void draw_slice(CycleDrawing& drawing, const Figures& figures, double shift, const Stretch& stretch) {
  const Theme& theme = drawing.theme();
  const CycleRing& ring = drawing.ring;
  const double inner = ring.inner + shift, outer = ring.outer + shift;
  const auto radius = [&](double score) { return inner + (outer - inner) * share_of(score, drawing.input.scale()); };
  if (figures.actual) {
    const Tone& tone = theme.tone_of(figures.gap_class);
    drawing.scene.ground.push_back(CurvedArea{slice(ring.center, inner, outer, stretch), track_colour(theme, figures.gap_class)});
    const double lived = std::max(radius(*figures.actual), inner + least_fill);
    drawing.scene.ground.push_back(CurvedArea{slice(ring.center, inner, lived, stretch), tone.colour});
    explain(drawing, filled_as_lived(drawing, drawing.input.scale()));
  } else {
    draw_outline(drawing, slice(ring.center, inner, outer, stretch), Dash::dashed);
  }
  if (figures.target) draw_wanted(drawing, radius(*figures.target), stretch);
}

/// A journey inside: its moments side by side in the place of one.
void draw_inner(CycleDrawing& drawing, const Slot& slot, const Stretch& stretch) {
  const Workspace& workspace = drawing.input.workspace;
  const CycleRing& ring = drawing.ring;
  const double shift = ring.shift_of(slot);
  const std::vector<std::size_t> path = main_path(workspace, workspace.journeys[drawing.inner_of(slot).journey]);
  const double each = (stretch.to - stretch.from) / static_cast<double>(std::max<std::size_t>(path.size(), 1));
  const double half_gap = path.size() > 1 ? std::min(between_slices / ring.inner, each / 4) / 2 : 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Figures& figures = drawing.input.analysis.touchpoints[path[i]];
    const double from = stretch.from + each * static_cast<double>(i);
    draw_slice(drawing, figures, shift, {from + half_gap, from + each - half_gap});
    if (figures.actual) explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale()));
  }
  draw_outline(drawing, slice(ring.center, ring.inner + shift, ring.outer + shift, stretch), Dash::solid);
}

}  // namespace

void draw_band(CycleDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const CycleRing& ring = drawing.ring;
  const auto spans = spans_of(drawing);
  const double radius = chip_radius(drawing, spans);
  for (const Slots& span : spans) {
    const Stage& stage = drawing.journey.stages[drawing.slots[span.first].stage];
    const Stretch stretch = ring.stretch(span.first, span.last, between_slices);
    drawing.scene.ground.push_back(CurvedArea{chevron(ring.center, ring.band_inner, ring.band_outer, stretch, chevron_point), theme.deep});
    Marker chip;
    chip.identity = {drawing.ids.use("band-" + stage.id.value), "stage", stage.name.value, ""};
    chip.center = on_circle(ring.center, stretch.middle() + chevron_point / 2 / ring.middle_of_band(), ring.middle_of_band());
    // A stage of one moment among many has room for its number, and for little more.
    const double least_size = drawing.is_slide ? theme.small_print.font.size : 0;
    const Font font{std::max(least_size, 1.2 * radius), Weight::bold, Slant::upright};
    const std::string number = std::to_string(drawing.slots[span.first].stage + 1);
    chip.radius = std::max(radius, drawing.is_slide ? drawing.typesetter().width_of(number, font) / 2 + 0.5 : 0);
    chip.fill = theme.deep;
    chip.stroke = {theme.deep, 1, Dash::solid};
    chip.text = Run{number, font, theme.on_deep};
    drawing.scene.items.push_back(std::move(chip));
  }
}

void draw_slices(CycleDrawing& drawing) {
  const CycleRing& ring = drawing.ring;
  for (const Slots& span : spans_of(drawing)) {
    for (std::size_t i = span.first; i <= span.last; ++i) {
      const Slot& slot = drawing.slots[i];
      const double each = full_turn * ring.inner / static_cast<double>(ring.slots);
      const Stretch stretch =
          ring.stretch(i, i, std::min(i == span.last || i == span.first ? between_stages / 2 : between_slices, each / 4));
      if (slot.visit)
        draw_slice(drawing, drawing.figures_of(slot), ring.shift_of(slot), stretch);
      else if (slot.inner)
        draw_inner(drawing, slot, stretch);
      else
        draw_outline(drawing, slice(ring.center, ring.inner, ring.outer, stretch), Dash::dotted);
    }
  }
}

}  // namespace mot::cycle
