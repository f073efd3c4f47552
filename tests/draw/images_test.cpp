// Photos and logos in pictures: decoded within bounds, cut, drawn in every format; nothing else of their files gets in.
#include <doctest/doctest.h>

#include <algorithm>

#include "mot/draw/deck.h"
#include "mot/draw/image_decoding.h"
#include "mot/draw/image_pixels.h"
#include "mot/evidence/sheets/zip_archive.h"
#include "mot/text/base64.h"
#include "support/photos.h"
#include "support/pictures.h"
#include "support/png_pixels.h"
#include "support/program.h"
#include "support/red_jpeg.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr std::uint32_t blue = 0xff1030c0;

/// A PNG twice as wide as high, blue.
std::string blue_png() {
  return png_file({40, 20, std::vector<std::uint32_t>(800, blue)});
}

Scene scene_with(ImageShape shape, std::string bytes) {
  Scene scene = small_scene();
  scene.images.push_back({{"logo", "logo", "Shop & Co", ""}, {240, 80, 40, 20}, shape, std::move(bytes)});
  return scene;
}

std::uint32_t pixel_at(const Pixels& pixels, double x, double y) {
  return pixels.values.at(static_cast<std::size_t>(y) * pixels.width + static_cast<std::size_t>(x));
}

bool is_near(std::uint32_t one, std::uint32_t other) {
  for (const int shift : {24, 16, 8, 0}) {
    const int off = static_cast<int>(one >> shift & 0xff) - static_cast<int>(other >> shift & 0xff);
    if (std::abs(off) > 4) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("PNG and JPEG are decoded, and what is neither, is not whole or is too large is not") {
  const Pixels png = decoded_image(blue_png(), 1), jpeg = decoded_image(red_jpeg(), 16);
  CHECK(png.width == 40);
  CHECK(png.height == 20);
  CHECK(pixel_at(png, 20, 10) == blue);
  CHECK(jpeg.width == 16);
  CHECK(is_near(pixel_at(jpeg, 8, 8), 0xffc82828));
  CHECK(decoded_image(red_jpeg(), 4).width == 4);  // no more pixels than are seen
  for (const std::string& bytes : {std::string(), std::string("GIF89a"), red_jpeg().substr(0, 300), blue_png().substr(0, 50),
                                   png_of(60000, 60000), jpeg_of(60000, 60000)})
    CHECK(decoded_image(bytes, 1).values.empty());
}

TEST_CASE("a circle is cut around the middle and clear outside; a whole one keeps its corners") {
  const Pixels circle = pixels_of({{}, {0, 0, 10, 10}, ImageShape::circle, blue_png()}, 2);
  CHECK(circle.width == 20);
  CHECK(circle.height == 20);
  CHECK(pixel_at(circle, 0, 0) == 0);
  CHECK(pixel_at(circle, 10, 10) == blue);
  const Pixels whole = pixels_of({{}, {0, 0, 20, 10}, ImageShape::whole, blue_png()}, 1);
  CHECK(whole.width == 20);
  CHECK(pixel_at(whole, 0, 0) == blue);
  CHECK(pixels_of({{}, {0, 0, 200, 100}, ImageShape::whole, blue_png()}, 4).width == 40);  // none are made up
}

TEST_CASE("SVG holds an image as data, with its name, and is valid") {
  REQUIRE(is_installed("xmllint"));
  const std::string svg = drawn(scene_with(ImageShape::whole, red_jpeg()), "svg");
  CHECK(said_by("xmllint --noout --nonet", svg) == "");
  CHECK(svg.find("<title>Shop &amp; Co</title><image x=\"240\" y=\"80\" width=\"40\" height=\"20\"") != std::string::npos);
  CHECK(svg.find("xlink:href=\"data:image/png;base64,iVBORw0KGgo") != std::string::npos);
  CHECK(svg.find(base64(red_jpeg()).substr(0, 40)) == std::string::npos);  // not the file with all that it knows of its camera
  const std::string broken = drawn(scene_with(ImageShape::whole, "no picture"), "svg");
  CHECK(broken.find("<image") == std::string::npos);
}

TEST_CASE("PNG shows an image where it stands") {
  const Pixels pixels = pixels_in(drawn(scene_with(ImageShape::whole, blue_png()), "png"));
  const double scale = 96.0 / 72;
  CHECK(is_near(pixel_at(pixels, 260 * scale, 90 * scale), blue));
  CHECK_FALSE(is_near(pixel_at(pixels, 236 * scale, 90 * scale), blue));
}

TEST_CASE("PDF holds an image, the same bytes each time") {
  const Scene scene = scene_with(ImageShape::circle, red_jpeg());
  const std::string pdf = drawn(scene, "pdf");
  CHECK(pdf.find("/Subtype /Image") != std::string::npos);
  CHECK(drawn(scene, "pdf") == pdf);
  CHECK(drawn(small_scene(), "pdf").find("/Subtype /Image") == std::string::npos);
}

TEST_CASE("a slide holds an image as a picture with its name") {
  const Slide slides[] = {{scene_with(ImageShape::whole, blue_png())}, {scene_with(ImageShape::circle, red_jpeg())}};
  const std::string deck = deck_of(slides);
  evidence::ZipArchive archive(deck);
  for (const char* part : {"ppt/media/mot-image1.png", "ppt/media/mot-image2.png"}) CHECK(archive.has(part));
  CHECK_FALSE(archive.has("ppt/media/mot-image3.png"));
}

TEST_CASE("base64 is that of RFC 4648") {
  const struct {
    const char* bytes;
    const char* text;
  } cases[] = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : cases) CHECK(base64(bytes) == text);
}
