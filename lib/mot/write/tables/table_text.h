// A table for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mot/tables/table.h"
#include "mot/write/findings/finding_report.h"

namespace mot {

/// How wide, and whether in colours.
struct TextStyleOfTable {
  std::size_t width = 0;  ///< columns; 0: as wide as need be
  Ink ink = Ink::plain;
};

/// What people read in a cell, the glyph of its gap's class before it; `of_text` shows what is a text.
std::string text_with_glyph(const Cell& cell, const Column& column, const TableSpeech& speech, std::string (*of_text)(std::string_view));

/// Title, columns aligned, sections under their titles, notes. To fit the width the widest text column is cut, `…` where something is
/// left out; where that is not enough, columns go that may, and a note names them. Unknown is `?`. A gap's class is a colour and always
/// a glyph. Nothing in a cell can steer a terminal.
std::string table_text(const Table& table, const TextStyleOfTable& style);

}  // namespace mot
