// Sheets that list what answers mean beside the sheet of answers: code books, legends, data dictionaries, in five languages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/code_list.h"
#include "mot/evidence/table_words.h"

namespace mot::importing {

using evidence::Code;
using evidence::codes_in;
using evidence::words_text;

/// The codes of some columns.
struct CodeList {
  std::vector<std::string> names;  ///< what the sheet calls the column or the question, each of its names; none: of all
  std::vector<Code> codes;
  bool has_title = false;  ///< its name stands above it alone
};

struct CodeBook {
  std::string place;  ///< where it stands: `the sheet 'Codes'`
  std::vector<CodeList> lists;
  std::vector<std::string> not_understood;              ///< rows, by what they begin with
  std::vector<std::vector<std::string>> school_grades;  ///< rows that list no codes and say that answers are school grades
};

/// Whether a sheet is called like one of codes: `Codebook`, `Value labels`, `Codierung`, `Leyenda`.
bool is_called_code_book(std::string_view sheet);

/// What the rows of a sheet list: a code a row, a column a row with a code a cell or all codes in one cell, or a column a row below
/// headings that are the codes.
CodeBook code_book_of(std::string place, std::span<const std::vector<std::string>> rows);

/// Whether half of what it lists at least are answers that are known.
bool lists_answers(const CodeList& list);

/// What rows beside answers in the same file list: answers that are known, two at least of a column or of all.
CodeBook code_book_beside_answers(std::span<const std::vector<std::string>> rows);

/// Whether the sheet lists codes by its rows alone, whatever it is called: nearly all of them do, or its headings say so.
bool lists_codes(std::span<const std::vector<std::string>> rows);

}  // namespace mot::importing
