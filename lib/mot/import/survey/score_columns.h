// Which columns of a survey are scores, on which scale, and what they ask about.
#pragma once

#include <cstddef>
#include <span>

#include "mot/import/survey/survey.h"

namespace mot::importing {

inline constexpr std::size_t least_battery = 3;  ///< questions that ask alike

/// Finds the columns of scores among those that have no role yet. What may be scores, and is not sure, is `possible`.
void find_scores(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints);

/// The scores of a single column, by its heading and its cells.
std::optional<ScoreGuess> scores_of_column(const ColumnProfile& column, evidence::DecimalMark mark);

}  // namespace mot::importing
