// The panel of the two curves: what is wanted and what is lived, with the shortfall between them shaded.
#include <algorithm>
#include <cmath>
#include <functional>

#include "mot/analysis/paths.h"
#include "mot/picture/curves.h"
#include "mot/picture/fade.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/journey/axis.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double wanted_width = 1.5, lived_width = 2;
constexpr double target_dot = 2.4;
constexpr double smallest_radius = 10.5;
constexpr double larger_for_truth = 3;  // a moment of truth's marker
constexpr double around_marker = 3.5;   // so that one on the scale's end stays inside
constexpr double between_markers = 2;
constexpr double ring_on_line = 2.5;  // where the stem of a moment beside the path begins

/// Turns columns and heights into places on the page.
struct Window {
  Band band;
  double left;
  double top;
  double pitch;

  double x(double column) const { return left + (column - static_cast<double>(band.begin)) * pitch; }

  /// The part of a piece that lies in the band, on the page.
  std::optional<Bezier> seen(const std::optional<Bezier>& piece) const {
    if (!piece) return std::nullopt;
    const double from = std::max((*piece)[0].x, static_cast<double>(band.begin));
    const double to = std::min((*piece)[3].x, static_cast<double>(band.end));
    if (to - from < 1e-9) return std::nullopt;
    Bezier part = part_of(*piece, from, to);
    for (Point& point : part) point = {x(point.x), top + point.y};
    return part;
  }

  /// Of pieces that start at the columns `x`: no others are looked at, so that all bands together take no longer than one.
  std::vector<std::optional<Bezier>> seen(const std::vector<std::optional<Bezier>>& line, const std::vector<double>& x) const {
    const Points shown = points(x);
    std::vector<std::optional<Bezier>> parts;
    for (std::size_t i = shown.begin - std::min<std::size_t>(shown.begin, 1); i < std::min(shown.end, line.size()); ++i)
      parts.push_back(seen(line[i]));
    return parts;
  }

  struct Points {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// Which of the columns `x`, which grow, lie in the band or on its edges.
  Points points(const std::vector<double>& x) const {
    const auto begin = std::lower_bound(x.begin(), x.end(), static_cast<double>(band.begin));
    const auto end = std::upper_bound(begin, x.end(), static_cast<double>(band.end));
    return {static_cast<std::size_t>(begin - x.begin()), static_cast<std::size_t>(end - x.begin())};
  }
};

/// Where actions lift a moment to, and the line between such places.
struct LiftLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const LiftLook& look) {
  draw_sign(canvas, at, width, look.stroke);
  draw_sign(canvas, at, width, WedgeLook{look.stroke.colour});
}

Sign<LiftLook> lived_after(const Theme& theme) {
  return {legend_rank::curves + 2, "lived after the actions", 26, {{theme.up.text, 2, Dash::dotted}}};
}

/// One curve for each stretch without a hole.
template <class StrokeOf>
void draw_line(Scene& scene, const std::vector<std::optional<Bezier>>& line, const StrokeOf& stroke_of) {
  for (std::vector<Point>& path : unbroken(line)) scene.ground.push_back(Curve{std::move(path), stroke_of()});
}

void draw_curves(JourneyDrawing& drawing, const Path& path, const Window& window) {
  const Theme& theme = drawing.theme();
  const auto stroke_after = [&] { return explain(drawing, lived_after(theme)).stroke; };
  const auto stroke_lived = [&] { return explain(drawing, lived(theme, lived_width)); };
  const auto stroke_wanted = [&] { return explain(drawing, wanted(theme, wanted_width)); };
  const auto wanted_line = window.seen(path.wanted_line, path.x);
  const auto lived_line = window.seen(path.lived_line, path.x);
  for (std::vector<Point>& outline : areas_between(wanted_line, lived_line))
    drawing.scene.ground.push_back(CurvedArea{std::move(outline), explain(drawing, shortfall(theme))});
  draw_line(drawing.scene, window.seen(path.after_line, path.x), stroke_after);
  draw_line(drawing.scene, lived_line, stroke_lived);
  draw_line(drawing.scene, wanted_line, stroke_wanted);  // last: to be seen where both are the same
  const auto [begin, end] = window.points(path.x);
  for (std::size_t i = begin; i < end; ++i) {
    if (!path.wanted[i]) continue;
    const Point center{window.x(path.x[i]), window.top + *path.wanted[i]};
    drawing.scene.ground.push_back(CurvedArea{circle(center, target_dot), stroke_wanted().colour});
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (!path.after[i] || path.after[i] == path.lived[i]) continue;
    draw_sign(drawing, {window.x(path.x[i]), window.top + *path.after[i]}, 0, WedgeLook{stroke_after().colour});
  }
}

Font marker_font(const Theme& theme) {
  return {theme.small_print.font.size, Weight::bold, Slant::upright};
}

/// All markers of a journey are as large as the longest score needs.
double marker_radius(const JourneyDrawing& drawing) {
  double widest = 0;
  for (const Visit& visit : drawing.plan.visits) {
    const auto& actual = drawing.subject.figures_of(visit).actual;
    if (actual) widest = std::max(widest, drawing.typesetter().width_of(drawing.wording.points(*actual), marker_font(drawing.theme())));
  }
  return std::max(smallest_radius, std::ceil(widest / 2 + 3));
}

/// Full and in the colour of its gap where customers were asked; a ring where somebody judged; a dashed ring where nobody knows.
Marker marker_of(JourneyDrawing& drawing, const Visit& visit, Point center, double radius) {
  const Theme& theme = drawing.theme();
  const Figures& figures = drawing.subject.figures_of(visit);
  Marker marker;
  marker.identity = {drawing.ids.use("marker-" + visit.key),
                     touchpoint_classes(drawing.subject.workspace, drawing.subject.analysis, visit.touchpoint),
                     touchpoint_tooltip(drawing.subject.workspace, drawing.subject.analysis, visit.touchpoint), ""};
  marker.center = center;
  marker.radius = drawing.subject.touchpoint_of(visit).moment_of_truth.value ? radius + larger_for_truth : radius;
  const bool is_faded = drawing.subject.fades(visit.department);
  const RingLook ring = score_ring(drawing, figures, theme.tone_of(figures.gap_class));
  marker.fill = ring.fill;
  marker.stroke = ring.stroke;
  marker.text = Run{figures.actual ? drawing.wording.points(*figures.actual) : std::string(ring.glyph), marker_font(theme), ring.colour};
  if (figures.actual && !is_faded) explain(drawing, gap(drawing, figures.gap_class, drawing.subject.scale()));
  if (is_faded) fade(drawing, marker);
  return marker;
}

void draw_markers(JourneyDrawing& drawing, const Path& path, const Window& window) {
  if (drawing.subject.leaves_blank(Blank::actual)) return;
  const auto [begin, end] = window.points(path.x);
  for (std::size_t i = begin; i < end; ++i) {
    if (!path.visits[i]) continue;
    const Visit& visit = drawing.plan.visits[*path.visits[i]];
    const double down = path.lived[i].value_or(panel_height(drawing) + path.strip / 2);
    drawing.scene.items.push_back(marker_of(drawing, visit, {window.x(path.x[i]), window.top + down}, path.marker_radius));
  }
}

/// Where the markers of what hangs under a column stand: right of the column's own one, before that of the next column and inside the row,
/// at so many places as have room; in columns of the whole journey.
std::vector<double> places_beside_path(const JourneyDrawing& drawing, const Path& path, const Band& band, std::size_t column) {
  const double radius = path.marker_radius + larger_for_truth;
  const double step = (2 * radius + between_markers) / drawing.grid.pitch;
  const double middle = static_cast<double>(column) + 0.5;
  const bool is_last = column + 1 == band.end;
  const double end = is_last ? middle + 0.5 - radius / drawing.grid.pitch : middle + 1 - step;
  std::vector<double> places;
  for (double x = drawing.plan.columns[column].main ? middle + step : middle; x <= end + 1e-9; x += step) places.push_back(x);
  return places;
}

/// From an open ring on the lived line to the marker.
void draw_stem(JourneyDrawing& drawing, std::span<const std::optional<Bezier>> lived_line, Point center, double radius) {
  const auto from = height_at(lived_line, center.x);
  if (!from) return;
  const Theme& theme = drawing.theme();
  const Stroke stroke = explain(drawing, under_condition(theme)).stroke;
  const double down = center.y > *from ? 1 : -1;
  if (std::abs(center.y - *from) > radius + ring_on_line) {
    drawing.scene.ground.push_back(Curve{straight({center.x, *from + down * ring_on_line}, {center.x, center.y - down * radius}), stroke});
    drawing.scene.ground.push_back(CurvedArea{circle({center.x, *from}, ring_on_line + 1), theme.ink});
    drawing.scene.ground.push_back(CurvedArea{circle({center.x, *from}, ring_on_line), theme.page});
  }
}

/// A moment beside the path and where its marker stands, in columns of the whole journey.
struct Beside {
  std::size_t visit = 0;
  double x = 0;
};

/// What hangs under a column and has a marker: of too many those that fall shortest.
std::vector<Beside> beside_path(const JourneyDrawing& drawing, const Path& path, const Band& band, std::size_t column) {
  std::vector<std::size_t> visits = drawing.plan.columns[column].asides;
  std::erase_if(visits, [&](std::size_t visit) { return drawing.plan.visits[visit].is_behind; });
  if (visits.empty()) return {};
  const std::vector<double> places = places_beside_path(drawing, path, band, column);
  if (visits.size() > places.size()) {
    const auto shortfall_of = [&](std::size_t visit) { return drawing.subject.figures_of(drawing.plan.visits[visit]).gap.value_or(0); };
    std::vector<std::size_t> worst = visits;
    std::ranges::stable_sort(worst, std::greater<>(), shortfall_of);
    worst.resize(places.size());
    std::erase_if(visits, [&](std::size_t visit) { return std::ranges::find(worst, visit) == worst.end(); });
  }
  std::vector<Beside> beside;
  for (std::size_t i = 0; i < visits.size(); ++i) beside.push_back({visits[i], places[i]});
  return beside;
}

Sign<Remark> worst_alone() {
  return {legend_rank::remarks + 5, "of many that happen under a condition the curve has those that fall shortest", 0, {}};
}

/// What hangs under the columns at its own height beside the lines, which go past it.
void draw_markers_beside_path(JourneyDrawing& drawing, const Path& path, const Window& window) {
  if (drawing.subject.leaves_blank(Blank::actual)) return;
  const auto lived_line = window.seen(path.lived_line, path.x);
  for (std::size_t column = window.band.begin; column < window.band.end; ++column) {
    const std::vector<Beside> beside = beside_path(drawing, path, window.band, column);
    const auto is_on_way = [&](std::size_t visit) { return !drawing.plan.visits[visit].is_behind; };
    const auto all = std::ranges::count_if(drawing.plan.columns[column].asides, is_on_way);
    if (beside.size() < static_cast<std::size_t>(all)) explain(drawing, worst_alone());
    for (const auto& [index, x] : beside) {
      const Visit& visit = drawing.plan.visits[index];
      const auto& actual = drawing.subject.figures_of(visit).actual;
      const double down = actual ? height_in_panel(drawing, *actual, path.inset) : panel_height(drawing) + path.strip / 2;
      Marker marker = marker_of(drawing, visit, {window.x(x), window.top + down}, path.marker_radius);
      draw_stem(drawing, lived_line, marker.center, marker.radius);
      drawing.scene.items.push_back(std::move(marker));
    }
  }
}

/// Neither a moment of the main path nor one beside it, nor a journey inside.
bool is_empty(const Column& column) {
  return !column.main && column.asides.empty() && !column.inner && column.inner_asides.empty();
}

/// The moments of a journey inside, side by side in its column, without marks of their own; a hole where it has none.
template <class AddPoint>
void add_inner(const JourneyDrawing& drawing, std::size_t column, const AddPoint& add) {
  const Workspace& workspace = drawing.subject.workspace;
  const InnerJourney& inner = drawing.plan.inner_journeys[*drawing.plan.columns[column].inner];
  const std::vector<std::size_t> moments = mot::main_path(workspace, workspace.journeys[inner.journey]);
  if (moments.empty()) add(static_cast<double>(column) + 0.5, std::optional<std::size_t>());
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(moments.size());
    add(static_cast<double>(column) + share, std::optional(moments[i]));
  }
}

/// Whether a column is there for a stage alone that has no other; one for what branches off before anything else has more.
bool is_of_empty_stage(const JourneyDrawing& drawing, std::size_t column) {
  return is_empty(drawing.plan.columns[column]) && asides_in(drawing.plan, column).empty();
}

/// Says in its column that a stage has nothing yet.
void draw_empty_columns(JourneyDrawing& drawing, const Box& panel, const Band& band) {
  const Theme& theme = drawing.theme();
  for (std::size_t column = band.begin; column < band.end; ++column) {
    if (!is_of_empty_stage(drawing, column)) continue;
    Label label;
    label.identity.id = drawing.ids.use("empty-" + drawing.subject.journey().stages[drawing.plan.columns[column].stage].id.value);
    label.align = Align::center;
    label.lines = set_text(drawing.typesetter(), drawing.wording("no moments yet"), theme.small_print, drawing.grid.card_width()).lines;
    const double height = height_of(label.lines);
    label.box = {drawing.grid.card_left(band, column), panel.center().y - height - 3, drawing.grid.card_width(), height};
    drawing.scene.items.push_back(std::move(label));
  }
}

/// Whether the marker of any moment has no height on the scale.
bool has_unknown(const JourneyDrawing& drawing, const Path& path) {
  if (drawing.subject.leaves_blank(Blank::actual)) return false;
  for (std::size_t i = 0; i < path.visits.size(); ++i) {
    if (path.visits[i] && !path.lived[i]) return true;
  }
  const auto is_unknown = [&](const Beside& beside) { return !drawing.subject.figures_of(drawing.plan.visits[beside.visit]).actual; };
  for (const Band& band : drawing.plan.bands) {
    for (std::size_t column = band.begin; column < band.end; ++column)
      if (std::ranges::any_of(beside_path(drawing, path, band, column), is_unknown)) return true;
  }
  return false;
}

/// Under the scale, so that no place in it reads as a score.
void draw_strip(JourneyDrawing& drawing, const Box& scale, double height) {
  const Theme& theme = drawing.theme();
  drawing.scene.ground.push_back(
      Curve{straight({scale.left, scale.bottom()}, {scale.right(), scale.bottom()}), {theme.line, theme.spacing.hairline, Dash::dashed}});
  const double width = drawing.grid.headings - beside_headings;
  put_text_in_middle(drawing, {"nobody-knows", "axis", "", ""}, {{drawing.left, scale.bottom() + height / 2}, width, Align::right},
                     set_text(drawing.typesetter(), drawing.wording("Nobody knows"), theme.small_print, width, 2).lines);
}

}  // namespace

Path main_path(const JourneyDrawing& drawing) {
  Path path;
  path.marker_radius = marker_radius(drawing);
  path.inset = path.marker_radius + larger_for_truth + around_marker;
  const auto height = [&](const std::optional<double>& score) {
    return score ? std::optional(height_in_panel(drawing, *score, path.inset)) : std::nullopt;
  };
  for (std::size_t i = 0; i < drawing.plan.columns.size(); ++i) {
    const Column& column = drawing.plan.columns[i];
    const auto add = [&](double x, const std::optional<std::size_t>& touchpoint) {
      const Figures figures = touchpoint ? drawing.subject.analysis.touchpoints[*touchpoint] : Figures{};
      path.visits.push_back(column.main);
      path.x.push_back(x);
      path.wanted.push_back(height(figures.target));
      path.lived.push_back(height(figures.actual));
      path.after.push_back(touchpoint && !drawing.after.empty() ? height(drawing.after[*touchpoint]) : std::nullopt);
    };
    if (column.inner) add_inner(drawing, i, add);
    if (column.inner || (!column.main && !is_empty(column))) continue;
    if (column.main && drawing.plan.visits[*column.main].is_behind) continue;
    add(static_cast<double>(i) + 0.5, column.main ? std::optional(drawing.plan.visits[*column.main].touchpoint) : std::nullopt);
  }
  if (has_unknown(drawing, path)) path.strip = 2 * path.inset + 2;
  path.wanted_line = smooth_line(path.x, path.wanted);
  path.lived_line = smooth_line(path.x, path.lived);
  path.after_line = smooth_line(path.x, path.after);
  return path;
}

void draw_experience(JourneyDrawing& drawing, const Path& path, const Band& band) {
  const Theme& theme = drawing.theme();
  const Box scale{drawing.grid.content_left(), drawing.y, drawing.grid.content_width(band), panel_height(drawing)};
  const Box panel{scale.left, scale.top, scale.width, scale.height + path.strip};
  const std::string id = drawing.ids.use("experience");
  drawing.scene.panels.push_back({{id, "experience", "", ""}, panel, theme.page, Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
  const double heading_width = drawing.grid.headings - axis_width(drawing);
  std::vector<Line> notes = set_text(drawing.typesetter(), drawing.wording("wanted and lived"), theme.small_print, heading_width).lines;
  draw_heading(drawing, {id, drawing.wording("Experience"), std::move(notes), heading_width});
  draw_axis(drawing, path, band, scale);
  if (path.strip > 0) draw_strip(drawing, scale, path.strip);
  const Window window{band, panel.left, panel.top, drawing.grid.pitch};
  draw_curves(drawing, path, window);
  draw_markers(drawing, path, window);
  draw_markers_beside_path(drawing, path, window);
  draw_empty_columns(drawing, scale, band);
  drawing.y = panel.bottom();
}

}  // namespace mot::journey
