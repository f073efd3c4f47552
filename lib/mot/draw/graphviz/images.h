// Photos and logos of a scene, drawn by us over what Graphviz has drawn: it knows pictures by the names of files alone.
#pragma once

#include <string>

#include "mot/draw/graphviz/cairo.h"
#include "mot/picture/scene.h"

namespace mot {

/// With a pen that stands where the scene begins, in points.
void draw_images(const Scene& scene, cairo_t* pen, double pixels_a_point);

/// As groups of an SVG, one after another.
std::string image_elements(const Scene& scene);

}  // namespace mot
