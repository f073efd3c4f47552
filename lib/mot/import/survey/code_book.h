// Sheets that list what answers mean beside the sheet of answers: code books, legends, data dictionaries, in five languages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mot::importing {

/// What stands in cells, and what it means: `1` and `Very good`.
using Code = std::pair<std::string, std::string>;

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

/// The words of a text in small letters without accents, a blank between each two.
std::string words_text(std::string_view text);

/// Whether a sheet is called like one of codes: `Codebook`, `Value labels`, `Codierung`, `Leyenda`.
bool is_called_code_book(std::string_view sheet);

/// The codes that a text lists: `1 = Very good; 5 = Very bad`, `VS = Very satisfied, S = …`, `Very good = 1`; none where it lists none.
std::vector<Code> codes_in(std::string_view text);

/// What the rows of a sheet list: a code a row, a column a row with a code a cell or all codes in one cell, or a column a row below
/// headings that are the codes.
CodeBook code_book_of(std::string place, std::span<const std::vector<std::string>> rows);

/// Whether half of what it lists at least are answers that are known.
bool lists_answers(const CodeList& list);

/// What rows beside answers in the same file list of all columns: answers that are known, two at least.
CodeBook code_book_beside_answers(std::span<const std::vector<std::string>> rows);

/// Whether the sheet lists codes by its rows alone, whatever it is called: nearly all of them do, or its headings say so.
bool lists_codes(std::span<const std::vector<std::string>> rows);

}  // namespace mot::importing
