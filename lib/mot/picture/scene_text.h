// A scene in words, a thing a line: what tests compare and people read in a review.
#pragma once

#include <string>

#include "mot/picture/scene.h"

namespace mot {

/// Everything a scene says, in its own order, lengths to a tenth of a point.
std::string scene_text(const Scene& scene);

}  // namespace mot
