// The verdict on a journey: one or two sentences made of its figures by a rule, for a reader who reads nothing else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The index of Journey::stages whose mean gap, weighted by importance, is largest, as pictures show it. Nothing where another one's is as
/// large, where no other one's is known, or where it is within a tenth of the scale.
std::optional<std::size_t> stage_that_hurts(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// The moments that fall shortest, conditional ones included: two at most, a third where it is red too. Green ones are none.
std::vector<std::size_t> moments_that_hurt(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// Whether a verdict says how many more moments fall as short as those that it names.
enum class HowMany : unsigned char { told, left_out };

/// The same of the moments alone, two at most, in one sentence without a full stop; empty where none falls short.
std::string shortfall_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey, HowMany how_many = HowMany::told);

/// `Lost-bag desk falls 7 points short (judged) of what passengers want, Rebook 5.6 (measured); 3 more fall over 3 points short. Of the
/// stages “Sort it out” falls furthest short: 4.6 points on average.`, and how many moments nobody knows.
std::string verdict_text(const Workspace& workspace, const Analysis& analysis, const Journey& journey);

/// At the head of other pictures of a journey: the whole verdict, or where little room is what falls furthest short alone.
std::string verdict_at_head(const Workspace& workspace, const Analysis& analysis, const Journey& journey, HowMany how_many);

}  // namespace mot
