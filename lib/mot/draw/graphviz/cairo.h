// Things of cairo's behind RAII.
#pragma once

#include <memory>
#include <string_view>

#include "mot/draw/graphviz/graphviz_library.h"

namespace mot {

struct SurfaceRelease {
  void operator()(cairo_surface_t* surface) const { graphviz().cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

struct PenRelease {
  void operator()(cairo_t* pen) const { graphviz().cairo_destroy(pen); }
};
using Pen = std::unique_ptr<cairo_t, PenRelease>;

/// Throws DrawingFailed where cairo failed while it wrote a file of this kind ("PDF").
void refuse(cairo_status_t status, std::string_view kind);

}  // namespace mot
