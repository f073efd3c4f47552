#include "mot/import/sheet_cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/evidence/sheets/number_format.h"
#include "mot/import/front_rows.h"
#include "mot/import/headings.h"
#include "mot/import/journey_grid.h"
#include "mot/import/kept_rows.h"
#include "mot/import/plain_line.h"
#include "mot/text/numbers.h"

namespace mot::importing {
namespace {

using evidence::AsideKind;
using evidence::SheetAside;
using evidence::SheetRow;

/// As people count them, and how a comment of a touchpoint names one.
constexpr struct {
  AsideKind kind;
  std::string_view one, many;
  std::string_view of_cell;
} aside_kinds[] = {{AsideKind::comment, "comment on a cell", "comments on cells", "comment on"},
                   {AsideKind::text_box, "text box", "text boxes", "text box over"},
                   {AsideKind::link, "link of a cell", "links of cells", "link of"},
                   {AsideKind::picture, "picture or chart", "pictures or charts", ""}};

/// `B2 'Ask the boss'`
std::string shown(const SheetAside& aside) {
  const std::string text = plain_line(aside.text);
  return fmt::format("{}{}{}", aside.cell, aside.cell.empty() || text.empty() ? "" : " ", text.empty() ? "" : in_quotes(text));
}

void tell_asides(const evidence::WholeSheet& sheet, const std::string& counted, const std::vector<std::string>& shown, std::string_view end,
                 Notes& notes) {
  constexpr std::size_t most_shown = 20;
  std::vector<std::string> first(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(std::min(shown.size(), most_shown)));
  std::erase(first, std::string());
  if (shown.size() > most_shown) first.push_back(fmt::format("and {} more", shown.size() - most_shown));
  notes.push_back({Fate::dropped, fmt::format("{} on the sheet {}{}{}{}", counted, in_quotes(sheet.sheet.name), first.empty() ? "" : ": ",
                                              fmt::join(first, ", "), end)});
}

}  // namespace

void add_cells_beside(const evidence::WholeSheet& sheet, TextTable& table, std::size_t line_of_headings) {
  const std::size_t columns = table.header.size();
  std::vector<TableRow> alone;
  for (const SheetRow& row : sheet.rows) {
    if (row.line <= line_of_headings || row.cells.size() <= columns) continue;
    const auto beside = row.cells.begin() + static_cast<std::ptrdiff_t>(columns);
    if (std::all_of(beside, row.cells.end(), [](const std::string& cell) { return plain_line(cell).empty(); })) continue;
    const auto kept = std::ranges::find(table.rows, row.line, &TableRow::line);
    TableRow& to = kept == table.rows.end() ? alone.emplace_back(TableRow{{}, row.line}) : *kept;
    to.cells.resize(columns);
    for (auto cell = beside; cell != row.cells.end(); ++cell) to.cells.emplace_back(KeptRows::without_guard(*cell));
  }
  if (alone.empty()) return;
  table.rows.insert(table.rows.end(), std::make_move_iterator(alone.begin()), std::make_move_iterator(alone.end()));
  std::ranges::sort(table.rows, {}, &TableRow::line);
}

void give_merged_cells(const evidence::WholeSheet& sheet, TextTable& table, Notes& notes) {
  const std::vector<std::string_view> heads(table.header.begin(), table.header.end());
  const std::vector<Heading> headings = headings_of(heads);
  constexpr Facet left_blank[] = {Facet::id, Facet::journey, Facet::stage};
  std::vector<std::string> given;
  for (const evidence::MergedDown& merged : sheet.more.merged) {
    const std::size_t column = merged.column;
    if (column >= headings.size()) continue;
    if (headings[column].facet && std::ranges::find(left_blank, *headings[column].facet) != std::end(left_blank)) continue;
    const auto first = std::ranges::find(table.rows, merged.first, &TableRow::line);
    if (first == table.rows.end() || column >= first->cells.size() || plain_line(first->cells[column]).empty()) continue;
    const std::string text = first->cells[column];
    bool is_given = false;
    for (TableRow& row : table.rows) {
      if (row.line <= merged.first || row.line > merged.last || column >= row.cells.size() || !row.cells[column].empty()) continue;
      row.cells[column] = text;
      is_given = true;
    }
    if (is_given)
      given.push_back(fmt::format("{}:{} {}", evidence::cell_name(column, merged.first), evidence::cell_name(column, merged.last),
                                  in_quotes(plain_line(text))));
  }
  if (!given.empty())
    notes.push_back(
        {Fate::converted,
         fmt::format("{}: {}",
                     count_text(given.size(), "merged cell, given to each of its rows", "merged cells, given to each of their rows"),
                     fmt::join(given, ", ")),
         true});
}

void take_asides(const evidence::WholeSheet& sheet, std::size_t first, Imported& imported) {
  for (const auto& kind : aside_kinds) {
    std::vector<std::string> kept, told;
    for (const SheetAside& aside : sheet.more.asides) {
      if (aside.kind != kind.kind) continue;
      const auto of_row = [&](const Touchpoint& touchpoint) { return touchpoint.line == aside.line && aside.line > 0; };
      auto& touchpoints = imported.workspace.touchpoints;
      const auto owner = std::find_if(touchpoints.begin() + static_cast<std::ptrdiff_t>(first), touchpoints.end(), of_row);
      const std::string text = plain_line(aside.text);
      const bool is_kept = owner != touchpoints.end() && !text.empty();
      if (is_kept) owner->comments.push_back(fmt::format("{} {}: {}", kind.of_cell, aside.cell, text));
      (is_kept ? kept : told).push_back(shown(aside));
    }
    if (!kept.empty()) tell_asides(sheet, count_text(kept.size(), kind.one, kind.many), kept, "; each stands in a comment", imported.notes);
    if (!told.empty()) tell_asides(sheet, count_text(told.size(), kind.one, kind.many), told, "", imported.notes);
  }
}

std::string told_of_hidden(const evidence::WholeSheet& sheet) {
  FrontRows rows;
  for (const SheetRow& row : sheet.rows) {
    if (rows.size() < most_front_lines) rows.push_back({row.cells, row.line});
  }
  const auto headings = heading_row(rows);
  if (!headings && !stages_row(rows)) return {};
  const std::string what = headings ? fmt::format("a table of touchpoints, {} below the headings in line {}",
                                                  count_text(sheet.rows.size() - *headings - 1, "row", "rows"), rows[*headings].line)
                                    : std::string("a journey map");
  return fmt::format("the sheet {}, which is hidden and holds {}; show it to have it read", in_quotes(sheet.sheet.name), what);
}

}  // namespace mot::importing
