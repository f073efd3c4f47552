// Who hands the customer to whom: departments in the order in which journeys meet them, an arc for each hand-over, or
// where they are many a cell of a grid; the worst seams listed.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

/// As wide as the number of journeys that cross it, in the colour of what is lost there; unknown is grey and dashed.
extern const Content<HandOverDrawing> content;

}  // namespace mot::handovers
