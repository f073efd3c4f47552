// The lists of touchpoints that stages hold, and places in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mot/edit/edits.h"

namespace mot::edit {

/// The stage that was named: `stage`, or `journey/stage`.
struct StageCalled {
  std::size_t journey = 0;  ///< index of Workspace::journeys
  std::size_t stage = 0;    ///< index of its stages
};

/// The times that a touchpoint stands in a stage, in the order of the file: indices of the stage's steps, nothing for one in a branch.
std::vector<std::optional<std::size_t>> visits_of(const Stage& stage, std::string_view touchpoint);

/// Throws NotFound where there is none or several have the id.
StageCalled stage_called(const Workspace& workspace, std::string_view called);

/// The index in the stage's list at which something comes to stand; `count` where nothing else is said. Throws NotFound, or
/// Refused where the other touchpoint stands there several times.
std::size_t index_in(const Stage& stage, const StagePlace& place);

/// Puts a touchpoint into a stage's list.
void put_into_stage(Draft& draft, std::string_view touchpoint, const StagePlace& place);

}  // namespace mot::edit
