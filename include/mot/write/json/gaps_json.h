// The figures of every touchpoint for other programs, and read back as what later ones are held against. Keys are only ever added.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/groups.h"
#include "mot/analysis/sensitivity.h"

namespace mot {

struct KnownFigures;  // of analysis/compare/regressions.h

/// What the document says. The references must outlive it.
struct GapsDocument {
  const Workspace& workspace;
  const Analysis& analysis;
  std::vector<Group> groups = {};
  std::vector<GateResult> gates = {};
  std::vector<std::optional<RankRange>> rank_ranges = {};  ///< by index of touchpoints; empty where not asked for
  std::optional<Date> today = {};
  const Answers* answers = nullptr;       ///< everybody's; without them quotes and contrasts are null
  std::vector<Otherwise> otherwise = {};  ///< by index of touchpoints; empty where not asked for
  std::string narrowed_to = {};           ///< what part of a workspace this is; empty of the whole
};

/// Unknown is null, numbers are unrounded. A stage is called `journey/stage`, as in the groups. `n`, `n_effective`, `sd` and `interval`
/// are null where the actual is not measured; `established` is where there is no gap.
std::string gaps_json(const GapsDocument& document);

/// Throws std::runtime_error that says what is wrong with a text that is no such document.
KnownFigures known_figures_from_json(std::string_view json);

}  // namespace mot
