// The lists of touchpoints that stages hold, and places in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mot/edit/edits.h"

namespace mot::edit {

/// The stage that was named: `stage`, or `journey/stage`.
struct StageCalled {
  std::size_t journey = 0;  ///< index of Workspace::journeys
  std::size_t stage = 0;    ///< index of its stages
};

/// Throws NotFound where there is none or several have the id.
StageCalled stage_called(const Workspace& workspace, std::string_view called);

/// The index in the stage's list at which something comes to stand; `count` where nothing else is said. Throws NotFound.
std::size_t index_in(const Stage& stage, const StagePlace& place);

/// Puts a touchpoint into a stage's list.
void put_into_stage(Draft& draft, std::string_view touchpoint, const StagePlace& place);

}  // namespace mot::edit
