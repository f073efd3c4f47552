// Where numbered moments stand in a chart that is no higher than it may be: packed into the bands, the names being listed beside it.
#pragma once

#include <vector>

#include "mot/view/priorities/chart.h"

namespace mot::priorities {

/// Gives every spot a place where its marker and its interval touch no other's, and the chart its height: `height` where that is enough.
/// Spots that have no room one above the other in their band stand side by side, off their place and on their side of the cross-hair.
/// False where the chart has to be higher.
bool place_numbers(std::vector<Spot>& spots, Chart& chart, double height);

}  // namespace mot::priorities
