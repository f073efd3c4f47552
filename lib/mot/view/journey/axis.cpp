#include "mot/view/journey/axis.h"

#include <algorithm>
#include <cmath>

namespace mot::journey {

namespace {

constexpr double drawn_height = 142;
constexpr double height_to_draw_in = 236;
constexpr double least_axis_width = 34;
constexpr double beside_axis = 8;       // on both sides of its numbers
constexpr double most_grid_lines = 10;  // to draw by, between the ends of the scale

bool is_whole(double number) {
  return std::floor(number) == number;
}

bool is_drawn_by_hand(const JourneyDrawing& drawing) {
  return drawing.subject.options.blank.has_value();
}

/// Both ends of the scale and its middle, from above; every whole point where somebody draws by them.
std::vector<double> ticks_of(const JourneyDrawing& drawing) {
  const Scale& scale = drawing.subject.scale();
  if (scale.range() <= 0) return {scale.min};
  const bool is_counted = is_drawn_by_hand(drawing) && scale.range() <= most_grid_lines && is_whole(scale.min) && is_whole(scale.max);
  if (!is_counted) return {scale.max, scale.middle(), scale.min};
  std::vector<double> ticks;
  for (double tick = scale.max; tick >= scale.min; --tick) ticks.push_back(tick);
  return ticks;
}

/// Pens need lines that can be seen on paper.
void draw_guide(JourneyDrawing& drawing, Point from, Point to) {
  const Theme& theme = drawing.theme();
  const Colour colour = is_drawn_by_hand(drawing) ? theme.line : theme.grid;
  drawing.scene.ground.push_back(Curve{straight(from, to), {colour, theme.spacing.hairline, Dash::solid}});
}

}  // namespace

double axis_width(const JourneyDrawing& drawing) {
  double width = least_axis_width;
  for (const double tick : ticks_of(drawing))
    width = std::max(width, drawing.typesetter().width_of(drawing.wording.points(tick), drawing.theme().small_print.font));
  return width + 2 * beside_axis;
}

double panel_height(const JourneyDrawing& drawing) {
  return is_drawn_by_hand(drawing) ? height_to_draw_in : drawn_height;
}

double height_in_panel(const JourneyDrawing& drawing, double score, double inset) {
  const Scale& scale = drawing.subject.scale();
  const double share = scale.range() > 0 ? std::clamp((score - scale.min) / scale.range(), 0.0, 1.0) : 0.5;
  return inset + (panel_height(drawing) - 2 * inset) * (1 - share);
}

void draw_axis(JourneyDrawing& drawing, const Path& path, const Band& band, const Box& panel) {
  const double width = axis_width(drawing) - 2 * beside_axis;
  for (const double tick : ticks_of(drawing)) {
    const double y = panel.top + height_in_panel(drawing, tick, path.inset);
    draw_guide(drawing, {panel.left, y}, {panel.right(), y});
    put_text_in_middle(drawing, {"scale", "", "", ""}, {{panel.left - beside_axis - width, y}, width, Align::right},
                       {single_line(drawing.typesetter(), drawing.wording.points(tick), drawing.theme().small_print)});
  }
  if (!is_drawn_by_hand(drawing)) return;
  const auto begin = std::lower_bound(path.x.begin(), path.x.end(), static_cast<double>(band.begin));
  for (auto x = begin; x != path.x.end() && *x < static_cast<double>(band.end); ++x) {
    const double at = panel.left + (*x - static_cast<double>(band.begin)) * drawing.grid.pitch;
    draw_guide(drawing, {at, panel.top}, {at, panel.bottom()});
  }
}

}  // namespace mot::journey
