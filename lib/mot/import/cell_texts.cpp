#include "mot/import/cell_texts.h"

#include <algorithm>

#include "mot/import/plain_line.h"

namespace mot::importing {
namespace {

constexpr char break_in_item = '\v';

}  // namespace

std::string in_lines(std::span<const std::string> items) {
  std::string lines;
  for (std::string item : items) {
    std::ranges::replace(item, '\n', break_in_item);
    lines += (lines.empty() ? "" : "\n") + item;
  }
  return lines;
}

std::vector<std::string> listed_items(std::string_view lines) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    std::string& item = items.emplace_back(lines.substr(begin, end - begin));
    std::ranges::replace(item, break_in_item, '\n');
    begin = end + 1;
  }
  return items;
}

CellList list_in_cell(std::string_view cell, ItemMarks marks) {
  CellList list;
  const std::vector<std::string> items = items_in_cell(cell, marks);
  for (const std::string& item : items) {
    std::string text = plain_lines(item);
    if (!text.empty()) (says_something(text) ? list.items : list.placeholders).push_back(std::move(text));
  }
  const bool has_lines = cell.find_first_of("\r\n") != std::string_view::npos;
  list.is_parted = items.size() > 1 && !has_lines;
  return list;
}

}  // namespace mot::importing
