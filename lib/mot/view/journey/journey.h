// The journey as its customer walks it: what is wanted and what is lived along the way, and a lane of cards for every department.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

/// One journey. Long ones are broken into rows of stages. Unknown figures are drawn dashed and never as 0.
extern const Content<JourneyDrawing> content;

}  // namespace mot::journey
