// The plan on a slide, or of many actions: numbers in the chart, and beside it what each of them is.
#include <fmt/format.h>

#include <algorithm>

#include "mot/view/plan/drawing.h"

namespace mot::plan {

namespace {

constexpr double beside_list = 26, between_columns = 20;
constexpr double beside_number = 10, between_rows = 7;
constexpr double least_chart = 220;
constexpr std::string_view no_number = "–";

/// How the list is laid out, the first that has room.
struct ListLayout {
  std::size_t columns = 1;
  double share = 0;  ///< of the slide's width
  LabelText says = LabelText::facts;
};
constexpr ListLayout list_layouts[] = {{1, 0.5, LabelText::facts_and_lifts},  {1, 0.48}, {1, 0.58},
                                       {2, 0.62, LabelText::facts_and_lifts}, {2, 0.62}, {3, 0.72}};

/// An action of the list; those without a place in the chart come last.
struct Entry {
  const ActionFigures* figures = nullptr;
  std::vector<Line> lines;
  double height() const { return std::max(2 * dot_radius, height_of(lines)) + between_rows; }
};

struct List {
  std::vector<Entry> entries;
  std::size_t columns = 1;
  double width = 0;         ///< of all columns
  double column_width = 0;  ///< of one
  double height = 0;        ///< of the highest column
};

/// Where the columns end, one after another, none much higher than the others: the least height that holds all.
std::vector<std::size_t> ends_of_columns(const std::vector<Entry>& entries, std::size_t columns, double limit) {
  std::vector<std::size_t> ends;
  double height = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (height > 0 && height + entries[i].height() > limit) ends.push_back(i), height = 0;
    height += entries[i].height();
  }
  ends.push_back(entries.size());
  return ends.size() <= columns ? ends : std::vector<std::size_t>{};
}

double even_height(const std::vector<Entry>& entries, std::size_t columns) {
  constexpr double step = 8;
  double all = 0, highest = 0;
  for (const Entry& entry : entries) all += entry.height(), highest = std::max(highest, entry.height());
  double limit = std::max(highest, all / static_cast<double>(columns));
  while (ends_of_columns(entries, columns, limit).empty()) limit += step;
  return limit;
}

List list_of(const PlanDrawing& drawing, const ListLayout& layout) {
  List list;
  list.columns = layout.columns;
  list.width = drawing.spots.empty() ? drawing.width : layout.share * drawing.width;
  const auto columns = static_cast<double>(layout.columns);
  list.column_width = (list.width - (columns - 1) * between_columns) / columns;
  const double text = list.column_width - 2 * dot_radius - beside_number;
  for (const Spot& spot : drawing.spots) {
    const ActionFigures& figures = drawing.figures_of(spot);
    list.entries.push_back({&figures, text_of(drawing, figures, text, layout.says)});
  }
  for (const std::size_t i : drawing.unplaced) {
    const ActionFigures& figures = drawing.plan.actions[i];
    list.entries.push_back({&figures, text_of_unplaced(drawing, figures, text, layout.says)});
  }
  double widest = 0;
  for (const Entry& entry : list.entries) widest = std::max(widest, width_of(drawing.typesetter(), entry.lines) * 1.03);
  list.column_width -= std::max(0.0, text - widest);
  list.width = columns * list.column_width + (columns - 1) * between_columns;
  list.height = even_height(list.entries, list.columns);
  return list;
}

List list_in(const PlanDrawing& drawing, double height) {
  List list;
  for (const ListLayout& layout : list_layouts) {
    list = list_of(drawing, layout);
    if (list.height <= height) break;
  }
  return list;
}

void draw_entry(PlanDrawing& drawing, Entry& entry, Point corner, double width) {
  const Action& action = drawing.action_of(*entry.figures);
  const RingLook look = look_of(drawing, action);
  const std::string tooltip = tooltip_of(drawing, *entry.figures);
  const double line = entry.lines.front().height;
  Marker number;
  number.identity = {drawing.ids.use("number-" + action.id.value), "action", tooltip, ""};
  number.center = {corner.x + dot_radius, corner.y + std::max(dot_radius, line / 2)};
  number.radius = dot_radius, number.fill = look.fill, number.stroke = look.stroke;
  const bool is_placed = entry.figures->rank && entry.figures->value && action.effort;
  number.text = Run{is_placed ? fmt::format("{}", *entry.figures->rank) : std::string(no_number),
                    {drawing.theme().small_print.font.size, Weight::bold, Slant::upright},
                    look.colour};
  const double top = number.center.y - line / 2;
  drawing.scene.items.push_back(std::move(number));
  put_text(drawing, {"name-" + action.id.value, "name", tooltip, ""},
           {{corner.x + 2 * dot_radius + beside_number, top}, width - 2 * dot_radius - beside_number}, std::move(entry.lines));
}

constexpr double good_share_of_chart = 0.4;  // of the picture's width; narrower it is a strip, for which no letters should be larger

/// Returns its lower edge.
double draw_list(PlanDrawing& drawing, List& list, Point corner) {
  const std::vector<std::size_t> ends = ends_of_columns(list.entries, list.columns, list.height);
  std::size_t i = 0;
  double bottom = corner.y;
  for (const std::size_t end : ends) {
    double y = corner.y;
    for (; i < end; ++i) {
      Entry& entry = list.entries[i];
      const double next = y + entry.height();
      draw_entry(drawing, entry, {corner.x, y}, list.column_width);
      y = next;
    }
    bottom = std::max(bottom, y - between_rows);
    corner.x += list.column_width + between_columns;
  }
  return bottom;
}

/// The list may be higher than the room; then the chart is, too.
void draw_in(PlanDrawing& drawing, double room) {
  const double top = drawing.y;
  List list = list_in(drawing, room);
  const double height = std::max({room, list.height, least_chart});
  double bottom = top;
  if (!drawing.spots.empty()) {
    const double width = drawing.width - list.width - beside_list;
    if (width < good_share_of_chart * drawing.width) drawing.scene.squeezed = 1;
    draw_values_title(drawing, width);
    lay_out_numbers(drawing, {drawing.left, drawing.y, width, top + height - drawing.y});
    draw_dots(drawing);
    bottom = drawing.y;
  }
  bottom =
      std::max(bottom, draw_list(drawing, list, {drawing.spots.empty() ? drawing.left : drawing.left + drawing.width - list.width, top}));
  drawing.y = bottom;
}

}  // namespace

void draw_beside_list(PlanDrawing& drawing) {
  constexpr double room_on_sheet = 600;
  if (!drawing.is_slide) return draw_in(drawing, room_on_sheet + drawing.stretch);
  const Spacing& spacing = drawing.theme().spacing;
  const double below = spacing.heading + spacing.margin;
  PlanDrawing scratch = drawing;
  draw_in(scratch, least_chart);
  scratch.y = 0;
  draw_legend(scratch);
  draw_in(drawing, drawing.slide_height - drawing.y - below - scratch.y);
}

}  // namespace mot::plan
