// The list beside the arcs: every seam by the names of the moments left and right of it.

#include <algorithm>
#include <cmath>
#include <span>

#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

namespace {

constexpr std::size_t least_rows = 6;
constexpr double least_moment_width = 120, most_moment_width = 202;
constexpr double arrow_width = 14;
constexpr double lived_width = 62;
constexpr double journeys_width = 52;
constexpr double column_gap = 10;
constexpr double around_row = 3;

/// Where the columns begin, and how wide the moments are.
struct ListColumns {
  double loss = 0;
  double loss_width = 0;
  double moment_width = 0;
  double from = 0;
  double arrow = 0;
  double to = 0;
  double lived = 0;
  double journeys = 0;
  double right = 0;
};

/// `★ Greeting · Sales`, on one line where the width lets it be.
std::vector<Line> moment_lines(HandOverDrawing& drawing, std::size_t touchpoint, double width) {
  const Theme& theme = drawing.theme();
  const std::string name = isolated(starred_name(drawing, drawing.touchpoint(touchpoint)));
  const std::string department = isolated(drawing.department_of(touchpoint).name.value);
  const Run runs[] = {{name, theme.body.font, theme.ink}, {department, theme.small_print.font, theme.small_print.colour}};
  return set_in_turn(drawing.typesetter(), runs, theme.small_print, width);
}

/// As the longest moment with its department needs it to stand on one line, as far as that is not too much.
double moment_width_of(const HandOverDrawing& drawing) {
  HandOverDrawing scratch = drawing;
  constexpr double no_limit = 10000;
  double widest = least_moment_width;
  for (const Seam& seam : drawing.seams) {
    for (const std::size_t touchpoint : {seam.from, seam.to})
      widest = std::max(widest, width_of(drawing.typesetter(), moment_lines(scratch, touchpoint, no_limit)) * 1.03 + 1);
  }
  return std::min(widest, most_moment_width);
}

ListColumns columns_at(const HandOverDrawing& drawing, double left) {
  std::vector<Loss> losses;
  for (const Seam& seam : drawing.seams) losses.push_back(drawing.loss_of(seam));
  ListColumns columns;
  columns.loss = left;
  const double heading = drawing.typesetter().width_of(drawing.wording("experience"), drawing.theme().small_print.font);
  columns.loss_width = std::max(tag_width(drawing, losses), std::ceil(heading * 1.05));
  columns.from = left + columns.loss_width + column_gap;
  columns.moment_width = moment_width_of(drawing);
  columns.arrow = columns.from + columns.moment_width;
  columns.to = columns.arrow + arrow_width + column_gap / 2;
  columns.lived = columns.to + columns.moment_width + column_gap;
  columns.journeys = columns.lived + lived_width + column_gap;
  columns.right = columns.journeys + journeys_width;
  return columns;
}

void draw_column_names(HandOverDrawing& drawing, const ListColumns& columns, double& y) {
  const Theme& theme = drawing.theme();
  double bottom = y;
  const auto put = [&](std::string_view text, double left, double width, Align align) {
    const auto lines = set_text(drawing.typesetter(), drawing.wording(text), theme.small_print, width, 2).lines;
    bottom = std::max(bottom, put_text(drawing, {"list-column", "column", "", ""}, {{left, y}, width, align}, lines).bottom());
  };
  put("experience", columns.loss, columns.loss_width, Align::left);
  put("handed over after", columns.from, columns.moment_width, Align::left);
  put("and taken over by", columns.to, columns.moment_width, Align::left);
  put("lived", columns.lived, lived_width, Align::right);
  put("journeys", columns.journeys, journeys_width, Align::right);
  y = bottom + around_row - 2;
}

std::string lived_text(const HandOverDrawing& drawing, std::size_t touchpoint) {
  const auto& actual = drawing.figures(touchpoint).actual;
  return actual ? drawing.wording.points(*actual) : "?";
}

/// Returns the lower edge of the row.
double draw_row(HandOverDrawing& drawing, const ListColumns& columns, const Seam& seam, double y) {
  const Theme& theme = drawing.theme();
  const TextStyle plain{theme.body.font, theme.ink};
  const std::string id = drawing.touchpoint(seam.from).id.value + "-" + drawing.touchpoint(seam.to).id.value;
  drawing.scene.ground.push_back(Curve{straight({columns.loss, y}, {columns.right, y}), {theme.line, theme.spacing.hairline, Dash::solid}});
  y += around_row;
  Card tag = loss_tag(drawing, {"seam-" + id, "loss", "", ""}, drawing.loss_of(seam), columns.loss_width);
  tag.box.left = columns.loss;
  tag.box.top = y;
  double bottom = tag.box.bottom();
  drawing.scene.items.push_back(std::move(tag));
  const auto put = [&](std::string name, std::string tooltip, const TextPlace& place, std::vector<Line> lines) {
    bottom = std::max(bottom, put_text(drawing, {name + id, "seam", std::move(tooltip), ""}, place, std::move(lines)).bottom());
  };
  const auto one_line = [&](const std::string& text) { return std::vector<Line>{single_line(drawing.typesetter(), text, plain)}; };
  const auto tooltip = [&](std::size_t i) {  // a moment that comes again has it once
    return drawing.told.insert(i).second ? touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, i) : std::string();
  };
  put("before-", tooltip(seam.from), {{columns.from, y}, columns.moment_width}, moment_lines(drawing, seam.from, columns.moment_width));
  put("then-", "", {{columns.arrow, y}, arrow_width, Align::center}, one_line("→"));
  put("after-", tooltip(seam.to), {{columns.to, y}, columns.moment_width}, moment_lines(drawing, seam.to, columns.moment_width));
  const std::string lived = lived_text(drawing, seam.from) + " → " + lived_text(drawing, seam.to);
  put("lived-", "", {{columns.lived, y}, lived_width, Align::right}, set_text(drawing.typesetter(), lived, plain, lived_width, 2).lines);
  put("journeys-", "", {{columns.journeys, y}, journeys_width, Align::right}, one_line(std::to_string(seam.journeys.size())));
  return bottom + around_row;
}

std::string heading_text(const HandOverDrawing& drawing) {
  if (!drawing.department) return drawing.wording("Seam by seam, where most is lost first");
  return drawing.wording("Seam by seam of {department}, where most is lost first",
                         {{"department", drawing.input.workspace.departments[*drawing.department].name.value}});
}

/// Of those that had no room.
std::string rest_text(const HandOverDrawing& drawing, const std::vector<std::size_t>& order, std::size_t shown) {
  std::size_t unknown = 0;
  for (std::size_t i = shown; i < order.size(); ++i) unknown += drawing.seams[order[i]].loss ? 0 : 1;
  const std::size_t rest = order.size() - shown;
  if (unknown == 0) return drawing.wording("and {count} more", {{"count", rest}});
  if (unknown == rest) return drawing.wording("and {count} more, of which nobody knows what is lost", {{"count", rest}});
  return drawing.wording("and {count} more, {unknown} of them unknown", {{"count", rest}, {"unknown", unknown}});
}

/// Both moments, then what is lived at each and how often; returns the lower edge.
double draw_row_of_slide(HandOverDrawing& drawing, const Seam& seam, double tag, const Box& place) {
  const Theme& theme = drawing.theme();
  const Wording& wording = drawing.wording;
  const std::string id = drawing.touchpoint(seam.from).id.value + "-" + drawing.touchpoint(seam.to).id.value;
  const double top = place.top + around_row;
  drawing.scene.ground.push_back(
      Curve{straight({place.left, place.top}, {place.right(), place.top}), {theme.line, theme.spacing.hairline, Dash::solid}});
  const double inside = place.width - tag - column_gap;
  Card card = loss_tag(drawing, {"seam-" + id, "loss", "", ""}, drawing.loss_of(seam), tag);
  card.box.left = place.left, card.box.top = top;
  const double under_tag = card.box.bottom();
  drawing.scene.items.push_back(std::move(card));
  const auto& typesetter = drawing.typesetter();
  const TextStyle name{theme.body.font, theme.ink};
  std::vector<Line> lines = set_text(typesetter, starred_name(drawing, drawing.touchpoint(seam.from)), name, inside).lines;
  append(lines, set_text(typesetter, "→\u00a0" + starred_name(drawing, drawing.touchpoint(seam.to)), name, inside).lines, 0);
  const std::string lived = wording("lived {points}", {{"points", lived_text(drawing, seam.from) + " → " + lived_text(drawing, seam.to)}});
  const TextStyle& small = theme.small_print;
  const std::vector<Run> runs = {{lived, small.font, small.colour},
                                 {wording.count(seam.journeys.size(), "{count} journeys"), small.font, small.colour}};
  append(lines, set_in_turn(typesetter, runs, small, inside), 0);
  const TextPlace text{{place.left + tag + column_gap, top}, inside};
  return std::max(under_tag, put_text(drawing, {"before-" + id, "seam", "", ""}, text, std::move(lines)).bottom()) + around_row;
}

std::vector<std::size_t> asked_for_worst_first(const HandOverDrawing& drawing) {
  std::vector<std::size_t> order = worst_first(drawing.input.workspace, drawing.input.analysis.touchpoints, drawing.seams);
  std::erase_if(order, [&](std::size_t i) { return !drawing.is_asked_for(drawing.seams[i]); });
  return order;
}

/// Of these seams those at which more is lost than passes for nothing: larger letters are not worth a list without them.
std::size_t count_hurting(const HandOverDrawing& drawing, std::span<const std::size_t> seams) {
  return static_cast<std::size_t>(std::ranges::count_if(seams, [&](std::size_t i) {
    const std::optional<double>& loss = drawing.seams[i].loss;
    return loss && class_of_loss(loss, drawing.input.scale()) > GapClass::green;
  }));
}

}  // namespace

Box draw_left_out_below(HandOverDrawing& drawing, Point corner, double height) {
  const double width = corner.x - drawing.left, top = corner.y + height + around_row;
  std::vector<Line> lines = lines_of_left_out(drawing, width);
  if (lines.empty()) return {drawing.left, corner.y, width, 0};
  const double bottom = put_text(drawing, {"rest", "rest", "", ""}, {{drawing.left, top}, width}, std::move(lines)).bottom();
  return {drawing.left, corner.y, width, bottom - corner.y};
}

Box draw_list_of_slide(HandOverDrawing& drawing, Point corner, double height) {
  constexpr double least_width = 230, most_width = 420, most_row = 60;
  const double width = std::min(drawing.slide_width - drawing.left - corner.x, most_width);
  const std::vector<std::size_t> order = asked_for_worst_first(drawing);
  if (width < least_width) {
    drawing.scene.squeezed += order.size();  // larger letters are not worth the whole list
    return draw_left_out_below(drawing, corner, height);
  }
  const auto heading = set_text(drawing.typesetter(), heading_text(drawing), drawing.theme().heading, width, 2).lines;
  double y = put_text(drawing, {"heading-seams", "heading", "", ""}, {corner, width}, heading).bottom() + around_row;
  std::vector<Loss> losses;
  for (const Seam& seam : drawing.seams) losses.push_back(drawing.loss_of(seam));
  const double tag = tag_width(drawing, losses);
  const auto left_out = lines_of_left_out(drawing, width);
  const double bottom = std::max(corner.y + height, drawing.slide_height - under_arcs_of_slide);
  const double limit = bottom - most_row - height_of(left_out);
  std::size_t shown = 0;
  for (; shown < order.size() && (shown == 0 || y <= limit); ++shown)
    y = draw_row_of_slide(drawing, drawing.seams[order[shown]], tag, {corner.x, y, width, 0});
  std::vector<Line> rest;
  const TextStyle& small = drawing.theme().small_print;
  if (shown < order.size()) rest = set_text(drawing.typesetter(), rest_text(drawing, order, shown), small, width).lines;
  drawing.scene.squeezed += count_hurting(drawing, std::span(order).subspan(shown));
  append(rest, left_out, 3);
  if (!rest.empty()) y = put_text(drawing, {"rest", "rest", "", ""}, {{corner.x, y}, width}, std::move(rest)).bottom();
  return {corner.x, corner.y, width, y - corner.y};
}

Box draw_list(HandOverDrawing& drawing, Point corner, double height) {
  const Theme& theme = drawing.theme();
  const std::vector<std::size_t> order = asked_for_worst_first(drawing);
  const ListColumns columns = columns_at(drawing, corner.x);
  const double width = columns.right - corner.x;
  const auto heading = set_text(drawing.typesetter(), heading_text(drawing), theme.heading, width, 2).lines;
  double y = put_text(drawing, {"heading-seams", "heading", "", ""}, {corner, width}, heading).bottom() + around_row;
  draw_column_names(drawing, columns, y);
  constexpr double highest_row = 40, landscape = 0.68;  // of height to width, with room for the legend below
  const double limit = std::max(corner.y + height, landscape * columns.right) - highest_row;
  std::size_t shown = 0;
  for (; shown < order.size() && (shown < least_rows || y < limit); ++shown) y = draw_row(drawing, columns, drawing.seams[order[shown]], y);
  if (shown < order.size()) {
    const auto rest = set_text(drawing.typesetter(), rest_text(drawing, order, shown), theme.small_print, width).lines;
    y = put_text(drawing, {"rest", "rest", "", ""}, {{corner.x, y + around_row}, width}, rest).bottom();
  }
  return {corner.x, corner.y, width, y - corner.y};
}

}  // namespace mot::handovers
