// An element of the SVG that Graphviz writes: a line of its own, attributes in double quotes.
#pragma once

#include <string>
#include <string_view>

#include "mot/picture/scene.h"

namespace mot {

/// The value of an attribute as it is written; empty where there is none.
std::string_view attribute_of(std::string_view element, std::string_view name);

/// A number of Graphviz's SVG, in points.
double points_of(std::string_view number);

/// A shape in the scene's coordinates and points, without what is no colour; `extra` goes after its name.
std::string placed_shape(std::string_view element, const Scene& scene, std::string_view extra);

}  // namespace mot
