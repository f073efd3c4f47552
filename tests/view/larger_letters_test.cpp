// What larger letters may cost where the smaller ones can be read.
#include <doctest/doctest.h>

#include <algorithm>

#include "mot/picture/media.h"
#include "support/media_by_name.h"
#include "support/reviewed_example.h"
#include "support/scene_checks.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("letters that are large enough grow no further where that leaves something out") {
  const DrawnDense draw = [](double width, double height, std::size_t) {
    Scene scene;
    Label label;
    label.box = {0, 0, 100, 15};
    label.lines = {{{{"x", Font{12}, {}}}, 15, 0}};
    scene.items = {label};
    scene.width = width, scene.height = height;
    if (width < 700) scene.left_out.parts = {"scores"};  // letters of 14 points and more
    return scene;
  };
  const auto made = made_dense(medium("slide"), {paper("16:9"), Orientation::landscape}, draw);
  REQUIRE(made);
  CHECK(made->scene.left_out.parts.empty());
  CHECK(smallest_letters_of(made->scene) * made->imposition->scale >= 12);
}

TEST_CASE("the chart of a plan in the hand is no strip beside its list") {
  const ReviewedExample airline("skyline-air");
  const auto made = made_dense(medium("hand"), {paper("a4")}, [&](double width, double height, std::size_t most) {
    return drawn_view("plan", {airline.loaded.workspace, airline.reviewed.analysis, airline.reviewed.answers, light_theme(), typesetter()},
                      {.width = width, .height = height, .is_slide = true, .most = most});
  });
  REQUIRE(made);
  double left = made->scene.width, right = 0;
  for (const Item& item : made->scene.items) {
    const auto* dot = std::get_if<Marker>(&item);
    if (dot && dot->identity.id.starts_with("action-")) left = std::min(left, dot->center.x), right = std::max(right, dot->center.x);
  }
  CHECK(right - left > 0.17 * made->scene.width);  // from effort 1 to 4 of 5
  CHECK(made->scene.left_out.things.empty());
}

TEST_CASE("charts that can be higher fill the sheet that they are asked to, and what stands in them moves apart") {
  for (const char* example : {"skyline-air", "versicherung"}) {
    const ReviewedExample read(example);
    for (const char* view : {"priorities", "plan"}) {
      CAPTURE(view);
      const auto drawn = [&](double height) {
        return drawn_view(view, {read.loaded.workspace, read.reviewed.analysis, read.reviewed.answers, light_theme(), typesetter()},
                          {.height = height});
      };
      const Scene own = drawn(0), higher = drawn(1.4 * own.height), lower = drawn(0.5 * own.height);
      CHECK(higher.height == doctest::Approx(1.4 * own.height).epsilon(0.01));
      CHECK(higher.width == own.width);
      CHECK(lower == own);
      const auto spread = [](const Scene& scene) {
        double top = scene.height, bottom = 0;
        for (const Item& item : scene.items) {
          const auto* mark = std::get_if<Marker>(&item);
          if (mark && mark->identity.css_class != "legend") top = std::min(top, mark->center.y), bottom = std::max(bottom, mark->center.y);
        }
        return bottom - top;
      };
      CHECK(spread(higher) > 1.2 * spread(own));
      for (const std::string& fault : faults(higher, typesetter())) FAIL_CHECK(fault);
    }
  }
}
