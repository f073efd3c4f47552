// A story where there is little room: on a slide, and on paper for larger letters.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("what a slide draws without a name is told apart from what it does not draw, journeys inside with theirs") {
  const Workspace workspace = workspace_from(touchpoints_from("a=8/9 b=8/9 c=8/9 d=/9") +
                                             "  - {id: back, name: Back, visibility: backstage, supports: [c], desired: 9, actual: 1}\n"
                                             "journeys:\n"
                                             "  - {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b, {journey: k}]}]}\n"
                                             "  - {id: k, name: Inside, stages: [{id: x, name: X, touchpoints: [c, d, back]}]}\n");
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  const Scene scene = drawn_view("journey", {workspace, analysis, answers, light_theme(), typesetter()},
                                 {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
  CHECK(scene.left_out.things == std::vector<std::string>{"Inside", "Moment d"});
  CHECK(scene.left_out.names == std::vector<std::string>{"Moment a", "Moment b", "Moment c"});
  CHECK(joined_texts(scene, "counts") == "✓\u00a03  ?\u00a01");  // not what no customer sees
}

TEST_CASE("each count of a class begins with its sign, which leads it also where lines run from the right") {
  const auto counts_of = [](const std::string& name) {
    const Scene scene = scene_from("project: {name: " + name + "}\n" + touchpoints_from("a=8/9 b=3/9 c=/9") + journey_from("a b c"),
                                   {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
    std::vector<std::string> runs;
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (!label || !label->identity.css_class.starts_with("counts")) continue;
      for (const Line& line : label->lines)
        for (const Run& run : line.runs) runs.push_back(run.text);
    }
    return runs;
  };
  CHECK(counts_of("Shop") == std::vector<std::string>{"✕\u00a01  ", "✓\u00a01  ", "?\u00a01"});
}

TEST_CASE("no line of a slide leads over moments that it lacks, its stages count all of theirs, and it says how many it shows") {
  std::string moments, path;
  for (int i = 0; i < 80; ++i) {
    moments += fmt::format("  - {{id: m{0}, name: Moment, importance: 3, desired: 9, actual: {1}}}\n", i, i % 10 == 5 ? 2 : 9);
    path += fmt::format("{}m{}", i > 0 ? ", " : "", i);
  }
  const std::string yaml =
      "touchpoints:\n" + moments + "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + path + "]}]}\n";
  const auto slide = [](const std::string& text) { return story_from(text, {.width = 960, .height = 540, .is_slide = true}); };
  const Scene scene = slide(yaml);
  CHECK(joined_texts(scene, "counts") == "✕\u00a08  ✓\u00a072");
  CHECK(joined_texts(scene, "key-figure").find(" of 80 moments shown: the worst, moments of truth first") != std::string::npos);
  const Scene few = slide(touchpoints_from("a=2/9 b=3/9") + journey_from("a b"));
  CHECK(joined_texts(few, "key-figure").find("moments shown") == std::string::npos);
  const auto is_line_over = [&](double x) {
    return std::ranges::any_of(scene.ground, [&](const Ground& ground) {
      const auto* curve = std::get_if<Curve>(&ground);
      const bool is_lived = curve && curve->stroke.colour == light_theme().ink && curve->stroke.width > 1.5;
      return is_lived && curve->points.front().x < x && x < curve->points.back().x;
    });
  };
  std::size_t lines = 0, gaps = 0;
  std::optional<std::pair<int, double>> before;
  for (int i = 0; i < 80; ++i) {
    const std::string id = fmt::format("marker-m{}", i);
    const Marker* mark = find_item<Marker>(scene, id);
    const Label* small = find_item<Label>(scene, id);
    if (!mark && !small) continue;
    const double x = mark ? mark->center.x : small->box.center().x;
    if (before) {
      const bool is_next = before->first + 1 == i;
      CHECK(is_line_over((before->second + x) / 2) == is_next);
      ++(is_next ? lines : gaps);
    }
    before = std::pair(i, x);
  }
  CHECK(lines > 0);
  CHECK(gaps > 0);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("on a slide a moment's mark stands on its line, also where branches follow it") {
  const Scene scene =
      story_from(touchpoints_from("a=5/9 b=2/9! c=3/9! d=8/9") + journey_from("a b c d"), {.width = 960, .height = 540, .is_slide = true});
  const Marker* mark = find_item<Marker>(scene, "marker-a");
  REQUIRE(mark);
  const bool is_wanted_above = std::ranges::any_of(scene.ground, [&](const Ground& ground) {
    const auto* dot = std::get_if<CurvedArea>(&ground);
    if (!dot || !(dot->fill == light_theme().accent)) return false;
    double left = 1e9, right = -1e9;
    for (const Point& point : dot->outline) left = std::min(left, point.x), right = std::max(right, point.x);
    return std::abs((left + right) / 2 - mark->center.x) < 0.5;
  });
  CHECK(is_wanted_above);
}

TEST_CASE("words that left for larger letters stay on cards that are as high without them") {
  const std::string yaml =
      "departments: [{id: d, name: D}]\ntouchpoints:\n"
      "  - {id: a, name: A, department: d, desired: {company: {experience: A word of welcome, score: 9}}, actual: 9}\n"
      "  - {id: b, name: B, department: d, desired: {company: {experience: A long talk about all there is to say and more of it, score: "
      "9}}, actual: 2}\n" +
      journey_from("a b");
  const Scene scene = story_from(yaml, {.width = 900, .left_out = 7, .margin = 10});
  CHECK(card_text_in(scene, "touchpoint-a").find("welcome") != std::string::npos);
}
