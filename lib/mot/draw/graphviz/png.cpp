#include "mot/draw/graphviz/png.h"

#include <cmath>

#include "mot/draw/graphviz/cairo.h"
#include "mot/draw/graphviz/graph.h"
#include "mot/draw/graphviz/graphviz.h"
#include "mot/draw/graphviz/images.h"
#include "mot/draw/png_file.h"

namespace mot {
namespace {

/// As many as Graphviz makes of a length.
std::size_t pixels_along(double points, double dpi) {
  return static_cast<std::size_t>(std::lround(points * dpi / points_per_inch));
}

/// The pixels are ours, so that they stay when Graphviz ends the surface.
Surface surface_over(Pixels& pixels) {
  const int width = static_cast<int>(pixels.width), height = static_cast<int>(pixels.height);
  auto* const bytes = reinterpret_cast<unsigned char*>(pixels.values.data());
  Surface surface(graphviz().cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_ARGB32, width, height,
                                                                 width * static_cast<int>(sizeof pixels.values[0])));
  refuse(graphviz().cairo_surface_status(surface.get()), "PNG");
  return surface;
}

void paint(const LaidOut& graph, Pixels& pixels) {
  const Surface surface = surface_over(pixels);
  const Pen pen(graphviz().cairo_create(surface.get()));
  graph.draw_onto(pen.get());
}

/// On the pixels that Graphviz has drawn.
void paint_images(const Scene& scene, double dpi, Pixels& pixels) {
  if (scene.images.empty()) return;
  const Surface surface = surface_over(pixels);
  const Pen pen(graphviz().cairo_create(surface.get()));
  const double pixels_a_point = dpi / points_per_inch;
  graphviz().cairo_scale(pen.get(), pixels_a_point, pixels_a_point);
  draw_images(scene, pen.get(), pixels_a_point);
  graphviz().cairo_surface_finish(surface.get());
}

}  // namespace

std::string png_of(const Scene& scene, double dpi) {
  Pixels pixels{pixels_along(scene.width, dpi), pixels_along(scene.height, dpi), {}};
  pixels.values.resize(pixels.width * pixels.height);
  auto graph = graph_of(scene, Target::png, dpi);
  Messages messages;
  paint(LaidOut(std::move(graph), fixed_positions), pixels);
  paint_images(scene, dpi, pixels);
  refuse_complaints(messages);
  return png_file(pixels);
}

}  // namespace mot
