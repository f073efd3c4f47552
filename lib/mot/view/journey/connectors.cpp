// The way from card to card. Lines run in the gutters between columns and in the gaps between lanes, so they cross no card.
#include <algorithm>
#include <cmath>

#include "mot/picture/branch_text.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double corner_radius = 8;
constexpr double hand_over_lane = 9;                // from the card on the left, in the gutter
constexpr double aside_lane = 5;                    // so that it does not lie on a hand-over
constexpr double beyond_row = beside_headings - 2;  // a line that goes on in the next row sticks out by this
constexpr double below_step = 8;                    // where what is conditional leaves a card for the next row

const Band& band_holding(const JourneyDrawing& drawing, std::size_t column) {
  return *std::partition_point(drawing.plan.bands.begin(), drawing.plan.bands.end(), [&](const Band& band) { return band.end <= column; });
}

Point right_of(const Box& box) {
  return {box.right(), box.center().y};
}
Point left_of(const Box& box) {
  return {box.left, box.center().y};
}

/// Whether a level line through columns from `begin` to before `end` would run into a card.
bool is_blocked(const JourneyDrawing& drawing, double y, std::size_t begin, std::size_t end) {
  const auto hits = [&](std::size_t visit) {
    const Box& box = drawing.cards[visit].box;
    return box.top - 4 < y && y < box.bottom() + 4;
  };
  for (std::size_t i = begin; i < end; ++i) {
    const Column& column = drawing.plan.columns[i];
    if ((column.main && hits(*column.main)) || std::any_of(column.asides.begin(), column.asides.end(), hits)) return true;
  }
  return false;
}

/// An end of a line: a card's side, or the edge of the row where the line goes on in another one.
struct End {
  Point point;
  std::size_t column = 0;
  double gutter = 0;  ///< x of the vertical stretch beside it
};

/// Level, then in the gutter, then level. Past columns in between: through the gap under or over the first card's lane.
std::vector<Point> corners_between(const JourneyDrawing& drawing, const End& from, const End& to, const PlacedCard& card) {
  const bool level = std::abs(from.point.y - to.point.y) < 0.01;
  const bool is_free = !is_blocked(drawing, from.point.y, from.column + 1, to.column);
  if (level && is_free) return {from.point, to.point};
  if (is_free) return {from.point, {to.gutter, from.point.y}, {to.gutter, to.point.y}, to.point};
  const double half_gap = drawing.theme().spacing.gap / 2;
  const double passage = to.point.y < card.lane_top ? card.lane_top - half_gap : card.lane_bottom + half_gap;
  return {from.point, {from.gutter, from.point.y}, {from.gutter, passage}, {to.gutter, passage}, {to.gutter, to.point.y}, to.point};
}

/// Whether a way leads from one stop right to the other; nobody sees what stands behind, and it is told all the same.
bool leads_to(const PathColumns& plan, std::size_t from, std::size_t to) {
  if (plan.path.stops[to].is_behind) return true;
  return std::ranges::any_of(plan.path.ways, [&](const mot::Way& way) { return way.from == from && way.to == to; });
}

/// The card beside the path whose line runs along the same stretch and ends last before this one's.
std::optional<double> branch_before(const JourneyDrawing& drawing, std::size_t visit, double begin) {
  const Visit& aside = drawing.plan.visits[visit];
  const double end = drawing.cards[visit].box.center().y;
  std::optional<double> nearest;
  for (const std::size_t other : drawing.plan.columns[aside.column].asides) {
    if (other == visit || drawing.plan.visits[other].comes_after != aside.comes_after) continue;
    if (!leads_to(drawing.plan, drawing.plan.visits[*aside.comes_after].stop, drawing.plan.visits[other].stop)) continue;
    const double branch = drawing.cards[other].box.center().y;
    const bool is_on_the_way = begin < end ? begin < branch && branch < end : begin > branch && branch > end;
    if (is_on_the_way && (!nearest || std::abs(end - branch) < std::abs(end - *nearest))) nearest = branch;
  }
  return nearest;
}

/// Leaves out what another line has drawn: dots over dots would look solid.
std::vector<Point> without_shared(const JourneyDrawing& drawing, std::size_t visit, std::vector<Point> corners) {
  const Point turn = corners[corners.size() - 2];
  const double begin = corners[corners.size() - 3].y;
  if (const auto branch = branch_before(drawing, visit, begin)) {
    const double y = *branch + (begin < turn.y ? -corner_radius : corner_radius);
    return {{turn.x, y}, turn, corners.back()};
  }
  return corners;
}

Sign<ArrowLook> handed_over(const Theme& theme) {
  return {legend_rank::ways, "hand-over between departments", 28, {{theme.accent, 1.75, Dash::solid}}};
}

Sign<ArrowLook> next_step(const Theme& theme) {
  return {legend_rank::ways + 1, "next moment, same department", 28, {{theme.step, 1.25, Dash::solid}}};
}

/// How the line between two visits looks and what it is called.
struct DrawnWay {
  std::string id;
  std::string css_class;
  std::string tooltip;
  std::string from;
  std::string to;
  Stroke stroke;
  double lane = hand_over_lane;
};

void add(JourneyDrawing& drawing, const DrawnWay& way, const std::vector<Point>& corners) {
  drawing.scene.connectors.push_back({{drawing.ids.use(way.id), way.css_class, way.tooltip, ""},
                                      way.from,
                                      way.to,
                                      rounded_path(corners, corner_radius),
                                      way.stroke,
                                      Arrow::end});
}

/// A card on the way, whatever it stands for, and its column.
struct Standing {
  const PlacedCard& card;
  std::size_t column = 0;
};

/// From row to row: out at the right edge of the one, `lower` than the card's middle, and in at the left edge of the other.
void connect_rows(JourneyDrawing& drawing, const DrawnWay& way, const Standing& from, const Standing& to, double lower) {
  const Band &here = band_holding(drawing, from.column), &there = band_holding(drawing, to.column);
  const double right = drawing.grid.content_left() + drawing.grid.content_width(here), left = drawing.grid.content_left();
  const double out_gutter = drawing.grid.card_left(here, from.column) + drawing.grid.card_width() + way.lane;
  const double in_gutter = drawing.grid.card_left(there, to.column) - drawing.grid.gutter + way.lane;
  Point start = right_of(from.card.box);
  start.y += lower;
  const End out{{right + beyond_row, start.y}, here.end, right + way.lane};
  add(drawing, way, corners_between(drawing, {start, from.column, out_gutter}, out, from.card));
  const Point end = left_of(to.card.box);
  if (!is_blocked(drawing, end.y, there.begin, to.column)) {
    add(drawing, way, {{left - beyond_row, end.y}, end});
  } else {
    const double passage = to.card.lane_top - drawing.theme().spacing.gap / 2;
    add(drawing, way, {{left - beyond_row, passage}, {in_gutter, passage}, {in_gutter, end.y}, end});
  }
}

/// Draws the line; in two parts where the second card stands in a later row.
void connect(JourneyDrawing& drawing, const DrawnWay& way, std::size_t from, std::size_t to) {
  const Visit& first = drawing.plan.visits[from];
  const Visit& second = drawing.plan.visits[to];
  const PlacedCard& card = drawing.cards[from];
  const Band &here = band_holding(drawing, first.column), &there = band_holding(drawing, second.column);
  if (here != there) {
    connect_rows(drawing, way, {card, first.column}, {drawing.cards[to], second.column}, second.is_aside ? below_step : 0);
    return;
  }
  const double gutter = drawing.grid.gutter;
  const End start{right_of(card.box), first.column, drawing.grid.card_left(here, first.column) + drawing.grid.card_width() + way.lane};
  const End end{left_of(drawing.cards[to].box), second.column, drawing.grid.card_left(there, second.column) - gutter + way.lane};
  std::vector<Point> corners = corners_between(drawing, start, end, card);
  if (second.is_aside && corners.size() > 2) corners = without_shared(drawing, to, std::move(corners));
  add(drawing, way, corners);
}

std::string name_of_visit(const JourneyDrawing& drawing, std::size_t visit) {
  return drawing.subject.touchpoint_of(drawing.plan.visits[visit]).name.value;
}

std::string department_name(const JourneyDrawing& drawing, std::size_t visit) {
  const auto department = drawing.plan.visits[visit].department;
  return department ? drawing.subject.workspace.departments[*department].name.value : drawing.wording("no department");
}

void connect_main(JourneyDrawing& drawing, std::size_t from, std::size_t to) {
  const Theme& theme = drawing.theme();
  const Visit& first = drawing.plan.visits[from];
  const Visit& second = drawing.plan.visits[to];
  const bool hand_over = first.department != second.department;
  DrawnWay way;
  way.id = (hand_over ? "hand-over-" : "step-") + second.key;
  way.css_class = hand_over ? "hand-over" : "step";
  way.from = "touchpoint-" + first.key;
  way.to = "touchpoint-" + second.key;
  const bool is_faded = drawing.subject.fades(first.department) && drawing.subject.fades(second.department);
  way.stroke =
      is_faded ? Stroke{theme.line, 1.25, Dash::solid} : explain(drawing, hand_over ? handed_over(theme) : next_step(theme)).stroke;
  way.tooltip = name_of_visit(drawing, from) + " → " + name_of_visit(drawing, to);
  if (hand_over) {
    way.tooltip += "\n" + drawing.wording("Hand-over: {from} → {to}",
                                          {{"from", department_name(drawing, from)}, {"to", department_name(drawing, to)}});
  }
  connect(drawing, way, from, to);
}

/// From the foot or the head of the card, down or up in the space that cards beside the path leave free.
std::vector<Point> rail(const JourneyDrawing& drawing, std::size_t from, std::size_t to) {
  const Box& start = drawing.cards[from].box;
  const Box& end = drawing.cards[to].box;
  const double x = start.left + aside_rail;
  return {{x, end.top > start.top ? start.bottom() : start.top}, {x, end.center().y}, left_of(end)};
}

void connect_aside(JourneyDrawing& drawing, std::size_t visit) {
  const Visit& aside = drawing.plan.visits[visit];
  if (!aside.comes_after || !leads_to(drawing.plan, drawing.plan.visits[*aside.comes_after].stop, aside.stop)) return;
  const Visit& main = drawing.plan.visits[*aside.comes_after];
  DrawnWay way;
  way.id = "aside-" + aside.key;
  way.css_class = "aside";
  way.tooltip = drawing.wording("When {condition}", {{"condition", conditions_of(drawing.plan, aside.stop)}});
  way.from = "touchpoint-" + main.key;
  way.to = "touchpoint-" + aside.key;
  way.stroke = explain(drawing, under_condition(drawing.theme())).stroke;
  way.lane = aside_lane;
  if (drawing.subject.fades(aside.department)) way.stroke.colour = drawing.theme().line;
  if (main.column == aside.column)
    add(drawing, way, without_shared(drawing, visit, rail(drawing, *aside.comes_after, visit)));
  else
    connect(drawing, way, *aside.comes_after, visit);
}

// Ways that begin or end at a branch or at a journey inside.

/// A card on the way, whatever it stands for.
struct Node {
  std::string id;
  const PlacedCard* card = nullptr;
  std::size_t column = 0;
  bool is_inner = false;
};

/// By stop.
std::vector<Node> nodes_of(const JourneyDrawing& drawing) {
  std::vector<Node> nodes(drawing.plan.path.stops.size());
  for (std::size_t i = 0; i < drawing.plan.visits.size(); ++i) {
    const Visit& visit = drawing.plan.visits[i];
    nodes[visit.stop] = {"touchpoint-" + visit.key, &drawing.cards[i], visit.column, false};
  }
  for (std::size_t i = 0; i < drawing.plan.inner_journeys.size(); ++i) {
    const InnerJourney& inner = drawing.plan.inner_journeys[i];
    nodes[inner.stop] = {inner.key, &drawing.inner_cards[i], inner.column, true};
  }
  return nodes;
}

Sign<ArrowLook> along_branch(const Theme& theme) {
  return {legend_rank::ways + 4, "on along a branch, or from it", 28, {{theme.muted, 1.25, Dash::solid}}};
}

Sign<ArrowLook> way_back(const Theme& theme) {
  return {legend_rank::ways + 5, "back to an earlier moment", 28, {{theme.accent, 1.25, Dash::dashed}}};
}

/// The other connectors draw what leads from moment to moment of the main path, and from it to what is only conditional.
bool is_drawn_already(const JourneyDrawing& drawing, const mot::Way& way, const Node& from, const Node& to) {
  if (from.is_inner || to.is_inner || way.is_back()) return false;
  const auto& stops = drawing.plan.path.stops;
  // What is only conditional itself goes on as everybody does.
  const bool leaves_branch = way.branch && stops[way.to].branch != way.branch;
  if (leaves_branch && !drawing.plan.path.branches[*way.branch].is_written) return true;
  const bool is_to_main = !stops[way.to].branch;
  return !stops[way.from].branch && (is_to_main ? !way.branch : true);
}

constexpr double way_lane = 14, back_lane = 18, lane_in_column = 22;  // where a way to the next column and one down a branch part

std::vector<Point> corners_of(const JourneyDrawing& drawing, const Band& band, const Node& from, const Node& to, bool is_back) {
  const Box &start = from.card->box, &end = to.card->box;
  const double lane = is_back ? back_lane : from.column == to.column ? lane_in_column : way_lane;
  const double right = drawing.grid.card_left(band, from.column) + drawing.grid.card_width() + lane;
  if (from.column == to.column) return {right_of(start), {right, start.center().y}, {right, end.center().y}, right_of(end)};
  const double left = drawing.grid.card_left(band, to.column) - drawing.grid.gutter + lane;
  if (!is_back) return corners_between(drawing, {right_of(start), from.column, right}, {left_of(end), to.column, left}, *from.card);
  const double passage = from.card->lane_bottom + drawing.theme().spacing.gap / 2;
  return {right_of(start), {right, start.center().y}, {right, passage}, {left, passage}, {left, end.center().y}, left_of(end)};
}

/// From row to row words on the card say where a branch goes on.
void draw_branch_ways(JourneyDrawing& drawing) {
  const std::vector<Node> nodes = nodes_of(drawing);
  for (const mot::Way& of : drawing.plan.path.ways) {
    const Node &from = nodes[of.from], &to = nodes[of.to];
    if (from.card == nullptr || to.card == nullptr || is_drawn_already(drawing, of, from, to)) continue;
    const Band& band = band_holding(drawing, from.column);
    const bool is_back = of.is_back();
    DrawnWay way;
    way.id = "way-" + from.id + "-" + to.id;
    way.css_class = is_back ? "way-back" : "way";
    way.from = from.id, way.to = to.id;
    const bool is_of_branch = of.branch || drawing.plan.path.stops[of.from].branch || drawing.plan.path.stops[of.to].branch || is_back;
    if (is_of_branch && !band.holds(to.column)) continue;
    way.stroke = explain(drawing, is_back        ? way_back(drawing.theme())
                                  : is_of_branch ? along_branch(drawing.theme())
                                                 : next_step(drawing.theme()))
                     .stroke;
    if (band.holds(to.column))
      add(drawing, way, corners_of(drawing, band, from, to, is_back));
    else
      connect_rows(drawing, way, {*from.card, from.column}, {*to.card, to.column}, 0);
  }
}

}  // namespace

Sign<ArrowLook> under_condition(const Theme& theme) {
  return {legend_rank::ways + 2, "only under a condition", 28, {{theme.muted, 1.25, Dash::dotted}}};
}

void draw_connectors(JourneyDrawing& drawing) {
  draw_branch_ways(drawing);
  for (std::size_t i = 0; i < drawing.plan.visits.size(); ++i) {
    const Visit& visit = drawing.plan.visits[i];
    if (visit.is_aside) {
      connect_aside(drawing, i);
    } else if (visit.comes_after && !visit.is_behind) {
      connect_main(drawing, *visit.comes_after, i);
    }
  }
}

}  // namespace mot::journey
