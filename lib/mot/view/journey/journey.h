// The journey as its customer walks it: what is wanted and what is lived along the way, and a lane of cards for every department.
#pragma once

#include "mot/view/views.h"

namespace mot {

/// Draws one journey. Long ones are broken into rows of stages. Unknown figures are drawn dashed and never as 0.
Scene journey_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
