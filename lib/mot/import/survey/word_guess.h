// Which scale the words of a column are of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/import/survey/score_guess.h"
#include "mot/import/survey/sorted_values.h"

namespace mot::importing {

/// What the words that are no numbers are worth; nothing where they are of no scale.
std::optional<ScoreGuess> guess_words(const SortedValues& found);

/// A word that none of the others is like: no answer, for all that can be known, where few say it. What many say may be the best answer or
/// the worst: it is listed nowhere, so that its loss is told until somebody has decided.
void take_for_no_answer(const std::string& word, const SortedValues& found, ScoreGuess& guess);

/// Cells of numbers that beside words are codes of no answer: -99.
std::size_t cells_of_codes(const SortedValues& found);

/// A code as it stands in the cells.
std::string code_text(int number, const SortedValues& found);

/// Adds what is passed over to the guess and to its ground.
void tell_slips(const std::vector<std::string>& slips, ScoreGuess& guess);

}  // namespace mot::importing
