// Gaps between scores: the gap and its class, the five gaps and whose work the widest is, the zone of tolerance.
#pragma once

#include <optional>
#include <string_view>

#include "mot/analysis/analysis.h"

namespace mot {

/// Whether the target is what customers answered, so that a gap to it is a difference of two means.
bool is_target_asked(const Figures& figures);

/// Whether all answers that a gap rests on, what is lived and, where it is the target, the wish, are enough to establish anything.
bool rests_on_enough(const Figures& figures);

/// Who acts on which of the five gaps (after Parasuraman, Zeithaml, Berry 1985). The customer gap is what the other four add up to, so
/// nobody's alone.
struct GapOwner {
  GapKind kind;
  std::optional<double> Gaps::*gap;
  std::string_view acts;
};
inline constexpr GapOwner gap_owners[] = {
    {GapKind::listening, &Gaps::listening, "leadership"},
    {GapKind::standards, &Gaps::standards, "design"},
    {GapKind::delivery, &Gaps::delivery, "operations"},
    {GapKind::promise, &Gaps::promise, "marketing"},
    {GapKind::customer, &Gaps::customer, ""},
};

/// The last share of the scale's range that belongs to a class; beyond them all is red.
struct GapClassLimit {
  double share_of_range;
  GapClass gap_class;
};
inline constexpr GapClassLimit gap_class_limits[] = {{0.1, GapClass::green}, {0.2, GapClass::yellow}, {0.3, GapClass::orange}};

/// The widest of the five gaps.
struct WidestGap {
  GapKind kind;
  double points;          ///< over 0
  std::string_view acts;  ///< empty where the figures can't tell
  bool operator==(const WidestGap&) const = default;
};

/// The widest shortfall among the gaps that somebody owns, the first of equals; only where none of them is one, the customer gap.
std::optional<WidestGap> widest_gap(const Gaps& gaps, const Scale& scale);

/// Whether less is lived than customers accept at least; nothing where either is unknown.
std::optional<bool> is_below_adequate(const Figures& figures, const Scale& scale);

/// Fills in the gap, its interval and class, whether it is established, the five gaps and the zone from the scores.
///
/// The interval is the actual's, turned round at the target; where the target is itself the mean of customers' answers, it is Welch's
/// interval of the two means.
void find_gaps(const Touchpoint& touchpoint, const Scale& scale, Figures& figures);

/// The same of a gap to what the same people wish: its interval goes by the answers of each to both; see together.h. Nothing changes where
/// they can't be told apart.
void find_paired_gap(std::size_t touchpoint, const Scale& scale, Analysis& analysis);

}  // namespace mot
