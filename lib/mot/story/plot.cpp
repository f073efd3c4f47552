#include "mot/story/plot.h"

#include <algorithm>
#include <cmath>

#include "mot/analysis/paths.h"

namespace mot::story {

namespace {

constexpr double head_room = 15;        // over the highest score, for marks
constexpr double foot_room = 14;        // under the lowest one
constexpr double break_room = 18;       // more, where the axis is broken
constexpr double worth_a_break = 0.15;  // of the range: less is not left out
constexpr double beside_axis = 6;
constexpr double strip = 25;

/// All that has a height: what is lived and wanted, and how far either end of an interval reaches.
struct Extent {
  std::optional<double> low;
  std::optional<double> high;

  void add(std::optional<double> score) {
    if (!score) return;
    low = std::min(low.value_or(*score), *score);
    high = std::max(high.value_or(*score), *score);
  }
  void add(const Figures& figures) {
    add(figures.actual), add(figures.target);
    if (figures.actual_kind != ActualKind::measured || !figures.measurement || !figures.measurement->interval) return;
    add(figures.measurement->interval->low), add(figures.measurement->interval->high);
  }
};

/// 1, 2 or 5 times a power of ten, so that four or so fit.
double nice_step(double range) {
  const double rough = range / 4, power = std::pow(10, std::floor(std::log10(rough)));
  const double leading = rough / power;
  return power * (leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10);
}

}  // namespace

Zoom zoom_of(const StoryDrawing& drawing) {
  const Scale& scale = drawing.input.scale();
  Extent extent;
  for (const Visit& visit : drawing.plan.visits) {
    if (!drawing.is_removed(visit.touchpoint)) extent.add(drawing.figures_of(visit));
    for (const OtherLine& other : drawing.others) extent.add(other.scores[visit.touchpoint]);
  }
  for (const journey::InnerJourney& inner : drawing.plan.inner_journeys) {
    if (drawing.plan.path.stops[inner.stop].branch) continue;  // off the line
    for (const std::size_t touchpoint : main_path(drawing.input.workspace, drawing.input.workspace.journeys[inner.journey]))
      extent.add(drawing.input.analysis.touchpoints[touchpoint]);
  }
  Zoom zoom{scale.min, scale.max, {}, false};
  if (scale.range() <= 0) return zoom.ticks = {scale.min}, zoom;
  if (extent.low) {
    zoom.is_broken = *extent.low - scale.min > worth_a_break * scale.range();
    if (zoom.is_broken) zoom.low = *extent.low;
    zoom.high = std::max({*extent.high, zoom.low + 0.3 * scale.range(), scale.min});
    zoom.high = std::min(zoom.high, scale.max);
  }
  const double step = nice_step(zoom.high - zoom.low);
  for (double tick = std::ceil(zoom.low / step - 1e-9) * step; tick <= zoom.high + 1e-9 * step; tick += step)
    zoom.ticks.push_back(std::abs(tick) < 1e-9 * step ? 0 : tick);
  return zoom;
}

double Plot::y(double score) const {
  const double foot = foot_room + (zoom.is_broken ? break_room : 0);
  const double range = zoom.high - zoom.low;
  const double share = range > 0 ? std::clamp((score - zoom.low) / range, 0.0, 1.0) : 0.5;
  return box.top + head_room + (box.height - head_room - foot) * (1 - share);
}

double strip_height(const StoryDrawing& drawing, const Row& row) {
  const auto is_unknown = [&](std::size_t index) {
    const Visit& visit = drawing.plan.visits[index];
    return !drawing.is_removed(visit.touchpoint) && !drawing.figures_of(visit).actual;
  };
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) {
    const journey::Column& column = drawing.plan.columns[i];
    if ((column.main && is_unknown(*column.main)) || std::ranges::any_of(column.asides, is_unknown)) return strip;
  }
  return 0;
}

double axis_width(const StoryDrawing& drawing, const Zoom& zoom) {
  double width = 0;
  const Font& font = drawing.theme().small_print.font;
  for (const double tick : zoom.ticks) width = std::max(width, drawing.typesetter().width_of(drawing.wording.points(tick), font));
  return std::max(width, drawing.typesetter().width_of(drawing.wording.points(drawing.input.scale().min), font)) + 2 * beside_axis;
}

namespace {

void put_number(StoryDrawing& drawing, const Plot& plot, double score, double y) {
  const double width = drawing.labels - 2 * beside_axis;
  put_text_in_middle(drawing, {"scale", "scale", "", ""}, {{plot.box.left - beside_axis - width, y}, width, Align::right},
                     {single_line(drawing.typesetter(), drawing.wording.points(score), drawing.theme().small_print)});
}

/// A zigzag, and the scale's least score where it would stand if nothing were left out.
void draw_break(StoryDrawing& drawing, const Plot& plot, const Stroke& stroke) {
  const double x = plot.box.left, end = plot.box.bottom() - 5, top = end - 11;
  const std::vector<Point> corners = {{x, plot.box.top + 4}, {x, top}, {x - 3.5, top + 2}, {x + 3.5, top + 5}, {x, top + 7}, {x, end}};
  drawing.scene.ground.push_back(Curve{polyline(corners), stroke});
  put_number(drawing, plot, drawing.input.scale().min, end);
}

void draw_strip(StoryDrawing& drawing, const Row& row, const Plot& plot) {
  if (plot.strip <= 0) return;
  const Theme& theme = drawing.theme();
  const double right = row.lefts.back() + row.widths.back() + column_gap / 2;
  drawing.scene.ground.push_back(
      Curve{straight({plot.box.left, plot.box.bottom()}, {right, plot.box.bottom()}), {theme.line, 1, Dash::dotted}});
  if (!drawing.marks.is_brief) draw_label(drawing, "unknown", "Nobody knows", plot.box.bottom() + 3);  // a slide's legend says so
}

}  // namespace

void draw_axis(StoryDrawing& drawing, const Row& row, const Plot& plot) {
  const Theme& theme = drawing.theme();
  const double right = row.lefts.back() + row.widths.back() + column_gap / 2;
  for (const double tick : plot.zoom.ticks) {
    const double y = plot.y(tick);
    drawing.scene.ground.push_back(Curve{straight({plot.box.left, y}, {right, y}), {theme.grid, theme.spacing.hairline, Dash::solid}});
    put_number(drawing, plot, tick, y);
  }
  const Stroke stroke{theme.line, 1.25, Dash::solid};
  if (plot.zoom.is_broken)
    draw_break(drawing, plot, stroke);
  else
    drawing.scene.ground.push_back(Curve{straight({plot.box.left, plot.box.top + 4}, {plot.box.left, plot.box.bottom() - 5}), stroke});
  draw_strip(drawing, row, plot);
}

}  // namespace mot::story
