// The axes of the chart, their names, and the cross-hair.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>
#include <vector>

#include "mot/picture/axis.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

namespace {

constexpr double beside_axis = 8, beside_box = 6;

Sign<Stroke> crosshair(const Theme& theme) {
  return {legend_rank::ways + 2, "cross-hair: the means", 26, {theme.muted, 1, Dash::dashed}};
}

Sign<Remark> bands() {
  return {legend_rank::remarks, "all in one band are equally important", 0, {}};
}

std::string mean_text(const PrioritiesDrawing& drawing, const std::string& points) {
  return drawing.wording("mean {points}", {{"points", points}});
}

std::string mean_of_importance(const PrioritiesDrawing& drawing, double mean) {
  return mean_text(drawing, drawing.wording.number(fmt::format("{:.1f}", mean)));
}

std::vector<Line> small_line(const PrioritiesDrawing& drawing, std::string_view text) {
  return {single_line(drawing.typesetter(), text, drawing.theme().small_print)};
}

void name_importance(PrioritiesDrawing& drawing, const std::string& text, double y) {
  put_text_in_middle(drawing, {"importance", "axis", "", ""}, {{drawing.left, y}, drawing.axis_width - beside_axis, Align::right},
                     small_line(drawing, text));
}

void draw_axis_of_importance(PrioritiesDrawing& drawing, const Stroke& grid) {
  const Chart& chart = drawing.chart;
  for (const Grade& grade : chart.grades) {
    name_importance(drawing, drawing.wording.points(grade.importance), grade.middle());
    if (&grade != &chart.grades.back() && std::abs(grade.bottom - chart.divide) > 1)
      draw_line(drawing, {chart.box.left, grade.bottom}, {chart.box.right(), grade.bottom}, grid);
  }
  if (chart.axis == ImportanceAxis::graded) {
    explain(drawing, bands());
    return;
  }
  for (const double tick : ticks(chart.importance, Domain{-1, 1}, 8)) {
    const double y = chart.y(tick);
    draw_line(drawing, {chart.box.left, y}, {chart.box.right(), y}, grid);
    name_importance(drawing, drawing.wording.number(fmt::format("{:.1f}", tick)), y);
  }
}

/// Returns its lower edge.
double put_title(PrioritiesDrawing& drawing, std::string id, std::string_view text, const TextPlace& place) {
  const TextStyle style{drawing.theme().small_print.font, drawing.theme().ink};
  std::vector<Line> lines = set_text(drawing.typesetter(), text, style, place.width).lines;
  return put_text(drawing, {std::move(id), "axis", "", ""}, place, std::move(lines)).bottom();
}

/// Of an upright line at x: where names have found no room beside it, it leaves them out.
std::vector<std::pair<double, double>> parts_between_names(const PrioritiesDrawing& drawing, double x) {
  constexpr double air = 2;
  std::vector<std::pair<double, double>> names, parts;
  for (const Spot& spot : drawing.spots) {
    if (!spot.number.empty()) continue;
    for (const Box& box : text_boxes(drawing.typesetter(), spot.lines, spot.label, Align::left))
      if (box.left - air < x && x < box.right() + air) names.emplace_back(box.top, box.bottom());
  }
  std::ranges::sort(names);
  double top = drawing.chart.box.top;
  for (const auto& [begin, end] : names) {
    if (begin > top) parts.emplace_back(top, begin);
    top = std::max(top, end);
  }
  if (top < drawing.chart.box.bottom()) parts.emplace_back(top, drawing.chart.box.bottom());
  return parts;
}

}  // namespace

void draw_line(PrioritiesDrawing& drawing, Point from, Point to, const Stroke& stroke) {
  drawing.scene.ground.push_back(Curve{straight(from, to), stroke});
}

ImportanceAxis axis_of(const PrioritiesDrawing& drawing) {
  return drawing.input.analysis.importance_basis == ImportanceBasis::stated ? ImportanceAxis::graded : ImportanceAxis::even;
}

void narrow_sides(PrioritiesDrawing& drawing) {
  const Font& font = drawing.theme().small_print.font;
  const auto room_for = [&](const std::string& text) { return drawing.typesetter().width_of(text, font) * 1.03 + 1; };
  drawing.axis_width = beside_axis + room_for(axis_of(drawing) == ImportanceAxis::graded ? "5" : drawing.wording.number("−0.5"));
  std::istringstream words(mean_of_importance(drawing, drawing.input.analysis.crosshair->importance));
  drawing.right_of_chart = 0;
  for (std::string word; words >> word;) drawing.right_of_chart = std::max(drawing.right_of_chart, beside_box + room_for(word));
}

void draw_crosshair(PrioritiesDrawing& drawing) {
  const Chart& chart = drawing.chart;
  const Sign<Stroke> sign = crosshair(drawing.theme());
  const Stroke stroke = drawing.is_numbered ? sign.look : explain(drawing, sign);  // its lines say themselves that they are means
  const double x = chart.x(chart.crosshair.actual), y = chart.divide, room = drawing.right_of_chart - beside_box;
  for (const auto& [top, bottom] : parts_between_names(drawing, x)) draw_line(drawing, {x, top}, {x, bottom}, stroke);
  draw_line(drawing, {chart.box.left, y}, {chart.box.right(), y}, stroke);
  put_text_in_middle(drawing, {"crosshair-lived", "axis", "", ""}, {{x - 70, chart.box.top - 10}, 140, Align::center},
                     small_line(drawing, mean_text(drawing, drawing.wording.points(chart.crosshair.actual))));
  put_text_in_middle(
      drawing, {"crosshair-importance", "axis", "", ""}, {{chart.box.right() + beside_box, y}, room},
      set_text(drawing.typesetter(), mean_of_importance(drawing, chart.crosshair.importance), drawing.theme().small_print, room / 0.97)
          .lines);
}

void draw_axes(PrioritiesDrawing& drawing) {
  const Chart& chart = drawing.chart;
  const Scale& scale = drawing.input.scale();
  const Stroke grid{drawing.theme().line, drawing.theme().spacing.hairline, Dash::solid};
  draw_axis_of_importance(drawing, grid);
  const double widest = std::max(drawing.typesetter().width_of(drawing.wording.points(scale.max), drawing.theme().small_print.font),
                                 drawing.typesetter().width_of(drawing.wording.points(scale.min), drawing.theme().small_print.font));
  const double room = widest + 40;
  const double top = chart.box.bottom() + 6;
  for (const double tick : ticks(chart.lived, {scale.min, scale.max}, std::min(10.0, chart.box.width / room))) {
    const double x = chart.x(tick);
    draw_line(drawing, {x, chart.box.bottom()}, {x, chart.box.bottom() + 4}, grid);
    put_text(drawing, {"lived", "axis", "", ""}, {{x - room / 2 + 2, top}, room - 4, Align::center},
             small_line(drawing, drawing.wording.points(tick)));
  }
  const std::string customer = drawing.wording.customer();
  const TextPlace place{{chart.box.left, top + 16}, drawing.chart_width, Align::center};
  drawing.y = put_title(drawing, "title-lived", drawing.wording("what the {customer} lives, in points →", {{"customer", customer}}), place);
}

void draw_axis_title(PrioritiesDrawing& drawing) {
  const std::string customer = drawing.wording.customer();
  const bool is_stated = drawing.input.analysis.importance_basis == ImportanceBasis::stated;
  const std::string text = is_stated ? drawing.wording("↑ importance to the {customer}, 1 to 5", {{"customer", customer}})
                                     : drawing.wording("↑ how closely its score goes with the whole (Pearson's r)");
  drawing.y = put_title(drawing, "title-importance", text, {{drawing.left, drawing.y}, drawing.chart_width}) + 8;
}

}  // namespace mot::priorities
