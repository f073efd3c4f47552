// Where the gaps are: departments by journeys, then by the stages of each journey, with totals.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// A cell says the gap weighted by importance, how many moments it holds and how complete their picture is. What nobody knows is a
/// dashed question mark, a stage or a department without moments a dashed hole.
Scene matrix_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
