// The moments of the chart: which they are, what stands beside each, and how they are drawn.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/analysis/priorities.h"
#include "mot/picture/curves.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

namespace {

constexpr double label_width = 168, label_width_of_slide = 240;
constexpr double dot_at_place = 2;  // radius
constexpr double below_marker = 3;  // where a way in a band ends

bool is_judged(const Figures& figures) {
  return figures.actual_kind != ActualKind::measured;
}

/// An interval: a line with its two ends.
struct WhiskerLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const WhiskerLook& look) {
  draw_sign(canvas, at, width, look.stroke);
  for (const double x : {at.x, at.x + width})
    canvas.scene.ground.push_back(Curve{straight({x, at.y - 3}, {x, at.y + 3}), {look.stroke.colour, 1.25, Dash::solid}});
}

Sign<WhiskerLook> interval(const Theme& theme) {
  return {legend_rank::ways, "95 % interval", 26, {{theme.ink, 1.75, Dash::solid}}};
}

Sign<WhiskerLook> uncertain_interval(const Theme& theme) {
  return {legend_rank::ways + 1, "too few answers to go by", 26, {{theme.ink, 1.75, Dash::dotted}}};
}

Sign<Run> distance_off(const Canvas& canvas) {
  const TextStyle& small = canvas.theme().small_print;
  return {
      legend_rank::ways + 3, "distance to the nearer line of the cross-hair, as a share of its axis", 24, {"%", small.font, small.colour}};
}

/// A dot at the end of a line.
struct PlaceLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const PlaceLook& look) {
  draw_sign(canvas, at, width, look.stroke);
  canvas.scene.ground.push_back(CurvedArea{circle({at.x + width, at.y}, dot_at_place), look.stroke.colour});
}

/// A dot in the chart whose name has no room in the list.
Sign<DotLook> unlisted(const Theme& theme) {
  return {legend_rank::ways + 5, "small: its name is left out for larger letters", 2 * dot_radius, {dot_radius, theme.muted}};
}

Sign<PlaceLook> place_of_moved(const Theme& theme) {
  return {legend_rank::ways + 4, "to the place of a moment that had to make room", 18, {{theme.muted, 1, Dash::solid}}};
}

/// Name and gap in one line, where they fit.
std::vector<Line> label_of_slide(PrioritiesDrawing& drawing, const Touchpoint& touchpoint, const Figures& figures, const TextStyle& style) {
  std::string text = starred_name(drawing, touchpoint);
  if (figures.gap)
    text += " · " + drawing.wording("gap {points}", {{"points", gap_text(drawing.wording, *figures.gap, drawing.input.scale())}});
  return set_text(drawing.typesetter(), text, style, label_width_of_slide).lines;
}

std::vector<Line> label_lines(PrioritiesDrawing& drawing, const Touchpoint& touchpoint, const Figures& figures) {
  const Theme& theme = drawing.theme();
  const TextStyle name{{drawing.theme().body.font.size, touchpoint.moment_of_truth.value ? Weight::bold : Weight::regular, Slant::upright},
                       theme.ink};
  if (drawing.options.is_slide) return label_of_slide(drawing, touchpoint, figures, name);
  std::vector<Line> lines = set_text(drawing.typesetter(), starred_name(drawing, touchpoint), name, label_width, 3).lines;
  std::string note;
  const Wording& wording = drawing.wording;
  if (figures.gap) note = wording("gap {points}", {{"points", gap_text(wording, *figures.gap, drawing.input.scale())}});
  if (figures.distance_to_crosshair) {
    explain(drawing, distance_off(drawing));
    const std::string percent = wording.percent(100 * *figures.distance_to_crosshair);
    note += (note.empty() ? "" : "  ·  ") + wording("{percent} from a line", {{"percent", percent}});
  }
  append(lines, set_text(drawing.typesetter(), note, theme.small_print, label_width, 1).lines, -1);
  return lines;
}

void add_warning(PrioritiesDrawing& drawing, std::vector<Line>& lines, const Figures& figures) {
  const Tone& tone = drawing.theme().tone_of(figures.gap_class);
  const std::string text = fmt::format("{} {}", tone.glyph,
                                       drawing.wording("{points} short: mend it all the same",
                                                       {{"points", gap_text(drawing.wording, *figures.gap, drawing.input.scale())}}));
  const TextStyle style{{drawing.theme().small_print.font.size, Weight::bold, Slant::upright}, tone.text};
  append(lines, set_text(drawing.typesetter(), text, style, label_width, 2).lines, 0);
}

/// The first of the ranking, as many as are asked for.
void keep_first(PrioritiesDrawing& drawing, std::vector<Spot>& spots) {
  const std::size_t most = drawing.options.most;
  if (most == 0 || spots.size() <= most) return;
  std::ranges::stable_sort(spots, {}, [&](const Spot& spot) { return drawing.figures_of(spot).rank.value_or(spots.size() + 1); });
  for (std::size_t i = most; i < spots.size(); ++i)
    drawing.left_out.push_back(drawing.input.workspace.touchpoints[spots[i].touchpoint].name.value);
  spots.erase(spots.begin() + static_cast<std::ptrdiff_t>(most), spots.end());
}

void draw_whisker(PrioritiesDrawing& drawing, const Spot& spot) {
  if (!spot.interval) return;
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.figures_of(spot);
  const Box& box = drawing.chart.box;
  WhiskerLook look = explain(drawing, interval(theme));
  if (!figures.has_enough_answers) look = explain(drawing, uncertain_interval(theme));
  look.stroke.colour = theme.tone_of(figures.gap_class).colour;
  const double left = std::max(drawing.chart.x(spot.interval->low), box.left);
  const double right = std::min(drawing.chart.x(spot.interval->high), box.right());
  draw_sign(drawing, {left, spot.center.y}, right - left, look);
}

/// From where it stands to where it belongs, on an even axis above or below it, in a band beside it.
void draw_way_to_place(PrioritiesDrawing& drawing, const Spot& spot) {
  if (!spot.place && !spot.across) return;
  const Stroke stroke = explain(drawing, place_of_moved(drawing.theme())).stroke;
  const double radius = drawing.chart.radius;
  const bool is_below = !spot.place || *spot.place > spot.center.y;
  const Point edge{spot.center.x, spot.center.y + (is_below ? radius : -radius)};
  const Point place = spot.place ? Point{spot.center.x, *spot.place} : Point{*spot.across, edge.y + below_marker};
  draw_line(drawing, edge, place, stroke);
  drawing.scene.ground.push_back(CurvedArea{circle(place, dot_at_place), stroke.colour});
}

/// Around a number, where a glyph would be too little: `mend it all the same`.
struct HaloLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const HaloLook& look) {
  canvas.scene.ground.push_back(Curve{circle({at.x + width / 2, at.y}, width / 2), look.stroke});
}

Sign<HaloLook> belying(const Theme& theme) {
  return {legend_rank::marks + 7, "falls far short: mend it all the same", 2 * ring_radius, {{theme.ink, halo_width, Dash::solid}}};
}

void draw_halo(PrioritiesDrawing& drawing, const Spot& spot) {
  const double radius = drawing.chart.radius - halo_width / 2;
  const HaloLook look = explain(drawing, belying(drawing.theme()));
  draw_sign(drawing, {spot.center.x - radius, spot.center.y}, 2 * radius, look);
}

/// In the legend of numbers a mark alone, which takes less room, where it needs no pattern.
Tone explained_tone(PrioritiesDrawing& drawing, GapClass gap_class) {
  const Sign<Tone> sign = gap(drawing, gap_class, drawing.input.scale());
  if (!drawing.is_numbered || !drawing.theme().patterns.empty()) return explain(drawing, sign);
  const RingLook ring{sign.look.colour, {drawing.theme().page, 1, Dash::solid}, sign.look.glyph, sign.look.on_colour};
  explain(drawing, Sign<RingLook>{sign.rank, sign.words, 2 * ring_radius, ring});
  return sign.look;
}

/// What stands in a marker: a number, or the glyph of its class.
Run text_in_marker(const PrioritiesDrawing& drawing, const Spot& spot, const RingLook& ring, const Tone& tone) {
  return {spot.number.empty() ? std::string(ring.glyph) : spot.number,
          {drawing.theme().small_print.font.size, Weight::bold, Slant::upright},
          is_judged(drawing.figures_of(spot)) ? tone.text : ring.colour};
}

}  // namespace

std::vector<Spot> spots_of(PrioritiesDrawing& drawing) {
  std::vector<Spot> spots;
  const Analysis& analysis = drawing.input.analysis;
  for (std::size_t i = 0; i < analysis.touchpoints.size(); ++i) {
    const Figures& figures = analysis.touchpoints[i];
    const auto importance = plotted_importance(figures, analysis.importance_basis);
    if (!importance || !figures.actual) continue;
    Spot spot;
    spot.touchpoint = i;
    spot.lived = *figures.actual;
    spot.importance = *importance;
    if (!is_judged(figures) && figures.measurement) spot.interval = figures.measurement->interval;
    spot.lines = label_lines(drawing, drawing.input.workspace.touchpoints[i], figures);
    if (belies_its_quadrant(drawing, drawing.input.workspace.touchpoints[i], figures)) add_warning(drawing, spot.lines, figures);
    spot.label_width = width_of(drawing.typesetter(), spot.lines) * 1.03;
    spots.push_back(std::move(spot));
  }
  keep_first(drawing, spots);
  std::stable_sort(spots.begin(), spots.end(), [](const Spot& one, const Spot& other) {
    return std::pair(-one.importance, one.lived) < std::pair(-other.importance, other.lived);
  });
  return spots;
}

void draw_spot(PrioritiesDrawing& drawing, Spot& spot) {
  const Figures& figures = drawing.figures_of(spot);
  const Touchpoint& touchpoint = drawing.touchpoint_of(spot);
  const Tone tone = explained_tone(drawing, figures.gap_class);
  const std::string beside = beside_quadrant(figures, drawing.wording);
  const std::string tooltip = touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, spot.touchpoint) +
                              (figures.quadrant ? "\n" + drawing.wording(name_of(*figures.quadrant)) : "") +
                              (beside.empty() ? "" : "; " + beside);
  draw_whisker(drawing, spot);
  draw_way_to_place(drawing, spot);
  Marker marker;
  marker.identity = {drawing.ids.use("touchpoint-" + touchpoint.id.value),
                     touchpoint_classes(drawing.input.workspace, drawing.input.analysis, spot.touchpoint), tooltip, ""};
  marker.center = spot.center;
  marker.radius = radius_of(spot, drawing.chart) - (spot.number.empty() ? 0 : halo_room);
  const RingLook ring = score_ring(drawing, figures, tone);
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  if (!spot.is_small) marker.text = text_in_marker(drawing, spot, ring, tone);
  drawing.scene.items.push_back(std::move(marker));
  if (spot.is_small) explain(drawing, unlisted(drawing.theme()));
  if (spot.is_small) return;
  if (!spot.number.empty()) {
    if (belies_its_quadrant(drawing, touchpoint, figures)) draw_halo(drawing, spot);
    return;
  }
  put_text(drawing, {"name-" + touchpoint.id.value, "name", tooltip, ""}, {{spot.label.left, spot.label.top}, spot.label.width},
           std::move(spot.lines));
}

}  // namespace mot::priorities
