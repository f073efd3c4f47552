#include "mot/view/matrix/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "mot/picture/fitting_line.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"

namespace mot::matrix {

namespace {

constexpr double small_letters = 9.5;
constexpr double least_cell_height = 56, least_cell_height_of_slide = 50, dense_cell_height = 23;
constexpr double most_headings = 230, least_cell_width = 76, most_cell_width = 170;  // of a slide
constexpr double around_rows = 290;                                                  // points of a slide besides its rows
constexpr double beside_dense_text = 12;
constexpr double cell_gap = 3;
constexpr double before_totals = 10;
constexpr double around_column_name = 6;
constexpr std::size_t most_columns = 9;  // beside the totals
constexpr std::size_t most_stages_of_slide = 7, most_roomy_columns = 6;
constexpr std::size_t most_in_tooltip = 25;

/// What a cell with a known gap is filled in.
struct TintLook {
  Tone tone;
};

void draw_sign(Canvas& canvas, Point at, double width, const TintLook& look) {
  draw_sign(canvas, at, width, look.tone.tint);
  draw_sign(canvas, {at.x + 9, at.y}, width,
            Run{std::string(look.tone.glyph), {canvas.theme().small_print.font.size, Weight::bold, Slant::upright}, look.tone.text});
}

Sign<TintLook> mean_gap(const Canvas& canvas, GapClass gap_class, const Scale& scale) {
  return {legend_rank::gaps + static_cast<int>(gap_class),
          gap_words(canvas.wording, gap_class, scale),
          26,
          {canvas.theme().tone_of(gap_class)}};
}

Sign<Remark> gap_remark() {
  return {legend_rank::gaps + 5, "gap: the mean of the known ones, weighted by importance, in points", 0, {}};
}

Sign<BoxLook> no_known_gap(const Theme& theme) {
  return {legend_rank::marks, "moments, and nobody knows a gap", 26, {theme.page, {theme.muted, 1, Dash::dashed}}};
}

/// Of the moments that are left where others were left out.
constexpr std::string_view none_shown = "none of those shown";

Sign<BoxLook> no_moments(const MatrixDrawing& drawing) {
  const Theme& theme = drawing.theme();
  return {legend_rank::marks + 1,
          std::string(drawing.only.empty() ? "no moments yet" : none_shown),
          26,
          {theme.page, {theme.muted, 1, Dash::dotted}}};
}

Sign<Colour> no_part(const Theme& theme) {
  return {legend_rank::marks + 2, "no part in it", 26, theme.panel};
}

Sign<Remark> stages_remark() {
  return {legend_rank::remarks + 8, "no room here for the stages of each journey", 0, {}};
}

Sign<Remark> coverage_remark() {
  return {legend_rank::remarks, "covered: how complete the picture of these moments is", 0, {}};
}

Sign<Remark> counts_remark() {
  return {legend_rank::gaps + 6, "behind it: how many moments, and of how many nobody knows it (?)", 0, {}};
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

std::string cell_tooltip(const MatrixDrawing& drawing, const Touchpoints& touchpoints) {
  const Wording& wording = drawing.wording;
  std::string text;
  for (std::size_t i = 0; i < std::min(touchpoints.size(), most_in_tooltip); ++i) {
    const Figures& figures = drawing.input.analysis.touchpoints[touchpoints[i]];
    text += fmt::format("{}{}: {}", i > 0 ? "\n" : "", drawing.input.workspace.touchpoints[touchpoints[i]].name.value,
                        score_text(wording, figures));
    if (figures.gap) text += ", " + wording("gap {points}", {{"points", gap_text(wording, *figures.gap, drawing.input.scale())}});
    std::string missing;
    for (const Facet facet : figures.missing) missing += (missing.empty() ? "" : ", ") + wording(name_of(facet));
    if (!missing.empty()) text += "; " + wording("missing: {facets}", {{"facets", missing}});
  }
  if (touchpoints.size() > most_in_tooltip) text += "\n" + wording("and {count} more", {{"count", touchpoints.size() - most_in_tooltip}});
  return text;
}

/// How a cell looks whose gap is known, or isn't.
struct Look {
  std::string gap;
  Tone tone;
  Colour fill;
  Stroke stroke;
};

Look look_of(MatrixDrawing& drawing, const Summary& summary) {
  const Theme& theme = drawing.theme();
  const GapClass gap_class = summary.mean_gap ? gap_class_of(*summary.mean_gap, drawing.input.scale()) : GapClass::unknown;
  if (!summary.mean_gap) {
    const BoxLook look = explain(drawing, no_known_gap(theme));
    return {"?", theme.tone_of(gap_class), look.fill, look.stroke};
  }
  const Tone tone = explain(drawing, mean_gap(drawing, gap_class, drawing.input.scale())).tone;
  explain(drawing, gap_remark());
  return {fmt::format("{} {}", tone.glyph, gap_text(drawing.wording, *summary.mean_gap, drawing.input.scale())),
          tone,
          tone.tint,
          {tone.tint, 1, Dash::solid}};
}

/// ` · 5 · ? 1`: how many moments there are, and of how many nobody knows the gap; in words where there is room.
std::string counts_text(const MatrixDrawing& drawing, const Summary& summary, bool has_words) {
  const std::size_t unknown = summary.mean_gap ? summary.delivered.of - summary.delivered.known : 0;
  const std::string count =
      has_words ? drawing.wording.count(summary.touchpoints, "{count} moments") : fmt::format("{}", summary.touchpoints);
  return "\u00a0· " + count + (unknown > 0 ? fmt::format(" · ?\u00a0{}", unknown) : "");
}

/// The gap, how many moments there are, and of how many nobody knows it.
std::vector<Line> dense_lines(MatrixDrawing& drawing, const Summary& summary, const Look& look, double width) {
  explain(drawing, counts_remark());
  const TextStyle small{drawing.theme().small_print.font, drawing.theme().ink};
  const std::string texts[] = {counts_text(drawing, summary, true), counts_text(drawing, summary, false)};
  Line line = single_line(drawing.typesetter(), look.gap, {{small.font.size, Weight::bold, Slant::upright}, look.tone.text});
  const double room = width - width_of(drawing.typesetter(), line);
  line.runs.push_back(fitting_line(drawing.typesetter(), texts, small, room).front().runs.front());
  return {std::move(line)};
}

std::vector<Line> cell_lines(MatrixDrawing& drawing, const Summary& summary, const Look& look, double width) {
  if (drawing.is_dense) return dense_lines(drawing, summary, look, width);
  const Theme& theme = drawing.theme();
  const Font font{13, Weight::bold, Slant::upright};
  const TextStyle small{{drawing.is_slide ? theme.small_print.font.size : small_letters, Weight::regular, Slant::upright}, theme.ink};
  std::vector<Line> lines = set_text(drawing.typesetter(), look.gap, {font, look.tone.text}, width, 1).lines;
  std::string note = drawing.wording.count(summary.touchpoints, "{count} moments");
  const std::size_t unknown = summary.mean_gap ? summary.delivered.of - summary.delivered.known : 0;
  append(lines, set_text(drawing.typesetter(), note, small, width, 1).lines, 0);
  if (unknown > 0)
    append(lines, set_text(drawing.typesetter(), drawing.wording("{count} unknown", {{"count", unknown}}), small, width, 1).lines, -1);
  if (!drawing.is_slide && summary.coverage && *summary.coverage < 100) {
    explain(drawing, coverage_remark());
    const std::string covered = drawing.wording("covered {percent}", {{"percent", drawing.wording.percent(*summary.coverage)}});
    append(lines, set_text(drawing.typesetter(), covered, small, width, 1).lines, -1);
  }
  return lines;
}

void draw_cell(MatrixDrawing& drawing, const std::string& id, const Touchpoints& touchpoints, const Box& box) {
  const Summary summary = summary_of(drawing.input.workspace, drawing.input.analysis, touchpoints);
  const Look look = look_of(drawing, summary);
  std::vector<Line> lines = cell_lines(drawing, summary, look, box.width - 6);
  Card card;
  card.identity = {drawing.ids.use(id), "cell", cell_tooltip(drawing, touchpoints), ""};
  card.box = box;
  card.fill = look.fill;
  card.stroke = look.stroke;
  card.padding = 3;
  card.align = Align::center;
  lines.front().space_above = std::max(0.0, (box.height - height_of(lines)) / 2 - card.padding);
  card.lines = std::move(lines);
  drawing.scene.items.push_back(std::move(card));
}

/// Nothing stands where something should.
void draw_hole(MatrixDrawing& drawing, const std::string& id, const Box& box) {
  const Theme& theme = drawing.theme();
  Card card;
  card.identity = {drawing.ids.use(id), "hole", drawing.wording(drawing.only.empty() ? "no moments yet" : none_shown), ""};
  card.box = box;
  const BoxLook look = explain(drawing, no_moments(drawing));
  card.fill = look.fill;
  card.stroke = look.stroke;
  card.padding = 3;
  card.align = Align::center;
  const std::string_view words = drawing.only.empty() ? "none yet" : none_shown;
  card.lines = set_text(drawing.typesetter(), drawing.wording(words), theme.small_print, box.width - 6, 2).lines;
  card.lines.front().space_above = std::max(0.0, (box.height - height_of(card.lines)) / 2 - card.padding);
  drawing.scene.items.push_back(std::move(card));
}

/// The department has no part in it.
void draw_blank(MatrixDrawing& drawing, const Box& box) {
  drawing.scene.ground.push_back(Area{{{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}},
                                      explain(drawing, no_part(drawing.theme())),
                                      std::nullopt});
}

/// One header over each column, as high as the highest needs; returns their lower edge.
double draw_column_names(MatrixDrawing& drawing, const ColumnRange& frame, double top) {
  const Theme& theme = drawing.theme();
  const TextStyle style{{std::max(10.5, theme.small_print.font.size), Weight::bold, Slant::upright}, theme.on_deep};
  struct Name {
    std::string id;
    double left;
    std::vector<Line> lines;
  };
  std::vector<Name> names;
  double height = 0;
  const auto add = [&](std::string id, const std::string& text, double left) {
    names.push_back({std::move(id), left, set_text(drawing.typesetter(), text, style, drawing.cell_width - 10, 4).lines});
    height = std::max(height, height_of(names.back().lines) + 2 * around_column_name);
  };
  for (std::size_t i = frame.begin; i < frame.end; ++i)
    add(frame.block.id + "-" + frame.block.columns[i].id, frame.block.columns[i].name, frame.x(i));
  if (frame.has_totals()) add(frame.block.id + "-all", drawing.wording("All"), frame.totals_x());
  for (Name& name : names) {
    const double left = name.left, right = left + drawing.cell_width;
    drawing.scene.ground.push_back(
        Area{{{left, top}, {right, top}, {right, top + height}, {left, top + height}}, theme.deep, std::nullopt});
    put_text_in_middle(drawing, {"column-" + name.id, "column", "", ""},
                       {{left + 5, top + height / 2}, drawing.cell_width - 10, Align::center}, std::move(name.lines));
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
  const double height = std::max(least, height_of(name));
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

void draw_columns(MatrixDrawing& drawing, const ColumnRange& frame, std::span<const Row> rows) {
  drawing.y = draw_column_names(drawing, frame, drawing.y);
  for (const Row& row : rows) {
    if (!row.department) drawing.y += before_totals - cell_gap;
    draw_row(drawing, frame, row);
  }
}

/// Draws the columns in stretches that fit the page; returns how far right they reach.
double draw_block(MatrixDrawing& drawing, const Block& block) {
  const Theme& theme = drawing.theme();
  const double left = drawing.left + drawing.headings;
  const std::size_t stretches = (block.columns.size() + most_columns - 1) / most_columns;
  const std::size_t each = (block.columns.size() + stretches - 1) / stretches;
  const std::vector<Row> rows = rows_of(drawing, block);
  double right = left;
  for (std::size_t begin = 0; begin < block.columns.size(); begin += each) {
    drawing.y += drawing.is_dense ? 0 : theme.spacing.section / 2;
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

/// The departments with the widest gaps, as many as are asked for, in their order.
void keep_widest(MatrixDrawing& drawing, std::size_t most) {
  auto& departments = drawing.blocks.front().departments;
  if (most == 0 || departments.size() <= most) return;
  const auto gap = [&](const std::optional<std::size_t>& department) {
    return department ? drawing.input.analysis.departments[*department].mean_gap.value_or(-drawing.input.scale().range()) : 0;
  };
  auto widest = departments;
  std::ranges::stable_sort(widest, std::greater<>(), gap);
  widest.resize(most);
  drawing.left_out = departments.size() - most;
  std::erase_if(departments, [&](const auto& department) { return std::ranges::find(widest, department) == widest.end(); });
}

void draw_blocks(MatrixDrawing& drawing) {
  tell_left_out(drawing, drawing.left_out);
  if (drawing.is_dense) drawing.scene.squeezed = drawing.blocks.front().departments.size();
  const bool has_stages = drawing.blocks.front().id != overview_id;
  if (drawing.is_slide && !has_stages && !drawing.input.workspace.journeys.empty()) explain(drawing, stages_remark());
  for (const Block& block : drawing.blocks) {
    if (!block.columns.empty()) drawing.width = std::max(drawing.width, draw_block(drawing, block) - drawing.left);
  }
}

bool is_empty(const MatrixDrawing& drawing) {
  return drawing.input.workspace.touchpoints.empty();
}

/// What the widest cell of a line takes.
double dense_cell_width(const MatrixDrawing& drawing) {
  const Font font{drawing.theme().small_print.font.size, Weight::bold, Slant::upright};
  double widest = least_cell_width;
  const auto look_at = [&](const Touchpoints& touchpoints) {
    if (touchpoints.empty()) return;
    const Summary summary = summary_of(drawing.input.workspace, drawing.input.analysis, touchpoints);
    const std::string gap = summary.mean_gap ? "‼ " + gap_text(drawing.wording, *summary.mean_gap, drawing.input.scale()) : "?";
    widest = std::max(widest, drawing.typesetter().width_of(gap + counts_text(drawing, summary, false), font) + beside_dense_text);
  };
  for (const Row& row : rows_of(drawing, drawing.blocks.front())) {
    look_at(row.all);
    for (const Column& column : drawing.blocks.front().columns) look_at(in_row(drawing, row, column.touchpoints));
  }
  return widest;
}

/// Names of departments on a line each, as far as cells stay as wide as elsewhere; cells as wide as the slide lets them be.
void fill_slide(MatrixDrawing& drawing, std::size_t columns) {
  const double room = drawing.slide_width - 2 * drawing.left - before_totals;
  const auto cells = [&](double headings) { return (room - headings) / static_cast<double>(columns) - cell_gap; };
  double longest = drawing.headings;
  for (const Row& row : rows_of(drawing, drawing.blocks.front()))
    longest = std::max(longest, drawing.typesetter().width_of(row.name, drawing.theme().name.font) / 0.96 + 14);
  const double least = drawing.is_dense ? dense_cell_width(drawing) : drawing.cell_width;
  const double widest = room - static_cast<double>(columns) * (std::max(least, drawing.cell_width) + cell_gap);
  drawing.headings = std::max(drawing.headings, std::min({longest, most_headings, widest}));
  drawing.cell_width = std::clamp(cells(drawing.headings), least, std::max(least, most_cell_width));
}

double width_of(MatrixDrawing& drawing) {
  std::size_t columns = 3;
  for (const Block& block : drawing.blocks) columns = std::max(columns, std::min(block.columns.size() + 1, most_columns + 1));
  if (drawing.is_slide) fill_slide(drawing, columns);
  return drawing.headings + static_cast<double>(columns) * (drawing.cell_width + cell_gap) + before_totals - cell_gap;
}

std::string title_of(const MatrixDrawing& drawing) {
  return drawing.wording("Where the gaps are");
}

std::vector<std::string> figures_of(const MatrixDrawing& drawing) {
  return summary_texts(drawing.wording, drawing.input.analysis.all);
}

/// The department with the widest gap.
std::string description_of(const MatrixDrawing& drawing) {
  const PictureInput& input = drawing.input;
  const Workspace& workspace = input.workspace;
  const Wording& wording = drawing.wording;
  std::string text = wording("The gaps of {departments} by {journeys}.",
                             {{"departments", wording.count(workspace.departments.size(), "{count} departments")},
                              {"journeys", wording.count(workspace.journeys.size(), "{count} journeys")}});
  double widest = 0;
  const Department* where = nullptr;
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    const auto& gap = input.analysis.departments[i].mean_gap;
    if (gap && *gap > widest) widest = *gap, where = &workspace.departments[i];
  }
  if (where)
    text += " " + wording.counted(widest, "The widest: {moment}, {points} points.",
                                  {{"moment", where->name.value}, {"points", wording.points(widest)}});
  return text;
}

}  // namespace

MatrixDrawing::MatrixDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), is_slide(asked.is_slide), slide_width(asked.width) {
  const std::vector<Journey>& journeys = input.workspace.journeys;
  blocks.push_back(overview_of(input.workspace));
  const bool is_all_of_it = blocks.front().columns.size() == 1 && journeys.size() == 1;
  if (is_all_of_it && (!is_slide || journeys.front().stages.size() <= most_stages_of_slide)) {  // its totals say all that an overview would
    Block block = block_of(input.workspace, journeys.front());
    if (!block.columns.empty()) {
      block.departments = blocks.front().departments;
      blocks.front() = std::move(block);
    }
  }
  keep_widest(*this, asked.most);
  const auto& front = blocks.front();
  const double roomy = static_cast<double>(front.departments.size() + 1) * (least_cell_height_of_slide + cell_gap) + around_rows;
  is_dense = is_slide && (roomy > asked.height || front.columns.size() > most_roomy_columns - 1);
  if (is_slide || blocks.front().id != overview_id) return;
  for (const Journey& journey : journeys) blocks.push_back(block_of(input.workspace, journey));
}

const Content<MatrixDrawing> content = {.title = title_of,
                                        .key_figures = figures_of,
                                        .description = description_of,
                                        .width = width_of,
                                        .empty = "No department has written down a moment yet.",
                                        .is_empty = is_empty,
                                        .body = draw_blocks};

}  // namespace mot::matrix
