#include "mot/import/markdown.h"

#include <algorithm>
#include <optional>

#include "mot/evidence/cells/number.h"
#include "mot/import/plain_line.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

using evidence::trimmed;

/// What opens a block that is no Markdown.
struct Fence {
  std::string_view marks;
  std::string_view word;  ///< the language behind them
};

std::optional<Fence> fence_of(std::string_view line) {
  constexpr std::size_t shortest = 3;
  if (line.empty() || std::string_view("`~:").find(line[0]) == std::string_view::npos) return std::nullopt;
  const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
  if (length < shortest) return std::nullopt;
  std::string_view word = trimmed(line.substr(length));
  const std::size_t begin = std::min(word.find_first_not_of("{."), word.size());
  word = word.substr(begin, std::min(word.find_first_of(" \t}{,", begin), word.size()) - begin);
  return Fence{line.substr(0, length), word};
}

/// Whether a line is the one under the headings of a table: `|---|:-:|`.
bool is_rule(std::string_view line) {
  const bool has_cell = line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
  return has_cell && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// The cells of a row; `\|` is no border, nor is one between backticks; `<br>` is a line break.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  if (line.starts_with('|')) line.remove_prefix(1);
  std::string cell;
  bool is_code = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool is_escaped = line.substr(at).starts_with("\\|");
    if (is_escaped) ++at;
    if (line[at] == '`') {
      is_code = !is_code;
    } else if (line[at] == '|' && !is_escaped && !is_code) {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else if (const std::size_t tag = is_code ? 0 : line_break_tag(line.substr(at)); tag > 0) {
      cell += '\n';
      at += tag - 1;
    } else {
      cell += line[at];
    }
  }
  if (!trimmed(cell).empty()) cells.emplace_back(trimmed(cell));
  return cells;
}

class Reader {
 public:
  Markdown read(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      take(line, number);
      text.remove_prefix(std::min(text.size(), end + 1));
    }
    return std::move(found_);
  }

 private:
  void take(std::string_view whole, std::size_t number) {
    std::string_view line = trimmed(whole);
    while (line.starts_with('>')) line = trimmed(line.substr(1));  // a quotation
    const auto fence = fence_of(line);
    if (!open_.empty()) {
      const bool closes = fence && fence->word.empty() && fence->marks.starts_with(open_);
      if (closes) {
        open_.clear();
      } else if (is_diagram_) {
        found_.diagrams.back().text.append(line).append("\n");
      }
    } else if (fence) {
      open_ = fence->marks;
      is_diagram_ = folded(fence->word) == "mermaid";
      if (is_diagram_) found_.diagrams.push_back({{}, number + 1});
      is_in_table_ = false;
    } else {
      take_heading(line);
      take_table(line, number);
      if (!is_in_table_ && line.find_first_not_of("-=*_") != std::string_view::npos) found_.prose.push_back({std::string(line), number});
    }
    before_ = line;
  }

  /// `## Arrive`, or a line that is underlined with `===` or `---`.
  void take_heading(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    constexpr std::size_t most_marks = 6;
    const bool is_marked = marks > 0 && marks <= most_marks && marks < line.size() && line[marks] == ' ';
    const bool is_underline =
        !line.empty() && !before_.empty() && before_.find('|') == std::string::npos && !before_.starts_with('#') &&
        (line.find_first_not_of('=') == std::string_view::npos || line.find_first_not_of('-') == std::string_view::npos);
    if (is_marked) {
      std::string_view text = trimmed(line.substr(marks));
      while (text.ends_with('#')) text.remove_suffix(1);
      section_ = {std::string(trimmed(text)), marks};
    } else if (is_underline) {
      section_ = {before_, line[0] == '=' ? 1u : 2u};
    }
  }

  void take_table(std::string_view line, std::size_t number) {
    if (is_in_table_ && line.find('|') != std::string_view::npos) {
      found_.tables.back().rows.push_back({cells_of(line), number});
    } else {
      is_in_table_ = is_rule(line) && before_.find('|') != std::string::npos;
      if (is_in_table_ && !found_.prose.empty()) found_.prose.pop_back();  // its header
      if (is_in_table_) found_.tables.push_back({.header = cells_of(before_), .rows = {}, .line = number - 1, .section = section_});
    }
  }

  Markdown found_;
  std::string open_;  ///< the marks of the fence that is open
  std::string before_;
  SectionHeading section_;
  bool is_diagram_ = false, is_in_table_ = false;
};

}  // namespace

Markdown markdown_of(std::string_view text) {
  return Reader().read(text);
}

}  // namespace mot::importing
