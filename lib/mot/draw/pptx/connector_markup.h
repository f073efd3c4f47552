// Connectors as PowerPoint's own, glued to the shapes they join: they follow when a shape is moved.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/draw/pptx/shape_markup.h"

namespace mot::pptx {

/// Where a connector is glued: a shape and one of its sites. No shape: nowhere.
struct GluedEnd {
  std::size_t shape = 0;
  std::size_t site = 0;
};

/// Straight, bent and arched ones are PowerPoint's own kinds, which find their way anew when a shape moves; others are drawn as they are,
/// and glued to nothing.
std::string connector_markup(const Connector& connector, const ShapeName& name, const GluedEnd& from, const GluedEnd& to,
                             const Colours& colours);

}  // namespace mot::pptx
