#include "mot/write/findings/excerpt.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "mot/text/utf8.h"
#include "mot/write/findings/hidden_secrets.h"

namespace mot {
namespace {

// Bytes on either side of a span's begin that are looked at: enough for a window of the widest characters, and no more of a line of
// 64 MiB. Most columns that stand before the span in a cut line.
constexpr std::size_t bytes_looked_at = 4 * excerpt_columns;
constexpr std::size_t columns_before = 24;

/// A line, and where the span begins and ends in it, in bytes.
struct MarkedLine {
  std::string_view text;
  std::size_t from = 0;
  std::size_t to = 0;
  bool is_cut_left = false;
  bool is_cut_right = false;
};

/// One character as it is shown.
struct ShownCharacter {
  std::size_t offset = 0;  // bytes in the line
  std::size_t shown = 0;   // where it begins in Cells::shown
  std::size_t column = 0;
  std::size_t width = 0;
};

/// A line as it is shown, character by character.
struct Cells {
  std::string shown;
  std::vector<ShownCharacter> cells;
  std::size_t columns = 0;
};

struct Window {
  std::size_t begin = 0;  // columns
  std::size_t end = 0;
};

MarkedLine marked_line(const Sources& sources, Span span, std::uint32_t number) {
  MarkedLine line{sources.line(span.file, number)};
  const auto start = static_cast<std::size_t>(line.text.data() - sources[span.file].text.data());
  const auto place_of = [&](std::size_t offset) { return std::clamp(offset, start, start + line.text.size()) - start; };
  line.from = place_of(span.begin);
  line.to = std::max(line.from, place_of(span.end));
  return line;
}

void drop_front(MarkedLine& line, std::size_t bytes) {
  line.text.remove_prefix(bytes);
  line.from -= std::min(line.from, bytes);
  line.to -= std::min(line.to, bytes);
}

bool continues_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Cuts what is too far away to be shown, so that a finding costs the same on a line of any length.
void keep_the_neighbourhood(MarkedLine& line) {
  std::size_t begin = line.from > bytes_looked_at ? line.from - bytes_looked_at : 0;
  while (begin < line.from && continues_a_character(line.text[begin])) ++begin;
  line.is_cut_left = begin > 0;
  drop_front(line, begin);
  std::size_t end = line.from + bytes_looked_at;
  if (end >= line.text.size()) return;
  while (end > line.from && continues_a_character(line.text[end])) --end;
  line.is_cut_right = true;
  line.text = line.text.substr(0, end);
}

Cells cells_of(const MarkedLine& line) {
  Cells line_shown;
  auto& [shown, cells, columns] = line_shown;
  cells.reserve(line.text.size());
  for (std::size_t i = 0; i < line.text.size(); i += character_length(line.text, i)) {
    ShownCharacter cell{.offset = i, .shown = shown.size(), .column = columns, .width = 1};
    if (is_shown_as_it_is(line.text[i])) {
      shown += line.text[i];
    } else {
      shown += line.text[i] == '\t' ? std::string(tab_stop - columns % tab_stop, ' ') : printable_character(line.text, i);
      cell.width = display_width(std::string_view(shown).substr(cell.shown));
    }
    cells.push_back(cell);
    columns += cell.width;
  }
  return line_shown;
}

/// The columns to show: all where they fit, else some before the mark and the rest behind it, as far left as keeps the window full.
Window window_around(std::size_t mark, std::size_t columns, std::size_t most, const MarkedLine& line) {
  if (columns <= most && !line.is_cut_left && !line.is_cut_right) return {0, columns};
  const std::size_t wanted_before = std::min(columns_before, most / 4);
  const std::size_t before = mark > wanted_before ? mark - wanted_before : 0;
  const std::size_t last = columns > most ? columns - most : 0;
  const std::size_t begin = std::min(before, last);
  return {begin, begin + most};
}

/// The column a span begins at; behind the last character where it begins at the line's end.
std::size_t column_of_mark(const Cells& shown, const MarkedLine& line) {
  const auto marked = std::ranges::find_if(shown.cells, [&](const ShownCharacter& cell) { return cell.offset >= line.from; });
  return marked == shown.cells.end() ? shown.columns : marked->column;
}

}  // namespace

Excerpt excerpt_of(const Sources& sources, Span span, std::size_t most_columns) {
  Excerpt excerpt;
  const std::uint32_t number = sources.begin_of(span).line;
  MarkedLine line = marked_line(sources, span, number);
  if (number == 1 && line.text.starts_with(byte_order_mark)) drop_front(line, byte_order_mark.size());
  keep_the_neighbourhood(line);
  const std::string hidden = secrets_hidden(line.text);
  line.text = hidden;

  const Cells shown = cells_of(line);
  const std::size_t mark = column_of_mark(shown, line);
  const Window window = window_around(mark, shown.columns, most_columns, line);
  const std::string_view cut_left = line.is_cut_left || window.begin > 0 ? "…" : "";
  const std::string_view cut_right = line.is_cut_right || shown.columns > window.end ? "…" : "";

  std::size_t marked_columns = 0;
  excerpt.text = cut_left;
  for (std::size_t i = 0; i < shown.cells.size(); ++i) {
    const ShownCharacter& cell = shown.cells[i];
    if (cell.column < window.begin || cell.column + cell.width > window.end) continue;
    const std::size_t end = i + 1 < shown.cells.size() ? shown.cells[i + 1].shown : shown.shown.size();
    excerpt.text.append(shown.shown, cell.shown, end - cell.shown);
    if (cell.offset >= line.from && cell.offset < line.to) marked_columns += cell.width;
  }
  excerpt.text += cut_right;
  excerpt.underline.assign(mark - window.begin + display_width(cut_left), ' ');
  excerpt.underline += '^';
  if (marked_columns > 1) excerpt.underline.append(marked_columns - 1, '~');
  return excerpt;
}

}  // namespace mot
