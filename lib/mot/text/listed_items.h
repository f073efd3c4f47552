// Lists in the cells of tables, as people write them and as they are exported: both ways stand here, so that one reads what the other
// wrote.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// How many bytes of a line's beginning are a bullet and the blank behind it: `- `, `1. `, `•`; 0 where the line has none.
std::size_t bullet_length(std::string_view line);

/// What parts the items of a cell of one line.
enum class ItemMarks : std::uint8_t {
  semicolon,            ///< of sentences
  semicolon_and_comma,  ///< of words, such as tags
};

/// The items of a cell, without blanks around their lines. A line is one each, or a bullet is where the first line has one: what stands
/// below it then without one is the rest of it, if it is indented or there are other bullets. A cell of one line without a bullet is
/// parted at its marks. An item of several lines has line breaks.
std::vector<std::string> items_in_cell(std::string_view cell, ItemMarks marks);

/// The cell that these items are read from: a line each, behind bullets where it would be read as something else.
std::string cell_of_items(std::span<const std::string> items, ItemMarks marks);

}  // namespace mot
