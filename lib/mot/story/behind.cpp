// What no customer sees and carries moments of the path.
#include <algorithm>

#include "mot/picture/fade.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/story/cards.h"
#include "mot/story/room_below.h"

namespace mot::story {

namespace {

constexpr double above_bar = 9;
constexpr double bar_padding = 4;
constexpr double least_card_width = 118;

std::string department_of(const StoryDrawing& drawing, const Touchpoint& touchpoint) {
  return touchpoint.department.index ? drawing.input.workspace.departments[*touchpoint.department.index].name.value : "";
}

/// `carries 1, 3 and 7`; of what carries nothing on the path `after 2`.
std::string carried_text(const StoryDrawing& drawing, const Behind& behind) {
  if (behind.visits.empty()) {
    const journey::Column& column = drawing.plan.columns[behind.columns.front()];
    return drawing.wording("after {number}", {{"number", drawing.numbers[column.main ? *column.main : column.asides.front()]}});
  }
  std::vector<std::string> numbers;
  for (const std::size_t visit : behind.visits) numbers.push_back(drawing.numbers[visit]);
  return drawing.wording("carries {numbers}", {{"numbers", drawing.wording.listed(numbers)}});
}

std::vector<Line> lines_of(StoryDrawing& drawing, const Behind& behind, double width) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[behind.touchpoint];
  const Figures& figures = drawing.input.analysis.touchpoints[behind.touchpoint];
  const TextStyle& small = theme.small_print;
  std::vector<Line> lines = set_text(drawing.typesetter(), starred_name(drawing, touchpoint), theme.name, width).lines;
  std::vector<Run> runs = {
      {short_by_text(drawing, behind.touchpoint), {8.5, Weight::bold, Slant::upright}, theme.tone_of(figures.gap_class).text}};
  const std::string basis = basis_of(drawing, behind.touchpoint), department = department_of(drawing, touchpoint);
  if (!basis.empty()) runs.push_back({basis, small.font, small.colour});
  runs.push_back({drawing.wording(name_of(touchpoint.visibility.value)), small.font, small.colour});
  if (!department.empty()) runs.push_back({department, small.font, small.colour});
  runs.push_back({carried_text(drawing, behind), small.font, small.colour});
  append(lines, set_in_turn(drawing.typesetter(), runs, small, width), 1);
  return lines;
}

/// The columns of a row that something carries.
std::vector<std::size_t> columns_in(const Behind& behind, const Band& band) {
  std::vector<std::size_t> columns;
  std::ranges::copy_if(behind.columns, std::back_inserter(columns), [&](std::size_t column) { return band.holds(column); });
  return columns;
}

/// Columns side by side that hold one that is carried, where a card comes highest.
struct CarriedColumns {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Around a column, to the right as far as there are columns, then to the left, until a card has room.
CarriedColumns stretch_at(const Row& row, std::size_t column) {
  CarriedColumns stretch{column, column};
  const auto is_narrow = [&] { return row.right(stretch.last) - row.left(stretch.first) < least_card_width; };
  while (is_narrow() && stretch.last + 1 < row.band.end) ++stretch.last;
  while (is_narrow() && stretch.first > row.band.begin) --stretch.first;
  return stretch;
}

CarriedColumns best_stretch(const Row& row, const Room& room, const std::vector<std::size_t>& columns) {
  CarriedColumns best = stretch_at(row, columns.front());
  for (const std::size_t column : columns) {
    for (const std::size_t begin : {column, std::max(column, row.band.begin + 1) - 1}) {
      const CarriedColumns other = stretch_at(row, begin);
      const bool holds = other.first <= column && column <= other.last;
      if (holds && room.under(other.first, other.last) < room.under(best.first, best.last) - 1) best = other;
    }
  }
  return best;
}

void draw_card(StoryDrawing& drawing, const Row& row, Room& room, const Behind& behind) {
  const Theme& theme = drawing.theme();
  const auto columns = columns_in(behind, row.band);
  if (columns.empty()) return;
  const auto [first, last] = best_stretch(row, room, columns);
  const double left = row.left(first), width = row.right(last) - left;
  const double top = room.under(first, last) + above_bar;
  const Figures& figures = drawing.input.analysis.touchpoints[behind.touchpoint];
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[behind.touchpoint];
  Card card;
  card.identity = {drawing.ids.use("carrier-" + touchpoint.id.value),
                   touchpoint_classes(drawing.input.workspace, drawing.input.analysis, behind.touchpoint),
                   touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, behind.touchpoint), ""};
  card.padding = bar_padding;
  card.fill = theme.panel;
  card.stroke = figures.actual ? Stroke{theme.line, 1, Dash::solid} : explain(drawing, unmeasured(theme)).stroke;
  if (figures.actual) card.accent = explain(drawing, gap(drawing, figures.gap_class, drawing.input.scale())).colour;
  card.lines = lines_of(drawing, behind, width - (card.accent ? accent_width : 0) - 2 * bar_padding);
  card.box = {left, top, width, height_of(card.lines) + 2 * bar_padding};
  if (drawing.fades(touchpoint.department.index)) fade(drawing, card);
  // A wedge points at what is carried, and at nothing that happens to stand between.
  const Sign<WedgeLook> sign = carrying(theme, "carries what is above");
  for (const std::size_t visit : behind.visits) {
    const std::size_t column = drawing.plan.visits[visit].column;
    if (first <= column && column <= last && room.lowest(column) == visit)
      put(drawing, sign, {row.center(column) - sign.width / 2, top - 3});
  }
  room.take(first, last, card.box.bottom());
  drawing.scene.items.push_back(std::move(card));
}

}  // namespace

void draw_behind(StoryDrawing& drawing, const Row& row, Room& room) {
  for (const Behind& behind : drawing.behind) draw_card(drawing, row, room, behind);
}

}  // namespace mot::story
