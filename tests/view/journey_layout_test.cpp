// Where things stand in the journey's picture.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "mot/picture/canvas.h"
#include "mot/picture/path_columns.h"
#include "mot/picture/scene_text.h"
#include "mot/view/views.h"
#include "support/golden.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("nothing overlaps, is cut off, leaves the page or is crossed, whatever the journey holds") {
  const struct {
    std::string what;
    Many many;
    double width = 0;
  } cases[] = {
      {"three", {}},
      {"thirty", {.touchpoints = 30, .departments = 6, .a_stage = 5}},
      {"thirty, many of them conditional", {.touchpoints = 30, .departments = 6, .a_stage = 5, .aside_every = 2}},
      {"three hundred", {.touchpoints = 300, .departments = 12, .a_stage = 17, .aside_every = 7}},
      {"twenty-five departments", {.touchpoints = 50, .departments = 25, .a_stage = 10, .aside_every = 5}},
      {"nothing measured", {.touchpoints = 12, .departments = 4, .is_measured = false}},
      {"every script", {.touchpoints = 40, .departments = 8, .a_stage = 3, .aside_every = 4, .names = hard_names}},
      {"a stage of one each", {.touchpoints = 8, .departments = 8, .a_stage = 1, .names = hard_names}},
      {"a narrow page", {.touchpoints = 20, .departments = 5, .aside_every = 3, .names = hard_names}, 500},
      {"a wide page", {.touchpoints = 30, .departments = 5, .aside_every = 3, .names = hard_names}, 4000},
      {"one", {.touchpoints = 1, .departments = 1}},
  };
  for (const auto& [what, many, width] : cases) {
    CAPTURE(what);
    const Scene scene = scene_from(yaml_of_journey(many), {.width = width});
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    if (width > 0) CHECK(scene.width == doctest::Approx(width));
    if (width == 0) CHECK(scene.width < 1700);
  }
}

TEST_CASE("odd journeys have a picture too") {
  const struct {
    const char* what;
    const char* touchpoints;
    const char* stages;
    const char* scale = "0, max: 10";
  } cases[] = {
      {"no stages", "a=5/5", ""},
      {"a stage without touchpoints", "a=5/5", "-"},
      {"stages without touchpoints between others", "a=5/5 b=5/5", "a|-|b|-"},
      {"all as wanted", "a=5/5 b=5/5", "a b"},
      {"wanted as little as the scale has", "a=0/0", "a"},
      {"a scale below 0", "a=-4.5/4.5 b=5/-5", "a b", "-5, max: 5"},
      {"a scale from 1 to 7", "a=1/7 b=7/4", "a b", "1, max: 7"},
      {"a scale to 1000", "a=987.6/1000", "a", "0, max: 1000"},
      {"a scale to a million", "a=987654/1000000 b=0/1000000", "a b", "-1000000, max: 1000000"},
      {"only conditional ones", "a=/5! b=5/!", "a b"},
      {"a conditional one first", "a=/5! b=5/! c=/3", "a c b"},
      {"a conditional one first in a later stage", "a=/5! b=5/! c=/3", "c|a c b"},
      {"a conditional stage between two of one department", "a=/5! b=5/5 c=/3", "b|a|c"},
      {"twice on a path", "a=5/5 b=5/5", "a b a|a a"},
      {"nothing wanted", "a=3/ b=/", "a b"},
  };
  for (const auto& [what, touchpoints, stages, scale] : cases) {
    CAPTURE(what);
    const std::string yaml = fmt::format("project: {{scale: {{min: {}}}}}\n", scale) + touchpoints_from(touchpoints) + journey_from(stages);
    for (const std::string& fault : faults(scene_from(yaml), typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("a card stands under its marker") {
  const Scene scene = scene_from(yaml_of_journey({.touchpoints = 20, .departments = 5}));
  for (int i = 0; i < 20; ++i) {
    const std::string key = "t" + std::to_string(i);
    REQUIRE(find_item<Marker>(scene, "marker-" + key));
    CHECK(find_item<Marker>(scene, "marker-" + key)->center.x ==
          doctest::Approx(find_item<Card>(scene, "touchpoint-" + key)->box.center().x));
  }
}

TEST_CASE("a long journey goes on in rows, with its curves and its path unbroken") {
  const Scene scene = scene_from(yaml_of_journey({.touchpoints = 16, .departments = 2, .a_stage = 4}));
  CHECK(find_panel(scene, "experience"));
  const Panel* first = find_panel(scene, "experience");
  const Panel* second = find_panel(scene, "experience-2");
  REQUIRE(second);
  CHECK_FALSE(find_panel(scene, "experience-3"));
  CHECK(second->box.left == first->box.left);
  std::vector<double> at_right_edge, at_left_edge;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (!curve || curve->stroke.dash != Dash::dashed || curve->stroke.colour != light_theme().accent) continue;
    const Point begin = curve->points.front(), end = curve->points.back();
    if (std::abs(end.x - first->box.right()) < 1e-6 && end.y < first->box.bottom()) at_right_edge.push_back(end.y - first->box.top);
    if (std::abs(begin.x - second->box.left) < 1e-6 && begin.y > second->box.top) at_left_edge.push_back(begin.y - second->box.top);
  }
  REQUIRE(at_right_edge.size() == 1);
  REQUIRE(at_left_edge.size() == 1);
  CHECK(at_right_edge[0] == doctest::Approx(at_left_edge[0]));
  std::size_t ways_on = 0;
  for (const Connector& connector : scene.connectors) ways_on += connector.to == "touchpoint-t8";
  CHECK(ways_on == 2);
  CHECK(text_in(find_item<Label>(scene, "stage-s8")->lines) == "Greeting");
}

TEST_CASE("columns break into rows of like length, between stages where that costs little") {
  const auto rows = [](const std::string& stages, std::size_t most) {
    std::vector<std::size_t> of_column;
    for (const char stage : stages) of_column.push_back(static_cast<std::size_t>(stage - 'a'));
    std::string text;
    for (const journey::Band& band : journey::break_into_bands(of_column, most))
      text += (text.empty() ? "" : " ") + stages.substr(band.begin, band.size());
    return text;
  };
  CHECK(rows("", 9) == "");
  CHECK(rows("aab", 9) == "aab");
  CHECK(rows("aaaabbbbcccc", 8) == "aaaabbbb cccc");
  CHECK(rows("aaabbbccc", 8) == "aaabbb ccc");
  CHECK(rows("aaaaaaaaaaaaaaaa", 9) == "aaaaaaaa aaaaaaaa");
  CHECK(rows("aaaaabbbbbcccccdddddeeeeefffff", 9) == "aaaaabbb bbccccc dddddeee eefffff");
  CHECK(rows("abc", 1) == "a b c");
}

TEST_CASE("the table of views draws the journey first") {
  REQUIRE_FALSE(picture_views().empty());
  const PictureView& view = picture_views().front();
  CHECK(view.name == "journey");
  const Workspace workspace = workspace_from(short_trip);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  CHECK(view.draw({workspace, analyse(workspace, answers), answers, light_theme(), typesetter()}, {}) ==
        scene_of(workspace, {.layout = Layout::story}));
}

TEST_CASE("the picture of a short trip is as it was looked at") {
  check_golden("short-trip.scene", scene_text(scene_from(short_trip)));
}

TEST_CASE("a moment that nobody knows stands in a strip under the scale, where no height reads as a score") {
  const std::string head = "departments: [{id: hall, name: Hall}]\ntouchpoints:\n";
  const std::string known = "  - {id: low, name: Low, department: hall, desired: 9, actual: 0}\n";
  const std::string unknown = "  - {id: dark, name: Dark, department: hall, desired: 9}\n";
  const auto journey = [](const std::string& ids) {
    return "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + ids + "]}]}\n";
  };
  const Scene both = scene_from(head + known + unknown + journey("low, dark"), {.layout = Layout::lanes});
  const double lowest = find_item<Marker>(both, "marker-low")->center.y, dark = find_item<Marker>(both, "marker-dark")->center.y;
  CHECK(dark - lowest > 2 * find_item<Marker>(both, "marker-dark")->radius);
  CHECK(text_in(find_item<Label>(both, "nobody-knows")->lines) == "Nobody knows");
  CHECK(faults(both, typesetter()).empty());
  CHECK_FALSE(find_item<Label>(scene_from(head + known + journey("low"), {.layout = Layout::lanes}), "nobody-knows"));
  CHECK_FALSE(
      find_item<Label>(scene_from(head + unknown + journey("dark"), {.blank = Blank::actual, .layout = Layout::lanes}), "nobody-knows"));
}
