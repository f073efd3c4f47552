// A page of paper as a picture of its own.
#pragma once

#include "mot/picture/scene.h"

namespace mot::pptx {

/// As large as the page: what stands in its window, and what stands around that. Things that lie on the window's edge go where their
/// middles are: nothing is cut.
Scene page_scene(const Scene& scene, const Page& page);

}  // namespace mot::pptx
