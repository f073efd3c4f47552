// Sensitivity of ranks and quadrants to what is not quite known.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

/// Where the cross-hair of importance–performance may stand: at the means, as it does; at the medians; in the middle of both scales; or
/// at the means by the other importance.
enum class CrosshairAt : std::uint8_t { means, medians, middles, other_importance };

template <>
inline constexpr std::array<std::string_view, 4> names_of<CrosshairAt>{"means", "medians", "middles", "other importance"};

/// How a touchpoint stands when it is looked at otherwise.
struct Otherwise {
  std::array<std::optional<std::size_t>, names_of<Method>.size()> ranks{};        ///< by Method
  std::array<std::optional<Quadrant>, names_of<CrosshairAt>.size()> quadrants{};  ///< by CrosshairAt
  bool operator==(const Otherwise&) const = default;
};

/// By index of Workspace::touchpoints. `answers` are everybody's.
std::vector<Otherwise> looked_at_otherwise(const Workspace& workspace, const Answers& answers, const Analysis& analysis);

}  // namespace mot
