#include "mot/view/priorities/priorities.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/priorities.h"
#include "mot/picture/curves.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::priorities {

namespace {

constexpr double label_width = 168, label_width_of_slide = 240;
constexpr double chart_inset = 34, inset_of_slide = 40, inset_above_on_slide = 30, least_side_of_slide = 6;
constexpr double dot_at_place = 2;  // radius
constexpr double beside_axis = 8;
constexpr double least_chart_width = 900;
constexpr double spots_of_least_width = 40;
constexpr double most_times_wider = 2.5;

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

Sign<Stroke> crosshair(const Theme& theme) {
  return {legend_rank::ways + 2, "cross-hair: the means", 26, {theme.muted, 1, Dash::dashed}};
}

Sign<Run> distance_off(const Canvas& canvas) {
  const TextStyle& small = canvas.theme().small_print;
  return {
      legend_rank::ways + 3, "distance to the nearer line of the cross-hair, as a share of its axis", 24, {"%", small.font, small.colour}};
}

Sign<Remark> bands() {
  return {legend_rank::remarks, "all in one band are equally important", 0, {}};
}

/// A dot at the end of a line.
struct PlaceLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const PlaceLook& look) {
  draw_sign(canvas, at, width, look.stroke);
  canvas.scene.ground.push_back(CurvedArea{circle({at.x + width, at.y}, dot_at_place), look.stroke.colour});
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

bool falls_far_short(const Figures& figures) {
  return figures.gap_class == GapClass::orange || figures.gap_class == GapClass::red;
}

/// How many moments of a quadrant there are, and how many of them fall far short.
struct QuadrantTally {
  std::size_t all = 0;
  std::size_t far_short = 0;
  bool is_friendly() const { return far_short == 0 || 2 * far_short < all; }
};

QuadrantTally tally_of(const PrioritiesDrawing& drawing, Quadrant quadrant) {
  QuadrantTally tally;
  for (const Figures& figures : drawing.input.analysis.touchpoints) {
    if (figures.quadrant != quadrant) continue;
    ++tally.all;
    tally.far_short += falls_far_short(figures) ? 1 : 0;
  }
  return tally;
}

/// What falls far short under a friendly name has a mark of its own, and so has what is red and decides, whatever its quadrant is called.
bool belies_its_quadrant(const PrioritiesDrawing& drawing, const Touchpoint& touchpoint, const Figures& figures) {
  if (!figures.quadrant || figures.quadrant == Quadrant::concentrate_here || !falls_far_short(figures)) return false;
  const bool decides = touchpoint.moment_of_truth.value && figures.gap_class == GapClass::red;
  return decides || tally_of(drawing, *figures.quadrant).is_friendly();
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
  drawing.left_out = spots.size() - most;
  spots.erase(spots.begin() + static_cast<std::ptrdiff_t>(most), spots.end());
}

/// From the most important, and there from the worst lived: what matters most gets the best places.
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

constexpr double from_edge = 12, widest_name = 300;

double name_width_in(double half) {
  return std::min(widest_name, half - 2 * from_edge);
}

/// What a quadrant is called, in its own colour, within its half of the chart.
std::vector<Line> name_of_quadrant(const PrioritiesDrawing& drawing, Quadrant quadrant, Colour colour, double half) {
  const Theme& theme = drawing.theme();
  const double width = name_width_in(half);
  const auto* const names = std::ranges::find(quadrant_names, quadrant, &QuadrantNames::quadrant);
  const QuadrantTally tally = tally_of(drawing, quadrant);
  const std::string name = drawing.wording(tally.is_friendly() ? names->friendly : names->by_place);
  std::vector<Line> lines = set_text(drawing.typesetter(), name, {theme.heading.font, colour}, width).lines;
  if (tally.is_friendly() || names->friendly == names->by_place) return lines;
  const std::string note = drawing.wording("{count} of {all} fall far short", {{"count", tally.far_short}, {"all", tally.all}});
  append(lines, set_text(drawing.typesetter(), note, {theme.small_print.font, theme.ink}, width).lines, 0);
  return lines;
}

/// Above and below the moments: as much as the names of the quadrants take.
double inset_of(const PrioritiesDrawing& drawing, const Chart& chart, std::initializer_list<Quadrant> quadrants, double least) {
  const double x = chart.x(chart.crosshair.actual), ink_above = 8, air = 6;
  double inset = least;
  for (const Quadrant quadrant : quadrants) {
    const bool is_left = quadrant == Quadrant::concentrate_here || quadrant == Quadrant::low_priority;
    const double half = is_left ? x - chart.box.left : chart.box.right() - x;
    inset = std::max(inset, ink_above + height_of(name_of_quadrant(drawing, quadrant, drawing.theme().ink, half)) + air);
  }
  return inset;
}

/// A slide has no room to give away over the names of quadrants.
void set_insets(const PrioritiesDrawing& drawing, Chart& chart) {
  const bool is_slide = drawing.options.is_slide;
  const std::initializer_list<Quadrant> above = {Quadrant::concentrate_here, Quadrant::keep_up_the_good_work};
  const std::initializer_list<Quadrant> all = {Quadrant::concentrate_here, Quadrant::keep_up_the_good_work, Quadrant::low_priority,
                                               Quadrant::possible_overkill};
  chart.inset = inset_of(drawing, chart, all, is_slide ? inset_of_slide : chart_inset);
  chart.inset_above = is_slide ? inset_of(drawing, chart, above, inset_above_on_slide) : chart.inset;
  if (is_slide) chart.least_side = least_side_of_slide;
}

/// The ground of a quadrant, its name in its outer corner.
void draw_quadrant(PrioritiesDrawing& drawing, Quadrant quadrant, const Box& box, Colour fill, Colour text) {
  const std::string id = drawing.ids.use("quadrant-" + std::to_string(static_cast<int>(quadrant) + 1));
  drawing.scene.panels.push_back({{id, "quadrant", drawing.wording(name_of(quadrant)), ""}, box, fill, std::nullopt});
  const bool is_left = box.left <= drawing.chart.box.left + 1e-6, is_top = box.top <= drawing.chart.box.top + 1e-6;
  const double width = name_width_in(box.width);
  const double left = is_left ? box.left + from_edge : box.right() - from_edge - width;
  std::vector<Line> lines = name_of_quadrant(drawing, quadrant, text, box.width);
  const double top = is_top ? box.top + 8 : box.bottom() - 8 - height_of(lines);
  put_text(drawing, {"name-" + id, "quadrant", "", ""}, {{left, top}, width, is_left ? Align::left : Align::right}, std::move(lines));
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

void draw_line(PrioritiesDrawing& drawing, Point from, Point to, const Stroke& stroke) {
  drawing.scene.ground.push_back(Curve{straight(from, to), stroke});
}

std::vector<Line> small_line(const PrioritiesDrawing& drawing, std::string_view text) {
  return {single_line(drawing.typesetter(), text, drawing.theme().small_print)};
}

void draw_crosshair(PrioritiesDrawing& drawing) {
  const auto mean = [&](const std::string& points) { return drawing.wording("mean {points}", {{"points", points}}); };
  const Chart& chart = drawing.chart;
  const Stroke stroke = explain(drawing, crosshair(drawing.theme()));
  const double x = chart.x(chart.crosshair.actual), y = chart.divide;
  draw_line(drawing, {x, chart.box.top}, {x, chart.box.bottom()}, stroke);
  draw_line(drawing, {chart.box.left, y}, {chart.box.right(), y}, stroke);
  put_text_in_middle(drawing, {"crosshair-lived", "axis", "", ""}, {{x - 70, chart.box.top - 10}, 140, Align::center},
                     small_line(drawing, mean(drawing.wording.points(chart.crosshair.actual))));
  put_text_in_middle(drawing, {"crosshair-importance", "axis", "", ""}, {{chart.box.right() + 6, y}, right_of_chart - 6},
                     small_line(drawing, mean(drawing.wording.number(fmt::format("{:.1f}", chart.crosshair.importance)))));
}

void name_importance(PrioritiesDrawing& drawing, const std::string& text, double y) {
  put_text_in_middle(drawing, {"importance", "axis", "", ""}, {{drawing.left, y}, axis_width - beside_axis, Align::right},
                     small_line(drawing, text));
}

void draw_axis_of_importance(PrioritiesDrawing& drawing, const Stroke& grid) {
  const Chart& chart = drawing.chart;
  for (const Grade& grade : chart.grades) {
    name_importance(drawing, drawing.wording.points(grade.importance), grade.middle());
    if (&grade != &chart.grades.back() && std::abs(grade.bottom - chart.divide) > 1)
      draw_line(drawing, {chart.box.left, grade.bottom}, {chart.box.right(), grade.bottom}, grid);
  }
  if (chart.axis == ImportanceAxis::graded) return;
  for (const double tick : ticks(chart.importance, Domain{-1, 1}, 8)) {
    const double y = chart.y(tick);
    draw_line(drawing, {chart.box.left, y}, {chart.box.right(), y}, grid);
    name_importance(drawing, drawing.wording.number(fmt::format("{:.1f}", tick)), y);
  }
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
  const auto title = [&](std::string id, const std::string& text, const TextPlace& place) {
    const auto lines = set_text(drawing.typesetter(), text, {drawing.theme().small_print.font, drawing.theme().ink}, place.width, 1).lines;
    return put_text(drawing, {std::move(id), "axis", "", ""}, place, lines).bottom();
  };
  drawing.y = title("title-lived", drawing.wording("what the {customer} lives, in points →", {{"customer", customer}}),
                    {{chart.box.left, top + 16}, drawing.chart_width, Align::center});
}

void draw_axis_title(PrioritiesDrawing& drawing) {
  const std::string customer = drawing.wording.customer();
  const bool is_stated = drawing.input.analysis.importance_basis == ImportanceBasis::stated;
  const std::string text = is_stated ? drawing.wording("↑ importance to the {customer}, 1 to 5", {{"customer", customer}})
                                     : drawing.wording("↑ how closely its score goes with the whole (Pearson's r)");
  const TextStyle style{drawing.theme().small_print.font, drawing.theme().ink};
  const auto lines = set_text(drawing.typesetter(), text, style, drawing.chart_width, 1).lines;
  drawing.y = put_text(drawing, {"title-importance", "axis", "", ""}, {{drawing.left, drawing.y}, drawing.chart_width}, lines).bottom() + 8;
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

/// From where it stands to where it belongs.
void draw_way_to_place(PrioritiesDrawing& drawing, const Spot& spot) {
  if (!spot.place) return;
  const Stroke stroke = explain(drawing, place_of_moved(drawing.theme())).stroke;
  const double edge = spot.center.y + (*spot.place > spot.center.y ? marker_radius : -marker_radius);
  draw_line(drawing, {spot.center.x, edge}, {spot.center.x, *spot.place}, stroke);
  drawing.scene.ground.push_back(CurvedArea{circle({spot.center.x, *spot.place}, dot_at_place), stroke.colour});
}

void draw_spot(PrioritiesDrawing& drawing, Spot& spot) {
  const Figures& figures = drawing.figures_of(spot);
  const Touchpoint& touchpoint = drawing.touchpoint_of(spot);
  const Tone tone = explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale()));
  const std::string tooltip = touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, spot.touchpoint) +
                              (figures.quadrant ? "\n" + drawing.wording(name_of(*figures.quadrant)) : "");
  draw_whisker(drawing, spot);
  draw_way_to_place(drawing, spot);
  Marker marker;
  marker.identity = {drawing.ids.use("touchpoint-" + touchpoint.id.value),
                     touchpoint_classes(drawing.input.workspace, drawing.input.analysis, spot.touchpoint), tooltip, ""};
  marker.center = spot.center;
  marker.radius = marker_radius;
  const RingLook ring = score_ring(drawing, figures, tone);
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  marker.text = Run{std::string(ring.glyph),
                    {drawing.theme().small_print.font.size, Weight::bold, Slant::upright},
                    is_judged(figures) ? tone.text : ring.colour};
  drawing.scene.items.push_back(std::move(marker));
  put_text(drawing, {"name-" + touchpoint.id.value, "name", tooltip, ""}, {{spot.label.left, spot.label.top}, spot.label.width},
           std::move(spot.lines));
}

/// Many spots get a wider chart, so that it does not grow in height alone.
double chart_width_for(std::size_t spots) {
  return least_chart_width * std::clamp(std::sqrt(static_cast<double>(spots) / spots_of_least_width), 1.0, most_times_wider);
}

/// A slide has none: what is done about it stands on the slide of the plan.
bool has_room_for_list(const PrioritiesDrawing& drawing) {
  return !drawing.options.is_slide && !drawing.spots.empty() && !first_to_mend(drawing.input).empty();
}

void draw_chart(PrioritiesDrawing& drawing) {
  std::vector<Spot>& spots = drawing.spots;
  draw_axis_title(drawing);
  const bool is_stated = drawing.input.analysis.importance_basis == ImportanceBasis::stated;
  drawing.chart = chart_around(spots, *drawing.input.analysis.crosshair, drawing.input.scale(),
                               is_stated ? ImportanceAxis::graded : ImportanceAxis::even);
  drawing.chart.box = {drawing.left + axis_width, drawing.y + 10, drawing.chart_width, 0};
  set_insets(drawing, drawing.chart);
  place(spots, drawing.chart);
  draw_quadrants(drawing);
  draw_axes(drawing);
  draw_crosshair(drawing);
  for (Spot& spot : spots) draw_spot(drawing, spot);
  if (is_stated) explain(drawing, bands());
  tell_left_out(drawing, drawing.left_out);
  if (has_room_for_list(drawing))
    draw_first_to_mend(drawing, {drawing.chart.box.right() + right_of_chart, drawing.chart.box.top, list_width, 0});
}

bool is_empty(const PrioritiesDrawing& drawing) {
  return !drawing.input.analysis.crosshair;
}

double width_of(PrioritiesDrawing& drawing) {
  drawing.spots = spots_of(drawing);
  const double asked = drawing.options.is_slide ? drawing.options.width - 2 * drawing.left - axis_width - right_of_chart
                                                : chart_width_for(drawing.spots.size());
  // No chart is high enough for a name that is wider than it.
  constexpr double beside_name = 24;
  double widest = 0;
  for (const Spot& spot : drawing.spots) widest = std::max(widest, spot.label_width);
  drawing.chart_width = std::max(asked, widest + beside_name);
  const bool has_list = has_room_for_list(drawing);
  return axis_width + drawing.chart_width + right_of_chart + (has_list ? list_width : 0);
}

std::string title_of(const PrioritiesDrawing& drawing) {
  return drawing.wording("What to do first");
}

std::vector<std::string> figures_of(const PrioritiesDrawing& drawing) {
  return summary_texts(drawing.wording, drawing.input.analysis.all);
}

/// Which moments ask for work first.
std::string description_of(const PrioritiesDrawing& drawing) {
  const PictureInput& input = drawing.input;
  std::string names;
  for (const std::size_t i : first_to_mend(input)) names += (names.empty() ? "" : ", ") + input.workspace.touchpoints[i].name.value;
  if (names.empty()) return drawing.wording("Importance against the lived experience.");
  return drawing.wording("Importance against the lived experience. First to mend: {moments}.", {{"moments", names}});
}

}  // namespace

const Content<PrioritiesDrawing> content = {
    .title = title_of,
    .key_figures = figures_of,
    .description = description_of,
    .width = width_of,
    .empty = "No moment has both an importance and a lived score yet, so none has a place in the chart.",
    .is_empty = is_empty,
    .body = draw_chart,
    .below = draw_blind_spots};

}  // namespace mot::priorities
