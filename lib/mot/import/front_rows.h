// The first rows of a table as they stand, and which of them name its columns: as a person sees it who opens the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/rows.h"
#include "mot/import/imported.h"

namespace mot::importing {

struct FrontRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  ///< of the file, from one
};

/// Rows with anything in them.
using FrontRows = std::vector<FrontRow>;

/// So many lines are looked at.
inline constexpr std::size_t most_front_lines = 16;

/// Whether a row stands in a table of codes above the answers, by itself and by the row below it: it says a code, or heads some.
bool begins_codes_of_answers(const std::vector<std::string>& cells, const std::vector<std::string>& below);

/// The same as `names_columns`, where blank columns part the answers from a table beside them: cells before others, blank in all rows
/// below.
bool names_columns_beside(const std::vector<std::string>& cells, const std::vector<std::vector<std::string>>& below);

/// Of a CSV file in UTF-8. Where no separator is given, a line is cut as if the table began there, by what separates it and those below.
FrontRows front_rows_of_csv(std::string_view text, std::optional<char> separator = {});

/// The row with the headings of touchpoints: the first that says nothing else, else the one that names most of them; nothing but titles,
/// with fewer cells, stand above it.
std::optional<std::size_t> heading_row(const FrontRows& rows);

/// All that stands above the row with the headings, and in that one, over others as merged cells stand, if the headings are in two rows.
std::vector<std::string> texts_above(const FrontRows& rows, std::size_t headings, bool has_two_heading_rows);

/// What stands alone in the first row above that with the headings, which is told and names what is imported, if that has no touchpoint
/// yet; the rest above the headings is told and left out. Empty where there is none.
std::string take_title(const FrontRows& rows, std::size_t headings, Imported& imported);

/// The cells that name the columns of a source; nothing of it is read beyond them.
std::vector<std::string> header_of(evidence::RowSource& source);

/// Whether a row names columns, by its cells alone: nearly all are filled, all differ, and none is a number or a label (`From:`).
bool names_columns(const std::vector<std::string>& cells);

/// Whether there is something in a row, and nothing that somebody answered: no number, date or word of a scale.
bool says_no_answers(const std::vector<std::string>& cells);

/// How many cells below the first row somebody may have answered.
std::size_t answers_in(const FrontRows& rows);

/// Whether the second of two rows names items of what the first one asks, as spreadsheets write merged cells: where the first is blank the
/// second has names, together they name the columns, and nothing in the second is an answer, none of the rows below it says it again.
bool names_items(const std::vector<std::string>& above, const std::vector<std::string>& items,
                 const std::vector<std::vector<std::string>>& below);

}  // namespace mot::importing
