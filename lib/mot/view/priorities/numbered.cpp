// A slide of many moments: numbers in the chart, and beside it the names in columns, in the ranking's order. Of all columns that hold the
// names, those are taken that leave the chart the room it needs and break the fewest names.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/priorities/drawing.h"
#include "mot/view/priorities/numbers.h"

namespace mot::priorities {

namespace {

constexpr double beside_list = 12, between_columns = 14, beside_number = 5, beside_listed_name = 8, below_name = 0.5;
constexpr double around_first = 5;  // from the ground of those to mend first to their names
constexpr double below_first = 9;
constexpr std::size_t most_columns = 4;
constexpr double name_widths[] = {96, 108, 120, 132, 140, 148, 156, 164, 172, 185, 200, 220, 240, 260};
constexpr double least_chart = 200, good_chart = 430;
constexpr double least_marker = 9.5;
constexpr double each_broken = 2, without_points = 8;  // what speaks against a list

/// A moment in the list.
struct Entry {
  std::size_t touchpoint = 0;
  std::string number;
  bool is_first = false;  ///< one of those to mend first
};

/// What stands behind a name: the sign of its class, and where there is room by how many points it falls short.
enum class ListFigure : std::uint8_t { points, sign };

struct ListStyle {
  ListFigure figures = ListFigure::points;
  double number = 0;  ///< points that the widest takes
  double figure = 0;
};

/// Names set as wide as a column of them is.
struct NameColumn {
  double width = 0;
  std::vector<std::vector<Line>> names;  ///< by entry
  std::size_t broken = 0;                ///< lines more than there are names
};

/// The list before it is put somewhere: how many columns of what width.
struct ListPlan {
  std::size_t columns = 1;
  NameColumn names;
  ListStyle style;

  double column() const { return style.number + beside_number + names.width + beside_listed_name + style.figure; }
  double width() const {
    const auto count = static_cast<double>(columns);
    return 2 * around_first + count * column() + (count - 1) * between_columns;
  }
};

/// The list's order, which numbers follow: what is to be mended first, the ranking, then what has no rank, the most important and worst
/// lived in front. Those past `most` have no place in it.
std::vector<Entry> numbered(PrioritiesDrawing& drawing, std::size_t most) {
  std::vector<Spot*> order;
  for (Spot& spot : drawing.spots) order.push_back(&spot);
  constexpr std::size_t unranked = std::numeric_limits<std::size_t>::max();
  std::ranges::stable_sort(order, {}, [&](const Spot* spot) { return drawing.figures_of(*spot).rank.value_or(unranked); });
  const std::vector<std::size_t> first = first_to_mend(drawing.input);
  const auto is_first = [&](const Spot* spot) { return std::ranges::find(first, spot->touchpoint) != first.end(); };
  std::stable_partition(order.begin(), order.end(), is_first);
  std::vector<Entry> entries;
  for (Spot* spot : order) {
    spot->lines.clear(), spot->label_width = 0;
    spot->is_small = entries.size() >= most;
    if (spot->is_small) spot->interval.reset();
    if (spot->is_small) continue;
    spot->number = fmt::format("{}", entries.size() + 1);
    entries.push_back({spot->touchpoint, spot->number, is_first(spot)});
  }
  return entries;
}

Font bold_small(const PrioritiesDrawing& drawing) {
  return {drawing.theme().small_print.font.size, Weight::bold, Slant::upright};
}

/// `✕ 7`: the class without its colour, and by how much it falls short.
std::string figure_of(const PrioritiesDrawing& drawing, const Entry& entry, ListFigure which) {
  const Figures& figures = drawing.input.analysis.touchpoints[entry.touchpoint];
  const std::string_view glyph = drawing.theme().tone_of(figures.gap_class).glyph;
  if (!figures.gap || which == ListFigure::sign) return std::string(glyph);
  return fmt::format("{}\u00a0{}", glyph, gap_text(drawing.wording, *figures.gap, drawing.input.scale()));
}

/// A little more than it measures, as browsers and printers may set it wider.
double roomy(double width) {
  return width * 1.03 + 0.5;
}

ListStyle style_of(const PrioritiesDrawing& drawing, const std::vector<Entry>& entries, ListFigure which) {
  ListStyle style{which, 0, 0};
  const Font font = bold_small(drawing);
  for (const Entry& entry : entries) {
    style.number = std::max(style.number, roomy(drawing.typesetter().width_of(entry.number, font)));
    style.figure = std::max(style.figure, roomy(drawing.typesetter().width_of(figure_of(drawing, entry, which), font)));
  }
  return style;
}

NameColumn names_within(PrioritiesDrawing& drawing, const std::vector<Entry>& entries, double width) {
  NameColumn column{width, {}, 0};
  for (const Entry& entry : entries) {
    const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[entry.touchpoint];
    const Weight weight = touchpoint.moment_of_truth.value ? Weight::bold : Weight::regular;
    const TextStyle style{{drawing.theme().body.font.size, weight, Slant::upright}, drawing.theme().ink};
    column.names.push_back(set_text(drawing.typesetter(), starred_name(drawing, touchpoint), style, width).lines);
    column.broken += column.names.back().size() - 1;
  }
  return column;
}

std::vector<Line> heading_lines(const PrioritiesDrawing& drawing, double width) {
  return set_text(drawing.typesetter(), drawing.wording("First to mend"), drawing.theme().heading, width).lines;
}

/// Hands out places from the top of the first column to the foot of the last.
class Flow {
 public:
  Flow(const Box& box, const ListPlan& plan) : box_(box), plan_(plan), y_(box.top) {}

  Point take(double height) {
    if (y_ > box_.top && y_ + height > box_.bottom()) ++column_, y_ = box_.top;
    const Point place{box_.left + around_first + static_cast<double>(column_) * (plan_.column() + between_columns), y_};
    y_ += height;
    return place;
  }
  void skip(double height) {
    if (y_ > box_.top) y_ += height;
  }
  bool fits() const { return column_ < plan_.columns && y_ <= box_.bottom() + 1e-6; }

 private:
  Box box_;
  const ListPlan& plan_;
  double y_;
  std::size_t column_ = 0;
};

/// Where the heading and every entry stand.
struct Placed {
  Point heading;
  std::vector<Point> entries;
  bool fits = false;
};

Placed placed_in(const PrioritiesDrawing& drawing, const std::vector<Entry>& entries, const ListPlan& plan, const Box& box) {
  Flow flow(box, plan);
  Placed placed;
  const bool has_first = entries.front().is_first;
  if (has_first) {
    flow.take(around_first);
    placed.heading = flow.take(mot::height_of(heading_lines(drawing, plan.column())) + 3);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (has_first && i > 0 && entries[i - 1].is_first && !entries[i].is_first) flow.skip(around_first + below_first);
    placed.entries.push_back(flow.take(mot::height_of(plan.names.names[i]) + below_name));
  }
  placed.fits = flow.fits();
  return placed;
}

/// The chart beside a list.
struct Attempt {
  ListPlan plan;
  Chart chart;
  std::vector<Spot> spots;
  double width = 0;   ///< of the chart
  double height = 0;  ///< of the list, and of the chart with all around it
  double cost = 0;
};

/// What speaks against a chart of so much: intervals that are not shown, moments off their place, letters that have to shrink.
enum class Intervals : std::uint8_t { shown, hidden };

struct ChartRoom {
  Point corner;
  double width = 0;
  double height = 0;
};

bool stands_off(const Spot& spot) {
  return spot.across.has_value() || spot.place.has_value();
}

double tried(const PrioritiesDrawing& drawing, Attempt& attempt, const ChartRoom& room, Intervals intervals) {
  constexpr double hidden_intervals = 4, each_off = 20, too_high = 1000;
  attempt.spots = drawing.spots;
  if (intervals == Intervals::hidden) {
    for (Spot& spot : attempt.spots) spot.interval.reset();
  }
  const Crosshair& crosshair = *drawing.input.analysis.crosshair;
  attempt.chart = chart_around(attempt.spots, crosshair, drawing.input.scale(), axis_of(drawing));
  attempt.chart.box = {room.corner.x, room.corner.y, room.width, 0};
  attempt.chart.radius = drawing.chart.radius;
  set_insets(drawing, attempt.chart);
  const bool fits = place_numbers(attempt.spots, attempt.chart, room.height);
  const auto off = static_cast<double>(std::ranges::count_if(attempt.spots, stands_off));
  double cost = each_off * off;
  if (intervals == Intervals::hidden) cost += hidden_intervals;
  if (intervals == Intervals::shown && off > 0) cost += too_high;
  if (!fits) cost += too_high + attempt.chart.box.height;
  return cost;
}

/// Points that stand above and below the chart's box, at its edges.
double around_chart(const PrioritiesDrawing& drawing, double width) {
  PrioritiesDrawing scratch = drawing;
  scratch.chart_width = width;
  draw_axis_title(scratch);
  const double above = scratch.y + above_box - drawing.y;
  scratch.chart = chart_around(scratch.spots, *scratch.input.analysis.crosshair, scratch.input.scale(), axis_of(scratch));
  scratch.chart.box = {scratch.left + scratch.axis_width, scratch.y, width, 100};
  draw_axes(scratch);
  return above + scratch.y - scratch.chart.box.bottom();
}

/// The list that costs least beside a chart, in so much height for both.
class Search {
 public:
  Search(PrioritiesDrawing& drawing, std::vector<Entry> entries) : drawing_(drawing), entries_(std::move(entries)) {
    for (const ListFigure which : {ListFigure::points, ListFigure::sign}) styles_.push_back(style_of(drawing, entries_, which));
    for (const double width : name_widths) columns_.push_back(names_within(drawing, entries_, width));
  }

  const std::vector<Entry>& entries() const { return entries_; }

  Attempt best(double height) {
    std::optional<Attempt> best;
    for (std::size_t columns = 1; columns <= most_columns; ++columns) {
      for (const NameColumn& names : columns_) {
        for (const ListStyle& style : styles_) consider({columns, names, style}, height, best);
      }
    }
    return best ? *std::move(best) : fallback(height);
  }

 private:
  double chart_width(const ListPlan& plan) const {
    return drawing_.width - drawing_.axis_width - drawing_.right_of_chart - beside_list - plan.width();
  }

  void consider(ListPlan plan, double height, std::optional<Attempt>& best) {
    const double width = chart_width(plan);
    if (width < least_chart) return;
    if (!placed_in(drawing_, entries_, plan, {0, 0, plan.width(), height}).fits) return;
    const double cost = static_cast<double>(plan.names.broken) * each_broken + std::max(0.0, good_chart - width) / 20 +
                        (plan.style.figures == ListFigure::sign ? without_points : 0);
    if (best && cost >= best->cost) return;
    Attempt attempt = with_chart(std::move(plan), width, height);
    attempt.cost += cost;
    if (!best || attempt.cost < best->cost) best = std::move(attempt);
  }

  Attempt with_chart(ListPlan plan, double width, double height) {
    Attempt attempt{std::move(plan), {}, {}, width, height, 0};
    const auto [known, is_new] = around_.try_emplace(width, 0.0);
    if (is_new) known->second = around_chart(drawing_, width);
    const ChartRoom room{{drawing_.left + drawing_.axis_width, 0}, width, height - known->second};
    Attempt hidden = attempt;
    attempt.cost = tried(drawing_, attempt, room, Intervals::shown);
    hidden.cost = tried(drawing_, hidden, room, Intervals::hidden);
    return hidden.cost < attempt.cost ? hidden : attempt;
  }

  /// Where no list has room, one that makes the slide larger than it is; fewer moments are tried then.
  Attempt fallback(double height) {
    ListPlan plan{2, columns_[columns_.size() / 2], styles_.back()};
    double enough = std::max(height, 100.0);
    while (!placed_in(drawing_, entries_, plan, {0, 0, plan.width(), enough}).fits) enough *= 1.1;
    const double width = std::max(least_chart, chart_width(plan));
    return with_chart(std::move(plan), width, enough);
  }

  PrioritiesDrawing& drawing_;
  std::vector<Entry> entries_;
  std::vector<ListStyle> styles_;
  std::vector<NameColumn> columns_;
  std::map<double, double> around_;
};

void put_entry(PrioritiesDrawing& drawing, const Entry& entry, const ListPlan& plan, Point at, std::vector<Line> name) {
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[entry.touchpoint];
  const Tone& tone = drawing.theme().tone_of(drawing.input.analysis.touchpoints[entry.touchpoint].gap_class);
  const TextStyle style{bold_small(drawing), tone.text};
  const std::string& id = touchpoint.id.value;
  const auto put = [&](const char* what, const std::string& text, const TextPlace& place) {
    put_text(drawing, {what + ("-" + id), what, "", ""}, place, {single_line(drawing.typesetter(), text, style)});
  };
  put("rank", entry.number, {at, plan.style.number, Align::right});
  const double left = at.x + plan.style.number + beside_number;
  const std::string tooltip = touchpoint_tooltip(drawing.input.workspace, drawing.input.analysis, entry.touchpoint);
  put_text(drawing, {"name-" + id, "name", tooltip, ""}, {{left, at.y}, plan.names.width}, std::move(name));
  put("gap", figure_of(drawing, entry, plan.style.figures),
      {{at.x + plan.column() - plan.style.figure, at.y}, plan.style.figure, Align::right});
}

/// Those to mend first on a ground of their own.
void put_list(PrioritiesDrawing& drawing, const std::vector<Entry>& entries, const ListPlan& plan, const Box& box) {
  const Placed placed = placed_in(drawing, entries, plan, box);
  double under_first = box.top;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    put_entry(drawing, entries[i], plan, placed.entries[i], plan.names.names[i]);
    if (entries[i].is_first) under_first = placed.entries[i].y + mot::height_of(plan.names.names[i]);
  }
  if (!entries.front().is_first) return;
  put_text(drawing, {"heading-first", "heading", "", ""}, {placed.heading, plan.column()}, heading_lines(drawing, plan.column()));
  const Box ground{box.left, box.top, plan.column() + 2 * around_first, under_first + around_first - box.top};
  drawing.scene.panels.push_back({{drawing.ids.use("first"), "first", "", ""},
                                  ground,
                                  drawing.theme().panel,
                                  Stroke{drawing.theme().line, drawing.theme().spacing.hairline, Dash::solid}});
}

/// Both in so much height.
void draw_within(PrioritiesDrawing& drawing, Search& search, double height) {
  Attempt attempt = search.best(height);
  const double top = drawing.y;
  drawing.chart_width = attempt.width;
  draw_axis_title(drawing);
  const double down = drawing.y + above_box;
  for (Spot& spot : attempt.spots) {
    spot.center.y += down;
    if (spot.place) *spot.place += down;
  }
  for (Grade& grade : attempt.chart.grades) grade.top += down, grade.bottom += down;
  attempt.chart.box.top = down, attempt.chart.divide += down;
  drawing.chart = std::move(attempt.chart);
  drawing.spots = std::move(attempt.spots);
  draw_placed(drawing);
  drawing.scene.squeezed = drawing.spots.size() + static_cast<std::size_t>(std::ranges::count_if(drawing.spots, stands_off));
  const double left = drawing.chart.box.right() + drawing.right_of_chart + beside_list;
  put_list(drawing, search.entries(), attempt.plan, {left, top, attempt.plan.width(), attempt.height});
  drawing.width = std::max(drawing.width, left + attempt.plan.width() - drawing.left);
  drawing.y = std::max(drawing.y, top + attempt.height);
}

}  // namespace

namespace {

/// What is not in the chart, and what stands there without a name.
void tell_unlisted(PrioritiesDrawing& drawing) {
  tell_left_out(drawing, {{}, drawing.left_out});
  for (const Spot& spot : drawing.spots)  // which the legend says by their sign
    if (spot.is_small) drawing.scene.left_out.names.push_back(drawing.touchpoint_of(spot).name.value);
}

/// With so many names in the list.
void draw_listing(PrioritiesDrawing& drawing, std::size_t most) {
  const std::vector<Entry> entries = numbered(drawing, most);
  tell_unlisted(drawing);
  explain_order(drawing);
  const Typesetter& typesetter = drawing.typesetter();
  drawing.width = drawing.options.width - 2 * drawing.left;
  const double number = typesetter.width_of(entries.back().number, bold_small(drawing));
  drawing.chart.radius = std::max(least_marker, number / 2 + 1.5) + halo_room;
  narrow_sides(drawing);
  Search search(drawing, entries);
  // What the legend has to explain depends a little on the height, too.
  double height = drawing.options.height / 2;
  for (int attempt = 0; attempt < 4; ++attempt) {
    PrioritiesDrawing scratch = drawing;
    draw_within(scratch, search, height);
    const double taken = scratch.y - drawing.y, fitting = taken + room_on_slide(std::move(scratch));
    height = attempt > 1 ? std::min(height, fitting) : fitting;
  }
  draw_within(drawing, search, height);
}

/// All of them, or as many as leave every moment of the chart at its place; the fewest where even those leave some off it.
std::size_t most_listed(const PrioritiesDrawing& drawing) {
  constexpr std::size_t fewest = 5, tried[] = {24, 20, 16, 12, 10, 8};
  constexpr std::size_t most_of_a_list = 45;  // names in letters to be read
  const std::size_t all = drawing.spots.size();
  if (axis_of(drawing) == ImportanceAxis::even || all <= fewest) return all;
  const auto are_at_their_places = [&](std::size_t most) {
    PrioritiesDrawing scratch = drawing;
    draw_listing(scratch, most);
    return std::ranges::none_of(scratch.spots, stands_off);
  };
  if (all <= most_of_a_list && are_at_their_places(all)) return all;
  if (!are_at_their_places(fewest)) return fewest;
  const auto* const most = std::ranges::find_if(tried, [&](std::size_t one) { return one < all && are_at_their_places(one); });
  return most == std::ranges::end(tried) ? fewest : *most;
}

}  // namespace

void draw_numbered(PrioritiesDrawing& drawing) {
  draw_listing(drawing, most_listed(drawing));
}

}  // namespace mot::priorities
