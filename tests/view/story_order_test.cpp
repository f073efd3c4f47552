// What stands after what on the curve of a story, and how long the bars below it are.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "support/reviewed_example.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("bars of gaps have one unit in all rows, so that the longer one is the larger gap") {
  const ReviewedExample example("skyline-air");
  const auto unit_at = [&](const Scene& scene, const std::string& id) {
    const Label* figure = find_item<Label>(scene, "short-by-" + id);
    REQUIRE(figure);
    double length = 0, whole = 0;
    for (const Ground& ground : scene.ground) {
      const auto* area = std::get_if<Area>(&ground);
      if (!area || area->outline.size() != 4) continue;
      const Box box{area->outline[0].x, area->outline[0].y, area->outline[2].x - area->outline[0].x,
                    area->outline[2].y - area->outline[0].y};
      if (box.left != figure->box.left || std::abs(box.bottom() + 2 - figure->box.top) > 0.1) continue;
      length = whole > 0 ? box.width : 0, whole = std::max(whole, box.width);
    }
    CHECK(whole <= find_item<Card>(scene, "touchpoint-" + id)->box.width + 0.01);
    const auto& touchpoints = example.loaded.workspace.touchpoints;
    const auto found = std::ranges::find_if(touchpoints, [&](const Touchpoint& one) { return one.id.value == id; });
    return length / *example.reviewed.analysis.touchpoints[static_cast<std::size_t>(found - touchpoints.begin())].gap;
  };
  for (const std::size_t columns : {4, 20}) {
    const Scene scene = example.drawn("broken-connection", {.columns = columns});
    const double unit = unit_at(scene, "missed-connection-desk");
    CHECK(unit > 0);
    for (const char* id : {"bags-at-the-belt", "rebook"}) CHECK(unit_at(scene, id) == doctest::Approx(unit));
  }
}

TEST_CASE("marks stand in the order of the path, what happens under a condition after what it follows from") {
  const PictureOptions slide{.width = 960, .layout = Layout::story, .height = 540, .is_slide = true};
  const auto check_order = [](const Scene& scene, const std::vector<std::string>& ids) {
    double before = 0;
    for (const std::string& id : ids) {
      const Marker* mark = find_item<Marker>(scene, "marker-" + id);
      if (!mark) continue;
      CAPTURE(scene.id);
      CAPTURE(id);
      CHECK(mark->center.x > before);
      before = mark->center.x;
    }
  };
  for (const char* example : {"skyline-air", "versicherung"}) {
    const ReviewedExample drawn_of(example);
    const Workspace& workspace = drawn_of.loaded.workspace;
    for (const Journey& journey : workspace.journeys) {
      std::vector<std::string> ids;
      for (const Stage& stage : journey.stages) {
        for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
          if (std::ranges::find(ids, link.value) == ids.end()) ids.push_back(link.value);  // the first visit's mark has its id
        });
      }
      check_order(drawn_of.drawn(journey.id.value, slide), ids);
    }
  }
  const std::vector<std::string> all = {"a", "b", "c", "d", "e", "f", "g"};
  check_order(scene_from(touchpoints_from("a=5/9 b=5/9 c=5/9! d=5/9! e=5/9! f=5/9! g=5/9") + journey_from("a b c d e f g"), slide), all);
  check_order(scene_from(touchpoints_from("a=5/9 b=5/9 c=5/9! d=5/9! e=5/9! f=5/9! g=5/9!") + journey_from("a b c d e f g"), slide), all);
}
