// The verdict on a journey: one or two sentences made of its figures by a rule, for a reader who reads nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Indices of Journey::stages whose Σ importance × gap over their known moments is largest: one, or two where the second has at least
/// three quarters of that. Where nobody stated an importance, each moment counts the same. None where nothing falls short.
std::vector<std::size_t> stages_that_hurt(const Analysis& analysis, const Journey& journey);

/// The moments that fall shortest, conditional ones included: two at most, a third where it is red too. Green ones are none.
std::vector<std::size_t> moments_that_hurt(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// The same of the moments alone, two at most, in one sentence without a full stop; empty where none falls short.
std::string shortfall_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// `“Sort it out” hurts most: Lost-bag desk falls 7 points short (judged) of what passengers want, Rebook 5.6 (measured). …`, and how
/// many moments nobody knows.
std::string verdict_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

}  // namespace mot
