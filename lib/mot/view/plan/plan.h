// What is being done: effort against value, every action a named dot with who owns it and by when.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/plan/drawing.h"

namespace mot::plan {

/// Every open action whose effort and value are known; the others are listed below the chart.
extern const Content<PlanDrawing> content;

}  // namespace mot::plan
