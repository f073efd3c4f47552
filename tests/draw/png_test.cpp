// PNG: our own file of what Graphviz paints, pixel for pixel as Graphviz's own.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "mot/draw/graphviz/graph.h"
#include "mot/draw/png_file.h"
#include "support/pictures.h"
#include "support/png_pixels.h"

using namespace mot;
using namespace mot::testing;

namespace {

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
      const Pixels ours = pixels_in(drawn(scene, "png", {dpi, {}}));
      const Pixels graphvizs = pixels_in(render(graph_of(scene, Target::png, dpi), fixed_positions, "png"));
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
  CHECK(are_same(pixels_in(png_file(plain)), plain));
  CHECK(colour_type_of(png_file(plain)) == without_alpha);
  for (const auto& [width, height] : {std::pair<std::size_t, std::size_t>{1, 2}, {256, 9}, {1000, 700}}) {
    const Pixels pixels = varied(width, height);
    const std::string png = png_file(pixels);
    CHECK(are_same(pixels_in(png), pixels));
    CHECK(colour_type_of(png) == with_alpha);
  }
}
