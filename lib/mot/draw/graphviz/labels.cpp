#include "mot/draw/graphviz/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "mot/draw/graphviz/markup.h"
#include "mot/typesetting/typesetter.h"

// A label is a table of one column, a row a line (Graphviz sizes tables of one column or one row in linear time, others by a network
// simplex). Every row ends where its line's text ends, and text stands at the bottom of its row: so each baseline is where it belongs,
// with no rows in between. A card's bar is a cell beside that table. Lengths inside a label are whole units of the enlarged drawing.

namespace mot {

namespace {

constexpr std::string_view bare = R"(BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0")";

// Trap: an empty cell is an error, and so is text without any width once it is drawn: a blank of one or two units, which is rounded to
// no pixel.
constexpr std::string_view nothing = R"(<FONT POINT-SIZE="3"> </FONT>)";
constexpr int least_filler = 3;

constexpr int widest_padding = 255;  // Graphviz keeps it in a byte

int units(double points) {
  return static_cast<int>(std::lround(points * drawing_scale));
}

std::string_view name_of(Align align) {
  switch (align) {
    case Align::left:
      return "LEFT";
    case Align::center:
      return "CENTER";
    case Align::right:
      return "RIGHT";
  }
  return "LEFT";
}

std::string markup_of(const Run& run) {
  const bool bold = run.font.weight == Weight::bold;
  const bool italic = run.font.slant == Slant::italic;
  return fmt::format(R"(<FONT POINT-SIZE="{}" COLOR="{}">{}{}{}{}{}</FONT>)", units(run.font.size), hex(run.colour), bold ? "<B>" : "",
                     italic ? "<I>" : "", label_escaped(run.text), italic ? "</I>" : "", bold ? "</B>" : "");
}

/// How Graphviz sets a line (size_html_txt and emit_htextspans in htmltable.c): 1.1 sizes high, the baseline 0.8 below the top, one
/// unit higher where there is more than plain text.
struct SetLine {
  int height = 0;
  double baseline = 0;
};

SetLine set_line(const DrawnLine& line) {
  const int size = units(line.size);
  const Font& font = line.runs.front().font;
  const bool is_plain = line.runs.size() == 1 && font.weight == Weight::regular && font.slant == Slant::upright;
  return {static_cast<int>(size * 1.1 + 0.5), 0.8 * size - (is_plain ? 0 : 1)};
}

std::string filler(int height) {
  return height >= least_filler ? fmt::format(R"(<TR><TD HEIGHT="{}">{}</TD></TR>)", height, nothing) : "";
}

/// The table's rows. `above` and `height` are units: from the table's top to the text's, and of the whole table.
std::string rows_of(const DrawnText& text, double above, int height) {
  std::string rows;
  int top = 0;
  for (const DrawnLine& line : text.lines) {
    if (line.runs.empty()) continue;
    const SetLine set = set_line(line);
    const int bottom = static_cast<int>(std::lround(above + line.baseline * drawing_scale - set.baseline + set.height));
    const int row = std::max(bottom - top, set.height);
    fmt::format_to(std::back_inserter(rows), R"(<TR><TD ALIGN="{}" VALIGN="BOTTOM" WIDTH="{}" HEIGHT="{}">)", name_of(text.align),
                   units(text.box.width), row);
    // Graphviz sets runs from left to right, whatever their language.
    if (line.reads_right_to_left)
      for (auto run = line.runs.rbegin(); run != line.runs.rend(); ++run) rows += markup_of(*run);
    else
      for (const Run& run : line.runs) rows += markup_of(run);
    rows += "</TD></TR>";
    top += row;
  }
  return rows + filler(height - top);
}

bool has_runs(const DrawnText& text) {
  return std::ranges::any_of(text.lines, [](const DrawnLine& line) { return !line.runs.empty(); });
}

std::string table(std::string_view rows) {
  return fmt::format("<TABLE {}>{}</TABLE>", bare, rows);
}

std::string cell(int width, std::string_view attributes, std::string_view content) {
  return fmt::format(R"(<TD WIDTH="{}" {}>{}</TD>)", width, attributes, content);
}

/// A row of cells: room, the bar, the lines. The room is as much as the lines have to their right beyond the node, so that a line that
/// is too long after all moves neither the others nor the bar.
std::string label_in_cells(const DrawnText& text, const LabelFrame& frame) {
  const int width = units(frame.node.width + frame.border);
  const int height = units(frame.node.height + frame.border);
  const int room = text.align == Align::left ? width : 0;
  const int bar = frame.bar ? units(accent_width + frame.border / 2) : 0;
  const int at_left = frame.has_bar_at_right ? 0 : bar;
  const int before = std::clamp(units(text.box.left - frame.node.left + frame.border / 2) - at_left, 0, widest_padding);
  const double above = (text.box.top - frame.node.top + frame.border / 2) * drawing_scale;
  std::string cells;
  if (room > 0) cells += cell(room, "", nothing);
  const std::string bar_cell = bar > 0 ? cell(bar, fmt::format(R"(BGCOLOR="{}" HEIGHT="{}")", hex(*frame.bar), height), nothing) : "";
  if (!frame.has_bar_at_right) cells += bar_cell;
  if (has_runs(text)) {
    cells += cell(width + room - bar, fmt::format(R"(CELLPADDING="{}" ALIGN="LEFT" VALIGN="TOP")", before),
                  table(rows_of(text, above - before, height - 2 * before)));
  } else {
    cells += cell(width + room - bar, "", nothing);
  }
  if (frame.has_bar_at_right) cells += bar_cell;
  return table("<TR>" + cells + "</TR>");
}

}  // namespace

std::string label_of(const DrawnText& text, const LabelFrame& frame) {
  if (!has_runs(text) && !frame.bar) return {};
  if (frame.bar || text.align == Align::left) return label_in_cells(text, frame);
  const double above = (text.box.top - frame.node.top) * drawing_scale;
  return table(rows_of(text, above, units(frame.node.height)));
}

}  // namespace mot
