#include "mot/text/listed_items.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mot/text/digits.h"

namespace mot {
namespace {

constexpr std::string_view close_bullets[] = {"\u2022", "\u00b7", "\u25aa", "\u25e6"};  // no blank has to stand behind them
constexpr std::string_view loose_bullets[] = {"-", "*", "\u2013"};
constexpr std::string_view blanks = " \t";

struct CellLine {
  std::string_view text;  ///< without blanks around it
  bool is_indented = false;
  std::size_t bullet = 0;

  bool has_number() const { return bullet > 0 && is_digit(text[0]); }
  std::string_view behind_bullet() const { return text.substr(bullet); }
};

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// Without those above the first and below the last that say something.
std::vector<CellLine> lines_in_cell(std::string_view cell) {
  std::vector<CellLine> lines;
  for (bool is_last = false; !is_last;) {
    const std::size_t end = std::min(cell.find_first_of("\r\n"), cell.size());
    const std::string_view line = cell.substr(0, end);
    const std::string_view text = without_blanks(line);
    if (!text.empty() || !lines.empty()) lines.push_back({text, text.data() != line.data(), bullet_length(text)});
    is_last = end == cell.size();
    cell.remove_prefix(std::min(cell.size(), end + (cell.substr(end).starts_with("\r\n") ? 2 : 1)));
  }
  while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
  return lines;
}

void add_item(std::vector<std::string>& items, std::string_view item) {
  item = without_blanks(item);
  if (!item.empty()) items.emplace_back(item);
}

std::vector<std::string> parted_at(std::string_view text, std::string_view marks) {
  std::vector<std::string> items;
  for (bool is_last = false; !is_last;) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    add_item(items, text.substr(0, end));
    is_last = end == text.size();
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return items;
}

/// `• slow • rude`
std::vector<std::string> parted_at_bullets(std::string_view text) {
  const auto* const bullet = std::ranges::find_if(close_bullets, [&](std::string_view sign) { return text.starts_with(sign); });
  std::vector<std::string> items;
  if (bullet == std::end(close_bullets)) return items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(*bullet, bullet->size()), text.size());
    add_item(items, text.substr(bullet->size(), end - bullet->size()));
    text.remove_prefix(end);
  }
  return items;
}

std::vector<std::string> items_in_line(const CellLine& line, ItemMarks marks) {
  if (auto items = parted_at_bullets(line.text); !items.empty()) return items;
  if (line.bullet > 0 && !line.has_number()) return {std::string(without_blanks(line.behind_bullet()))};
  return parted_at(line.text, marks == ItemMarks::semicolon ? ";" : ";,");
}

/// Whether a line without a bullet is the rest of the item above it.
bool are_bulleted(const std::vector<CellLine>& lines) {
  if (lines.front().bullet == 0) return false;
  const auto has_bullet = [](const CellLine& line) { return line.bullet > 0; };
  const auto is_rest = [&](const CellLine& line) { return has_bullet(line) || line.is_indented || line.text.empty(); };
  return std::ranges::count_if(lines, has_bullet) > 1 || std::all_of(lines.begin() + 1, lines.end(), is_rest);
}

std::vector<std::string> items_behind_bullets(const std::vector<CellLine>& lines) {
  std::vector<std::string> items;
  std::size_t blank_lines = 0;  // between the lines of an item, not between items
  for (const CellLine& line : lines) {
    if (line.text.empty()) {
      ++blank_lines;
    } else if (line.bullet > 0) {
      add_item(items, line.behind_bullet());
      blank_lines = 0;
    } else if (!items.empty()) {
      items.back().append(std::exchange(blank_lines, 0) + 1, '\n').append(line.text);
    }
  }
  return items;
}

/// Whether an item alone on its line, or in its cell, would be read as another.
bool needs_bullet(std::string_view item, bool is_alone, ItemMarks marks) {
  const bool has_mark = item.find_first_of(marks == ItemMarks::semicolon ? ";" : ";,") != std::string_view::npos;
  return item.find('\n') != std::string_view::npos || bullet_length(item) > 0 || (is_alone && has_mark);
}

}  // namespace

std::size_t bullet_length(std::string_view line) {
  for (const std::string_view bullet : close_bullets) {
    if (line.starts_with(bullet)) return bullet.size() + (line.substr(bullet.size()).starts_with(' ') ? 1 : 0);
  }
  const std::size_t mark = line.substr(0, line.find(' ')).size();
  if (mark + 1 >= line.size()) return 0;
  const bool has_end = mark > 1 && (line[mark - 1] == '.' || line[mark - 1] == ')');
  const bool is_number = has_end && std::ranges::all_of(line.substr(0, mark - 1), is_digit);
  return is_number || std::ranges::find(loose_bullets, line.substr(0, mark)) != std::end(loose_bullets) ? mark + 1 : 0;
}

std::vector<std::string> items_in_cell(std::string_view cell, ItemMarks marks) {
  const std::vector<CellLine> lines = lines_in_cell(cell);
  if (lines.empty()) return {};
  if (are_bulleted(lines) && (lines.size() > 1 || !lines.front().has_number()) && parted_at_bullets(lines.front().text).size() < 2)
    return items_behind_bullets(lines);
  if (lines.size() == 1) return items_in_line(lines.front(), marks);
  std::vector<std::string> items;
  for (const CellLine& line : lines) add_item(items, line.has_number() ? line.text : line.behind_bullet());
  return items;
}

std::string cell_of_items(std::span<const std::string> items, ItemMarks marks) {
  const bool are_behind_bullets =
      std::ranges::any_of(items, [&](const std::string& item) { return needs_bullet(item, items.size() == 1, marks); });
  std::string cell;
  for (const std::string& item : items) {
    cell += cell.empty() ? "" : "\n";
    cell += are_behind_bullets ? "- " : "";
    for (const char c : item) cell += c == '\n' ? std::string("\n  ") : std::string(1, c);
  }
  return cell;
}

}  // namespace mot
