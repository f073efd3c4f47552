// The four quadrants of the chart: what they are called, what they hold, and their grounds.
#include <algorithm>
#include <string>

#include "mot/analysis/priorities.h"
#include "mot/picture/text_layout.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

namespace {

constexpr double chart_inset = 34, inset_of_slide = 40, inset_above_on_slide = 30, least_side_of_slide = 6;

/// A quadrant most of whose moments fall far short is named by where it lies: what all do badly is no good work, and overkill nowhere.
struct QuadrantNames {
  Quadrant quadrant;
  std::string_view friendly;
  std::string_view by_place;
};

constexpr QuadrantNames quadrant_names[] = {
    {Quadrant::concentrate_here, "Concentrate here", "Concentrate here"},
    {Quadrant::keep_up_the_good_work, "Keep up the good work", "Important, better than the mean"},
    {Quadrant::low_priority, "Low priority", "Less important, worse than the mean"},
    {Quadrant::possible_overkill, "Possible overkill", "Less important, better than the mean"},
};

/// How many moments of a quadrant there are, and how many of them fall far short.
struct QuadrantTally {
  std::size_t all = 0;
  std::size_t far_short = 0;
  bool is_friendly() const { return far_short == 0 || 2 * far_short < all; }
};

QuadrantTally tally_of(const PrioritiesDrawing& drawing, Quadrant quadrant) {
  QuadrantTally tally;
  const auto count = [&](const Figures& figures) {
    if (figures.quadrant != quadrant) return;
    ++tally.all;
    tally.far_short += falls_far_short(figures) ? 1 : 0;
  };
  const bool are_some_left_out = !drawing.left_out.empty() && !drawing.spots.empty();  // no name says more than the picture shows
  if (are_some_left_out)
    for (const Spot& spot : drawing.spots) count(drawing.figures_of(spot));
  else
    for (const Figures& figures : drawing.input.analysis.touchpoints) count(figures);
  return tally;
}

constexpr double widest_name = 300;

double from_side(const PrioritiesDrawing& drawing) {
  return drawing.is_numbered ? 5 : 12;
}

double name_width_in(const PrioritiesDrawing& drawing, double half) {
  return std::min(widest_name, half - 2 * from_side(drawing));
}

/// From a name to the upper or lower edge of the chart, and to the moments; less where there is little room.
double from_rim(const PrioritiesDrawing& drawing) {
  return drawing.is_numbered ? 3 : 8;
}
double air(const PrioritiesDrawing& drawing) {
  return drawing.is_numbered ? 2 : 6;
}

/// What a quadrant is called, in its own colour, within its half of the chart.
std::vector<Line> name_of_quadrant(const PrioritiesDrawing& drawing, Quadrant quadrant, Colour colour, double half) {
  const Theme& theme = drawing.theme();
  const double width = name_width_in(drawing, half);
  const auto* const names = std::ranges::find(quadrant_names, quadrant, &QuadrantNames::quadrant);
  const QuadrantTally tally = tally_of(drawing, quadrant);
  const std::string name = drawing.wording(tally.is_friendly() ? names->friendly : names->by_place);
  const Font font = drawing.is_numbered ? Font{theme.small_print.font.size, Weight::bold, Slant::upright} : theme.heading.font;
  std::vector<Line> lines = set_text(drawing.typesetter(), name, {font, colour}, width).lines;
  if (tally.is_friendly() || names->friendly == names->by_place || drawing.is_numbered) return lines;
  const std::string note = drawing.wording("{count} of {all} fall far short", {{"count", tally.far_short}, {"all", tally.all}});
  append(lines, set_text(drawing.typesetter(), note, {theme.small_print.font, theme.ink}, width).lines, 0);
  return lines;
}

/// Above and below the moments: as much as the names of the quadrants take.
double inset_of(const PrioritiesDrawing& drawing, const Chart& chart, std::initializer_list<Quadrant> quadrants, double least) {
  const double x = chart.x(chart.crosshair.actual), beside_names = from_rim(drawing) + air(drawing);
  double inset = least;
  for (const Quadrant quadrant : quadrants) {
    const bool is_left = quadrant == Quadrant::concentrate_here || quadrant == Quadrant::low_priority;
    const double half = is_left ? x - chart.box.left : chart.box.right() - x;
    inset = std::max(inset, beside_names + height_of(name_of_quadrant(drawing, quadrant, drawing.theme().ink, half)));
  }
  return inset;
}

/// The ground of a quadrant, its name in its outer corner.
void draw_quadrant(PrioritiesDrawing& drawing, Quadrant quadrant, const Box& box, Colour fill, Colour text) {
  const std::string id = drawing.ids.use("quadrant-" + std::to_string(static_cast<int>(quadrant) + 1));
  drawing.scene.panels.push_back({{id, "quadrant", drawing.wording(name_of(quadrant)), ""}, box, fill, std::nullopt});
  const bool is_left = box.left <= drawing.chart.box.left + 1e-6, is_top = box.top <= drawing.chart.box.top + 1e-6;
  const double width = name_width_in(drawing, box.width);
  const double left = is_left ? box.left + from_side(drawing) : box.right() - from_side(drawing) - width;
  std::vector<Line> lines = name_of_quadrant(drawing, quadrant, text, box.width);
  const double top = is_top ? box.top + from_rim(drawing) : box.bottom() - from_rim(drawing) - height_of(lines);
  put_text(drawing, {"name-" + id, "quadrant", "", ""}, {{left, top}, width, is_left ? Align::left : Align::right}, std::move(lines));
}

}  // namespace

bool belies_its_quadrant(const PrioritiesDrawing& drawing, const Touchpoint& touchpoint, const Figures& figures) {
  if (!figures.quadrant || figures.quadrant == Quadrant::concentrate_here || !falls_far_short(figures)) return false;
  const bool decides = touchpoint.moment_of_truth.value && figures.gap_class == GapClass::red;
  return decides || tally_of(drawing, *figures.quadrant).is_friendly();
}

void set_insets(const PrioritiesDrawing& drawing, Chart& chart) {
  const bool is_slide = drawing.options.is_slide;
  const std::initializer_list<Quadrant> above = {Quadrant::concentrate_here, Quadrant::keep_up_the_good_work};
  const std::initializer_list<Quadrant> all = {Quadrant::concentrate_here, Quadrant::keep_up_the_good_work, Quadrant::low_priority,
                                               Quadrant::possible_overkill};
  const std::initializer_list<Quadrant> below = {Quadrant::low_priority, Quadrant::possible_overkill};
  const bool is_even = chart.axis == ImportanceAxis::even;  // which has the same on either side
  if (drawing.is_numbered) {
    chart.inset = inset_of(drawing, chart, is_even ? all : below, is_even ? chart.radius + 2 : 0);
    chart.inset_above = inset_of(drawing, chart, above, 0);
  } else {
    chart.inset = inset_of(drawing, chart, all, is_slide ? inset_of_slide : chart_inset);
    chart.inset_above = is_slide ? inset_of(drawing, chart, above, inset_above_on_slide) : chart.inset;
  }
  if (is_slide) chart.least_side = least_side_of_slide;
}

void draw_quadrants(PrioritiesDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const Chart& chart = drawing.chart;
  const double x = chart.x(chart.crosshair.actual), y = chart.divide;
  const double left = chart.box.left, top = chart.box.top, right = chart.box.right(), bottom = chart.box.bottom();
  const Tone &red = theme.tone_of(GapClass::red), &green = theme.tone_of(GapClass::green);
  draw_quadrant(drawing, Quadrant::concentrate_here, {left, top, x - left, y - top}, red.tint, red.text);
  const bool is_good = tally_of(drawing, Quadrant::keep_up_the_good_work).is_friendly();
  draw_quadrant(drawing, Quadrant::keep_up_the_good_work, {x, top, right - x, y - top}, is_good ? green.tint : theme.panel,
                is_good ? green.text : theme.muted);
  draw_quadrant(drawing, Quadrant::low_priority, {left, y, x - left, bottom - y}, theme.panel, theme.muted);
  draw_quadrant(drawing, Quadrant::possible_overkill, {x, y, right - x, bottom - y}, theme.panel, theme.muted);
}

}  // namespace mot::priorities
