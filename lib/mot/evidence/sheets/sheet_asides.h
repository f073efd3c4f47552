// What stands on a sheet besides its cells, and which cells are merged down a column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/sheets/zip_archive.h"

namespace mot::evidence {

/// `formula` is one without a stored result.
enum class AsideKind : std::uint8_t { comment, text_box, link, picture, formula };

struct SheetAside {
  AsideKind kind = AsideKind::comment;
  std::string cell;      ///< `B7`, or where a drawing begins; empty where nothing says it
  std::size_t line = 0;  ///< of the cell, from one
  std::string text;      ///< what it says, or where a link leads
};

/// Cells of one column, rows from one, that the first of them stands for.
struct MergedDown {
  std::size_t column = 0;
  std::size_t first = 0, last = 0;
};

struct SheetAsides {
  std::vector<SheetAside> asides = {};
  std::vector<MergedDown> merged = {};
};

/// Of the sheet that lies in this part. Throws SheetFault.
SheetAsides xlsx_asides(ZipArchive& archive, const std::string& part);
/// Of the so-manieth sheet, from zero. Throws SheetFault.
SheetAsides ods_asides(ZipArchive& archive, std::size_t sheet);

/// Whether an element of OpenDocument is drawn over cells: what it says is no text of the cell that it hangs on.
bool is_drawn_over_cells(std::string_view element);

/// More than anybody writes are left out.
inline constexpr std::size_t most_asides = 10'000;
inline constexpr std::size_t most_aside_bytes = 1u << 16;

}  // namespace mot::evidence
