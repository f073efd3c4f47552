// A part of a workspace: some of its touchpoints with all that is about them. Figures stay those of the whole; sums are of the part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// Which touchpoints are looked at: those that every part of it holds for.
struct TouchpointFilter {
  std::optional<std::size_t> journey = {};     ///< index of Workspace::journeys
  std::optional<std::string> stage = {};       ///< id of stages, or `journey/stage`
  std::optional<std::size_t> department = {};  ///< index of Workspace::departments; those that take part (`involves`) do not count
  std::optional<std::size_t> channel = {};     ///< index of Workspace::channels: any of a touchpoint's
  std::optional<std::string> tag = {};         ///< of the touchpoint, of a journey or persona it is on the way of, or of an action for it
  std::optional<std::size_t> traveller = {};   ///< index of Workspace::personas: on journeys of theirs
  bool moments_of_truth = false;
  bool operator==(const TouchpointFilter&) const = default;
};

/// Whether the filter lets everything through.
bool lets_all_through(const TouchpointFilter& filter);

/// The part with its own indices. Journeys and stages without any of its touchpoints are left out, and actions that lift none of them; what
/// leads elsewhere keeps its id and has no index.
struct WorkspacePart {
  std::vector<std::size_t> touchpoints;  ///< indices of the whole
  Workspace workspace;
  Answers answers;
  /// Figures, ranks and the cross-hair are those of the whole, as far as they are about the part; sums are worked out anew.
  Analysis analysis;
};

/// Nothing where no touchpoint passes. `analysis` and `answers` are of the whole.
std::optional<WorkspacePart> select_touchpoints(const TouchpointFilter& filter, const Workspace& workspace, const Answers& answers,
                                                const Analysis& analysis);

}  // namespace mot
