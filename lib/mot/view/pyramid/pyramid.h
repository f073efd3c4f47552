// The inverted pyramid (Blanchard): customers on top, then those who meet them and what they may decide, whom they ask, leads at the base.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/pyramid/drawing.h"

namespace mot::pyramid {

/// Every frontline role of the workspace with its latitude, and a line to whom it asks beyond that.
extern const Content<PyramidDrawing> content;

}  // namespace mot::pyramid
