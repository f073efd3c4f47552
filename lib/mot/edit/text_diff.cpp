// A patch of a whole file would find the least set of changed lines. Edits change a few places each: common lines at both ends are cut off,
// and what is left is compared line by line by its longest common subsequence, or, where it is too much for that, shown as a whole.
#include "mot/edit/text_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mot::edit {
namespace {

constexpr std::size_t lines_around = 3;
constexpr std::size_t most_cells = 16'000'000;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A line of either text, or of both.
struct Row {
  char mark;
  std::string_view line;
};

/// Lengths of the longest common subsequences of all ends of both, of rows of `theirs` cells.
std::vector<std::uint32_t> common_lengths(const Lines& ours, const Lines& theirs) {
  const std::size_t width = theirs.size() + 1;
  std::vector<std::uint32_t> lengths((ours.size() + 1) * width);
  for (std::size_t i = ours.size(); i-- > 0;) {
    for (std::size_t j = theirs.size(); j-- > 0;) {
      lengths[i * width + j] =
          ours[i] == theirs[j] ? lengths[(i + 1) * width + j + 1] + 1 : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return lengths;
}

void add_rows(const Lines& ours, const Lines& theirs, std::vector<Row>& rows) {
  const bool is_small = (ours.size() + 1) * (theirs.size() + 1) <= most_cells;
  const auto lengths = is_small ? common_lengths(ours, theirs) : std::vector<std::uint32_t>();
  const std::size_t width = theirs.size() + 1;
  std::size_t i = 0, j = 0;
  while (i < ours.size() || j < theirs.size()) {
    const bool is_same = is_small && i < ours.size() && j < theirs.size() && ours[i] == theirs[j];
    if (is_same) {
      rows.push_back({' ', ours[i]});
      ++i, ++j;
      continue;
    }
    const bool is_removed =
        i < ours.size() && (j == theirs.size() || !is_small || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]);
    rows.push_back(is_removed ? Row{'-', ours[i++]} : Row{'+', theirs[j++]});
  }
}

std::vector<Row> rows_of(const Lines& before, const Lines& after) {
  std::size_t head = 0, tail = 0;
  const std::size_t least = std::min(before.size(), after.size());
  while (head < least && before[head] == after[head]) ++head;
  while (tail < least - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  std::vector<Row> rows;
  for (std::size_t i = 0; i < head; ++i) rows.push_back({' ', before[i]});
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  add_rows(middle(before), middle(after), rows);
  for (std::size_t i = before.size() - tail; i < before.size(); ++i) rows.push_back({' ', before[i]});
  return rows;
}

/// Where the changes end that stand near each other, the first of which is at `begin`.
std::size_t end_of_hunk(const std::vector<Row>& rows, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < rows.size() && i <= end + 2 * lines_around; ++i) {
    if (rows[i].mark != ' ') end = i + 1;
  }
  return end;
}

std::string written(const Row& row) {
  std::string text = row.mark + std::string(row.line);
  if (!text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  return text;
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const std::vector<Row> rows = rows_of(lines_of(before), lines_of(after));
  std::string patch = fmt::format("--- {0}\n+++ {0}\n", name);
  std::size_t old_line = 0, new_line = 0, at = 0;
  const auto pass = [&](const Row& row) { old_line += row.mark != '+', new_line += row.mark != '-'; };
  while (at < rows.size()) {
    if (rows[at].mark == ' ') {
      pass(rows[at++]);
      continue;
    }
    const std::size_t first = at - std::min(lines_around, at);
    const std::size_t last = std::min(end_of_hunk(rows, at) + lines_around, rows.size());
    const std::size_t old_begin = old_line - (at - first), new_begin = new_line - (at - first);
    std::string body;
    for (std::size_t i = first; i < last; ++i) body += written(rows[i]);
    for (; at < last; ++at) pass(rows[at]);
    const std::size_t old_count = old_line - old_begin, new_count = new_line - new_begin;
    patch += fmt::format("@@ -{},{} +{},{} @@\n", old_begin + (old_count > 0), old_count, new_begin + (new_count > 0), new_count) + body;
  }
  return patch;
}

std::vector<LineChange> line_changes(std::string_view before, std::string_view after) {
  std::vector<LineChange> changes;
  std::size_t offset = 0;
  bool is_open = false;
  for (const Row& row : rows_of(lines_of(before), lines_of(after))) {
    const bool is_change = row.mark != ' ';
    if (is_change && !is_open) changes.push_back({offset, offset});
    is_open = is_change;
    if (row.mark == '+') changes.back().instead += row.line;
    if (row.mark != '+') offset += row.line.size();
    if (is_change) changes.back().end = offset;
  }
  return changes;
}

}  // namespace mot::edit
