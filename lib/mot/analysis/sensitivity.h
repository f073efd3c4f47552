// How much a rank owes to what is not quite known.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The ranks a touchpoint could have.
struct RankRange {
  std::size_t best = 0;
  std::size_t worst = 0;
  bool operator==(const RankRange&) const = default;
};

/// By index of Workspace::touchpoints, for those with a rank by the weighted method (none by another): which rank each would have if it
/// alone were otherwise, its importance one step up or down and its gap at either end of its interval, or 10 % of the range wider or
/// narrower where it was judged or has no interval. Everything else stays, and so does its place before or behind what is established.
std::vector<std::optional<RankRange>> rank_ranges(const Workspace& workspace, const Analysis& analysis);

}  // namespace mot
