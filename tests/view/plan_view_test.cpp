// What only the plan promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>

#include "mot/picture/paper.h"
#include "mot/review/review.h"
#include "mot/view/views.h"
#include "support/analysed_workspace.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

const PictureView& plan_view() {
  return *std::ranges::find(picture_views(), std::string_view("plan"), &PictureView::name);
}

/// Three moments that fall 5, 3 and 1 points short, and one of which nobody knows what is lived.
std::string planned(const std::string& actions) {
  return "touchpoints:\n"
         "  - {id: a, name: A, importance: 5, desired: 9, actual: 4, moment_of_truth: true}\n"
         "  - {id: b, name: B, importance: 4, desired: 9, actual: 6}\n"
         "  - {id: c, name: C, importance: 1, desired: 9, actual: 8}\n"
         "  - {id: d, name: D, importance: 3, desired: 9}\n"
         "actions:\n" +
         actions;
}

Scene plan_from(const std::string& actions, const PictureOptions& options = {}) {
  return Figured(planned(actions)).drawn_by(plan_view(), options);
}

/// The labels of a class, whose lines are not told apart.
std::string said(const Scene& scene, const std::string& css_class) {
  std::string text = joined_texts(scene, css_class);
  for (std::size_t at = 0; (at = text.find(" / ", at)) != std::string::npos;) text.replace(at, 3, " ");
  return text;
}

const Marker& dot(const Scene& scene, const std::string& id) {
  const Marker* marker = find_item<Marker>(scene, "action-" + id);
  REQUIRE(marker);
  return *marker;
}

}  // namespace

TEST_CASE("a dot is higher where an action is worth more, further right where it takes more, numbered by value for effort") {
  const Scene scene = plan_from(
      "  - {id: much, name: Much for little, touchpoints: [a], effort: 1, lift: 3}\n"
      "  - {id: more, name: More for a lot, touchpoints: [a], effort: 5, lift: 5}\n"
      "  - {id: little, name: Little, touchpoints: [c], effort: 2, lift: 1}\n");
  CHECK(dot(scene, "much").text->text == "1");
  CHECK(dot(scene, "more").text->text == "2");
  CHECK(dot(scene, "little").text->text == "3");
  CHECK(dot(scene, "more").center.y < dot(scene, "much").center.y);
  CHECK(dot(scene, "much").center.y < dot(scene, "little").center.y);
  CHECK(dot(scene, "much").center.x < dot(scene, "little").center.x);
  CHECK(dot(scene, "little").center.x < dot(scene, "more").center.x);
  // Heights are as the values are, 30, 50 and 1, those of the highest and the lowest dot too.
  const double little = dot(scene, "little").center.y;
  CHECK((little - dot(scene, "much").center.y) / (little - dot(scene, "more").center.y) == doctest::Approx(29.0 / 49).epsilon(0.001));
}

TEST_CASE("a name says who owns the action, by when it is due and how far it is; what is overdue stands out") {
  const Scene scene = plan_from(
      "  - {id: late, name: Late, touchpoints: [a], owner: Ana, status: doing, due: 2027-01-31, effort: 1, lift: 3}\n"
      "  - {id: soon, name: Soon, touchpoints: [b], status: planned, due: 2027-06-30, effort: 2, lift: 1}\n"
      "  - {id: over, name: Over, touchpoints: [b], owner: Bea, status: done, due: 2027-01-31, effort: 2, lift: 1}\n");
  const std::string names = said(scene, "name");
  for (const char* part : {"Late Ana", "✕\u00a0overdue since 2027-01-31", "doing", "Soon nobody owns it", "due 2027-06-30", "planned"}) {
    CAPTURE(part);
    CHECK(names.find(part) != std::string::npos);
  }
  CHECK(dot(scene, "late").fill == light_theme().tone_of(GapClass::red).colour);
  CHECK(dot(scene, "soon").fill == light_theme().page);
  CHECK_FALSE(find_item<Marker>(scene, "action-over"));
  for (const char* part : {"2 open actions", "1 overdue"}) CHECK(said(scene, "figures").find(part) != std::string::npos);
}

TEST_CASE("what has no effort or no known value is listed with what is missing, not drawn at zero") {
  const Scene scene = plan_from(
      "  - {id: free, name: Free, touchpoints: [a], lift: 3}\n"
      "  - {id: vague, name: Vague, touchpoints: [a], effort: 2}\n"
      "  - {id: blind, name: Blind, touchpoints: [d], effort: 2, lift: 2}\n"
      "  - {id: known, name: Known, touchpoints: [a, d], effort: 2, lift: 2}\n");
  CHECK(find_item<Marker>(scene, "action-known"));
  for (const char* id : {"free", "vague", "blind"}) CHECK_FALSE(find_item<Marker>(scene, std::string("action-") + id));
  const std::string listed = said(scene, "action");
  CHECK(listed.find("effort unknown") != std::string::npos);
  CHECK(listed.find("lift unknown") != std::string::npos);
  CHECK(listed.find("gap or importance unknown at 1 moment") != std::string::npos);
  CHECK(said(scene, "name").find("more may lie in 1 moment that nobody knows") != std::string::npos);
}

TEST_CASE("without an action the plan says what to write down") {
  const Scene scene = Figured("touchpoints: [{id: a, name: A}]\n").drawn_by(plan_view());
  CHECK(text_in(find_item<Label>(scene, "empty")->lines).starts_with("No action is open yet."));
}

TEST_CASE("thirty actions of one effort and one value keep apart, and stay in their band") {
  std::string actions;
  for (int i = 0; i < 30; ++i)
    actions += fmt::format("  - {{id: x{0}, name: Action number {0}, touchpoints: [a], owner: Ana, effort: 3, lift: 2}}\n", i);
  const Scene scene = plan_from(actions);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  const auto band = std::ranges::find(scene.panels, "effort-3", [](const Panel& panel) { return panel.identity.id; });
  REQUIRE(band != scene.panels.end());
  for (int i = 0; i < 30; ++i) {
    const Point center = dot(scene, fmt::format("x{}", i)).center;
    CHECK(center.x > band->box.left);
    CHECK(center.x < band->box.right());
    CHECK(center.y > band->box.top);
    CHECK(center.y < band->box.bottom());
  }
}

TEST_CASE("where there is room for few, those worth most for their effort stay, and the legend names those that left") {
  const Scene scene = plan_from(
      "  - {id: one, name: One, touchpoints: [a], effort: 1, lift: 3}\n"
      "  - {id: two, name: Two, touchpoints: [b], effort: 2, lift: 3}\n"
      "  - {id: three, name: Three, touchpoints: [c], effort: 3, lift: 1}\n",
      {.most = 2});
  CHECK(find_item<Marker>(scene, "action-two"));
  CHECK_FALSE(find_item<Marker>(scene, "action-three"));
  CHECK(scene.left_out.things == std::vector<std::string>{"Three"});
  CHECK(said(scene, "legend").find("left out for larger letters: Three") != std::string::npos);
}

TEST_CASE("the plan fills a slide: a chart with numbers, and beside it all of the airline's actions by them") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  const Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});
  for (const auto& [width, height] : {std::pair{960.0, 540.0}, {720.0, 540.0}}) {
    CAPTURE(width);
    const Scene scene = plan_view().draw({loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()},
                                         {.width = width, .height = height, .is_slide = true});
    CHECK(scene.width <= width + 0.01);
    CHECK(scene.height <= height + 0.01);
    CHECK(smallest_letters_of(scene) >= 12);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    Box chart, list;
    const auto take = [](Box& all, const Box& box) {
      if (all.width == 0) all = box;
      const double right = std::max(all.right(), box.right()), bottom = std::max(all.bottom(), box.bottom());
      all.left = std::min(all.left, box.left), all.top = std::min(all.top, box.top);
      all.width = right - all.left, all.height = bottom - all.top;
    };
    for (const Panel& panel : scene.panels) take(chart, panel.box);
    for (const Action& action : loaded.workspace.actions) {
      if (action.status.value == Status::done || action.status.value == Status::dropped) continue;
      CAPTURE(action.name.value);
      const Label* name = find_item<Label>(scene, "name-" + action.id.value);
      REQUIRE(name);
      CHECK(find_item<Marker>(scene, "number-" + action.id.value));
      take(list, {name->box.left, name->box.top, width_of(typesetter(), name->lines), name->box.height});
    }
    CHECK(chart.height > 0.5 * height);
    CHECK(chart.bottom() > 0.75 * height);
    CHECK(list.left > chart.right());
    CHECK(list.right() > 0.85 * width);
    CHECK(list.height > 0.5 * height);
    CHECK((chart.width + list.width) / width > 0.7);
  }
}

TEST_CASE("actions without a place stand on a slide's list with what is missing, and more of them in columns") {
  std::string actions = "  - {id: vague, name: Vague, touchpoints: [a], effort: 2}\n";
  for (int i = 0; i < 16; ++i)
    actions += fmt::format("  - {{id: x{0}, name: Action number {0}, touchpoints: [a], owner: Ana, effort: {1}, lift: 2}}\n", i, i % 5 + 1);
  const Scene scene = plan_from(actions, {.width = 960, .height = 540, .is_slide = true});
  CHECK(scene.height <= 540.01);
  CHECK(said(scene, "name").find("lift unknown") != std::string::npos);
  CHECK(find_item<Marker>(scene, "number-vague")->text->text == "–");
  CHECK(dot(scene, "x3").text->text == find_item<Marker>(scene, "number-x3")->text->text);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("where no action has a place in the chart, a slide's list stands at its left edge") {
  const PictureOptions slide{.width = 960, .height = 540, .is_slide = true};
  const Scene none = plan_from("  - {id: x, name: Ask, touchpoints: [d]}\n", slide);
  const Scene some =
      plan_from("  - {id: x, name: Ask, touchpoints: [d]}\n  - {id: y, name: Act, touchpoints: [a], effort: 1, lift: 3}\n", slide);
  const auto left = [](const Scene& scene) { return find_item<Label>(scene, "name-x")->box.left; };
  CHECK(left(none) < 100);
  CHECK(left(some) > 400);
}

TEST_CASE("a dot stands over its level's number in columns of one width, its name in its column") {
  const Scene scene = plan_from(
      "  - {id: one, name: One thing, touchpoints: [a], effort: 1, lift: 3}\n"
      "  - {id: half, name: Half, touchpoints: [b], effort: 2.5, lift: 2}\n"
      "  - {id: three, name: Three, touchpoints: [b, c], effort: 3, lift: 1}\n");
  std::vector<Box> bands;
  for (const Panel& panel : scene.panels)
    if (panel.identity.css_class == "effort") bands.push_back(panel.box);
  REQUIRE(bands.size() == 5);
  for (const Box& band : bands) CHECK(band.width == doctest::Approx(bands.front().width));
  const auto middle = [](const Box& box) { return box.left + box.width / 2; };
  CHECK(dot(scene, "one").center.x == doctest::Approx(middle(bands[0])));
  CHECK(dot(scene, "three").center.x == doctest::Approx(middle(bands[2])));
  CHECK(middle(find_item<Label>(scene, "level")->box) == doctest::Approx(middle(bands[0])));
  CHECK(dot(scene, "half").center.x < bands[2].left + 0.2 * bands[2].width);
  for (const auto& [id, band] : {std::pair("one", 0), {"half", 2}, {"three", 2}}) {
    const Box name = find_item<Label>(scene, std::string("name-") + id)->box;
    CHECK(name.left >= bands[static_cast<std::size_t>(band)].left);
    CHECK(name.right() <= bands[static_cast<std::size_t>(band)].right());
  }
  const std::string text = said(scene, "name");
  CHECK_MESSAGE(text.find("One thing nobody owns it proposed A\u00a0+3") != std::string::npos, text);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("the legend says that actions stand apart only where some do") {
  const std::string one = "  - {id: one, name: One, touchpoints: [a], effort: 1, lift: 3}\n";
  const std::string same = "  - {id: two, name: Two, touchpoints: [a], effort: 1, lift: 3}\n";
  const char* apart = "actions at one place stand a little apart";
  const PictureOptions slide{.width = 960, .height = 540, .is_slide = true};
  CHECK(said(plan_from(one), "legend").find(apart) == std::string::npos);
  CHECK(said(plan_from(one, slide), "legend").find(apart) == std::string::npos);
  CHECK(said(plan_from(one + same), "legend").find(apart) != std::string::npos);
  CHECK(said(plan_from(one + same, slide), "legend").find(apart) != std::string::npos);
}

TEST_CASE("the legend calls a status as the list and the table do") {
  const Scene scene = plan_from("  - {id: one, name: One, touchpoints: [a], effort: 1, lift: 3, status: doing}\n");
  CHECK(said(scene, "legend").find("doing") != std::string::npos);
  CHECK(said(scene, "name").find("doing") != std::string::npos);
}

TEST_CASE("actions of the insurer say at their marks which moments they lift") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/versicherung"}});
  const Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});
  const Scene scene = plan_view().draw({loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()}, {});
  CHECK(said(scene, "name").find("Besichtigung\u00a0+1,5") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}
