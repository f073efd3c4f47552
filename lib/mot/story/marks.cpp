// The marks of a row: on the lived line, on a dotted stem beside it where a moment happens only under a condition, and in the strip
// of what nobody knows.

#include <algorithm>
#include <cmath>

#include "mot/picture/fade.h"
#include "mot/picture/hatching.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/story/faces.h"
#include "mot/story/plot.h"
#include "mot/story/small_marks.h"

namespace mot::story {

namespace {

constexpr double larger_for_truth = 2;
constexpr double least_radius_with_text = 9;
constexpr double hatched_rim = 3;
constexpr double ring_on_line = 2.6;
constexpr double target_dot = 2;
constexpr double wish_width = 12;
constexpr double inside_radius = 0.75;    // of a mark of a journey inside, in sizes of its glyph
constexpr double inside_dot = 2.5;        // where there is no room for glyphs
constexpr double least_small_mark = 3.5;  // with a glyph of lines

Sign<RingLook> unknown_sign(const Theme& theme) {
  Sign<RingLook> sign = unmeasured(theme);
  sign.words = "nobody knows";
  return sign;
}

Pattern few_pattern(Colour colour) {
  return {Hatch::rising, 2.6, {colour, 1.1, Dash::solid}, std::nullopt};
}

struct HatchedLook {
  Colour colour;
  Colour ground;
};

void draw_hatched(Canvas& canvas, Point center, double radius, const HatchedLook& look) {
  canvas.scene.ground.push_back(CurvedArea{circle(center, radius), look.ground});
  for (Ground& line : hatched(flattened(circle(center, radius)), few_pattern(look.colour))) canvas.scene.ground.push_back(std::move(line));
  canvas.scene.ground.push_back(Curve{circle(center, radius), {look.colour, 1, Dash::solid}});
}

void draw_sign(Canvas& canvas, Point at, double, const HatchedLook& look) {
  draw_hatched(canvas, {at.x + ring_radius, at.y}, ring_radius, look);
}

Sign<HatchedLook> few_sign(const Theme& theme, Colour colour) {
  return {legend_rank::marks + 5, "under 30 answers", 2 * ring_radius, {colour, theme.page}};
}

Sign<HatchedLook> unsure_sign(const Theme& theme) {
  return {legend_rank::marks + 7, "too few answers to be sure", 2 * ring_radius, {theme.muted, theme.page}};
}

/// The wanted line goes past what happens only under a condition: its own height has a bar.
Sign<Stroke> own_wish_sign(const Theme& theme) {
  return {legend_rank::curves + 5, "wanted if it happens", wish_width, {theme.accent, 2, Dash::solid}};
}

Sign<Stroke> stem_sign(const Theme& theme) {
  return {legend_rank::ways, "only if that happens", 20, {theme.muted, 1.25, Dash::dotted}};
}

constexpr double least_step = 2;  // between the middles of marks that come one after the other

/// What is wanted of the asides of a column.
struct AsidePlaces {
  double left = 0, right = 0;    ///< the edges of their stage
  double after = 0, before = 0;  ///< the moment they follow from, and the next one
  std::vector<std::size_t> visits;
  std::vector<double> wanted;  ///< by aside
};

enum class Stems : std::uint8_t { kept_free, ignored };
enum class Order : std::uint8_t { nearest, leftmost };

/// How places for asides are looked for.
struct Search {
  Stems stems;
  Order order;
};

/// Draws the marks of one row.
class Marks {
 public:
  Marks(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot, Obstacles& obstacles)
      : drawing_(drawing), row_(row), points_(points), plot_(plot), obstacles_(obstacles), radius_(drawing.marks.radius) {}

  std::vector<PlacedMark> draw() {
    draw_targets();
    const auto& columns = drawing_.plan.columns;
    for (std::size_t i = row_.band.begin; i < row_.band.end; ++i) {
      const auto& main = columns[i].main;
      if (main && !drawing_.is_removed(drawing_.plan.visits[*main].touchpoint)) place(*main, row_.center(i));
    }
    place_inside();
    for (std::size_t i = row_.band.begin; i < row_.band.end; ++i) place_asides(i);
    return std::move(placed_);
  }

 private:
  double radius(std::size_t visit) const {
    return drawing_.touchpoint_of(drawing_.plan.visits[visit]).moment_of_truth.value && radius_ >= least_radius_with_text
               ? radius_ + larger_for_truth
               : radius_;
  }

  double height(std::size_t visit) const {
    const auto& actual = drawing_.figures_of(drawing_.plan.visits[visit]).actual;
    return actual ? plot_.y(*actual) : plot_.strip_middle();
  }

  void draw_targets() {
    for (std::size_t i = 0; i < points_.x.size(); ++i) {
      const auto y = height_at(points_.wanted, points_.x[i]);
      const double left = row_.lefts.front(), right = row_.lefts.back() + row_.widths.back();
      if (!y || points_.x[i] < left || points_.x[i] > right) continue;
      drawing_.scene.ground.push_back(CurvedArea{circle({points_.x[i], *y}, target_dot), drawing_.theme().accent});
    }
  }

  Box badge_of(Point center, double r) const {
    const Point middle{center.x + r + drawing_.marks.badge_radius, center.y - r + 2};
    return {middle.x - drawing_.marks.badge_radius, middle.y - drawing_.marks.badge_radius, 2 * drawing_.marks.badge_radius,
            2 * drawing_.marks.badge_radius};
  }

  bool has_faces() const { return drawing_.options.faces && radius_ >= least_radius_with_text; }

  /// Marker and glyph, or face and score: what a mark takes of the room.
  std::vector<Box> boxes_of(Point center, double r, bool has_badge) const {
    std::vector<Box> boxes = {{center.x - r, center.y - r, 2 * r, 2 * r}};
    if (has_badge && has_faces()) return {box_with_score(drawing_, center, r)};
    if (has_badge && !drawing_.marks.is_brief) boxes.push_back(badge_of(center, r));
    return boxes;
  }

  void place(std::size_t visit, double x) {
    const Point center{x, height(visit)};
    put(visit, center);
  }

  /// Moments of journeys inside, smaller than those of the path itself.
  void place_inside() {
    const double left = row_.lefts.front(), right = row_.lefts.back() + row_.widths.back();
    for (std::size_t i = 0; i < points_.x.size(); ++i) {
      if (!points_.inside[i] || !points_.touchpoints[i] || points_.x[i] < left || points_.x[i] > right) continue;
      const std::size_t touchpoint = *points_.touchpoints[i];
      if (const auto& actual = drawing_.input.analysis.touchpoints[touchpoint].actual)
        put_inside(touchpoint, *points_.inside[i], {points_.x[i], plot_.y(*actual)}, radius_inside(i));
    }
  }

  /// As far as neighbours leave room for glyphs.
  double radius_inside(std::size_t point) const {
    const double r = inside_radius * drawing_.marks.glyph.size;
    double nearest = 1e9;
    if (point > 0) nearest = points_.x[point] - points_.x[point - 1];
    if (point + 1 < points_.x.size()) nearest = std::min(nearest, points_.x[point + 1] - points_.x[point]);
    return std::clamp((nearest - 1) / 2, inside_dot, r);
  }

  void put_inside(std::size_t touchpoint, std::size_t inner, Point center, double r) {
    const Workspace& workspace = drawing_.input.workspace;
    const Touchpoint& moment = workspace.touchpoints[touchpoint];
    const Figures& figures = drawing_.input.analysis.touchpoints[touchpoint];
    const Tone& tone = drawing_.theme().tone_of(figures.gap_class);
    Marker marker;
    marker.identity = {drawing_.ids.use("inside-" + drawing_.plan.inner_journeys[inner].key + "-" + moment.id.value),
                       touchpoint_classes(workspace, drawing_.input.analysis, touchpoint),
                       touchpoint_tooltip(workspace, drawing_.input.analysis, touchpoint), ""};
    marker.center = center, marker.radius = r;
    const RingLook ring = ring_of(figures, tone);
    marker.fill = ring.fill, marker.stroke = ring.stroke;
    const Colour colour = figures.actual_kind == ActualKind::measured ? ring.colour : tone.text;
    const bool has_letter = r >= inside_radius * drawing_.marks.glyph.size;
    if (has_letter) marker.text = Run{std::string(tone.glyph), drawing_.marks.glyph, colour};
    if (drawing_.fades(moment.department.index))
      fade(drawing_, marker);
    else
      explain(drawing_, gap(drawing_, figures.gap_class, drawing_.input.scale()));
    const std::string key = marker.identity.id;
    obstacles_.solid.add({center.x - r, center.y - r, 2 * r, 2 * r});
    if (has_letter || r < least_small_mark || drawing_.fades(moment.department.index))
      drawing_.scene.items.push_back(std::move(marker));
    else
      put_small_mark(drawing_, std::move(marker.identity), center, r, {ring.fill, ring.stroke, tone.glyph, colour});
    placed_.push_back({.center = center, .radius = r, .key = key, .touchpoint = touchpoint, .visit = {}, .inside = inner});
  }

  /// Right of its middle, what a mark takes of the room.
  double reach(std::size_t visit) const {
    double right = 0;
    for (const Box& box : boxes_of({0, 0}, radius(visit), drawing_.figures_of(drawing_.plan.visits[visit]).actual.has_value()))
      right = std::max(right, box.right());
    return right;
  }

  /// The edges of what a column's asides may take of the row: they stay within their stage.
  std::pair<double, double> edges_of_stage(std::size_t column) const {
    const auto& columns = drawing_.plan.columns;
    std::size_t first = column, last = column;
    while (first > row_.band.begin && columns[first - 1].stage == columns[column].stage) --first;
    while (last + 1 < row_.band.end && columns[last + 1].stage == columns[column].stage) ++last;
    return {row_.left(first) - column_gap / 2, row_.right(last) + column_gap / 2};
  }

  /// Between the moment it follows from and the next one of the stage, where there is room; what comes before a moment has a column of its
  /// own before it.
  std::vector<double> wanted_places(std::size_t column) const {
    const auto& asides = drawing_.plan.columns[column].asides;
    const auto count = static_cast<double>(asides.size());
    std::vector<double> x;
    const double edge = edges_of_stage(column).second;
    const bool has_main = drawing_.plan.columns[column].main.has_value();
    const bool is_last = column + 1 == row_.band.end || drawing_.plan.columns[column + 1].stage != drawing_.plan.columns[column].stage;
    if (has_main && is_last) {  // the last one as near to the edge as it may be, so that the marks before it have room
      const double from = row_.center(column), to = std::max(from, edge - reach(asides.empty() ? 0 : asides.back()) - 1);
      for (std::size_t i = 0; i < asides.size(); ++i) x.push_back(std::lerp(from, to, (static_cast<double>(i) + 1) / count));
      return x;
    }
    const double from = has_main ? row_.center(column) : row_.left(column);
    const double to = has_main ? row_.center(column + 1) : row_.right(column);
    for (std::size_t i = 0; i < asides.size(); ++i) x.push_back(std::lerp(from, to, (static_cast<double>(i) + 1) / (count + 1)));
    return x;
  }

  /// What an aside covers with its middle at x: the mark, and the stem from the line to it.
  std::vector<Box> boxes_with_stem(std::size_t visit, double x, Stems stems) const {
    const double r = radius(visit), y = height(visit);
    std::vector<Box> boxes = boxes_of({x, y}, r, drawing_.figures_of(drawing_.plan.visits[visit]).actual.has_value());
    const auto from = height_at(points_.lived, x);
    if (stems == Stems::kept_free && from) boxes.push_back({x - 1.5, std::min(*from, y), 3, std::abs(*from - y)});
    return boxes;
  }

  /// Places for all asides of a column that cover nothing, each after the one before it; empty where there are none.
  std::vector<double> free_places(const AsidePlaces& asides, Search search) const {
    std::vector<double> places;
    LabelPlacement taken = obstacles_.solid;
    double after = asides.after;
    for (std::size_t i = 0; i < asides.visits.size(); ++i) {
      const double r = radius(asides.visits[i]), least = std::max(after + least_step, asides.left + r + 1);
      const double most = std::min(asides.before - least_step, asides.right - r - 1);
      std::optional<double> best;
      for (double x = least; x <= most; x += 1) {
        const auto boxes = boxes_with_stem(asides.visits[i], x, search.stems);
        if (!std::ranges::all_of(boxes, [&](const Box& box) { return taken.leaves_free(box); })) continue;
        if (!best || std::abs(x - asides.wanted[i]) < std::abs(*best - asides.wanted[i])) best = x;
        if (search.order == Order::leftmost) break;
      }
      if (!best) return {};
      places.push_back(after = *best);
      for (const Box& box : boxes_with_stem(asides.visits[i], *best, Stems::kept_free)) taken.add(box);
    }
    return places;
  }

  /// As near to where they are wanted as they have room; never before what they follow from, nor in another order than that of the path.
  std::vector<double> places_of(const AsidePlaces& asides) const {
    constexpr Search searches[] = {{Stems::kept_free, Order::nearest},
                                   {Stems::kept_free, Order::leftmost},
                                   {Stems::ignored, Order::nearest},
                                   {Stems::ignored, Order::leftmost}};
    for (const Search& search : searches) {
      std::vector<double> places = free_places(asides, search);
      if (!places.empty()) return places;
    }
    return asides.wanted;
  }

  void place_asides(std::size_t column) {
    const journey::Column& here = drawing_.plan.columns[column];
    const std::vector<double> wanted = wanted_places(column);
    const auto [left, right] = edges_of_stage(column);
    const bool is_last = column + 1 == row_.band.end || !drawing_.plan.columns[column + 1].main;
    AsidePlaces asides{.left = left,
                       .right = right,
                       .after = here.main ? row_.center(column) : left,
                       .before = is_last ? right : row_.center(column + 1),
                       .visits = {},
                       .wanted = {}};
    for (std::size_t i = 0; i < here.asides.size(); ++i) {
      if (drawing_.is_removed(drawing_.plan.visits[here.asides[i]].touchpoint)) continue;
      asides.visits.push_back(here.asides[i]), asides.wanted.push_back(wanted[i]);
    }
    const std::vector<double> places = places_of(asides);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t visit = asides.visits[i];
      const Point center{places[i], height(visit)};
      draw_own_wish(visit, center, radius(visit));
      draw_others(visit, center, radius(visit));
      draw_stem(here, center, radius(visit));
      put(visit, center);
    }
  }

  void draw_own_wish(std::size_t visit, Point center, double r) {
    const auto& target = drawing_.figures_of(drawing_.plan.visits[visit]).target;
    if (!target || std::abs(plot_.y(*target) - center.y) < r + 1) return;
    const double y = plot_.y(*target);
    const Stroke stroke = explain(drawing_, own_wish_sign(drawing_.theme()));
    drawing_.scene.ground.push_back(Curve{straight({center.x - wish_width / 2, y}, {center.x + wish_width / 2, y}), stroke});
    obstacles_.solid.add({center.x - wish_width / 2, y - 1.5, wish_width, 3});
  }

  /// Other lines go past it, too: what each says of it has a dash of its own.
  void draw_others(std::size_t visit, Point center, double r) {
    for (const OtherLine& other : drawing_.others) {
      const auto& score = other.scores[drawing_.plan.visits[visit].touchpoint];
      if (!score || std::abs(plot_.y(*score) - center.y) < r + 1) continue;
      const double y = plot_.y(*score);
      Stroke stroke = other.stroke;
      if (other.is_weak_at(drawing_.plan.visits[visit].touchpoint)) stroke.width /= 2;
      drawing_.scene.ground.push_back(Curve{straight({center.x - wish_width, y}, {center.x + wish_width, y}), stroke});
      obstacles_.solid.add({center.x - wish_width, y - 1.5, 2 * wish_width, 3});
    }
  }

  /// From an open ring on the line; where there is no line, level from the moment it follows from.
  void draw_stem(const journey::Column& column, Point center, double r) {
    const Stroke stroke = explain(drawing_, stem_sign(drawing_.theme()));
    auto from = height_at(points_.lived, center.x);
    if (!from && column.main && drawing_.figures_of(drawing_.plan.visits[*column.main]).actual) {
      from = height(*column.main);
      const double start = row_.center(drawing_.plan.visits[*column.main].column) + radius(*column.main);
      if (center.x > start) drawing_.scene.ground.push_back(Curve{straight({start, *from}, {center.x, *from}), stroke});
    } else if (from) {
      drawing_.scene.ground.push_back(CurvedArea{circle({center.x, *from}, ring_on_line + 1), drawing_.theme().ink});
      drawing_.scene.ground.push_back(CurvedArea{circle({center.x, *from}, ring_on_line), drawing_.theme().page});
    }
    if (!from) return;
    const double end = center.y > *from ? center.y - r : center.y + r;
    if (std::abs(end - *from) < ring_on_line + 1 || (end > *from) != (center.y > *from)) return;
    drawing_.scene.ground.push_back(Curve{straight({center.x, *from + (end > *from ? 1 : -1) * ring_on_line}, {center.x, end}), stroke});
    const Box stem{center.x - 1.5, std::min(*from, end), 3, std::abs(end - *from)};
    obstacles_.solid.add(stem), obstacles_.stems.push_back(stem);
  }

  void put(std::size_t index, Point center) {
    const Theme& theme = drawing_.theme();
    const Visit& visit = drawing_.plan.visits[index];
    const Figures& figures = drawing_.figures_of(visit);
    const Tone& tone = theme.tone_of(figures.gap_class);
    const double r = radius(index);
    Marker marker;
    marker.identity = {"marker-" + visit.key, touchpoint_classes(drawing_.input.workspace, drawing_.input.analysis, visit.touchpoint),
                       touchpoint_tooltip(drawing_.input.workspace, drawing_.input.analysis, visit.touchpoint), ""};
    marker.center = center;
    marker.radius = r;
    const RingLook ring = ring_of(figures, tone);
    marker.fill = ring.fill, marker.stroke = ring.stroke;
    const bool says_score = figures.actual && (!drawing_.marks.is_brief || figures.gap_class == GapClass::red);
    marker.text = Run{says_score ? drawing_.wording.points(*figures.actual) : std::string(ring.glyph), drawing_.marks.score, ring.colour};
    if (radius_ < least_radius_with_text) marker.text.reset();
    const bool is_faded = drawing_.fades(visit.department);
    if (figures.actual && has_faces() && !is_faded) {
      clear_number(drawing_, points_, center, r, *figures.actual);
      put_face(drawing_, visit, center, r);
      for (const Box& box : boxes_of(center, r, true)) obstacles_.solid.add(box);
      placed_.push_back({.center = center, .radius = r, .key = visit.key, .touchpoint = visit.touchpoint, .visit = index});
      return;
    }
    marker.identity.id = drawing_.ids.use(marker.identity.id);
    if (is_faded) fade(drawing_, marker);
    if (!is_faded && radius_ < least_radius_with_text) return put_small(index, figures, std::move(marker.identity), center);
    if (!is_faded && figures.actual) look_closer(marker, figures, tone);
    for (const Box& box : boxes_of(center, r, figures.actual.has_value())) obstacles_.solid.add(box);
    drawing_.scene.items.push_back(std::move(marker));
    if (figures.actual && !is_faded) explain(drawing_, gap(drawing_, figures.gap_class, drawing_.input.scale()));
    if (figures.actual && !is_faded && !drawing_.marks.is_brief) put_badge(visit, figures, center, r);
    placed_.push_back({.center = center, .radius = r, .key = visit.key, .touchpoint = visit.touchpoint, .visit = index});
  }

  void put_small(std::size_t index, const Figures& figures, Identity identity, Point center) {
    const Visit& visit = drawing_.plan.visits[index];
    const Tone& tone = drawing_.theme().tone_of(figures.gap_class);
    RingLook look = ring_of(figures, tone);
    if (figures.actual && figures.actual_kind != ActualKind::measured) look.colour = tone.text, look.glyph = tone.glyph;
    obstacles_.solid.add({center.x - radius_, center.y - radius_, 2 * radius_, 2 * radius_});
    put_small_mark(drawing_, std::move(identity), center, radius_, look);
    if (figures.actual) explain(drawing_, gap(drawing_, figures.gap_class, drawing_.input.scale()));
    placed_.push_back({.center = center, .radius = radius_, .key = visit.key, .touchpoint = visit.touchpoint, .visit = index});
  }

  /// One of few answers is full until it gets its rim.
  RingLook ring_of(const Figures& figures, const Tone& tone) {
    const Theme& theme = drawing_.theme();
    if (!figures.actual) return explain(drawing_, unknown_sign(theme));
    if (figures.actual_kind == ActualKind::measured) return {tone.colour, {theme.page, 1, Dash::solid}, tone.glyph, tone.on_colour};
    return score_ring(drawing_, figures, tone);
  }

  /// Few answers: a hatched rim around the number. Judged: the number in the colour of its class.
  void look_closer(Marker& marker, const Figures& figures, const Tone& tone) {
    const Theme& theme = drawing_.theme();
    if (figures.actual_kind != ActualKind::measured) {
      if (marker.text) marker.text->colour = tone.text;
    } else if (figures.has_few_answers && radius_ >= least_radius_with_text) {
      const auto look = is_unsure(figures) ? explain(drawing_, unsure_sign(theme)) : explain(drawing_, few_sign(theme, tone.colour));
      draw_hatched(drawing_, marker.center, marker.radius, look);
      marker.radius -= hatched_rim;
      marker.fill = theme.page, marker.stroke = {theme.page, 1, Dash::solid};
      if (marker.text) marker.text->colour = tone.text;
    }
  }

  void put_badge(const Visit& visit, const Figures& figures, Point center, double r) {
    const Theme& theme = drawing_.theme();
    const Tone& tone = theme.tone_of(figures.gap_class);
    const Box box = badge_of(center, r);
    Marker badge{{drawing_.ids.use("glyph-" + visit.key), "glyph", "", ""},
                 box.center(),
                 drawing_.marks.badge_radius,
                 theme.page,
                 {tone.colour, 1},
                 {}};
    badge.text = Run{std::string(tone.glyph), drawing_.marks.glyph, tone.text};
    drawing_.scene.items.push_back(std::move(badge));
  }

  StoryDrawing& drawing_;
  const Row& row_;
  const PathPoints& points_;
  const Plot& plot_;
  Obstacles& obstacles_;
  double radius_;
  std::vector<PlacedMark> placed_;
};

}  // namespace

void size_marks(StoryDrawing& drawing) {
  drawing.marks.radius = drawing.marks.least_radius;
  if (drawing.marks.least_radius < least_radius_with_text) return;
  double widest = 0;
  for (const Visit& visit : drawing.plan.visits) {
    if (const auto& actual = drawing.figures_of(visit).actual)
      widest = std::max(widest, drawing.typesetter().width_of(drawing.wording.points(*actual), drawing.marks.score));
  }
  drawing.marks.radius = std::max(drawing.marks.least_radius, std::ceil(widest / 2 + 2.5));
}

std::vector<PlacedMark> draw_marks(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot,
                                   Obstacles& obstacles) {
  return Marks(drawing, row, points, plot, obstacles).draw();
}

}  // namespace mot::story
