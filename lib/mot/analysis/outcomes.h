// Questions about the whole: what customers said of it, and which touchpoints go with it.
#pragma once

#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Fewer pairs of answers than this correlate by chance alone: two always lie on a line.
inline constexpr std::size_t fewest_pairs = 3;

OutcomeFigures outcome_figures(const OutcomeAnswers& answers);

/// Fills in derived importance: Pearson's r of a touchpoint's scores with the outcome that derives it. Pairs are of one source; where
/// several sources have them, of the one with most, the first of equals.
void find_derived_importance(const Answers& answers, std::vector<Figures>& figures);

}  // namespace mot
