// The inverted pyramid (Blanchard): customers on top, then those who meet them and what they may decide, whom they ask, leads at the base.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// Every frontline role of the workspace with its latitude, and a line to whom it asks beyond that.
Scene pyramid_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
