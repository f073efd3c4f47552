// A bar under the columns of the moments it carries, with a wedge below each of them.
#include "mot/view/journey/backstage.h"

#include <algorithm>

#include "mot/picture/fade.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double above_bars = 9;  // room for the wedges
constexpr double bar_padding = 6;

struct Kind {
  Visibility visibility;
  std::string_view id;
  std::string_view name;
};

constexpr Kind kinds[] = {{Visibility::backstage, "backstage", "Backstage"}, {Visibility::support, "support", "Support"}};

std::vector<bool> on_path(const Workspace& workspace, const PathColumns& plan) {
  std::vector<bool> is_on_path(workspace.touchpoints.size());
  for (const Visit& visit : plan.visits) is_on_path[visit.touchpoint] = true;
  return is_on_path;
}

/// By touchpoint: the columns it is visited in, ascending.
std::vector<std::vector<std::size_t>> columns_of(const Workspace& workspace, const PathColumns& plan) {
  std::vector<std::vector<std::size_t>> columns(workspace.touchpoints.size());
  for (const Visit& visit : plan.visits) columns[visit.touchpoint].push_back(visit.column);
  return columns;
}

/// Bars that stand side by side.
struct Row {
  std::size_t end = 0;  ///< the first free column
  std::vector<const Carrier*> carriers;
};

/// Each bar in the first row that has room for it.
std::vector<Row> rows_of(const std::vector<const Carrier*>& carriers) {
  std::vector<Row> rows;
  for (const Carrier* carrier : carriers) {
    const auto fits = [&](const Row& row) { return row.end <= carrier->columns.front(); };
    auto row = std::find_if(rows.begin(), rows.end(), fits);
    if (row == rows.end()) row = rows.insert(rows.end(), Row{});
    row->end = carrier->columns.back() + 1;
    row->carriers.push_back(carrier);
  }
  return rows;
}

std::vector<Line> text_of(JourneyDrawing& drawing, std::size_t touchpoint, double width) {
  const Theme& theme = drawing.theme();
  const Touchpoint& what = drawing.subject.workspace.touchpoints[touchpoint];
  const Figures& figures = drawing.subject.analysis.touchpoints[touchpoint];
  std::vector<Line> lines =
      set_text(drawing.typesetter(), starred_name(drawing, what, truth_words), theme.name, width, drawing.subject.most_lines(3)).lines;
  std::vector<Run> runs;
  if (!drawing.subject.options.blank) {
    runs.push_back({score_text(drawing.wording, figures), theme.name.font, theme.tone_of(figures.gap_class).text});
    runs.push_back({basis_text(drawing.subject.workspace, drawing.subject.analysis, drawing.subject.answers, touchpoint),
                    theme.small_print.font, theme.small_print.colour});
  }
  if (what.department.index) {
    const std::string& department = drawing.subject.workspace.departments[*what.department.index].name.value;
    runs.push_back({department, theme.small_print.font, theme.small_print.colour});
  }
  append(lines, set_in_turn(drawing.typesetter(), runs, theme.small_print, width), 2);
  return lines;
}

Card bar_of(JourneyDrawing& drawing, const Band& band, const Carrier& carrier, double top) {
  const Theme& theme = drawing.theme();
  const Workspace& workspace = drawing.subject.workspace;
  const Figures& figures = drawing.subject.analysis.touchpoints[carrier.touchpoint];
  const double left = drawing.grid.card_left(band, carrier.columns.front());
  const double width = drawing.grid.card_left(band, carrier.columns.back()) + drawing.grid.card_width() - left;
  Card bar;
  bar.identity = {drawing.ids.use("carrier-" + workspace.touchpoints[carrier.touchpoint].id.value),
                  touchpoint_classes(workspace, drawing.subject.analysis, carrier.touchpoint),
                  touchpoint_tooltip(workspace, drawing.subject.analysis, carrier.touchpoint), ""};
  bar.fill = theme.card;
  const bool is_open = !figures.actual && !drawing.subject.options.blank;
  bar.stroke = is_open ? explain(drawing, unmeasured(theme)).stroke : Stroke{theme.line, 1, Dash::solid};
  if (!drawing.subject.options.blank) bar.accent = theme.tone_of(figures.gap_class).colour;
  bar.padding = bar_padding;
  bar.lines = text_of(drawing, carrier.touchpoint, width - accent_width - 2 * bar_padding);
  bar.box = {left, top, width, height_of(bar.lines) + 2 * bar_padding};
  return bar;
}

void draw_wedges(JourneyDrawing& drawing, const Band& band, const Carrier& carrier, double bottom) {
  for (const std::size_t column : carrier.columns) {
    const double x = drawing.grid.card_left(band, column) + drawing.grid.card_width() / 2;
    const Sign<WedgeLook> sign = carrying(drawing.theme());
    put(drawing, sign, {x - sign.width / 2, bottom - 3});
  }
}

/// Draws bars side by side from `top`; returns the lower edge of the tallest.
double draw_row(JourneyDrawing& drawing, const Band& band, const Row& row, double top) {
  std::vector<Card> bars;
  double height = 0;
  for (const Carrier* carrier : row.carriers) {
    bars.push_back(bar_of(drawing, band, *carrier, top));
    height = std::max(height, bars.back().box.height);
    draw_wedges(drawing, band, *carrier, top - 1);
  }
  for (std::size_t i = 0; i < bars.size(); ++i) {
    bars[i].box.height = height;
    const auto& department = drawing.subject.workspace.touchpoints[row.carriers[i]->touchpoint].department.index;
    if (drawing.subject.fades(department)) fade(drawing, bars[i]);
    drawing.scene.items.push_back(std::move(bars[i]));
  }
  return top + height;
}

void draw_kind(JourneyDrawing& drawing, const Band& band, const std::vector<const Carrier*>& carriers, const Kind& kind) {
  const Theme& theme = drawing.theme();
  const double top = drawing.y + theme.spacing.gap;
  const std::string id = drawing.ids.use(std::string(kind.id));
  double bottom = top + theme.spacing.panel_inset - above_bars;
  for (const Row& row : rows_of(carriers)) bottom = draw_row(drawing, band, row, bottom + above_bars);
  drawing.y = top + theme.spacing.panel_inset - 2;
  const double heading = draw_heading(drawing, {id, drawing.wording(kind.name), {}, drawing.grid.headings - beside_headings});
  bottom = std::max(bottom, drawing.y + heading) + theme.spacing.panel_inset;
  const Box box{drawing.grid.content_left(), top, drawing.grid.content_width(band), bottom - top};
  drawing.scene.panels.push_back({{id, "behind", drawing.wording(kind.name), ""}, box, theme.panel, std::nullopt});
  drawing.y = bottom;
}

}  // namespace

std::vector<std::vector<Carrier>> carriers_of(const Workspace& workspace, const PathColumns& plan) {
  std::vector<std::vector<Carrier>> carriers(plan.bands.size());
  const auto columns = columns_of(workspace, plan);
  const auto is_on_path = on_path(workspace, plan);
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (is_on_path[i] || workspace.touchpoints[i].visibility.value == Visibility::frontstage) continue;
    std::vector<std::size_t> carried;
    for (const Link<Touchpoint>& link : workspace.touchpoints[i].supports) {
      if (link.index) carried.insert(carried.end(), columns[*link.index].begin(), columns[*link.index].end());
    }
    std::sort(carried.begin(), carried.end());
    carried.erase(std::unique(carried.begin(), carried.end()), carried.end());
    for (const std::size_t column : carried) {
      const auto band = std::partition_point(plan.bands.begin(), plan.bands.end(), [&](const Band& b) { return b.end <= column; });
      auto& here = carriers[static_cast<std::size_t>(band - plan.bands.begin())];
      if (here.empty() || here.back().touchpoint != i) here.push_back({i, {}});
      here.back().columns.push_back(column);
    }
  }
  return carriers;
}

void draw_backstage(JourneyDrawing& drawing, const Band& band, const std::vector<Carrier>& carriers) {
  for (const Kind& kind : kinds) {
    std::vector<const Carrier*> of_kind;
    for (const Carrier& carrier : carriers) {
      if (drawing.subject.workspace.touchpoints[carrier.touchpoint].visibility.value == kind.visibility) of_kind.push_back(&carrier);
    }
    if (!of_kind.empty()) draw_kind(drawing, band, of_kind, kind);
  }
}

}  // namespace mot::journey
