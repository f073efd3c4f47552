#include "mot/import/survey/school_grades.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"

namespace mot::importing {
namespace {

/// Whether numbers alone may be grades.
bool may_be_grades(const ScoreGuess& guess, bool may_have_signs = false) {
  const bool are_numbers = !guess.labels || (may_have_signs && guess.labels == ScaleLabels::leading_number);  // `2-`, `3+`
  return !guess.is_directed && are_numbers && guess.values.empty() && guess.min == 1 && guess.max <= worst_school_grade;
}

/// What is called a school grade is the better the smaller it is, also where not all of them were given.
void take_school_grades(std::optional<int> worst, ScoreGuess& guess, Ends ends) {
  constexpr double shorter = 5;
  if (!may_be_grades(guess, true)) return;
  if (worst && guess.max <= *worst) {
    guess.max = *worst;
    ends = Ends::told;
  }
  if (ends == Ends::guessed && guess.max < shorter) guess.max = shorter;
  const bool may_go_on = ends == Ends::guessed && guess.max < worst_school_grade;
  std::swap(guess.min, guess.max);
  guess.otherwise = may_go_on ? fmt::format("{{ min: {}, max: 1 }}, if {} could be given", worst_school_grade, worst_school_grade) : "";
  guess.is_choice = false;
  guess.is_directed = true;
  guess.ground += "; school grades: 1 is the best";
}

}  // namespace

void find_school_grades(const SchoolGrades& told, Survey& survey) {
  HeadingLanguage headings;
  for (const ColumnProfile& column : survey.columns) headings.add(column.name);
  const auto sheet = std::ranges::find_if(survey.code_sheets, &CodeSheetUse::says_school_grades);
  const bool are_of_school = told.are_told || sheet != survey.code_sheets.end();
  std::optional<int> worst = told.worst;
  if (!worst && sheet != survey.code_sheets.end()) worst = sheet->worst_grade;
  for (ColumnProfile& column : survey.columns) {
    if (!column.worst_grade) column.worst_grade = worst;
    if (are_of_school || says(HeadingWord::school_grade, column.name))
      column.grades = Grades::of_school;
    else if (column.grades == Grades::none && headings.language() == "de" && says(HeadingWord::grade, column.name))
      column.grades = Grades::by_heading;
  }
}

std::optional<ScoreGuess> guess_school_grades(const ColumnProfile& column, evidence::DecimalMark mark) {
  constexpr double shorter = 5;
  if (column.grades != Grades::of_school) return std::nullopt;
  for (const double worst : {column.worst_grade ? *column.worst_grade : shorter, worst_school_grade}) {
    DeclaredScale declared{Scale{1, worst}, column.name};
    declared.ground = "numbers stand in it";
    auto guess = guess_on_declared(column, mark, declared);
    const bool has_six = guess && std::ranges::find(guess->missing, "6") != guess->missing.end();
    if (!guess || has_six || !guess->odd.empty() || guess->labels) continue;
    take_school_grades(column.worst_grade, *guess, worst == worst_school_grade ? Ends::told : Ends::guessed);
    return guess;
  }
  return std::nullopt;
}

void take_grades(const ColumnProfile& column, ScoreGuess& guess, Ends ends) {
  if (column.grades == Grades::of_school) return take_school_grades(column.worst_grade, guess, ends);
  if (!may_be_grades(guess) || !says(HeadingWord::grade, declared_scale(column.name).heading)) return;
  guess.otherwise = fmt::format("{}, if {} is the best answer", turned(guess), guess.min);
  constexpr double least = 5;
  const bool are_surely =
      guess.max == worst_school_grade || (column.grades == Grades::by_heading && guess.max >= least && !guess.is_choice);
  if (!are_surely) return;
  guess.otherwise = fmt::format("{{ min: {}, max: {} }}, if {} is the best answer", guess.min, guess.max, guess.max);
  std::swap(guess.min, guess.max);
  guess.is_choice = false;
  guess.ground += "; school grades, by its heading: 1 is the best";
}

}  // namespace mot::importing
