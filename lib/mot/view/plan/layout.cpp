// Where dots and their texts go. A level of effort is a column; a dot stands at its effort and its value, its text in the column above or
// below it. Where texts have no room there, dots have numbers alone, and a list says what they are. Dots that would lie on one another are
// pushed apart in height and stay in their order, so that a higher dot is always worth more.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "mot/picture/text_layout.h"
#include "mot/view/plan/drawing.h"

namespace mot::plan {

namespace {

constexpr double between_dots = 2 * dot_radius + 2, between_labels = 8, beside_dot = 2;
constexpr double beside_label = 4, inside_band = 3;
constexpr double chart_inset = 16, beyond_chart = 12;  // of it, at its upper and its lower edge, for texts
constexpr double under_chart = 56;                     // the edge of its bands, their numbers, what they are
constexpr double least_height = 260, most_height = 1400, height_step = 20;
constexpr double narrowest_band = 124, widest_band = 268, band_step = 8;
constexpr double width_of_listed = 1080;
constexpr std::size_t most_labelled = 60;

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

/// Heights of the middles of a band's dots below the chart's upper edge.
std::vector<double> heights_of_dots(const PlanDrawing& drawing, const Band& band, double height) {
  std::vector<Stacked> dots;
  for (const std::size_t i : band.spots)
    dots.push_back({height * (drawing.values.high - drawing.spots[i].value) / drawing.values.length() - between_dots / 2, between_dots});
  // The highest and the lowest dot stand on the chart's edges.
  push_apart(dots, -between_dots / 2, height + between_dots / 2);
  std::vector<double> middles;
  for (const Stacked& one : dots) middles.push_back(one.top + between_dots / 2);
  return middles;
}

/// Upper edges of a band's texts below the chart's upper edge, each below its dot where there is room, else above it; nothing where one has
/// room nowhere. From the lowest on, since a text below its dot leaves the most room for what is above.
std::optional<std::vector<double>> tops_of_labels(const PlanDrawing& drawing, const Band& band, double height) {
  const std::vector<double> dots = heights_of_dots(drawing, band, height);
  std::vector<double> tops(dots.size());
  double free = height + beyond_chart;
  for (std::size_t k = dots.size(); k-- > 0;) {
    const double label = height_of(drawing.spots[band.spots[k]].lines), under = dots[k] + dot_radius + beside_dot;
    const double over = dots[k] - dot_radius - beside_dot - label;
    const bool is_below = under + label <= free, is_above = dots[k] + dot_radius <= free;
    if (!is_below && (!is_above || over < -beyond_chart)) return std::nullopt;
    tops[k] = is_below ? under : over;
    free = (is_below ? dots[k] - dot_radius : over) - between_labels;
  }
  return tops;
}

/// The least height, from this one on, at which every text has room.
std::optional<double> height_for_labels(const PlanDrawing& drawing, double from) {
  const auto has_room = [&](double height) {
    return std::ranges::all_of(drawing.bands, [&](const Band& band) { return tops_of_labels(drawing, band, height).has_value(); });
  };
  for (double height = from; height <= std::max(from, most_height); height += height_step)
    if (has_room(height)) return height;
  return std::nullopt;
}

void sort_into_bands(PlanDrawing& drawing) {
  for (std::size_t i = 0; i < drawing.spots.size(); ++i) drawing.bands[level_of(drawing.spots[i].effort)].spots.push_back(i);
  for (Band& band : drawing.bands)
    std::ranges::stable_sort(band.spots, std::greater<>(), [&](std::size_t i) { return drawing.spots[i].value; });
  drawing.values = {0, 0};
  for (const Spot& spot : drawing.spots) include(drawing.values, spot.value);
  if (drawing.values.length() <= 0) drawing.values.high = drawing.values.low + 1;
}

void set_bands(PlanDrawing& drawing, double left, double width) {
  for (std::size_t i = 0; i < levels; ++i) {
    drawing.bands[i].left = left + static_cast<double>(i) * width;
    drawing.bands[i].width = width;
  }
}

/// What texts in columns of one width take.
struct Labelling {
  double band = 0;  ///< width of one
  LabelText text = LabelText::facts;
  double height = 0;  ///< of the chart
  double size = 0;    ///< longer side of the least sheet around the picture
};

void set_labels(PlanDrawing& drawing, double band, LabelText text) {
  set_bands(drawing, axis_width, band);
  const double width = drawing.bands.front().inside(drawing) - 2 * beside_label;
  for (Spot& spot : drawing.spots) spot.lines = text_of(drawing, drawing.figures_of(spot), width, text);
}

/// Of the picture without its chart.
double height_besides_chart(const PlanDrawing& drawing, double width) {
  constexpr double head_and_legend = 165;
  PlanDrawing scratch = drawing;
  scratch.width = width, scratch.y = 0;
  draw_unplaced(scratch);
  return scratch.y + under_chart + chart_inset + head_and_legend;
}

std::optional<Labelling> labelling_of(PlanDrawing& drawing, double band, LabelText text) {
  constexpr double sides_of_paper = 1.414;
  set_labels(drawing, band, text);
  const std::optional<double> height = height_for_labels(drawing, least_height);
  if (!height) return std::nullopt;
  const double width = axis_width + static_cast<double>(levels) * band;
  const double all = *height + height_besides_chart(drawing, width);
  const double size = std::min(std::max(width, sides_of_paper * all), std::max(sides_of_paper * width, all));
  return Labelling{band, text, *height, size};
}

/// The one that lets the letters be the largest on a sheet; with what actions lift where that costs little.
std::optional<Labelling> best_labelling(PlanDrawing& drawing) {
  constexpr double worth_lifts = 1.3, worth_narrower = 1.01;
  std::optional<Labelling> best;
  for (const LabelText text : {LabelText::facts_and_lifts, LabelText::facts}) {
    for (double band = widest_band; band >= narrowest_band; band -= band_step) {
      const std::optional<Labelling> one = labelling_of(drawing, band, text);
      const double worth = best && best->text != text ? worth_lifts : worth_narrower;
      if (one && (!best || one->size * worth < best->size)) best = one;
    }
  }
  return best;
}

}  // namespace

double Band::inside(const PlanDrawing& drawing) const {
  return width - drawing.theme().spacing.gap;
}

void lay_out_bands(PlanDrawing& drawing) {
  sort_into_bands(drawing);
  if (drawing.spots.empty()) return;
  const bool may_be_labelled = !drawing.is_slide && drawing.spots.size() <= most_labelled;
  const std::optional<Labelling> labelling = may_be_labelled ? best_labelling(drawing) : std::nullopt;
  if (!labelling) {
    drawing.form = PlanForm::listed;
    set_bands(drawing, axis_width, (width_of_listed - axis_width) / static_cast<double>(levels));
    return;
  }
  set_labels(drawing, labelling->band, labelling->text);
  drawing.least_height = labelling->height;
}

namespace {

/// A dot of effort 2.5 stands between the levels 2 and 3, a whole level from side to side.
void place_dots(PlanDrawing& drawing, const Band& band) {
  const std::vector<double> middles = heights_of_dots(drawing, band, drawing.chart.height);
  const double inside = band.inside(drawing), a_level = inside - 2 * (dot_radius + inside_band);
  for (std::size_t k = 0; k < middles.size(); ++k) {
    Spot& spot = drawing.spots[band.spots[k]];
    const double off = (spot.effort - static_cast<double>(level_of(spot.effort) + 1)) * a_level;
    spot.dot = {band.left + inside / 2 + off, drawing.chart.top + middles[k]};
    if (std::abs(spot.dot.y - drawing.y_of(spot.value)) > 0.5) drawing.is_any_apart = true;
  }
}

}  // namespace

void lay_out_chart(PlanDrawing& drawing, double top) {
  const double asked = drawing.least_height + drawing.stretch;
  const double height = height_for_labels(drawing, asked).value_or(asked);
  const double width = drawing.bands.front().width;
  drawing.chart = {drawing.left + axis_width, top + chart_inset, static_cast<double>(levels) * width, height};
  set_bands(drawing, drawing.chart.left, width);
  for (const Band& band : drawing.bands) {
    place_dots(drawing, band);
    const std::vector<double> tops = tops_of_labels(drawing, band, height).value_or(std::vector<double>(band.spots.size()));
    for (std::size_t k = 0; k < tops.size(); ++k) {
      Spot& spot = drawing.spots[band.spots[k]];
      spot.label = {band.left + beside_label, drawing.chart.top + tops[k], band.inside(drawing) - 2 * beside_label, height_of(spot.lines)};
    }
  }
}

void lay_out_numbers(PlanDrawing& drawing, const Box& box) {
  for (Spot& spot : drawing.spots) spot.lines.clear();
  const double top = box.top + chart_inset;
  double height = box.height - chart_inset - under_chart;
  for (const Band& band : drawing.bands) height = std::max(height, static_cast<double>(band.spots.size()) * between_dots);
  drawing.chart = {box.left + axis_width, top, box.width - axis_width, height};
  set_bands(drawing, drawing.chart.left, drawing.chart.width / static_cast<double>(levels));
  for (const Band& band : drawing.bands) place_dots(drawing, band);
}

}  // namespace mot::plan
