// Importance against the lived experience (Martilla, James 1977): what to mend first, what to keep, what gets more than it needs.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// Every touchpoint whose importance and lived score are known, with its interval; the others are listed below the chart.
Scene priorities_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
