#include "mot/view/matrix/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/matrix/cells.h"

namespace mot::matrix {

namespace {

constexpr double least_cell_height = 56, least_cell_height_of_slide = 50, dense_cell_height = 23;
constexpr double most_headings = 230, least_cell_width = 76, most_cell_width = 240;  // of a slide
constexpr double cell_gap = 3;
constexpr double around_rows = 290;  // points of a slide besides its rows
constexpr double before_totals = 10;
constexpr double around_column_name = 6;
constexpr std::size_t most_columns = 9;                      // beside the totals
constexpr double narrowest_cell = 46, least_headings = 110;  // of many stages on a slide
constexpr double lower_row = 4;                              // points that a line can spare
constexpr std::size_t most_stages_of_slide = 7, most_roomy_columns = 6;

Sign<Remark> stages_remark() {
  return {legend_rank::remarks + 8, "no room here for the stages of each journey", 0, {}};
}

/// Where a stretch of a block's columns lies.
struct ColumnRange {
  const Block& block;
  double cell_width = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;  ///< of the first column

  bool has_totals() const { return end == block.columns.size() && block.columns.size() > 1; }
  double x(std::size_t column) const { return left + static_cast<double>(column - begin) * (cell_width + cell_gap); }
  double totals_x() const { return x(end) + before_totals; }
  double right() const { return (has_totals() ? totals_x() + cell_width : x(end) - cell_gap); }
};

/// One header over each column, as high as the highest needs; returns their lower edge.
double draw_column_names(MatrixDrawing& drawing, const ColumnRange& frame, double top) {
  const Theme& theme = drawing.theme();
  const TextStyle style{{std::max(10.5, theme.small_print.font.size), Weight::bold, Slant::upright}, theme.on_deep};
  struct Name {
    std::string id;
    double left;
    std::vector<Line> lines;
  };
  const double beside = drawing.cell_width < least_cell_width ? 2 : 5, around = drawing.is_dense ? 3 : around_column_name;
  std::vector<Name> names;
  double height = 0;
  const auto add = [&](std::string id, const std::string& text, double left) {
    names.push_back({std::move(id), left, set_text(drawing.typesetter(), text, style, drawing.cell_width - 2 * beside, 4).lines});
    height = std::max(height, height_of(names.back().lines) + 2 * around);
  };
  for (std::size_t i = frame.begin; i < frame.end; ++i)
    add(frame.block.id + "-" + frame.block.columns[i].id, frame.block.columns[i].name, frame.x(i));
  if (frame.has_totals()) add(frame.block.id + "-all", drawing.wording("All"), frame.totals_x());
  for (Name& name : names) {
    const double left = name.left, right = left + drawing.cell_width;
    drawing.scene.ground.push_back(
        Area{{{left, top}, {right, top}, {right, top + height}, {left, top + height}}, theme.deep, std::nullopt});
    put_text_in_middle(drawing, {"column-" + name.id, "column", "", ""},
                       {{left + beside, top + height / 2}, drawing.cell_width - 2 * beside, Align::center}, std::move(name.lines));
  }
  return top + height + cell_gap;
}

struct Row {
  std::string id;
  std::string name;
  std::optional<std::optional<std::size_t>> department;  ///< nothing: all of them
  Touchpoints all;                                       ///< of every column of the block
};

Touchpoints in_row(const MatrixDrawing& drawing, const Row& row, const Touchpoints& touchpoints) {
  return row.department ? of_department(drawing.input.workspace, touchpoints, *row.department) : touchpoints;
}

void draw_row(MatrixDrawing& drawing, const ColumnRange& frame, const Row& row) {
  const Block& block = frame.block;
  const std::string id = block.id + "-" + row.id;
  const TextStyle style{drawing.theme().name.font, drawing.theme().ink};
  std::vector<Line> name = set_text(drawing.typesetter(), row.name, style, drawing.headings - 14, 4).lines;
  const double least = drawing.is_dense ? dense_cell_height : drawing.is_slide ? least_cell_height_of_slide : least_cell_height;
  const double height = std::max(least, height_of(name)) + drawing.added_height;
  put_text_in_middle(drawing, {"row-" + id, "row", row.name, ""}, {{drawing.left, drawing.y + height / 2}, drawing.headings - 14},
                     std::move(name));
  for (std::size_t i = frame.begin; i < frame.end; ++i) {
    const Touchpoints own = in_row(drawing, row, block.columns[i].touchpoints);
    const Box box{frame.x(i), drawing.y, drawing.cell_width, height};
    const std::string cell = "cell-" + id + "-" + block.columns[i].id;
    if (!own.empty())
      draw_cell(drawing, cell, own, box);
    else if (!row.department || row.all.empty())
      draw_hole(drawing, cell, box);
    else
      draw_blank(drawing, box);
  }
  const Box total{frame.totals_x(), drawing.y, drawing.cell_width, height};
  if (frame.has_totals() && !row.all.empty()) draw_cell(drawing, "cell-" + id + "-all", row.all, total);
  if (frame.has_totals() && row.all.empty()) draw_hole(drawing, "cell-" + id + "-all", total);
  drawing.y += height + cell_gap;
}

/// One for each department, then one for all of them.
std::vector<Row> rows_of(const MatrixDrawing& drawing, const Block& block) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<Row> rows;
  for (const auto& department : block.departments) {
    const std::string name = department ? workspace.departments[*department].name.value : drawing.wording("No department");
    rows.push_back({department ? "department-" + workspace.departments[*department].id.value : "no-department", name, department, {}});
  }
  rows.push_back({"all", drawing.wording("All departments"), std::nullopt, {}});
  const Touchpoints all = all_of(block);
  for (Row& row : rows) row.all = in_row(drawing, row, all);
  return rows;
}

/// What the widest cell of a line takes.
double widest_dense_cell(const MatrixDrawing& drawing, const Block& block, CountForm form) {
  double widest = 0;
  for (const Row& row : rows_of(drawing, block)) {
    widest = std::max(widest, dense_cell_width(drawing, row.all, form));
    for (const Column& column : block.columns)
      widest = std::max(widest, dense_cell_width(drawing, in_row(drawing, row, column.touchpoints), form));
  }
  return widest;
}

void draw_columns(MatrixDrawing& drawing, const ColumnRange& frame, std::span<const Row> rows) {
  drawing.y = draw_column_names(drawing, frame, drawing.y);
  for (const Row& row : rows) {
    if (!row.department) drawing.y += before_totals - cell_gap;
    draw_row(drawing, frame, row);
  }
}

/// Beside the totals: all stages of the one journey of a slide.
std::size_t most_columns_of(const MatrixDrawing& drawing, const Block& block) {
  const bool is_the_one = drawing.is_slide && drawing.blocks.size() == 1 && block.id != overview_id;
  return is_the_one ? std::max(most_columns, block.columns.size()) : most_columns;
}

/// The longest form that all cells of a block have room for; numbers at least, but where there are many stages.
CountForm counts_of(const MatrixDrawing& drawing, const Block& block, double width) {
  if (widest_dense_cell(drawing, block, CountForm::words) <= width) return CountForm::words;
  const bool may_be_without = block.columns.size() > most_stages_of_slide && most_columns_of(drawing, block) > most_columns;
  return may_be_without && widest_dense_cell(drawing, block, CountForm::number) > width ? CountForm::none : CountForm::number;
}

/// Draws the columns in stretches that fit the page; returns how far right they reach.
double draw_block(MatrixDrawing& drawing, const Block& block) {
  const Theme& theme = drawing.theme();
  const double left = drawing.left + drawing.headings;
  const std::size_t most = most_columns_of(drawing, block), stretches = (block.columns.size() + most - 1) / most;
  const std::size_t each = (block.columns.size() + stretches - 1) / stretches;
  const std::vector<Row> rows = rows_of(drawing, block);
  drawing.counts = counts_of(drawing, block, drawing.cell_width);
  double right = left;
  for (std::size_t begin = 0; begin < block.columns.size(); begin += each) {
    drawing.y += drawing.is_dense && drawing.blocks.size() == 1 ? 0 : theme.spacing.section / 2;
    const std::string title = begin > 0 ? drawing.wording("{stage}, continued", {{"stage", block.title}}) : block.title;
    const double width = drawing.headings + std::max(3.0, static_cast<double>(each)) * drawing.cell_width;
    drawing.y = put_text(drawing, {"title-" + block.id, "heading", "", ""}, {{drawing.left, drawing.y}, width},
                         set_text(drawing.typesetter(), title, theme.heading, width, 2).lines)
                    .bottom() +
                6;
    const ColumnRange frame{block, drawing.cell_width, begin, std::min(begin + each, block.columns.size()), left};
    draw_columns(drawing, frame, rows);
    right = std::max({right, frame.right(), drawing.left + width});
  }
  return right;
}

/// Departments by their gap in a block, the widest first; then those whose gap nobody knows, those without moments, and none.
void sort_by_gap(const PictureInput& input, Block& block) {
  enum class Place { known, unknown, no_moments, no_department };
  const Touchpoints all = all_of(block);
  const auto place = [&](const std::optional<std::size_t>& department) {
    const Touchpoints own = of_department(input.workspace, all, department);
    const std::optional<double> gap = summary_of(input.workspace, input.analysis, own).mean_gap;
    const Place kind = !department ? Place::no_department : own.empty() ? Place::no_moments : gap ? Place::known : Place::unknown;
    return std::pair(kind, kind == Place::known ? -*gap : 0.0);
  };
  std::ranges::stable_sort(block.departments, {}, place);
}

/// As many departments as are asked for.
void keep_widest(MatrixDrawing& drawing, std::size_t most) {
  auto& departments = drawing.blocks.front().departments;
  if (most == 0 || departments.size() <= most) return;
  for (std::size_t i = most; i < departments.size(); ++i)
    drawing.left_out.push_back(departments[i] ? drawing.input.workspace.departments[*departments[i]].name.value
                                              : drawing.wording("No department"));
  departments.resize(most);
}

/// Rows as high as lets the legend stand at the lower edge of a slide.
void fill_height(MatrixDrawing& drawing) {
  constexpr double most_added = 26, rounding = 0.01;
  MatrixDrawing scratch = drawing;
  const Block block = drawing.blocks.front();
  if (block.columns.empty()) return;
  draw_block(scratch, block);
  explain_gaps(scratch);
  const double below = scratch.y;
  scratch.y = 0;
  draw_legend(scratch);
  const Spacing& spacing = drawing.theme().spacing;
  const double room = drawing.slide_height - below - scratch.y - spacing.heading - spacing.margin - rounding;
  const double least_added = drawing.is_dense ? -lower_row : 0;
  drawing.added_height = std::clamp(room / static_cast<double>(rows_of(drawing, block).size()), least_added, most_added);
}

/// Whether all blocks, with what stands below them, end within the sheet.
bool has_room(MatrixDrawing scratch) {
  const std::vector<Block> blocks = scratch.blocks;
  for (const Block& block : blocks) {
    if (!block.columns.empty() && draw_block(scratch, block) > scratch.left + scratch.width + 1) return false;
  }
  explain_gaps(scratch);
  scratch.y += scratch.theme().spacing.heading;
  draw_legend(scratch);
  return scratch.y + scratch.theme().spacing.margin <= scratch.slide_height;
}

/// Rows as high as the sheet has room for.
void fill_sheet(MatrixDrawing& drawing) {
  constexpr double step = 1, most_added = 26;
  MatrixDrawing higher = drawing;
  while (higher.added_height < most_added) {
    higher.added_height += step;
    if (!has_room(higher)) return;
    drawing.added_height = higher.added_height;
  }
}

/// Adds the stages of all journeys where a sheet has room for them all, if need be with a line for each department; false where it has
/// none.
bool add_stages(MatrixDrawing& drawing) {
  std::vector<Block> blocks = drawing.blocks;
  std::size_t columns = 0;
  for (const Journey& journey : drawing.input.workspace.journeys) {
    blocks.push_back(block_of(drawing.input.workspace, journey));
    sort_by_gap(drawing.input, blocks.back());
  }
  for (const Block& block : blocks) columns = std::max(columns, std::min(block.columns.size() + 1, most_columns + 1));
  const double room = (drawing.width - drawing.headings - before_totals) / static_cast<double>(columns) - cell_gap;
  if (room < least_cell_width) return false;
  MatrixDrawing whole = drawing;
  whole.blocks = std::move(blocks), whole.cell_width = std::min(drawing.cell_width, room);
  for (const auto& [is_dense, added] : {std::pair(drawing.is_dense, 0.0), {true, 0.0}, {true, -lower_row}}) {
    whole.is_dense = is_dense, whole.added_height = added;
    if (!has_room(whole)) continue;
    fill_sheet(whole);
    drawing.blocks = std::move(whole.blocks), drawing.cell_width = whole.cell_width;
    drawing.is_dense = is_dense, drawing.added_height = whole.added_height;
    return true;
  }
  return false;
}

void draw_blocks(MatrixDrawing& drawing) {
  tell_left_out(drawing, {{}, drawing.left_out});
  const bool has_stages = drawing.blocks.front().id != overview_id;
  const bool lacks_stages = drawing.is_slide && !has_stages && !drawing.input.workspace.journeys.empty();
  const bool is_whole = drawing.left_out.empty() && lacks_stages && add_stages(drawing);
  if (lacks_stages && !is_whole) {
    explain(drawing, stages_remark());
    drawing.scene.squeezed = drawing.input.workspace.journeys.size();
  }
  if (drawing.is_dense && !is_whole) drawing.scene.squeezed += drawing.blocks.front().departments.size();
  if (drawing.is_slide && drawing.blocks.size() == 1) fill_height(drawing);
  for (const Block& block : drawing.blocks) {
    if (!block.columns.empty()) drawing.width = std::max(drawing.width, draw_block(drawing, block) - drawing.left);
  }
  explain_gaps(drawing);
}

bool is_empty(const MatrixDrawing& drawing) {
  return drawing.input.workspace.touchpoints.empty();
}

/// Where there is room for cells of one width at most.
double least_cell_of_slide(const MatrixDrawing& drawing, double room) {
  if (!drawing.is_dense) return drawing.cell_width;
  const Block& block = drawing.blocks.front();
  const CountForm counts = counts_of(drawing, block, room);
  if (counts == CountForm::none) return std::max(narrowest_cell, widest_dense_cell(drawing, block, counts));
  return std::max(least_cell_width, widest_dense_cell(drawing, block, CountForm::number));
}

/// Names of departments on a line each, as far as cells stay as wide as elsewhere; cells as wide as the slide lets them be.
void fill_slide(MatrixDrawing& drawing, std::size_t columns) {
  const double room = drawing.slide_width - 2 * drawing.left - before_totals;
  const auto cells = [&](double headings) { return (room - headings) / static_cast<double>(columns) - cell_gap; };
  double longest = 0;
  for (const Row& row : rows_of(drawing, drawing.blocks.front()))
    longest = std::max(longest, drawing.typesetter().width_of(row.name, drawing.theme().name.font) / 0.96 + 14);
  const double least = least_cell_of_slide(drawing, cells(drawing.headings));
  if (least < least_cell_width) drawing.headings = std::clamp(longest, least_headings, drawing.headings);
  const double widest = room - static_cast<double>(columns) * (std::max(least, drawing.cell_width) + cell_gap);
  drawing.headings = std::max(drawing.headings, std::min({longest, most_headings, widest}));
  drawing.cell_width = std::clamp(cells(drawing.headings), least, std::max(least, most_cell_width));
}

double width_of(MatrixDrawing& drawing) {
  std::size_t columns = 3;
  for (const Block& block : drawing.blocks)
    columns = std::max(columns, std::min(block.columns.size(), most_columns_of(drawing, block)) + 1);
  if (drawing.is_slide) fill_slide(drawing, columns);
  return drawing.headings + static_cast<double>(columns) * (drawing.cell_width + cell_gap) + before_totals - cell_gap;
}

std::string title_of(const MatrixDrawing& drawing) {
  return drawing.wording("Where the gaps are");
}

std::vector<std::string> figures_of(const MatrixDrawing& drawing) {
  std::vector<std::string> texts = summary_texts(drawing.wording, drawing.input.analysis);
  if (drawing.is_slide) texts.resize(1);  // which has no line to spare
  return texts;
}

/// The department with the widest gap.
std::string description_of(const MatrixDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  const Wording& wording = drawing.wording;
  return wording("The gaps of {departments} by {journeys}.",
                 {{"departments", wording.count(workspace.departments.size(), "{count} departments")},
                  {"journeys", wording.count(workspace.journeys.size(), "{count} journeys")}});
}

/// The department that falls furthest short.
std::string verdict_of(const MatrixDrawing& drawing) {
  const PictureInput& input = drawing.input;
  const Workspace& workspace = input.workspace;
  double widest = 0;
  const Department* where = nullptr;
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    const auto& gap = input.analysis.departments[i].mean_gap;
    if (gap && *gap > widest) widest = *gap, where = &workspace.departments[i];
  }
  if (!where) return "";
  const Wording& wording = drawing.wording;
  return wording.counted(widest, "The widest gap on average: {moment}, {points} points.",
                         {{"moment", where->name.value}, {"points", gap_text(wording, widest, input.scale())}});
}

}  // namespace

namespace {

bool has_room_for_stages(const MatrixDrawing& drawing, const Journey& journey) {
  const std::size_t stages = journey.stages.size();
  const double room = drawing.slide_width - 2 * drawing.left - least_headings - before_totals;
  return stages <= most_stages_of_slide || static_cast<double>(stages + 1) * (narrowest_cell + cell_gap) <= room;
}

}  // namespace

MatrixDrawing::MatrixDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), is_slide(asked.is_slide), slide_width(asked.width), slide_height(asked.height) {
  const std::vector<Journey>& journeys = input.workspace.journeys;
  blocks.push_back(overview_of(input.workspace));
  const bool is_all_of_it = blocks.front().columns.size() == 1 && journeys.size() == 1;
  if (is_all_of_it && (!is_slide || has_room_for_stages(*this, journeys.front()))) {  // its totals say all that an overview would
    Block block = block_of(input.workspace, journeys.front());
    if (!block.columns.empty()) {
      block.departments = blocks.front().departments;
      blocks.front() = std::move(block);
    }
  }
  sort_by_gap(input, blocks.front());
  keep_widest(*this, asked.most);
  const auto& front = blocks.front();
  const double roomy = static_cast<double>(front.departments.size() + 1) * (least_cell_height_of_slide + cell_gap) + around_rows;
  is_dense = is_slide && (roomy > asked.height || front.columns.size() > most_roomy_columns - 1);
  if (is_slide || blocks.front().id != overview_id) return;
  for (const Journey& journey : journeys) {
    blocks.push_back(block_of(input.workspace, journey));
    sort_by_gap(input, blocks.back());
  }
}

const Content<MatrixDrawing> content = {.title = title_of,
                                        .key_figures = figures_of,
                                        .description = description_of,
                                        .verdict = verdict_of,
                                        .width = width_of,
                                        .empty = "No department has written down a moment yet.",
                                        .is_empty = is_empty,
                                        .body = draw_blocks};

}  // namespace mot::matrix
