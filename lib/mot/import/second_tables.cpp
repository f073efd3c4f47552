#include "mot/import/second_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "mot/evidence/cells/number.h"
#include "mot/import/headings.h"
#include "mot/import/import.h"
#include "mot/import/plain_line.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

std::string as_heading(std::string_view cell) {
  return folded(plain_line(cell));
}

/// How many cells say what the heading above them says.
std::size_t cells_like(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::min(header.size(), cells.size()); ++i)
    same += !cells[i].empty() && as_heading(cells[i]) == as_heading(header[i]);
  return same;
}

std::size_t count_written(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [](const std::string& cell) { return !plain_line(cell).empty(); }));
}

constexpr std::size_t least_headings = 2;
constexpr std::size_t most_tables = 100;  // each is read from its own headings on

bool says_headings_again(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
  const std::size_t filled = count_written(cells);
  return filled >= least_headings && cells_like(header, cells) == filled;
}

/// Whether a row names the columns of another table: all it says but one thing are words of headings, whole, and touchpoints are among
/// them. A step may be called `Activity` and be of the department `Service`: two such words alone are no headings.
bool are_other_headings(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
  constexpr std::size_t surely = 3;
  const std::vector<std::string_view> views(cells.begin(), cells.end());
  const std::vector<Heading> headings = headings_of(views);
  const auto known = static_cast<std::size_t>(
      std::ranges::count_if(headings, [](const Heading& heading) { return heading.facet.has_value() && heading.is_exact; }));
  const bool has_number = std::ranges::any_of(cells, [](const std::string& cell) { return evidence::number_from(cell).has_value(); });
  const bool is_like = cells_like(header, cells) > 0 || known >= surely;
  return known >= least_headings && known + 1 >= count_written(cells) && !has_number && is_like && are_of_touchpoints(headings);
}

std::optional<std::size_t> next_headings(const TextTable& table) {
  for (std::size_t i = 0; i + 1 < table.rows.size(); ++i) {  // headings have rows below them
    const auto& cells = table.rows[i].cells;
    if (!says_headings_again(table.header, cells) && are_other_headings(table.header, cells)) return i;
  }
  return std::nullopt;
}

void take_out_repeated(TextTable& table, Notes& notes) {
  std::size_t taken = 0, first = 0;
  std::erase_if(table.rows, [&](const TableRow& row) {
    if (!says_headings_again(table.header, row.cells)) return false;
    if (taken++ == 0) first = row.line;
    return true;
  });
  if (taken > 0)
    notes.push_back({Fate::dropped, fmt::format("{} the headings again, the first in line {}",
                                                count_text(taken, "row that only says", "rows that only say"), first)});
}

void note_second(std::size_t line, Notes& notes) {
  notes.push_back({Fate::kept, fmt::format("another table, whose headings stand in line {}", line)});
}

}  // namespace

std::vector<TextTable> tables_below(const ReadTable& read, std::size_t skipped_lines, Notes& notes) {
  std::vector<TextTable> tables;
  TableRead found = read(skipped_lines);
  while (true) {
    TextTable& table = found.table;
    const auto next = next_headings(table);
    std::size_t line = next ? table.rows[*next].line : 0;
    // One of other columns may be as wide as none of the rows above it.
    const bool is_wider = found.ragged.count > 0 && (line == 0 || found.ragged.first_line < line);
    std::optional<TableRead> below;
    if (is_wider) below = read(found.ragged.first_line - 1);
    if (below && holds_touchpoints(below->table)) {
      line = found.ragged.first_line;
    } else {
      below.reset();
      if (line > 0) below = read(line - 1);
    }
    if (line > 0) std::erase_if(table.rows, [line](const TableRow& row) { return row.line >= line; });
    take_out_repeated(table, notes);
    tables.push_back(std::move(table));
    if (!below) return tables;
    if (tables.size() == most_tables)
      throw CannotImport(fmt::format("more than {} tables stand below each other; is it a survey?", most_tables));
    note_second(line, notes);
    found = std::move(*below);
  }
}

std::vector<TextTable> tables_in(TextTable table, Notes& notes) {
  std::vector<TextTable> tables;
  for (auto next = next_headings(table); next; next = next_headings(table)) {
    const auto headings = table.rows.begin() + static_cast<std::ptrdiff_t>(*next);
    TextTable below{.header = headings->cells,
                    .rows = std::vector<TableRow>(headings + 1, table.rows.end()),
                    .sheet = table.sheet,
                    .line = headings->line};
    table.rows.erase(headings, table.rows.end());
    take_out_repeated(table, notes);
    tables.push_back(std::move(table));
    note_second(below.line, notes);
    table = std::move(below);
  }
  take_out_repeated(table, notes);
  tables.push_back(std::move(table));
  return tables;
}

}  // namespace mot::importing
