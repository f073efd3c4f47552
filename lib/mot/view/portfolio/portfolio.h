// Every journey as one small curve, side by side on one scale: where which of them falls short, and which to look at first.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// Ordered by how much of the wanted experience is delivered, the least first; journeys of which nobody knows that stand last.
Scene portfolio_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
