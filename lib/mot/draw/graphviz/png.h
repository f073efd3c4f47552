// Scene -> PNG: Graphviz paints on a surface of ours, so that how the file is written is ours too.
#pragma once

#include <string>

#include "mot/picture/scene.h"

namespace mot {

/// Throws DrawingFailed with Graphviz's own words.
std::string png_of(const Scene& scene, double dpi);

}  // namespace mot
