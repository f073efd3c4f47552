// Priorities of touchpoints by four methods, the importance–performance quadrants, the ranking and the blind spots.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/words/wording.h"

namespace mot {

/// How much more a moment of truth weighs.
inline constexpr double moment_of_truth_factor = 2;

/// Whether a gap was measured and is not established: shown, never gated or ranked before one that is.
bool is_uncertain(const Figures& figures);

/// importance/5 · max(gap, 0)/R · 2 for a moment of truth, else 1: from 0 to 2. Nothing where importance or gap is unknown.
std::optional<double> weighted_priority(const Figures& figures, bool is_moment_of_truth, const Scale& scale);

/// Ulwick's opportunity score (Harvard Business Review, January 2002): I + max(I − S, 0), from 0 to 20, with I and S ten times the share
/// of customers who answered in the two best points for importance and for the actual experience. Nothing where one was not asked so.
std::optional<double> opportunity(const TouchpointAnswers& answers);

/// How far a touchpoint lies to the important, weak side of the diagonal through the cross-hair, both axes as shares of their ranges (the
/// iso-priority line of Bacon, Int. J. of Market Research 45, 2003): −2 to 2.
std::optional<double> ipa_priority(const Figures& figures, const Crosshair& crosshair, ImportanceBasis basis, const Scale& scale);

/// The importance that places a touchpoint in its quadrant, and the range of its axis.
std::optional<double> plotted_importance(const Figures& figures, ImportanceBasis basis);
double importance_range(ImportanceBasis basis);

/// The means over the touchpoints that have both an importance and an actual; nothing where none has.
std::optional<Crosshair> crosshair_of(std::span<const Figures> figures, ImportanceBasis basis);

/// Fills in the quadrant and the distance to the nearer line; on a line counts as high.
void find_quadrant(const Crosshair& crosshair, ImportanceBasis basis, const Scale& scale, Figures& figures);

/// Whether the gap is so wide that a friendly word for where it stands would mislead.
bool falls_far_short(const Figures& figures);

/// What has to stand beside the name of a quadrant that sounds friendly: that the moment falls far short all the same; else empty.
std::string beside_quadrant(const Figures& figures, const Wording& wording);

/// Fills in priorities by the analysis's method, ranks, ranking and blind spots.
///
/// A gap that answers were too few to establish never ranks before one that is established or judged: all that are not established
/// follow behind, in the same order among themselves. `ipa` ranks by quadrant (in the order of its words), then by the distance from
/// the diagonal. Ties are broken by importance, then by id. Blind spots are ordered by importance, unknown ones last, then by id.
void rank(const Workspace& workspace, const Answers& answers, Analysis& analysis);

}  // namespace mot
