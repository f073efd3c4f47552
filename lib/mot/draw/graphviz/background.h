// What lies under everything: panels' grounds, areas and curves, as xdot drawing for Graphviz's `_background`.
#pragma once

#include <string>

#include "mot/picture/scene.h"

namespace mot {

/// A point in Graphviz's coordinates: enlarged, the origin at the bottom left, y upwards.
Point enlarged(Point point, const Scene& scene);

/// Up to two decimals, no more than needed, whatever the locale.
std::string decimal(double number);

/// Empty where there is no ground.
std::string background_of(const Scene& scene);

}  // namespace mot
