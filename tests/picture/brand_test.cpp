// A brand on pictures: its colours where they can be read, its logo, its letters, the faces of its customers.
#include "mot/picture/brand.h"

#include <doctest/doctest.h>

#include "mot/view/views.h"
#include "support/analysed_workspace.h"
#include "support/photos.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

const Theme& theme(std::string_view name) {
  return std::ranges::find(themes(), name, &NamedTheme::name)->theme;
}

std::optional<Brand> brand(const char* colour, const char* accent) {
  Brand brand;
  if (*colour) brand.colour = Placed<Colour>{*colour_from(colour), {}};
  if (*accent) brand.accent = Placed<Colour>{*colour_from(accent), {}};
  return brand;
}

const std::string visit =
    "project: {name: Shop, brand: {font: Brand Sans}}\n"
    "personas: [{id: ana, name: Ana, needs: [bread]}, {id: bo, name: Bo}]\n"
    "departments: [{id: hall, name: Hall, lead: Cy}]\n"
    "touchpoints: [{id: a, name: A, department: hall, importance: 5, desired: 9, actual: 4, role: Clerk}]\n"
    "actions: [{id: x, name: X, touchpoints: [a], effort: 1, lift: 2}]\n"
    "journey: {id: j, name: J, personas: [ana], stages: [{id: s, name: S, touchpoints: [a]}]}\n";

/// With a logo twice as wide as high, and a photo of Ana.
Figured branded_shop() {
  Figured figured(visit);
  figured.workspace.project.brand->logo_file = ImageFile{png_of(1, 1), 200, 100};
  figured.workspace.personas[0].photo_file = ImageFile{png_of(1, 1), 1, 1};
  return figured;
}

}  // namespace

TEST_CASE("a brand's colours are taken where text can be read on and in them, lightened on a dark ground, never in print") {
  const Theme light = branded(theme("light"), brand("#5a1a6e", "#8a3a00"));
  CHECK(hex(light.deep) == "#5a1a6e");
  CHECK(light.on_deep == pure_white);
  CHECK(light.on_heading.colour == pure_white);
  CHECK(hex(light.accent) == "#8a3a00");
  const Theme pale = branded(theme("light"), brand("#f2e3a0", "#e8c547"));
  CHECK(hex(pale.deep) == "#f2e3a0");
  CHECK(pale.on_deep == dark_ink);
  CHECK(pale.accent == theme("light").accent);
  const Theme dark = branded(theme("dark"), brand("", "#8a3a00"));
  CHECK(dark.accent != theme("dark").accent);
  for (const Colour ground : {dark.page, dark.panel, dark.card}) CHECK(contrast(dark.accent, ground) >= least_contrast);
  const Theme print = branded(theme("print"), brand("#5a1a6e", "#8a3a00"));
  CHECK(print.deep == theme("print").deep);
  CHECK(print.accent == theme("print").accent);
  CHECK(branded(theme("light"), std::nullopt).accent == theme("light").accent);
}

TEST_CASE("every view has the logo at its head, in its own proportions, and the brand's letters") {
  const Figured figured = branded_shop();
  for (const PictureView& view : picture_views()) {
    for (const bool is_slide : {false, true}) {
      PictureOptions options;
      options.is_slide = is_slide;
      if (is_slide) options.width = 960, options.height = 540;
      const Scene scene = figured.drawn_by(view, options);
      INFO(view.name, " ", is_slide);
      const auto logo = std::ranges::find(scene.images, "logo", [](const Image& image) { return image.identity.css_class; });
      REQUIRE(logo != scene.images.end());
      CHECK(logo->box.width == doctest::Approx(2 * logo->box.height));
      CHECK(logo->box.top < 80);
      CHECK(logo->identity.tooltip == "Shop");
      CHECK(scene.font == "Brand Sans");
      for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    }
  }
}

TEST_CASE("a customer has a face: a photo where there is one, over the first letter of their name") {
  const Figured figured = branded_shop();
  const struct {
    const char* view;
    const char* face;
  } cases[] = {{"journey", "portrait"}, {"pyramid", "portrait-ana"}};
  for (const auto& [name, face] : cases) {
    CAPTURE(name);
    const auto view = std::ranges::find(picture_views(), std::string_view(name), &PictureView::name);
    const Scene scene = figured.drawn_by(*view);
    const Marker* const letter = find_item<Marker>(scene, face);
    REQUIRE(letter);
    CHECK(letter->text->text == "A");
    const auto photo = std::ranges::find(scene.images, "photo", [](const Image& image) { return image.identity.css_class; });
    REQUIRE(photo != scene.images.end());
    CHECK(photo->shape == ImageShape::circle);
    CHECK(photo->box.center().x == doctest::Approx(letter->center.x));
    CHECK(photo->box.center().y == doctest::Approx(letter->center.y));
    CHECK(photo->identity.tooltip == "Ana");
  }
  const auto pyramid = std::ranges::find(picture_views(), std::string_view("pyramid"), &PictureView::name);
  CHECK(find_item<Marker>(figured.drawn_by(*pyramid), "portrait-bo")->text->text == "B");
}
