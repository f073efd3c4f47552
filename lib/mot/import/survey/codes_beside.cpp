#include "mot/import/survey/codes_beside.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mot/evidence/code_rows.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/declared_scale.h"

namespace mot::importing {
namespace {

using FirstRows = std::span<const std::vector<std::string>>;

/// Some columns beside each other.
struct Window {
  std::size_t first;
  std::size_t width;
};

/// What the first rows say in a window, below its headings, as far as no row is blank.
std::vector<std::vector<std::string>> rows_in(const Window& window, FirstRows first_rows, const std::vector<ColumnProfile>& columns) {
  std::vector<std::vector<std::string>> rows(1);
  for (std::size_t i = 0; i < window.width; ++i) rows[0].push_back(columns[window.first + i].name);
  for (const auto& row : first_rows) {
    const auto begin = row.begin() + static_cast<std::ptrdiff_t>(window.first);
    std::vector<std::string> cells(begin, begin + static_cast<std::ptrdiff_t>(window.width));
    if (std::ranges::all_of(cells, &std::string::empty)) break;
    rows.push_back(std::move(cells));
  }
  if (std::ranges::all_of(rows[0], &std::string::empty)) rows.erase(rows.begin());
  return rows;
}

bool is_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<evidence::CodeRow> codes;
  for (const auto& row : rows) {
    const std::vector<std::string_view> cells(row.begin(), row.end());
    auto code = evidence::code_row_in(cells);
    if (!code) return false;
    codes.push_back(std::move(*code));
  }
  // Two answers and comments may look like a table, but hardly three that differ.
  constexpr std::size_t least_codes = 3;
  std::vector<const evidence::CodeRow*> pointers;
  std::set<evidence::Code> different;
  std::set<std::string> meanings;
  std::size_t count = 0;
  for (const evidence::CodeRow& code : codes) {
    pointers.push_back(&code);
    count += code.codes.size();
    for (const evidence::Code& one : code.codes) different.insert(one), meanings.insert(one.second);
  }
  const bool has_headings = codes.front().kind == evidence::CodeRowKind::headings;
  const bool has_names = rows.front().size() > 2;
  const bool differ = has_names || (different.size() == count && (meanings.size() == count || has_headings));
  return count >= least_codes && differ && evidence::are_table_of_codes(pointers);
}

/// Whether columns say something in fewer rows than there are.
bool is_short(const Window& window, std::size_t rows, const std::vector<ColumnProfile>& columns) {
  const auto of_window = std::span(columns).subspan(window.first, window.width);
  return std::ranges::all_of(of_window, [rows](const ColumnProfile& column) { return column.filled > 0 && column.filled < rows; });
}

/// Whether nothing stands in the columns but in these rows.
bool is_all(const Window& window, const std::vector<std::vector<std::string>>& table, const std::vector<ColumnProfile>& columns) {
  for (std::size_t i = 0; i < window.width; ++i) {
    const ColumnProfile& column = columns[window.first + i];
    const auto filled = std::ranges::count_if(table, [i](const auto& row) { return !row[i].empty(); });
    if (static_cast<std::size_t>(filled) != column.filled + (column.name.empty() ? 0 : 1)) return false;
  }
  return true;
}

std::string place_of(const Window& window, const std::vector<ColumnProfile>& columns) {
  const std::size_t last = window.first + window.width - 1;
  const auto name = [&](std::size_t i) { return columns[i].name.empty() ? std::to_string(i + 1) : in_quotes(plain_line(columns[i].name)); };
  if (window.width == 1) return fmt::format("a table in column {}", name(last));
  return fmt::format("a table in columns {} to {}", name(window.first), name(last));
}

/// What the table says, given to all columns but its own.
CodeSheetUse give_to_others(const Window& window, std::vector<std::vector<std::string>> table, std::vector<ColumnProfile>& columns) {
  const std::vector<std::string_view> headings(table.front().begin(), table.front().end());
  const auto first = evidence::code_row_in(headings);
  if (first && first->kind == evidence::CodeRowKind::title) table.erase(table.begin());  // it calls the column, and no question
  const auto own = std::span(columns).subspan(window.first, window.width);
  for (ColumnProfile& column : own) column.codes = ColumnCodes{};
  CodeSheetUse use = give_codes(code_book_of(place_of(window, columns), table), columns);
  for (ColumnProfile& column : own) column.codes.reset();
  return use;
}

}  // namespace

std::vector<CodesBeside> take_codes_beside(std::span<const std::vector<std::string>> first_rows, std::size_t rows,
                                           std::vector<ColumnProfile>& columns) {
  constexpr std::size_t widest = 3;
  std::vector<CodesBeside> found;
  std::set<std::size_t> taken;
  for (std::size_t width = widest; width > 0; --width) {
    for (std::size_t first = 0; first + width <= columns.size(); ++first) {
      const Window window{first, width};
      const auto is_free = taken.lower_bound(first) == taken.lower_bound(first + width);
      if (!is_free || !is_short(window, rows, columns)) continue;
      const auto table = rows_in(window, first_rows, columns);
      if (table.empty() || !is_all(window, table, columns) || !is_table(table)) continue;
      CodesBeside beside{{}, give_to_others(window, table, columns)};
      for (std::size_t i = first; i < first + width; ++i) taken.insert(i), beside.columns.push_back(i);
      found.push_back(std::move(beside));
    }
  }
  return found;
}

void take_codes_of_headings(std::vector<ColumnProfile>& columns) {
  for (ColumnProfile& column : columns) {
    const DeclaredScale declared = declared_scale(column.name);
    if (column.codes || declared.scale || declared.codes.empty()) continue;
    column.codes = ColumnCodes{"its heading", declared.codes};
  }
}

}  // namespace mot::importing
