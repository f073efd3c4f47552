// A column's scores by what a sheet of codes says that its answers mean.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/number.h"
#include "mot/import/survey/column_profile.h"
#include "mot/import/survey/score_guess.h"

namespace mot::importing {

/// What became of a sheet of codes.
struct CodeSheetUse {
  std::string place;
  std::optional<int> worst_grade = {};           ///< of all columns, where it says so
  bool says_school_grades = false;               ///< of all columns
  std::size_t columns = 0;                       ///< whose answers it names
  std::vector<std::string> without_column = {};  ///< names of lists that no column is called by
  std::vector<std::string> not_understood = {};  ///< rows, by what they begin with
};

/// Gives each column the codes of the lists that name it, else those that name none: of several the first.
CodeSheetUse give_codes(const CodeBook& book, std::vector<ColumnProfile>& columns);

struct CodedScores {
  std::optional<ScoreGuess> scores = {};  ///< with a doubt where people have to decide; none where answers are no scores
  bool are_kinds = false;                 ///< of customers or of anything: none of the answers is good or bad
  std::string ground = {};                ///< of those, one line
};

/// Nothing where the column has no codes, or these say nothing of it.
std::optional<CodedScores> scores_by_codes(const ColumnProfile& column, evidence::DecimalMark mark);

/// What a cell of the column means; empty where nothing says so.
std::string meaning_of_cell(const ColumnProfile& column, std::string_view cell);

/// What a cell names: its meaning, else what stands in it.
std::string named_by_cell(const ColumnProfile& column, std::string_view cell);

}  // namespace mot::importing
