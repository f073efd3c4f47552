// The figures of a touchpoint: the one list that the columns of `mot gaps` and the keys of its JSON follow from.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mot/analysis/analysis.h"
#include "mot/analysis/sensitivity.h"
#include "mot/model/workspace.h"
#include "mot/tables/figure.h"

namespace mot {

/// One touchpoint and all that its row is made from.
struct TouchpointRow {
  const Workspace& workspace;
  const Analysis& analysis;
  std::span<const std::optional<RankRange>> ranges;  ///< by index of touchpoints; empty where not asked for
  std::size_t index;
  const Answers* answers = nullptr;  ///< what the figures rest on; null where nothing was asked
  Wording wording = {};

  const Touchpoint& touchpoint() const { return workspace.touchpoints[index]; }
  const Figures& figures() const { return analysis.touchpoints[index]; }
  bool is_measured() const { return figures().actual_kind == ActualKind::measured; }
};

/// Keys that are read again where figures are held against a baseline.
namespace figure_keys {
inline constexpr std::string_view id = "id";
inline constexpr std::string_view actual = "actual";
inline constexpr std::string_view actual_kind = "actual_kind";
inline constexpr std::string_view n = "n";
inline constexpr std::string_view n_effective = "n_effective";
inline constexpr std::string_view sd = "sd";
}  // namespace figure_keys

/// In the order of the JSON document, which holds all that has a value and what its writer makes of the others.
std::span<const Figure<TouchpointRow>> gaps_figures();

/// What is to be said of how many answers a score rests on.
enum class BasisMark : std::uint8_t { none, few, unsure };
BasisMark basis_mark_of(const Figures& figures);

/// What a score rests on, in words: `n 212`, `n 24 few`, `n 8 unsure` (not established), `judged`, `judged, n 4`; empty where there is
/// none.
std::string basis_of(const Figures& figures, const Wording& wording);

}  // namespace mot
