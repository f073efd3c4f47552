// Hand-overs of many departments: who hands on has a row, who takes over a column, and what is lost stands where they meet.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

namespace {

constexpr double number_width = 20;
constexpr double around_cell = 2;
constexpr double inside_cell = 4;  // above and below its text
constexpr double under_heads = 5;

Sign<Remark> grid_remark() {
  return {legend_rank::remarks, "rows hand on, columns take over", 0, {}};
}

/// Where the cells stand.
struct Grid {
  double left = 0;
  double cell_width = 0;
  std::vector<double> tops;  ///< of rows, and the lower edge of the last one

  double column(std::size_t place) const { return left + static_cast<double>(place) * cell_width; }
};

double cell_width_of(const HandOverDrawing& drawing) {
  std::vector<Loss> losses;
  double widest = 0;
  for (const HandOver& hand_over : drawing.hand_overs) {
    losses.push_back(drawing.loss_of(hand_over));
    widest = std::max(widest, drawing.typesetter().width_of(drawing.wording.count(hand_over.journeys.size(), "{count} journeys"),
                                                            drawing.theme().small_print.font));
  }
  return std::max(tag_width(drawing, losses), widest / 0.97 + 2 * inside_cell) + 2 * around_cell;
}

std::vector<Line> column_head(const HandOverDrawing& drawing, std::size_t department, std::size_t place, double width) {
  const Theme& theme = drawing.theme();
  std::vector<Line> lines = {single_line(drawing.typesetter(), std::to_string(place + 1), theme.name)};
  const std::string& name = drawing.input.workspace.departments[department].name.value;
  append(lines, set_text(drawing.typesetter(), name, theme.small_print, width).lines, 0);
  return lines;
}

/// Numbers and names over the columns, all on one lower edge.
void draw_heads(HandOverDrawing& drawing, const std::vector<std::size_t>& order, const Grid& grid) {
  const double width = grid.cell_width - 2 * around_cell;
  double height = 0;
  for (std::size_t i = 0; i < order.size(); ++i) height = std::max(height, height_of(column_head(drawing, order[i], i, width)));
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::vector<Line> lines = column_head(drawing, order[i], i, width);
    const double top = drawing.y + height - height_of(lines);
    put_text(drawing, {"takes-over-" + drawing.input.workspace.departments[order[i]].id.value, "axis", "", ""},
             {{grid.column(i) + around_cell, top}, width, Align::center}, std::move(lines));
  }
  drawing.y += height + under_heads;
}

Card cell_of(HandOverDrawing& drawing, const HandOver& hand_over, double width) {
  const auto& departments = drawing.input.workspace.departments;
  const std::string id = departments[hand_over.from].id.value + "-" + departments[hand_over.to].id.value;
  Card cell = loss_tag(drawing, {"arrives-" + id, "loss", tooltip_of(drawing, hand_over), ""}, drawing.loss_of(hand_over), width);
  const std::string often = drawing.wording.count(hand_over.journeys.size(), "{count} journeys");
  append(cell.lines, {single_line(drawing.typesetter(), often, drawing.theme().small_print)}, 0);
  cell.padding = inside_cell;
  cell.box.height = height_of(cell.lines) + 2 * cell.padding;
  return cell;
}

double cell_height_of(const HandOverDrawing& drawing) {
  HandOverDrawing scratch = drawing;
  double height = 0;
  for (const HandOver& hand_over : drawing.hand_overs) height = std::max(height, cell_of(scratch, hand_over, 1000).box.height);
  return height;
}

/// Rows of departments, each as high as its card and its cells.
void draw_rows(HandOverDrawing& drawing, const std::vector<std::size_t>& order, Grid& grid) {
  const double cell_height = cell_height_of(drawing);
  for (std::size_t i = 0; i < order.size(); ++i) {
    Card card = department_card(drawing, order[i]);
    const double height = std::max(card.box.height, cell_height) + 2 * around_cell;
    grid.tops.push_back(drawing.y);
    put_text_in_middle(drawing, {"number", "axis", "", ""}, {{drawing.left, drawing.y + height / 2}, number_width},
                       {single_line(drawing.typesetter(), std::to_string(i + 1), drawing.theme().name)});
    card.lines.front().space_above += (height - 2 * around_cell - card.box.height) / 2;
    card.box = {drawing.left + number_width, drawing.y + around_cell, card.box.width, height - 2 * around_cell};
    drawing.scene.items.push_back(std::move(card));
    drawing.y += height;
  }
  grid.tops.push_back(drawing.y);
}

void draw_lines(HandOverDrawing& drawing, const std::vector<std::size_t>& order, const Grid& grid) {
  const Theme& theme = drawing.theme();
  const Stroke stroke{theme.grid, theme.spacing.hairline, Dash::solid};
  const double right = grid.column(order.size());
  for (const double y : grid.tops) drawing.scene.ground.push_back(Curve{straight({grid.left, y}, {right, y}), stroke});
  for (std::size_t i = 0; i <= order.size(); ++i) {
    const double x = grid.column(i);
    drawing.scene.ground.push_back(Curve{straight({x, grid.tops.front()}, {x, grid.tops.back()}), stroke});
  }
  // Nobody hands over to themselves.
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double left = grid.column(i), top = grid.tops[i], x = grid.column(i + 1), bottom = grid.tops[i + 1];
    drawing.scene.ground.push_back(Area{{{left, top}, {x, top}, {x, bottom}, {left, bottom}}, theme.panel, std::nullopt});
  }
}

void draw_cells(HandOverDrawing& drawing, const std::vector<std::size_t>& order, const Grid& grid) {
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  for (const HandOver& hand_over : drawing.hand_overs) {
    Card cell = cell_of(drawing, hand_over, grid.cell_width - 2 * around_cell);
    const std::size_t row = places.at(hand_over.from), column = places.at(hand_over.to);
    const double height = grid.tops[row + 1] - grid.tops[row] - 2 * around_cell;
    cell.lines.front().space_above += (height - cell.box.height) / 2;
    cell.box = {grid.column(column) + around_cell, grid.tops[row] + around_cell, cell.box.width, height};
    drawing.scene.items.push_back(std::move(cell));
  }
}

}  // namespace

void draw_grid(HandOverDrawing& drawing, const std::vector<std::size_t>& order) {
  const double head = drawing.y;
  Grid grid{drawing.left + number_width + department_width(drawing) + 2 * around_cell, cell_width_of(drawing), {}};
  draw_heads(drawing, order, grid);
  draw_rows(drawing, order, grid);
  draw_lines(drawing, order, grid);
  draw_cells(drawing, order, grid);
  explain(drawing, grid_remark());
  explain_losses(drawing);
  const double right = grid.column(order.size());
  drawing.scene.left_out.things = names_of_left_out(drawing);  // the list tells readers
  const Box list = drawing.is_slide ? draw_left_out_below(drawing, {right, head}, grid.tops.back() - head)
                                    : draw_list(drawing, {right + drawing.theme().spacing.section, head}, grid.tops.back() - head);
  drawing.y = std::max(grid.tops.back(), list.bottom());
  drawing.width = std::max(drawing.width, list.right() - drawing.left);
}

}  // namespace mot::handovers
