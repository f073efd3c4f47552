// The cycle of service (Albrecht): the moments of a journey as a ring, as the customer goes round it.
#pragma once

#include "mot/view/cycle/drawing.h"
#include "mot/view/frame.h"

namespace mot::cycle {

/// A slice for each moment, clockwise from the top: filled from the inside as far as it is lived, with an arc where it is wanted.
extern const Content<CycleDrawing> content;

}  // namespace mot::cycle
