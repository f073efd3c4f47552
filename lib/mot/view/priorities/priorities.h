// Importance against the lived experience (Martilla, James 1977): what to mend first, what to keep, what gets more than it needs.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/priorities/drawing.h"

namespace mot::priorities {

/// Every touchpoint whose importance and lived score are known, with its interval; the others are listed below the chart.
extern const Content<PrioritiesDrawing> content;

}  // namespace mot::priorities
