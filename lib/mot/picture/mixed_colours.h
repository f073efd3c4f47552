// Colours between two others.
#pragma once

#include "mot/picture/scene.h"

namespace mot {

/// A share of one colour, 0 to 1, in another.
Colour mixed(Colour colour, Colour ground, double share);

}  // namespace mot
