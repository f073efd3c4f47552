// Outcomes of the whole: what customers answered to questions about it, and which touchpoints go with that.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Fewer pairs of answers than this correlate by chance alone: two always lie on a line.
inline constexpr std::size_t fewest_pairs = 3;

/// What a touchpoint's importance is derived from.
struct Derivation {
  std::size_t source = 0;   ///< index of Workspace::sources
  std::size_t outcome = 0;  ///< index of its outcomes
  PairSums sums;
};

/// Pairs are of one source; where several sources have them, of the one with most, the first of equals.
std::optional<Derivation> derivation_of(const Answers& answers, std::size_t touchpoint);

OutcomeFigures outcome_figures(const OutcomeAnswers& answers, const Scale& scale);

/// What an outcome is called: its name, else its id; with its source where another one is called so.
std::string outcome_name(const Workspace& workspace, std::span<const OutcomeFigures> all, const OutcomeFigures& figures);

/// The net promoter score that a headline shows where several sources ask for one: that of the source with the newest answers, and of
/// those that no date tells apart of the one with most, then of the first. Null where none is known.
const OutcomeFigures* newest_recommendation(const Workspace& workspace, const Answers& answers, const Analysis& analysis);

/// Fewer pairs than this are flagged.
inline constexpr std::size_t few_pairs = 30;

/// Fills in derived importance, its pairs and its interval: Pearson's r of a touchpoint's scores with the outcome that derives it, as
/// `derivation_of` finds it.
void find_derived_importance(const Answers& answers, std::vector<Figures>& figures);

}  // namespace mot
