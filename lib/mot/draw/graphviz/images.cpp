#include "mot/draw/graphviz/images.h"

#include <fmt/format.h>

#include "mot/draw/graphviz/background.h"
#include "mot/draw/graphviz/identity.h"
#include "mot/draw/graphviz/markup.h"
#include "mot/draw/image_pixels.h"
#include "mot/text/base64.h"

namespace mot {
namespace {

void draw(const Image& image, Pixels pixels, cairo_t* pen) {
  if (pixels.values.empty()) return;
  const int width = static_cast<int>(pixels.width), height = static_cast<int>(pixels.height);
  auto* const bytes = reinterpret_cast<unsigned char*>(pixels.values.data());
  const Surface surface(graphviz().cairo_image_surface_create_for_data(bytes, CAIRO_FORMAT_ARGB32, width, height,
                                                                       width * static_cast<int>(sizeof pixels.values[0])));
  refuse(graphviz().cairo_surface_status(surface.get()), "image");
  graphviz().cairo_save(pen);
  graphviz().cairo_translate(pen, image.box.left, image.box.top);
  graphviz().cairo_scale(pen, image.box.width / width, image.box.height / height);
  graphviz().cairo_set_source_surface(pen, surface.get(), 0, 0);
  graphviz().cairo_paint(pen);
  graphviz().cairo_restore(pen);
  // What a PDF keeps of the pixels it has to take before they go.
  graphviz().cairo_surface_finish(surface.get());
}

}  // namespace

void draw_images(const Scene& scene, cairo_t* pen, double pixels_a_point) {
  for (const Image& image : scene.images) draw(image, pixels_of(image, pixels_a_point), pen);
}

std::string image_elements(const Scene& scene) {
  std::string elements;
  for (const Image& image : scene.images) {
    const std::string png = png_of(image);
    if (png.empty()) continue;
    const Box& box = image.box;
    const std::string tooltip = tooltip_of(image.identity);
    elements += fmt::format(R"(<g id="{}" class="{}">{}<image x="{}" y="{}" width="{}" height="{}" preserveAspectRatio="none" )"
                            R"(xlink:href="data:image/png;base64,{}"/></g>)"
                            "\n",
                            xml_escaped(full_id(scene, image.identity)), xml_escaped(drawable_class(image.identity)),
                            tooltip.empty() ? "" : "<title>" + xml_escaped(tooltip) + "</title>", decimal(box.left), decimal(box.top),
                            decimal(box.width), decimal(box.height), base64(png));
  }
  return elements;
}

}  // namespace mot
