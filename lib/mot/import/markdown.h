// What Markdown files hold that can be imported: Mermaid's diagrams and tables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/touchpoint_table.h"

namespace mot::importing {

struct FencedDiagram {
  std::string text;
  std::size_t first_line = 0;  ///< of the file, from one
};

/// A line that is part of neither; headings too.
struct ProseLine {
  std::string text;
  std::size_t line = 0;  ///< of the file, from one
};

struct Markdown {
  std::vector<FencedDiagram> diagrams;
  std::vector<TextTable> tables;
  std::vector<ProseLine> prose = {};
};

/// The diagrams and tables of a Markdown file, in order.
Markdown markdown_of(std::string_view text);

}  // namespace mot::importing
