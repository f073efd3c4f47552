// Scene -> the shapes of a slide.
#pragma once

#include <string>
#include <vector>

#include "mot/draw/pptx/colours.h"
#include "mot/picture/scene.h"

namespace mot::pptx {

/// The shapes, and the links they lead to: the first is the relationship `rId` with the number after what the slide has anyway.
struct SlideShapes {
  std::string markup;  ///< `<p:spTree>`
  std::vector<std::string> links;
  std::vector<std::string> images;  ///< bytes of PNG files; their relationships follow those of the links
};

/// `has_title`: the slide's layout has a place for a title, which outlines and screen readers look for.
struct SlideContext {
  const Colours& colours;
  bool has_title = true;
  std::size_t first_link = 1;  ///< number of the first relationship that is free
};

/// The same things from below as on any other picture: panels, ground, connectors, items; a card with all on it is a group.
SlideShapes slide_shapes(const Scene& scene, const SlideContext& context);

}  // namespace mot::pptx
