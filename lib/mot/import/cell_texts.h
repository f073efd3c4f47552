// The texts of cells, as facets hold them: prose with its lines, lists with an item a line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/imported.h"
#include "mot/text/listed_items.h"

namespace mot::importing {

/// What parts the items of a list in a cell of one line.
constexpr ItemMarks marks_between(Facet facet) {
  return facet == Facet::tags ? ItemMarks::semicolon_and_comma : ItemMarks::semicolon;
}

/// Whether its text may have several lines.
constexpr bool is_prose(Facet facet) {
  return facet == Facet::when || facet == Facet::company || facet == Facet::customer || facet == Facet::standard ||
         facet == Facet::promise || facet == Facet::actual || facet == Facet::quote || facet == Facet::notes ||
         facet == Facet::moment_of_truth;
}

/// Items in the lines of one text: a line break inside of an item is another character there.
std::string in_lines(std::span<const std::string> items);

/// The items of such a text, with their line breaks.
std::vector<std::string> listed_items(std::string_view lines);

/// What a cell lists.
struct CellList {
  std::vector<std::string> items;
  std::vector<std::string> placeholders;  ///< items that say nothing, which are none of those
  bool is_parted = false;                 ///< whether marks in its one line part them
};
CellList list_in_cell(std::string_view cell, ItemMarks marks);

}  // namespace mot::importing
