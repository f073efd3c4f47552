// What only the picture of all journeys promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene portfolio_from(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("portfolio", {workspace, analysis, answers, light_theme(), typesetter()}, options);
}

/// `j: a b c` by line: journeys through touchpoints.
std::string journeys_from(std::initializer_list<std::pair<const char*, const char*>> journeys) {
  std::string yaml = "journeys:\n";
  for (const auto& [id, path] : journeys)
    yaml += fmt::format("  - {{id: {0}, name: Journey {0}, stages: [{{id: s, name: S, touchpoints: [{1}]}}]}}\n", id, path);
  return yaml;
}

std::string important(std::string yaml) {
  for (std::size_t at = 0; (at = yaml.find("name: Moment", at)) != std::string::npos; at += 20) yaml.insert(at, "importance: 4, ");
  return yaml;
}

/// Four moments, lived at 9, 2, 6 and nobody knows, all of which 9 is wanted at.
const std::string moments = important(touchpoints_from("a=9/9 b=2/9 c=6/9 d=/9"));

/// The panels from left to right, row by row.
std::vector<Panel> plots_of(const Scene& scene) {
  std::vector<Panel> plots;
  std::ranges::copy_if(scene.panels, std::back_inserter(plots), [](const Panel& panel) { return panel.identity.css_class == "journey"; });
  return plots;
}

/// Not those of the legend, which lies below all journeys.
std::vector<Curve> curves_in(const Scene& scene, Colour colour, double width) {
  const double end = plots_of(scene).back().box.bottom();
  std::vector<Curve> curves;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (curve && curve->stroke == Stroke{colour, width, Dash::solid} && curve->points.front().y < end) curves.push_back(*curve);
  }
  return curves;
}

}  // namespace

TEST_CASE("the journey that delivers least stands first, one of which nobody knows it last, and the picture says so") {
  const Scene scene = portfolio_from(moments + journeys_from({{"good", "a"}, {"dark", "d"}, {"bad", "b"}, {"fair", "c"}}));
  std::string order;
  for (const Panel& plot : plots_of(scene)) order += plot.identity.id + " ";
  CHECK(order == "journey-bad journey-fair journey-good journey-dark ");
  CHECK(text_in(find_item<Label>(scene, "order")->lines) ==
        "The journey that delivers least of what is wanted stands first; where nobody knows, last.");
  CHECK(scene.description.ends_with("Least is delivered on the journey Journey bad: 22\u00a0%."));  // 2 of 9
}

TEST_CASE("a journey's figures say how many are known, and never make a number of what is not") {
  const Scene scene = portfolio_from(moments + journeys_from({{"j", "a, b, d"}, {"dark", "d"}}));
  CHECK(text_in(find_item<Label>(scene, "delivered-j")->lines) == "delivered 61\u00a0%  ·  2 of 3 known, 2 judged");
  CHECK(text_in(find_item<Label>(scene, "delivered-dark")->lines) == "delivered: unknown  ·  0 of 1 known");
  CHECK(joined_texts(scene, "legend").find("peak") == std::string::npos);  // of means, so indicative: for tables
}

TEST_CASE("every journey is drawn on the same scale") {
  const Scene scene = portfolio_from(moments + journeys_from({{"low", "b, b"}, {"high", "a, a"}}));
  const auto lived = curves_in(scene, light_theme().ink, 1.75);
  const auto plots = plots_of(scene);
  REQUIRE(lived.size() == 2);
  REQUIRE(plots.size() == 2);
  CHECK(plots[0].box.top == plots[1].box.top);
  CHECK(plots[0].box.height == plots[1].box.height);
  const double range = plots[0].box.height - 18;  // both ends of the scale lie 9 points inside
  CHECK(lived[0].points.front().y - lived[1].points.front().y == doctest::Approx(range * 7 / 10));
}

TEST_CASE("what nobody knows breaks the curve") {
  CHECK(curves_in(portfolio_from(moments + journeys_from({{"j", "a, b, c, a"}})), light_theme().ink, 1.75).size() == 1);
  CHECK(curves_in(portfolio_from(moments + journeys_from({{"j", "a, b, d, c, a"}})), light_theme().ink, 1.75).size() == 2);
  CHECK(curves_in(portfolio_from(moments + journeys_from({{"j", "a, d, c"}})), light_theme().ink, 1.75).empty());
}

TEST_CASE("the worst moment is named and marked") {
  const Scene scene = portfolio_from(moments + journeys_from({{"j", "a, c, b, c"}}));
  CHECK(text_in(find_item<Label>(scene, "worst-moment-j")->lines) == "✕ 2 of 9, judged: Moment b");
  const Marker* marker = find_item<Marker>(scene, "worst-j");
  REQUIRE(marker);
  CHECK(marker->text->text == "✕");
  CHECK_FALSE(find_item<Marker>(portfolio_from(moments + journeys_from({{"j", "d"}})), "worst-j"));
  const Scene whole = portfolio_from(moments + journeys_from({{"j", "a, d"}}));
  CHECK(text_in(find_item<Label>(whole, "worst-moment-j")->lines) == "✓ no known moment falls short");
  CHECK_FALSE(find_item<Marker>(whole, "worst-j"));
  CHECK(joined_texts(scene, "legend").find("falls short most") != std::string::npos);
  CHECK(joined_texts(whole, "legend").find("falls short most") == std::string::npos);
  const std::string unwanted = "touchpoints:\n  - {id: a, name: A, actual: 5}\n  - {id: b, name: B, actual: 3}\n";
  CHECK(text_in(find_item<Label>(portfolio_from(unwanted + journeys_from({{"j", "a, b"}})), "worst-moment-j")->lines) == "? 3, judged: B");
}

TEST_CASE("the worst moment is marked where the path first comes to it") {
  CHECK(find_item<Marker>(portfolio_from(moments + journeys_from({{"j", "c, b, a, b"}})), "worst-j")->center.x <
        find_item<Marker>(portfolio_from(moments + journeys_from({{"j", "c, c, c, b"}})), "worst-j")->center.x);
}

TEST_CASE("the portfolio and the journey name the same worst moment, and one beside the path hangs from a stem between its neighbours") {
  const std::string yaml = important(touchpoints_from("a=9/9 lost=0/9! b=2/9")) + journeys_from({{"j", "a, lost, b"}});
  const Scene scene = portfolio_from(yaml);
  CHECK(text_in(find_item<Label>(scene, "worst-moment-j")->lines).starts_with("✕ 0 of 9, judged: Moment lost (when "));
  CHECK(scene_from(yaml).description.find("Moment lost falls 9 points short") != std::string::npos);
  const Box plot = plots_of(scene).front().box;
  CHECK(find_item<Marker>(scene, "worst-j")->center.x == doctest::Approx(plot.left + plot.width / 2));
  CHECK(joined_texts(scene, "legend").find("beside the path") != std::string::npos);
}

TEST_CASE("the head says which journey delivers least, and the description ends with it") {
  const Scene scene = portfolio_from(moments + journeys_from({{"j", "c, b, a, b"}}));
  const std::string verdict = text_in(find_item<Label>(scene, "verdict")->lines);
  CHECK(verdict.starts_with("Least is delivered on the journey "));
  CHECK(scene.description.ends_with(verdict));
}

TEST_CASE("stages have their names over a curve where all have room, and end at a line in any case") {
  const std::string yaml = moments +
                           "journeys: [{id: j, name: J, stages: [{id: s, name: Before, touchpoints: [a, b]}, {id: t, name: After all, "
                           "touchpoints: [c, a]}]}]\n";
  const Scene wide = portfolio_from(yaml);
  const Label* before = find_item<Label>(wide, "stage-j-s");
  const Label* after = find_item<Label>(wide, "stage-j-t");
  REQUIRE(before);
  REQUIRE(after);
  CHECK(text_in(after->lines) == "After all");
  const Box plot = plots_of(wide).front().box;
  CHECK(after->box.bottom() <= plot.top);
  CHECK(before->box.right() <= after->box.left);
  const auto has_end = std::ranges::any_of(wide.ground, [&](const Ground& ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    return curve && curve->points.front().x == curve->points.back().x && before->box.right() <= curve->points.front().x &&
           curve->points.front().x <= after->box.left;
  });
  CHECK(has_end);
  std::string longer = yaml;
  longer.replace(longer.find("After all"), 9, std::string(120, 'w'));
  CHECK_FALSE(find_item<Label>(portfolio_from(longer), "stage-j-s"));
  for (const std::string& fault : faults(wide, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("what is judged is hollow and says so, as in the other pictures") {
  const Scene scene = portfolio_from(moments + journeys_from({{"j", "c, b, a, b"}}));
  CHECK(text_in(find_item<Label>(scene, "worst-moment-j")->lines).find(", judged: ") != std::string::npos);
  CHECK(find_item<Marker>(scene, "worst-j")->fill == light_theme().page);
  CHECK(joined_texts(scene, "legend").find("judged by ourselves") != std::string::npos);
}

TEST_CASE("a curve begins as far from the left of its panel as it ends from the right") {
  const Scene scene = portfolio_from(moments + journeys_from({{"j", "a, b, c, a"}}));
  const Box plot = plots_of(scene).front().box;
  const auto lived = curves_in(scene, light_theme().ink, 1.75);
  REQUIRE(lived.size() == 1);
  CHECK(lived[0].points.front().x - plot.left == doctest::Approx(plot.right() - lived[0].points.back().x));
}

TEST_CASE("journeys stand in an aligned grid, from one to sixty") {
  const struct { std::size_t journeys, columns; } cases[] = {{1, 1}, {2, 2}, {3, 3}, {4, 2}, {12, 4}, {60, 8}};
  for (const auto& [count, columns] : cases) {
    CAPTURE(count);
    const Scene scene = portfolio_from(yaml_of(Crowd{.touchpoints = 70, .journeys = count}));
    std::set<double> lefts, tops;
    for (const Panel& plot : plots_of(scene)) {
      lefts.insert(plot.box.left);
      tops.insert(plot.box.top);
    }
    CHECK(plots_of(scene).size() == count);
    CHECK(lefts.size() == columns);
    CHECK(tops.size() == (count + columns - 1) / columns);
  }
}

TEST_CASE("a width that is asked for holds as many columns as fit, and at least one") {
  const std::string twelve = yaml_of(Crowd{.touchpoints = 40, .journeys = 12});
  const struct {
    double width;
    std::size_t columns;
  } cases[] = {{200, 1}, {800, 2}, {1000, 3}, {9000, 12}};
  for (const auto& [width, columns] : cases) {
    CAPTURE(width);
    const Scene scene = portfolio_from(twelve, {.width = width});
    std::set<double> lefts;
    for (const Panel& plot : plots_of(scene)) lefts.insert(plot.box.left);
    CHECK(lefts.size() == columns);
    if (columns > 1) CHECK(scene.width <= width);
  }
}

TEST_CASE("a hundred moments stay within their panel") {
  const Scene scene = portfolio_from(yaml_of(Crowd{.touchpoints = 100, .journeys = 1}));
  const Panel plot = plots_of(scene)[0];
  for (const Curve& curve : curves_in(scene, light_theme().ink, 1.75)) {
    for (const Point& point : curve.points) {
      CHECK(point.x > plot.box.left);
      CHECK(point.x < plot.box.right());
      CHECK(point.y > plot.box.top);
      CHECK(point.y < plot.box.bottom());
    }
  }
}

TEST_CASE("on paper every persona of a journey is named, however long their names are") {
  const std::string yaml =
      "personas: [{id: k, name: \"Karin, Bäckerin mit einem Wasserschaden in der Backstube und im Laden daneben\"}, "
      "{id: d, name: \"Deniz, erster Unfall\"}]\n" +
      touchpoints_from("a=4/9") + "journey: {id: j, name: J, personas: [k, d], stages: [{id: s, name: S, touchpoints: [a]}]}\n";
  for (const PictureOptions& options : {PictureOptions{.width = 400, .margin = 4}, PictureOptions{.width = 400, .is_slide = true}}) {
    const std::string text = joined_texts(portfolio_from(yaml, options), "persona");
    CHECK(text.find("…") == std::string::npos);
    CHECK(text.find("Unfall") != std::string::npos);
  }
}

TEST_CASE("of moments too close together to be told apart the curve has the means of their stages") {
  const auto scene_of = [](int in_stage) {
    std::string touchpoints, stages;
    for (int stage = 0; stage < 3; ++stage) {
      std::string path;
      for (int i = 0; i < in_stage; ++i) {
        const std::string id = fmt::format("m{}-{}", stage, i);
        // Lived at 2, 8, 2, 8 …: the mean is 5, and 6 in the last stage.
        touchpoints += fmt::format("{}{}={}/9", touchpoints.empty() ? "" : " ", id, stage == 2 ? 6 : i % 2 == 0 ? 2 : 8);
        path += (path.empty() ? "" : ", ") + id;
      }
      stages += fmt::format("{{id: s{0}, name: S{0}, touchpoints: [{1}]}}{2}", stage, path, stage < 2 ? ", " : "");
    }
    return portfolio_from(important(touchpoints_from(touchpoints)) + "journeys: [{id: j, name: J, stages: [" + stages + "]}]\n");
  };
  const auto says_so = [](const Scene& scene) {
    return joined_texts(scene, "legend").find("the means of their stages, weighted by importance") != std::string::npos;
  };
  const auto heights_in = [](const Scene& scene) {
    const auto lived = curves_in(scene, light_theme().ink, 1.75);
    REQUIRE(lived.size() == 1);
    std::vector<double> heights;
    for (std::size_t i = 0; i < lived.front().points.size(); i += 3) heights.push_back(lived.front().points[i].y);
    return heights;
  };
  const Scene few = scene_of(4), many = scene_of(120);
  CHECK_FALSE(says_so(few));
  CHECK(heights_in(few).size() == 12);
  CHECK(says_so(many));
  const std::vector<double> means = heights_in(many);
  REQUIRE(means.size() == 3);
  const Box plot = plots_of(many).front().box;
  const auto height_of = [&](double score) { return plot.bottom() - 9 - (plot.height - 18) * score / 10; };
  CHECK(means[0] == doctest::Approx(height_of(5)));
  CHECK(means[1] == doctest::Approx(height_of(5)));
  CHECK(means[2] == doctest::Approx(height_of(6)));
}
