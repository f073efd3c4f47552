// How a survey's file is written, by its beginning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/csv/csv_form.h"
#include "mot/import/survey/code_book.h"

namespace mot::importing {

/// So much of a file is looked at.
inline constexpr std::size_t survey_look_ahead = 64u << 10;

struct SurveyForm {
  evidence::CsvForm csv;
  std::vector<std::string> other_sheets = {};  ///< of its workbook
  std::vector<CodeBook> code_books = {};       ///< of its workbook
  std::string separator;  ///< as `separator` in a source says it; empty where it is a comma, or the file's own first line tells
};

/// The separator that cuts most rows alike, and the lines before the one that names the columns: the first one that rows of its length
/// follow, and whose cells are all filled, all different, and neither numbers nor labels (`From:`); or that names them together with the
/// row below it, as merged cells are exported.
SurveyForm survey_form(std::string_view beginning);

/// Whether a row names touchpoints and what is said of them, or the stages of a journey map, as no survey's does.
bool begins_like_touchpoints(std::string_view beginning);

}  // namespace mot::importing
