// The SVG that Graphviz writes, made fit for a page: our ids, names and links, text that keeps its place in any font, nothing internal.
#pragma once

#include <string>
#include <string_view>

#include "mot/picture/scene.h"

namespace mot {

/// `drawn` is what Graphviz drew of the scene's graph for Target::svg. No XML declaration, so that a page can hold it as it is.
std::string tidy_svg(std::string_view drawn, const Scene& scene);

}  // namespace mot
