// Where dots and their texts go. A level of effort is a band: dots at its left, texts beside them from one line down. What would lie on
// one another is pushed apart in height alone and stays in its order, so that a higher dot is always worth more.
#include <algorithm>
#include <cmath>
#include <functional>

#include "mot/picture/text_layout.h"
#include "mot/view/plan/drawing.h"

namespace mot::plan {

namespace {

constexpr double empty_band = 84, dots_width = 60, label_width = 172;
constexpr double shift_of_a_level = 34;  // points by which a dot of effort 2.5 stands off the middle of level 3, for a whole level
constexpr double beside_label = 8, over_chart = 8;
constexpr double between_dots = 2 * dot_radius + 2, between_labels = 7;
constexpr double least_height = 340, chart_inset = 16;
constexpr double under_chart = 56;  // of a slide: the edge of its bands, their numbers, what they are

/// Something in a column: where it would like to begin, and how high it is with the room after it.
struct Stacked {
  double top = 0;
  double height = 0;
};

/// Pushes the later ones down, then all back up from the bottom, as far as it takes. They fit.
void push_apart(std::vector<Stacked>& stack, double top, double bottom) {
  double free = top;
  for (Stacked& one : stack) {
    one.top = std::max(one.top, free);
    free = one.top + one.height;
  }
  for (auto one = stack.rbegin(); one != stack.rend(); ++one) {
    one->top = std::min(one->top, bottom - one->height);
    bottom = one->top;
  }
}

std::size_t level_of(double effort) {
  return static_cast<std::size_t>(std::clamp(std::lround(effort), 1L, static_cast<long>(levels))) - 1;
}

double height_needed(const PlanDrawing& drawing, const Band& band) {
  double labels = 0;
  for (const std::size_t i : band.spots) labels += height_of(drawing.spots[i].lines) + between_labels;
  return std::max(labels, static_cast<double>(band.spots.size()) * between_dots);
}

void place_dots(PlanDrawing& drawing, const Band& band) {
  std::vector<Stacked> dots;
  for (const std::size_t i : band.spots) dots.push_back({drawing.y_of(drawing.spots[i].value) - between_dots / 2, between_dots});
  // The highest and the lowest dot stand on the chart's edges.
  push_apart(dots, drawing.chart.top - between_dots / 2, drawing.chart.bottom() + between_dots / 2);
  for (std::size_t k = 0; k < dots.size(); ++k) {
    Spot& spot = drawing.spots[band.spots[k]];
    const double off = (spot.effort - static_cast<double>(level_of(spot.effort) + 1)) * shift_of_a_level;
    const double middle = drawing.is_slide ? (band.width - drawing.theme().spacing.gap) / 2 : dots_width / 2;
    spot.dot = {band.left + middle + off, dots[k].top + between_dots / 2};
  }
}

void place_labels(PlanDrawing& drawing, const Band& band) {
  std::vector<Stacked> labels;
  for (const std::size_t i : band.spots) {
    const Spot& spot = drawing.spots[i];
    const double first_line = spot.lines.empty() ? 0 : spot.lines.front().height;
    labels.push_back({spot.dot.y - first_line / 2, height_of(spot.lines) + between_labels});
  }
  push_apart(labels, drawing.chart.top - over_chart, drawing.chart.bottom());
  for (std::size_t k = 0; k < labels.size(); ++k) {
    Spot& spot = drawing.spots[band.spots[k]];
    spot.label = {band.left + dots_width + beside_label, labels[k].top, band.width - dots_width - 2 * beside_label,
                  labels[k].height - between_labels};
  }
}

}  // namespace

namespace {

void sort_into_bands(PlanDrawing& drawing) {
  for (std::size_t i = 0; i < drawing.spots.size(); ++i) drawing.bands[level_of(drawing.spots[i].effort)].spots.push_back(i);
  for (Band& band : drawing.bands)
    std::ranges::stable_sort(band.spots, std::greater<>(), [&](std::size_t i) { return drawing.spots[i].value; });
  drawing.values = {0, 0};
  for (const Spot& spot : drawing.spots) include(drawing.values, spot.value);
  if (drawing.values.length() <= 0) drawing.values.high = drawing.values.low + 1;
}

}  // namespace

void lay_out_bands(PlanDrawing& drawing) {
  sort_into_bands(drawing);
  double left = axis_width;
  for (Band& band : drawing.bands) {
    band.left = left;
    band.width = band.spots.empty() ? empty_band : dots_width + label_width + 2 * beside_label;
    left += band.width;
  }
  for (Spot& spot : drawing.spots) spot.lines = text_of(drawing, drawing.figures_of(spot), label_width);
}

void lay_out_chart(PlanDrawing& drawing, double top) {
  double height = least_height;
  for (const Band& band : drawing.bands) height = std::max(height, height_needed(drawing, band));
  height += drawing.stretch;
  const Band& last = drawing.bands.back();
  drawing.chart = {drawing.left + axis_width, top + chart_inset, last.left + last.width - axis_width, height};
  for (Band& band : drawing.bands) {
    band.left += drawing.left;
    place_dots(drawing, band);
    place_labels(drawing, band);
  }
}

void lay_out_numbers(PlanDrawing& drawing, const Box& box) {
  for (Spot& spot : drawing.spots) spot.lines.clear();
  const double top = box.top + chart_inset;
  double height = box.height - chart_inset - under_chart;
  for (const Band& band : drawing.bands) height = std::max(height, static_cast<double>(band.spots.size()) * between_dots);
  drawing.chart = {box.left + axis_width, top, box.width - axis_width, height};
  const double width = drawing.chart.width / static_cast<double>(levels);
  for (std::size_t i = 0; i < levels; ++i) {
    drawing.bands[i].left = drawing.chart.left + static_cast<double>(i) * width;
    drawing.bands[i].width = width;
    place_dots(drawing, drawing.bands[i]);
  }
}

}  // namespace mot::plan
