// A table in Markdown (GitHub's kind).
#pragma once

#include <string>
#include <string_view>

#include "mot/tables/table.h"

namespace mot {

/// The title as a heading, a table for each section, the notes as a list; what people read, rounded.
std::string table_markdown(const Table& table);

/// A text that stays one: nothing in it is markup, a link or the end of a cell or line.
std::string markdown_escaped(std::string_view text);

}  // namespace mot
