#include "mot/view/matrix/matrix.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/picture/legend.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/numbers.h"
#include "mot/view/matrix/blocks.h"

namespace mot {

namespace matrix {

namespace {

constexpr double headings_width = 176;
constexpr double cell_width = 98;
constexpr double least_cell_height = 50;
constexpr double cell_gap = 3;
constexpr double before_totals = 10;
constexpr double around_column_name = 6;
constexpr std::size_t most_columns = 9;  // beside the totals
constexpr std::size_t most_in_tooltip = 25;

struct MatrixDrawing : Canvas {
  explicit MatrixDrawing(const PictureInput& what) : Canvas(what), input(what) {}
  PictureInput input;
  std::set<GapClass> gaps;
  bool has_unknown = false;
  bool has_holes = false;
  bool has_blanks = false;
};

/// Where a stretch of a block's columns lies.
struct Frame {
  const Block& block;
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;  ///< of the first column

  bool has_totals() const { return end == block.columns.size() && block.columns.size() > 1; }
  double x(std::size_t column) const { return left + static_cast<double>(column - begin) * (cell_width + cell_gap); }
  double totals_x() const { return x(end) + before_totals; }
  double right() const { return (has_totals() ? totals_x() + cell_width : x(end) - cell_gap); }
};

std::string cell_tooltip(const MatrixDrawing& drawing, const Touchpoints& touchpoints) {
  std::string text;
  for (std::size_t i = 0; i < std::min(touchpoints.size(), most_in_tooltip); ++i) {
    const Figures& figures = drawing.input.analysis.touchpoints[touchpoints[i]];
    text += fmt::format("{}{}: {}", i > 0 ? "\n" : "", drawing.input.workspace.touchpoints[touchpoints[i]].name.value, score_text(figures));
    if (figures.gap) text += ", gap " + points_text(*figures.gap);
    for (std::size_t k = 0; k < figures.missing.size(); ++k)
      text += fmt::format("{}{}", k == 0 ? "; missing: " : ", ", name_of(figures.missing[k]));
  }
  if (touchpoints.size() > most_in_tooltip) text += fmt::format("\nand {} more", touchpoints.size() - most_in_tooltip);
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
  const Tone& tone = theme.tone_of(gap_class);
  if (!summary.mean_gap) {
    drawing.has_unknown = true;
    return {"?", tone, theme.page, {theme.muted, 1, Dash::dashed}};
  }
  drawing.gaps.insert(gap_class);
  return {fmt::format("{} {}", tone.glyph, points_text(*summary.mean_gap)), tone, tone.tint, {tone.tint, 1, Dash::solid}};
}

void draw_cell(MatrixDrawing& drawing, const std::string& id, const Touchpoints& touchpoints, const Box& box) {
  const Theme& theme = drawing.theme();
  const Summary summary = summary_of(drawing.input.workspace, drawing.input.analysis.touchpoints, touchpoints);
  const Look look = look_of(drawing, summary);
  const Font font{13, Weight::bold, Slant::upright};
  const TextStyle small{{9, Weight::regular, Slant::upright}, theme.ink};
  const double width = box.width - 6;
  std::vector<Line> lines = set_text(drawing.typesetter(), look.gap, {font, look.tone.text}, width, 1).lines;
  std::string note = count_text(summary.touchpoints, "moment", "moments");
  append(lines, set_text(drawing.typesetter(), note, small, width, 1).lines, 0);
  if (summary.coverage)
    append(lines, set_text(drawing.typesetter(), "covered " + percent_text(*summary.coverage), small, width, 1).lines, -1);
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
  card.identity = {drawing.ids.use(id), "hole", "no moments yet", ""};
  card.box = box;
  card.fill = theme.page;
  card.stroke = {theme.muted, 1, Dash::dotted};
  card.padding = 3;
  card.align = Align::center;
  card.lines = set_text(drawing.typesetter(), "none yet", theme.small_print, box.width - 6, 1).lines;
  card.lines.front().space_above = std::max(0.0, (box.height - height_of(card.lines)) / 2 - card.padding);
  drawing.scene.items.push_back(std::move(card));
  drawing.has_holes = true;
}

/// The department has no part in it.
void draw_blank(MatrixDrawing& drawing, const Box& box) {
  drawing.scene.ground.push_back(Area{{{box.left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {box.left, box.bottom()}},
                                      drawing.theme().panel,
                                      std::nullopt});
  drawing.has_blanks = true;
}

/// One header over each column, as high as the highest needs; returns their lower edge.
double draw_column_names(MatrixDrawing& drawing, const Frame& frame, double top) {
  const Theme& theme = drawing.theme();
  const TextStyle style{{10.5, Weight::bold, Slant::upright}, theme.on_deep};
  struct Name {
    std::string id;
    double left;
    std::vector<Line> lines;
  };
  std::vector<Name> names;
  double height = 0;
  const auto add = [&](std::string id, const std::string& text, double left) {
    names.push_back({std::move(id), left, set_text(drawing.typesetter(), text, style, cell_width - 10, 4).lines});
    height = std::max(height, height_of(names.back().lines) + 2 * around_column_name);
  };
  for (std::size_t i = frame.begin; i < frame.end; ++i)
    add(frame.block.id + "-" + frame.block.columns[i].id, frame.block.columns[i].name, frame.x(i));
  if (frame.has_totals()) add(frame.block.id + "-all", "All", frame.totals_x());
  for (Name& name : names) {
    const double left = name.left, right = left + cell_width;
    drawing.scene.ground.push_back(
        Area{{{left, top}, {right, top}, {right, top + height}, {left, top + height}}, theme.deep, std::nullopt});
    put_text_in_middle(drawing, {"column-" + name.id, "column", "", ""}, {{left + 5, top + height / 2}, cell_width - 10, Align::center},
                       std::move(name.lines));
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

void draw_row(MatrixDrawing& drawing, const Frame& frame, const Row& row) {
  const Block& block = frame.block;
  const std::string id = block.id + "-" + row.id;
  const TextStyle style{{11.5, Weight::bold, Slant::upright}, drawing.theme().ink};
  std::vector<Line> name = set_text(drawing.typesetter(), row.name, style, headings_width - 14, 4).lines;
  const double height = std::max(least_cell_height, height_of(name));
  put_text_in_middle(drawing, {"row-" + id, "row", row.name, ""}, {{drawing.left, drawing.y + height / 2}, headings_width - 14},
                     std::move(name));
  for (std::size_t i = frame.begin; i < frame.end; ++i) {
    const Touchpoints own = in_row(drawing, row, block.columns[i].touchpoints);
    const Box box{frame.x(i), drawing.y, cell_width, height};
    const std::string cell = "cell-" + id + "-" + block.columns[i].id;
    if (!own.empty())
      draw_cell(drawing, cell, own, box);
    else if (!row.department || row.all.empty())
      draw_hole(drawing, cell, box);
    else
      draw_blank(drawing, box);
  }
  const Box total{frame.totals_x(), drawing.y, cell_width, height};
  if (frame.has_totals() && !row.all.empty()) draw_cell(drawing, "cell-" + id + "-all", row.all, total);
  if (frame.has_totals() && row.all.empty()) draw_hole(drawing, "cell-" + id + "-all", total);
  drawing.y += height + cell_gap;
}

/// One for each department, then one for all of them.
std::vector<Row> rows_of(const MatrixDrawing& drawing, const Block& block) {
  const Workspace& workspace = drawing.input.workspace;
  std::vector<Row> rows;
  for (const auto& department : block.departments) {
    const std::string name = department ? workspace.departments[*department].name.value : "No department";
    rows.push_back({department ? "department-" + workspace.departments[*department].id.value : "no-department", name, department, {}});
  }
  rows.push_back({"all", "All departments", std::nullopt, {}});
  const Touchpoints all = all_of(block);
  for (Row& row : rows) row.all = in_row(drawing, row, all);
  return rows;
}

void draw_frame(MatrixDrawing& drawing, const Frame& frame, std::span<const Row> rows) {
  drawing.y = draw_column_names(drawing, frame, drawing.y);
  for (const Row& row : rows) {
    if (!row.department) drawing.y += before_totals - cell_gap;
    draw_row(drawing, frame, row);
  }
}

/// Draws the columns in stretches that fit the page; returns how far right they reach.
double draw_block(MatrixDrawing& drawing, const Block& block) {
  const Theme& theme = drawing.theme();
  const double left = drawing.left + headings_width;
  const std::size_t stretches = (block.columns.size() + most_columns - 1) / most_columns;
  const std::size_t each = (block.columns.size() + stretches - 1) / stretches;
  const std::vector<Row> rows = rows_of(drawing, block);
  double right = left;
  for (std::size_t begin = 0; begin < block.columns.size(); begin += each) {
    drawing.y += theme.spacing.section / 2;
    const std::string title = block.title + (begin > 0 ? ", continued" : "");
    const double width = headings_width + std::max(3.0, static_cast<double>(each)) * cell_width;
    drawing.y = put_text(drawing, {"title-" + block.id, "heading", "", ""}, {{drawing.left, drawing.y}, width},
                         set_text(drawing.typesetter(), title, theme.heading, width, 2).lines)
                    .bottom() +
                6;
    const Frame frame{block, begin, std::min(begin + each, block.columns.size()), left};
    draw_frame(drawing, frame, rows);
    right = std::max({right, frame.right(), drawing.left + width});
  }
  return right;
}

std::vector<LegendEntry> entries_of(const MatrixDrawing& drawing) {
  std::vector<LegendEntry> entries;
  for (const GapClass gap_class : drawing.gaps) {
    entries.push_back({gap_text(gap_class, drawing.input.scale()), 26, [gap_class](Canvas& canvas, Point at) {
                         const Tone& tone = canvas.theme().tone_of(gap_class);
                         area_sign(canvas, at, 26, tone.tint);
                         word_sign(canvas, {at.x + 9, at.y}, tone.glyph, {{9, Weight::bold, Slant::upright}, tone.text});
                       }});
  }
  const auto box_sign = [](Dash dash) {
    return [dash](Canvas& s, Point at) {
      s.scene.ground.push_back(Area{{{at.x, at.y - 5}, {at.x + 26, at.y - 5}, {at.x + 26, at.y + 5}, {at.x, at.y + 5}},
                                    s.theme().page,
                                    Stroke{s.theme().muted, 1, dash}});
    };
  };
  if (!drawing.gaps.empty())
    entries.push_back({"gap: the mean of the known ones, weighted by importance, in points", 0, [](Canvas&, Point) {}});
  if (drawing.has_unknown) entries.push_back({"moments, and nobody knows a gap", 26, box_sign(Dash::dashed)});
  if (drawing.has_holes) entries.push_back({"no moments yet", 26, box_sign(Dash::dotted)});
  if (drawing.has_blanks)
    entries.push_back({"no part in it", 26, [](Canvas& canvas, Point at) { area_sign(canvas, at, 26, canvas.theme().panel); }});
  entries.push_back({"covered: how complete the picture of these moments is", 0, [](Canvas&, Point) {}});
  return entries;
}

/// The cell of a stage with the widest gap, for a reader who can't see the picture.
std::string description_of(const PictureInput& input) {
  const Workspace& workspace = input.workspace;
  std::string text = fmt::format("The gaps of {} by {}.", count_text(workspace.departments.size(), "department", "departments"),
                                 count_text(workspace.journeys.size(), "journey", "journeys"));
  double widest = 0;
  const Department* where = nullptr;
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    const auto& gap = input.analysis.departments[i].mean_gap;
    if (gap && *gap > widest) widest = *gap, where = &workspace.departments[i];
  }
  if (where) text += fmt::format(" The widest: {}, {} points.", where->name.value, points_text(widest));
  return text;
}

}  // namespace

}  // namespace matrix

Scene matrix_scene(const PictureInput& input, const PictureOptions&) {
  using namespace matrix;
  MatrixDrawing drawing(input);
  drawing.scene.id = "matrix";
  drawing.scene.description = description_of(input);
  std::vector<Block> blocks = {overview_of(input.workspace)};
  for (const Journey& journey : input.workspace.journeys) blocks.push_back(block_of(input.workspace, journey));
  std::size_t columns = 3;
  for (const Block& block : blocks) columns = std::max(columns, std::min(block.columns.size() + 1, most_columns + 1));
  double width = headings_width + static_cast<double>(columns) * (cell_width + cell_gap) + before_totals - cell_gap;
  std::vector<std::string> figures;
  if (input.workspace.project.name) figures.push_back(input.workspace.project.name->value);
  for (std::string& text : summary_texts(input.analysis.all)) figures.push_back(std::move(text));
  draw_head(drawing, "Where the gaps are", figures, width);
  if (input.workspace.touchpoints.empty()) draw_nothing_yet(drawing, "No department has written down a moment yet.");
  for (const Block& block : blocks) {
    if (!input.workspace.touchpoints.empty() && !block.columns.empty()) width = std::max(width, draw_block(drawing, block) - drawing.left);
  }
  drawing.y += drawing.theme().spacing.heading;
  draw_legend(drawing, entries_of(drawing), width);
  close_page(drawing, width);
  return std::move(drawing.scene);
}

}  // namespace mot
