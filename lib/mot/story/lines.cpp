// The two lines of a row, the band around what was measured, and the shortfall in the colour of its class.
#include <algorithm>
#include <cmath>

#include "mot/analysis/paths.h"
#include "mot/picture/signs.h"
#include "mot/story/other_lines.h"

namespace mot::story {

namespace {

constexpr double wanted_width = 1.5, lived_width = 2;
constexpr double share_of_colour = 0.42;  // in a shaded shortfall
constexpr double closing = 0.4;           // of the way to a point without an interval, on which the band ends
constexpr int steps_of_fading = 10;
constexpr double plateau = 0.5;    // of the way from moment to moment that keeps one colour
constexpr double lone_width = 26;  // of the shortfall of a moment between two that nobody knows
constexpr double seam = 0.35;      // points by which neighbouring areas lie on each other, so that no line shows between them

Sign<Colour> band_sign(const Theme& theme) {
  const Colour colour = theme.patterns.empty() ? mixed(theme.ink, theme.page, 0.16) : theme.grid;
  return {legend_rank::curves + 4, "95 % band of what was measured", 20, colour};
}

Sign<Colour> shortfall_sign(const Theme& theme, Colour shade) {
  const Sign<Colour> sign = shortfall(theme);
  return {sign.rank, "shortfall, in the colour of its class", sign.width, shade};
}

/// The moments that can be drawn on a line, with those beyond the row's edges.
struct Points {
  std::vector<std::optional<std::size_t>> touchpoints;  ///< a hole where a journey inside has none
  std::vector<double> x;
  std::vector<std::optional<std::size_t>> inside;  ///< of PathColumns::inner_journeys

  void add(std::optional<std::size_t> touchpoint, double at, std::optional<std::size_t> inner = {}) {
    touchpoints.push_back(touchpoint);
    x.push_back(at);
    inside.push_back(inner);
  }
};

/// Which moments a line leads through: what is gone has a place on the lines of others alone.
enum class Through : std::uint8_t { own, all };

/// The moments of the path that a column stands for; those of a journey inside in turn.
std::vector<std::size_t> moments_in(const StoryDrawing& drawing, Through which, std::size_t index) {
  const journey::Column& column = drawing.plan.columns[index];
  if (column.main) {
    const std::size_t touchpoint = drawing.plan.visits[*column.main].touchpoint;
    return which == Through::own && drawing.is_removed(touchpoint) ? std::vector<std::size_t>{} : std::vector{touchpoint};
  }
  const Workspace& workspace = drawing.input.workspace;
  return column.inner ? main_path(workspace, workspace.journeys[drawing.plan.inner_journeys[*column.inner].journey])
                      : std::vector<std::size_t>{};
}

/// The moment that comes next, from a column on in a direction; nothing where a journey inside has none.
std::optional<std::size_t> next_moment(const StoryDrawing& drawing, Through which, std::size_t from, int step) {
  for (auto i = static_cast<long>(from); i >= 0 && i < static_cast<long>(drawing.plan.columns.size()); i += step) {
    const auto column = static_cast<std::size_t>(i);
    const std::vector<std::size_t> moments = moments_in(drawing, which, column);
    if (!moments.empty()) return step > 0 ? moments.front() : moments.back();
    if (drawing.plan.columns[column].inner) return std::nullopt;
  }
  return std::nullopt;
}

void add_column(const StoryDrawing& drawing, Through which, const Row& row, std::size_t column, Points& points) {
  const std::vector<std::size_t> moments = moments_in(drawing, which, column);
  if (moments.empty() && drawing.plan.columns[column].inner) points.add(std::nullopt, row.center(column));
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(moments.size());
    const double x = drawing.plan.columns[column].main ? row.center(column) : row.left(column) + row.width(column) * share;
    points.add(moments[i], x, drawing.plan.columns[column].inner);
  }
}

Points row_points(const StoryDrawing& drawing, Through which, const Row& row) {
  Points points;
  const double left = row.lefts.front() - column_gap / 2, right = row.lefts.back() + row.widths.back() + column_gap / 2;
  if (row.band.begin > 0) {
    if (const auto before = next_moment(drawing, which, row.band.begin - 1, -1)) points.add(before, left - row.widths.front() / 2);
  }
  for (std::size_t i = row.band.begin; i < row.band.end; ++i) add_column(drawing, which, row, i, points);
  if (row.band.end < drawing.plan.columns.size()) {
    if (const auto after = next_moment(drawing, which, row.band.end, 1)) points.add(after, right + row.widths.back() / 2);
  }
  return points;
}

/// Cut at the row's edges.
std::vector<std::optional<Bezier>> seen(std::vector<std::optional<Bezier>> line, double left, double right) {
  for (auto& piece : line) {
    if (!piece) continue;
    const double from = std::max((*piece)[0].x, left), to = std::min((*piece)[3].x, right);
    if (to - from < 1e-6)
      piece.reset();
    else if (from > (*piece)[0].x || to < (*piece)[3].x)
      piece = part_of(*piece, from, to);
  }
  return line;
}

std::optional<Interval> interval_of(const StoryDrawing& drawing, std::size_t touchpoint) {
  const Figures& figures = drawing.input.analysis.touchpoints[touchpoint];
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return std::nullopt;
  return figures.measurement->interval;
}

/// The band along a piece of the line, between the heights of the intervals at its ends, from one share of the way to another.
void draw_band(StoryDrawing& drawing, const Bezier& piece, std::array<double, 2> above, std::array<double, 2> below) {
  std::vector<Point> outline;
  Bezier upper = piece, lower = piece;
  for (std::size_t i = 0; i < 4; ++i) {
    const double share = static_cast<double>(i) / 3;
    upper[i].y -= std::lerp(above[0], above[1], share);
    lower[i].y += std::lerp(below[0], below[1], share);
  }
  const Bezier back{lower[3], lower[2], lower[1], lower[0]};
  const auto line = [](Point from, Point to) {
    const std::vector<Point> points = straight(from, to);
    return Bezier{points[0], points[1], points[2], points[3]};
  };
  const Bezier pieces[] = {upper, line(upper[3], back[0]), back, line(back[3], upper[0])};
  drawing.scene.ground.push_back(CurvedArea{joined(pieces), explain(drawing, band_sign(drawing.theme()))});
}

void draw_bands(StoryDrawing& drawing, const PathPoints& points, const Plot& plot) {
  for (std::size_t i = 0; i < points.lived.size(); ++i) {
    if (!points.lived[i]) continue;
    const Bezier& piece = *points.lived[i];
    const auto reach = [&](std::size_t point) -> std::optional<std::array<double, 2>> {
      const auto interval = interval_of(drawing, *points.touchpoints[point]);
      if (!interval) return std::nullopt;
      const double y = plot.y(*drawing.input.analysis.touchpoints[*points.touchpoints[point]].actual);
      return std::array<double, 2>{y - plot.y(interval->high), plot.y(interval->low) - y};
    };
    const auto from = reach(i), to = reach(i + 1);
    const double middle = std::lerp(piece[0].x, piece[3].x, from ? closing : 1 - closing);
    if (from && to)
      draw_band(drawing, piece, {(*from)[0], (*to)[0]}, {(*from)[1], (*to)[1]});
    else if (from)
      draw_band(drawing, part_of(piece, piece[0].x, middle), {(*from)[0], 0}, {(*from)[1], 0});
    else if (to)
      draw_band(drawing, part_of(piece, middle, piece[3].x), {0, (*to)[0]}, {0, (*to)[1]});
  }
}

/// The areas between both lines over a stretch.
void shade(StoryDrawing& drawing, const Bezier& wanted, const Bezier& lived, double from, double to, Colour colour) {
  const double end = std::min(to + seam, lived[3].x);
  if (end - from < 0.01 || colour == drawing.theme().page) return;
  const std::optional<Bezier> upper[] = {part_of(wanted, from, end)}, lower[] = {part_of(lived, from, end)};
  for (std::vector<Point>& outline : areas_between(upper, lower)) drawing.scene.ground.push_back(CurvedArea{std::move(outline), colour});
}

/// A line at each moment between the shaded pieces on both sides of it, so that the page does not show between them.
void close_seams(StoryDrawing& drawing, const PathPoints& points) {
  const Theme& theme = drawing.theme();
  if (!theme.patterns.empty()) return;
  for (std::size_t i = 1; i < points.lived.size(); ++i) {
    if (!points.lived[i] || !points.wanted[i] || !points.lived[i - 1] || !points.wanted[i - 1]) continue;
    const Point wanted = (*points.wanted[i])[0], lived = (*points.lived[i])[0];
    const Colour colour = shade_of(theme, drawing.input.analysis.touchpoints[*points.touchpoints[i]].gap_class);
    if (colour == theme.page || lived.y <= wanted.y) continue;
    drawing.scene.ground.push_back(Curve{straight(wanted, lived), {colour, 1, Dash::solid}});
  }
}

/// One colour around each moment; in between it passes into the next one, in a theme of patterns at once.
void draw_shortfall(StoryDrawing& drawing, const PathPoints& points) {
  const Theme& theme = drawing.theme();
  const std::size_t drawn_before = drawing.scene.ground.size();
  for (std::size_t i = 0; i < points.lived.size(); ++i) {
    if (!points.lived[i] || !points.wanted[i]) continue;
    const Bezier &lived = *points.lived[i], &wanted = *points.wanted[i];
    const auto colour_at = [&](std::size_t point) {
      return shade_of(theme, drawing.input.analysis.touchpoints[*points.touchpoints[point]].gap_class);
    };
    const Colour from = colour_at(i), to = colour_at(i + 1);
    const double begin = lived[0].x, length = lived[3].x - begin;
    if (from == to) {
      shade(drawing, wanted, lived, begin, begin + length, from);
      continue;
    }
    const int steps = theme.patterns.empty() ? steps_of_fading : 0;
    const double flat = steps > 0 ? plateau / 2 : 0.5;
    shade(drawing, wanted, lived, begin, begin + flat * length, from);
    for (int step = 0; step < steps; ++step) {
      const auto at = [&](double part) { return begin + (flat + (1 - 2 * flat) * part / steps) * length; };
      shade(drawing, wanted, lived, at(step), at(step + 1), mixed(to, from, (step + 0.5) / steps));
    }
    shade(drawing, wanted, lived, begin + (1 - flat) * length, begin + length, to);
  }
  const bool is_shaded = drawing.scene.ground.size() > drawn_before;
  if (is_shaded) explain(drawing, shortfall_sign(theme, shade_of(theme, drawing.worst_on_path)));
}

/// Of moments with no line on either side.
void draw_lone_shortfalls(StoryDrawing& drawing, const PathPoints& points, const Plot& plot) {
  const auto has_line = [&](std::size_t piece) { return piece < points.lived.size() && points.lived[piece].has_value(); };
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (!points.touchpoints[i]) continue;
    const Figures& figures = drawing.input.analysis.touchpoints[*points.touchpoints[i]];
    if (!figures.gap || *figures.gap <= 0 || (i > 0 && has_line(i - 1)) || has_line(i)) continue;
    const double left = points.x[i] - lone_width / 2, right = points.x[i] + lone_width / 2;
    const Colour colour = shade_of(drawing.theme(), figures.gap_class);
    if (left < plot.box.left || right > plot.box.right() || colour == drawing.theme().page) continue;
    const double top = plot.y(*figures.target), bottom = plot.y(*figures.actual);
    explain(drawing, shortfall_sign(drawing.theme(), shade_of(drawing.theme(), drawing.worst_on_path)));
    drawing.scene.ground.push_back(Area{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, colour, {}});
  }
}

}  // namespace

Colour shade_of(const Theme& theme, GapClass gap_class) {
  const Tone& tone = theme.tone_of(gap_class);
  if (!theme.patterns.empty()) return tone.tint;
  return gap_class == GapClass::green || gap_class == GapClass::unknown ? theme.page : mixed(tone.colour, theme.page, share_of_colour);
}

namespace {

/// Behind which points moments of the path have no room here: no line leads over what it does not show.
std::vector<bool> breaks_in(const StoryDrawing& drawing, const Points& points) {
  std::vector<bool> breaks(points.x.size());
  if (!drawing.input.whole) return breaks;
  const std::vector<std::size_t> path = main_path(drawing.input.workspace, *drawing.input.whole);
  auto next = path.begin();
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (!points.touchpoints[i]) continue;
    const auto found = std::find(next, path.end(), *points.touchpoints[i]);
    if (found == path.end()) continue;
    if (i > 0 && found != next) breaks[i - 1] = true;
    next = found + 1;
  }
  return breaks;
}

/// The line through the scores of points, cut at the row's edges.
template <class ScoreOf>
std::vector<std::optional<Bezier>> line_through(const Points& points, const std::vector<bool>& breaks, const Plot& plot, double left,
                                                double right, const ScoreOf& score_of) {
  std::vector<std::optional<double>> y;
  for (const auto& touchpoint : points.touchpoints) {
    const std::optional<double> score = touchpoint ? score_of(*touchpoint) : std::nullopt;
    y.push_back(score ? std::optional(plot.y(*score)) : std::nullopt);
  }
  std::vector<std::optional<Bezier>> line = smooth_line(points.x, y);
  for (std::size_t i = 0; i < line.size(); ++i)
    if (breaks[i]) line[i].reset();
  return seen(std::move(line), left, right);
}

std::vector<LineDot> dots_of(const Points& points, const Plot& plot, double left, double right, const OtherLine& line) {
  std::vector<LineDot> dots;
  const auto is_known = [&](std::size_t i) {
    return i < points.x.size() && points.touchpoints[i] && line.scores[*points.touchpoints[i]].has_value();
  };
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    if (!is_known(i) || points.x[i] < left || points.x[i] > right) continue;
    const std::size_t touchpoint = *points.touchpoints[i];
    const bool is_lone = (i == 0 || !is_known(i - 1)) && !is_known(i + 1);
    dots.push_back({{points.x[i], plot.y(*line.scores[touchpoint])}, line.is_weak_at(touchpoint), is_lone});
  }
  return dots;
}

}  // namespace

PathPoints points_of(const StoryDrawing& drawing, const Row& row, const Plot& plot) {
  Points points = row_points(drawing, Through::own, row);
  const double left = row.lefts.front() - column_gap / 2, right = row.lefts.back() + row.widths.back() + column_gap / 2;
  PathPoints all;
  const auto& figures = drawing.input.analysis.touchpoints;
  const std::vector<bool> breaks = breaks_in(drawing, points);
  all.wanted = line_through(points, breaks, plot, left, right, [&](std::size_t touchpoint) { return figures[touchpoint].target; });
  all.lived = line_through(points, breaks, plot, left, right, [&](std::size_t touchpoint) { return figures[touchpoint].actual; });
  const Points through = row_points(drawing, Through::all, row);
  const std::vector<bool> breaks_of_others = breaks_in(drawing, through);
  for (const OtherLine& other : drawing.others) {
    all.others.push_back(
        line_through(through, breaks_of_others, plot, left, right, [&](std::size_t touchpoint) { return other.scores[touchpoint]; }));
    all.dots_of_others.push_back(dots_of(through, plot, left, right, other));
  }
  all.touchpoints = std::move(points.touchpoints), all.x = std::move(points.x), all.inside = std::move(points.inside);
  return all;
}

void draw_lines(StoryDrawing& drawing, const PathPoints& points, const Plot& plot) {
  const Theme& theme = drawing.theme();
  if (drawing.options.personas.empty()) {  // among many lines neither shortfall nor band is seen as one line's
    close_seams(drawing, points);
    draw_shortfall(drawing, points);
    draw_lone_shortfalls(drawing, points, plot);
    draw_bands(drawing, points, plot);
  }
  draw_other_lines(drawing, points);
  for (auto& path : unbroken(points.lived))
    drawing.scene.ground.push_back(Curve{std::move(path), explain(drawing, lived(theme, lived_width))});
  for (auto& path : unbroken(points.wanted))
    drawing.scene.ground.push_back(Curve{std::move(path), explain(drawing, wanted(theme, wanted_width))});
}

}  // namespace mot::story
