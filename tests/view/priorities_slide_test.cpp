// The chart on a slide: many moments have numbers there, and a list beside it says what they are.
#include <doctest/doctest.h>

#include "mot/picture/paper.h"
#include "mot/view/priorities/numbers.h"
#include "mot/view/views.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

constexpr double slide_width = 960, slide_height = 540;

Scene slide_of(const Workspace& workspace, const Theme& theme = light_theme(), std::size_t most = 0) {
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("priorities", {workspace, analysis, answers, theme, typesetter()},
                    {.width = slide_width, .height = slide_height, .is_slide = true, .most = most});
}

Workspace workspace_of(std::size_t moments, std::vector<std::string> names = plain_names) {
  Many many;
  many.touchpoints = moments, many.names = std::move(names);
  return workspace_from(yaml_of_journey(many));
}

std::vector<priorities::Spot> spots_at(std::initializer_list<std::pair<double, double>> places) {
  std::vector<priorities::Spot> spots;
  for (const auto& [importance, lived] : places) {
    priorities::Spot spot;
    spot.importance = importance, spot.lived = lived, spot.number = "1";
    spots.push_back(std::move(spot));
  }
  return spots;
}

priorities::Chart chart_of(const std::vector<priorities::Spot>& spots, double width) {
  using namespace priorities;
  Chart chart = chart_around(spots, {.importance = 3.5, .actual = 5}, Scale{0, 10}, ImportanceAxis::graded);
  chart.box = {0, 0, width, 0};
  chart.inset = 20, chart.inset_above = 20;
  return chart;
}

}  // namespace

TEST_CASE("a slide leaves none of 40 moments out, in letters of 12 points or more") {
  for (const std::size_t moments : {11, 20, 30, 40}) {
    CAPTURE(moments);
    const Workspace workspace = workspace_of(moments);
    const Scene scene = slide_of(workspace);
    CHECK(scene.left_out.things.empty());
    CHECK(scene.left_out.names.size() + 16 <= std::max<std::size_t>(moments, 16));  // of those that come last
    CHECK(scene.width <= slide_width + 0.01);
    CHECK(scene.height <= slide_height + 0.01);
    CHECK(smallest_letters_of(scene) >= 12);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    for (const Touchpoint& touchpoint : workspace.touchpoints) {
      if (!touchpoint.actual) continue;
      const Marker* marker = find_item<Marker>(scene, "touchpoint-" + touchpoint.id.value);
      const Label* number = find_item<Label>(scene, "rank-" + touchpoint.id.value);
      const Label* name = find_item<Label>(scene, "name-" + touchpoint.id.value);
      REQUIRE(marker);
      REQUIRE((number != nullptr) == marker->text.has_value());  // else a dot
      if (!number) continue;
      REQUIRE(name);
      CHECK(marker->text->text == text_in(number->lines));
      CHECK(text_in(name->lines).find("…") == std::string::npos);
    }
  }
}

TEST_CASE("of 60 moments a slide has room for 45, whatever theme it is in") {
  const Workspace workspace = workspace_of(60);
  for (const NamedTheme& theme : themes()) {
    CAPTURE(theme.name);
    const Scene scene = slide_of(workspace, theme.theme, 45);
    CHECK(scene.height <= slide_height + 0.01);
    CHECK(smallest_letters_of(scene) >= 12);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("whatever moments are called, a slide of them is whole and nothing lies on anything else") {
  for (const std::size_t moments : {12, 24, 60}) {
    CAPTURE(moments);
    for (const std::string& fault : faults(slide_of(workspace_of(moments, hard_names)), typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("few moments have their names beside them, and no list") {
  const Scene scene = slide_of(workspace_of(4));
  CHECK(find_item<Label>(scene, "rank-t0") == nullptr);
  CHECK(scene.squeezed == 0);
  CHECK(slide_of(workspace_of(30)).squeezed >= 20);
}

TEST_CASE("numbers follow the ranking, what is to be mended first on a ground of its own") {
  const Scene scene = slide_of(workspace_of(20));
  const Label* heading = find_item<Label>(scene, "heading-first");
  REQUIRE(heading);
  const auto ground = std::ranges::find_if(scene.panels, [](const Panel& panel) { return panel.identity.css_class == "first"; });
  REQUIRE(ground != scene.panels.end());
  std::size_t on_ground = 0;
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (!label || label->identity.css_class != "rank") continue;
    const bool is_first = std::stoi(text_in(label->lines)) <= 5;
    const bool lies_on = label->box.left >= ground->box.left && label->box.right() <= ground->box.right() &&
                         label->box.top >= ground->box.top && label->box.bottom() <= ground->box.bottom();
    CHECK(is_first == lies_on);
    on_ground += lies_on ? 1 : 0;
  }
  CHECK(on_ground == 5);
  CHECK(joined_texts(scene, "legend").find("numbered by priority: importance times gap") != std::string::npos);
}

TEST_CASE("numbers stand at their places as long as the chart is high enough") {
  using namespace mot::priorities;
  std::vector<Spot> spots = spots_at({{5, 2}, {5, 2}, {5, 2.1}, {4, 7}, {4, 7}, {2, 3}});
  Chart chart = chart_of(spots, 300);
  REQUIRE(place_numbers(spots, chart, 400));
  CHECK(chart.box.height == doctest::Approx(400));
  for (const Spot& spot : spots) {
    CHECK_FALSE(spot.across);
    CHECK(spot.center.x == doctest::Approx(chart.x(spot.lived)));
    CHECK((spot.importance >= 3.5) == (spot.center.y < chart.divide));
    for (const Spot& other : spots) {
      if (&other == &spot) continue;
      CHECK(std::hypot(other.center.x - spot.center.x, other.center.y - spot.center.y) >= 2 * marker_radius - 1e-6);
    }
  }
}

TEST_CASE("numbers that have no room one above the other stand side by side, say where they belong, and cross no line") {
  using namespace mot::priorities;
  std::vector<Spot> spots = spots_at({{5, 4.9}, {5, 4.9}, {5, 4.9}, {5, 5}, {5, 5.1}, {5, 5.1}, {4, 8}, {4, 8}, {4, 8}, {3, 9}});
  Chart chart = chart_of(spots, 300);
  REQUIRE(place_numbers(spots, chart, 150));
  CHECK(chart.box.height <= 150 + 1e-6);
  std::size_t moved = 0;
  for (const Spot& spot : spots) {
    const double place = chart.x(spot.lived);
    CHECK(spot.across.value_or(spot.center.x) == doctest::Approx(place).epsilon(0.01));
    CHECK((spot.center.x >= chart.x(5)) == (spot.lived >= 5));
    CHECK(spot.center.x - marker_radius >= 0);
    CHECK(spot.center.x + marker_radius <= 300);
    moved += spot.across ? 1 : 0;
    for (const Spot& other : spots) {
      if (&other == &spot) continue;
      CHECK(std::hypot(other.center.x - spot.center.x, other.center.y - spot.center.y) >= 2 * marker_radius - 1e-6);
    }
  }
  CHECK(moved >= 4);
}

TEST_CASE("a chart that is too low for its numbers says so") {
  using namespace mot::priorities;
  std::vector<Spot> spots;
  for (int i = 0; i < 60; ++i) spots.push_back(spots_at({{5, 5}}).front());
  Chart chart = chart_of(spots, 200);
  CHECK_FALSE(place_numbers(spots, chart, 100));
  CHECK(chart.box.height > 100);
}
