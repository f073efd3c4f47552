// PNG: our own file of what Graphviz paints, pixel for pixel as Graphviz's own.
#include <cairo.h>
#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

#include "mot/draw/graphviz/graph.h"
#include "mot/draw/png_file.h"
#include "support/pictures.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// What a reader of PNG files makes of one; without rows where it is none.
Pixels read(std::string_view png) {
  const auto give = [](void* closure, unsigned char* bytes, unsigned count) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(bytes, rest.data(), count);
    rest.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
  };
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(cairo_image_surface_create_from_png_stream(give, &png),
                                                                                   cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
  const int width = cairo_image_surface_get_width(surface.get()), height = cairo_image_surface_get_height(surface.get());
  Pixels pixels{static_cast<std::size_t>(width), static_cast<std::size_t>(height), {}};
  const bool is_opaque = cairo_image_surface_get_format(surface.get()) == CAIRO_FORMAT_RGB24;
  for (int y = 0; y < height; ++y) {
    const auto* const row = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()) +
                                                                   std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface.get()));
    for (int x = 0; x < width; ++x) pixels.values.push_back(row[x] | (is_opaque ? 0xff000000 : 0));
  }
  return pixels;
}

bool are_same(const Pixels& one, const Pixels& other) {
  return one.width == other.width && one.height == other.height && one.values == other.values;
}

/// Of every alpha and of colours that don't divide evenly by it, no two rows alike but the last two.
Pixels varied(std::size_t width, std::size_t height) {
  Pixels pixels{width, height, {}};
  for (std::size_t i = 0; i + width < width * height; ++i) {
    const auto alpha = static_cast<std::uint32_t>(i * 7 % 256);
    pixels.values.push_back(alpha << 24 | (alpha * 3 / 4) << 16 | (alpha / 3) << 8 | alpha);
  }
  pixels.values.insert(pixels.values.end(), pixels.values.end() - static_cast<std::ptrdiff_t>(width), pixels.values.end());
  return pixels;
}

char colour_type_of(std::string_view png) {
  return png[25];
}

}  // namespace

TEST_CASE("a PNG has the pixels of Graphviz's own, at any size and resolution") {
  Scene scene = small_scene();
  for (const double width : {300.0, 300.3, 311.7, 290.49}) {
    for (const double dpi : {72.0, 96.0, 127.5, 300.0}) {
      CAPTURE(width);
      CAPTURE(dpi);
      scene.width = width;
      const Pixels ours = read(drawn(scene, "png", {dpi, {}}));
      const Pixels graphvizs = read(render(graph_of(scene, Target::png, dpi), fixed_positions, "png"));
      REQUIRE(ours.height > 0);
      CHECK(ours.width == graphvizs.width);
      CHECK(ours.height == graphvizs.height);
      CHECK(are_same(ours, graphvizs));
    }
  }
}

TEST_CASE("a reader of PNG files finds the pixels that were written") {
  constexpr char without_alpha = 2, with_alpha = 6;
  const Pixels plain{30'000, 3, std::vector<std::uint32_t>(90'000, 0xff1d2733)};
  CHECK(are_same(read(png_file(plain)), plain));
  CHECK(colour_type_of(png_file(plain)) == without_alpha);
  for (const auto& [width, height] : {std::pair<std::size_t, std::size_t>{1, 2}, {256, 9}, {1000, 700}}) {
    const Pixels pixels = varied(width, height);
    const std::string png = png_file(pixels);
    CHECK(are_same(read(png), pixels));
    CHECK(colour_type_of(png) == with_alpha);
  }
}
