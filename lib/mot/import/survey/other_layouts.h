// Layouts of surveys that no source reads: a column for each answer of a question, and a block of answers for each question.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mot/import/survey/survey.h"

namespace mot::importing {

/// Whether a row heads the answers of a question and how many gave each: `Answer Choices | Responses`, in five languages.
bool heads_summary_block(std::span<const std::string_view> cells);

/// Why a file of such blocks can't be read, and the way out.
inline constexpr std::string_view fault_of_summary_blocks =
    "is a summary with a block of answers for each question, which no source reads; export all individual responses instead, or have one "
    "table with a row for each question, a column for each answer and the number of those who answered";

/// Says of columns that each hold one answer of a question, marked with X, 1 or its own name (`Desk - very good`, `Desk - good`, …), that
/// none is a question. Answers which questions these are, a few of them; empty where there are none.
std::string set_answers_across_apart(Survey& survey);

/// Why a table with a question a row and a column for each who answered can't be read, and the way out: completes "'x.csv' …". Empty where
/// its rows are respondents, for all that can be known.
std::string fault_of_people_across(const Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints);

/// Why a file with nothing but such questions can't be read, and the way out: completes "'x.csv' …".
std::string fault_of_answers_across(const std::string& questions);

}  // namespace mot::importing
