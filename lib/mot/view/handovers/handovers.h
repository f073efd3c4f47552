// Who hands the customer to whom: departments in the order in which journeys meet them, an arc for each hand-over, the worst seams listed.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// As wide as the number of journeys that cross it, in the colour of what is lost there; unknown is grey and dashed.
Scene handovers_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
