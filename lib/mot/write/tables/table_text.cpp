// A table for a terminal: every cell becomes a text; each column is as wide as its widest one; then columns are cut or left out until a
// line fits.
#include "mot/write/tables/table_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "mot/picture/theme.h"
#include "mot/text/utf8.h"
#include "mot/words/figures.h"
#include "mot/words/wording.h"

namespace mot {
namespace {

constexpr std::string_view between_columns = "  ";
constexpr std::size_t narrowest_text = 11;  // a text is cut no further while a column can go instead
constexpr std::size_t narrowest_of_all = 4;

/// Colours of a terminal by GapClass: SGR codes, orange from the table of 256.
constexpr std::array<std::string_view, names_of<GapClass>.size()> colours = {"32", "33", "38;5;208", "31", "2"};
constexpr std::string_view bold = "1";

std::string inked(std::string text, std::string_view code, Ink ink) {
  return ink == Ink::coloured && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
}

/// A column as it is shown: which of the table's, how wide, and its texts by row, the header first.
struct ShownColumn {
  const Column* column;
  std::size_t index;
  std::size_t width;
  bool is_cuttable() const { return column->kind == ColumnKind::text; }
};

std::vector<ShownColumn> shown_columns(const Table& table) {
  std::vector<ShownColumn> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.header.empty()) continue;
    std::size_t width = display_width(printable(column.header));
    for (const Section& section : table.sections) {
      for (const Row& row : section.rows) width = std::max(width, display_width(text_with_glyph(row[i], column, table.speech, printable)));
    }
    columns.push_back({&column, i, width});
  }
  return columns;
}

std::size_t width_of(const std::vector<ShownColumn>& columns) {
  std::size_t width = columns.empty() ? 0 : between_columns.size() * (columns.size() - 1);
  for (const ShownColumn& column : columns) width += column.width;
  return width;
}

/// Cuts the widest text column by one, again and again, until the line fits or none is wider than `least`.
void cut_to(std::size_t width, std::size_t least, std::vector<ShownColumn>& columns) {
  for (std::size_t now = width_of(columns); now > width; --now) {
    const auto widest =
        std::ranges::max_element(columns, {}, [](const ShownColumn& column) { return column.is_cuttable() ? column.width : 0; });
    if (widest == columns.end() || !widest->is_cuttable() || widest->width <= least) return;
    --widest->width;
  }
}

/// Makes a line fit; returns the headers of the columns that had to go.
std::vector<std::string> fit(std::size_t width, std::vector<ShownColumn>& columns) {
  std::vector<std::string> gone;
  const std::vector<ShownColumn> natural = columns;
  cut_to(width, narrowest_text, columns);
  while (width_of(columns) > width) {
    const auto next = std::ranges::max_element(columns, {}, [](const ShownColumn& column) { return column.column->drops_at; });
    if (next == columns.end() || next->column->drops_at == 0) break;
    gone.push_back(next->column->header);
    columns.erase(next);
    for (ShownColumn& column : columns) {
      column.width = std::ranges::find(natural, column.index, &ShownColumn::index)->width;
    }
    cut_to(width, narrowest_text, columns);
  }
  cut_to(width, narrowest_of_all, columns);
  return gone;
}

/// The longest beginning that fits, with `…` where something is left out.
std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0, used = 0;
  while (end < text.size()) {
    const std::size_t length = character_length(text, end);
    const std::size_t wide = display_width(text.substr(end, length));
    if (used + wide + 1 > width) break;
    used += wide;
    end += length;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string padded(const std::string& text, const ShownColumn& column, bool is_last) {
  const std::size_t width = display_width(text);
  const std::string blanks(width < column.width ? column.width - width : 0, ' ');
  if (!column.is_cuttable()) return blanks + text;
  return is_last ? text : text + blanks;
}

template <class TextOf>
std::string line(const std::vector<ShownColumn>& columns, TextOf text_at) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) line += between_columns;
    line += text_at(columns[i], i + 1 == columns.size());
  }
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

std::string header_line(const std::vector<ShownColumn>& columns, Ink ink) {
  return line(columns, [&](const ShownColumn& column, bool is_last) {
    return inked(padded(cut(printable(column.column->header), column.width), column, is_last), bold, ink);
  });
}

std::string row_line(const Row& row, const std::vector<ShownColumn>& columns, const TableSpeech& speech, Ink ink) {
  return line(columns, [&](const ShownColumn& column, bool is_last) {
    const Cell& cell = row[column.index];
    std::string text = text_with_glyph(cell, *column.column, speech, printable);
    if (column.is_cuttable()) text = cut(text, column.width);
    text = padded(text, column, is_last);
    return cell.gap_class ? inked(std::move(text), colours[static_cast<std::size_t>(*cell.gap_class)], ink) : text;
  });
}

std::string rows_text(const Table& table, const std::vector<ShownColumn>& columns, Ink ink) {
  std::string text = header_line(columns, ink);
  for (const Section& section : table.sections) {
    if (!section.title.empty()) text += "\n" + inked(printable(section.title), bold, ink) + "\n";
    for (const Row& row : section.rows) text += row_line(row, columns, table.speech, ink);
  }
  return text;
}

}  // namespace

std::string text_with_glyph(const Cell& cell, const Column& column, const TableSpeech& speech, std::string (*of_text)(std::string_view)) {
  std::string text = shown_text(cell, column, speech, of_text);
  if (!cell.gap_class || *cell.gap_class == GapClass::unknown) return text;
  return fmt::format("{} {}", light_theme().tone_of(*cell.gap_class).glyph, text);
}

std::string table_text(const Table& table, const TextStyleOfTable& style) {
  std::vector<ShownColumn> columns = shown_columns(table);
  const auto gone = style.width > 0 ? fit(style.width, columns) : std::vector<std::string>{};
  std::string text = inked(printable(table.title), bold, style.ink) + "\n\n";
  const bool has_rows = std::ranges::any_of(table.sections, [](const Section& section) { return !section.rows.empty(); });
  if (has_rows) text += rows_text(table, columns, style.ink) + "\n";
  for (const std::string& note : table.notes) text += printable(note) + "\n";
  if (!gone.empty()) text += filled(table.speech.left_out, {{"columns", fmt::format("{}", fmt::join(gone, ", "))}}) + "\n";
  return text;
}

}  // namespace mot
