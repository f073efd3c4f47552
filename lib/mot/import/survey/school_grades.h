// School grades, of which 1 is the best: which columns hold them, and on which scale they are.
#pragma once

#include <cstdint>
#include <optional>

#include "mot/import/survey/survey.h"

namespace mot::importing {

inline constexpr double worst_school_grade = 6;

/// What a line beside the answers tells.
struct SchoolGrades {
  bool are_told = false;
  std::optional<int> worst = {};
};

/// Marks the columns whose answers are grades: by headings in German, by a line beside the answers or by a sheet of codes.
void find_school_grades(const SchoolGrades& told, Survey& survey);

/// Where a scale ends.
enum class Ends : std::uint8_t { guessed, told };

/// School grades are the better the smaller they are; where numbers alone stand below such a heading, that is a question.
void take_grades(const ColumnProfile& column, ScoreGuess& guess, Ends ends);

/// The scores of a column that is called so, or that a line beside the answers or a sheet of codes calls so: a few 1 and 2 too, and numbers
/// with fractions. Nothing where others stand in it.
std::optional<ScoreGuess> guess_school_grades(const ColumnProfile& column, evidence::DecimalMark mark);

}  // namespace mot::importing
