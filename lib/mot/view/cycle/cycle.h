// The cycle of service (Albrecht): the moments of a journey as a ring, as the customer goes round it.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// A slice for each moment, clockwise from the top: filled from the inside as far as it is lived, with an arc where it is wanted.
Scene cycle_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
