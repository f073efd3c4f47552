// Every journey as one small curve, side by side on one scale: where which of them falls short, and which to look at first.
#pragma once

#include "mot/view/frame.h"
#include "mot/view/portfolio/plot.h"

namespace mot::portfolio {

/// Ordered by how much of the wanted experience is delivered, the least first; journeys of which nobody knows that stand last.
extern const Content<PortfolioDrawing> content;

}  // namespace mot::portfolio
