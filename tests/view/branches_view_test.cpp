// Journeys inside and branches, in every picture that shows a path.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "mot/view/views.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// Nested branches, a shortcut, a loop, a way out, a journey on the path and one on a branch.
constexpr const char* winding = R"(departments: [{id: x, name: Airport services}, {id: y, name: Customer care}]
touchpoints:
  - {id: book, name: Book the trip, department: y, importance: 4, desired: 9, actual: 8}
  - {id: choose, name: Choose a new flight, department: y, importance: 5, moment_of_truth: true, desired: 9, actual: 2}
  - {id: refund, name: Get the money back, department: y, importance: 5, desired: 9, actual: 3}
  - {id: hotel, name: A night at the hotel, department: x, importance: 3, desired: 7, actual: 6}
  - {id: check, name: Check in, department: x, importance: 3, desired: 8, actual: 7}
  - {id: wait, name: Wait at the gate, department: x, importance: 2, desired: 6}
  - {id: board, name: Boarding call, department: x, importance: 4, desired: 9, actual: 6}
  - {id: report, name: Report the bag, department: y, importance: 5, desired: 9, actual: 3}
  - {id: letter, name: The letter afterwards, department: y, importance: 2, desired: 8, actual: 7}
journeys:
  - id: trip
    name: A trip that winds
    stages:
      - name: Before
        touchpoints:
          - book
          - {when: the flight is cancelled, share: 12, touchpoints: [choose, {when: the fare allows it, share: 4, touchpoints: [refund], then: end}, hotel]}
          - {when: already checked in, share: 30, then: board}
          - check
          - {when: the papers are missing, touchpoints: [wait], then: book}
      - {name: On the way, touchpoints: [{journey: bag}, board]}
      - name: After
        touchpoints: [letter, {when: the bag did not come, share: 2, touchpoints: [{journey: bag}]}]
  - {id: bag, name: The bag that stays behind, stages: [{name: Bag, touchpoints: [report, wait]}]}
)";

std::vector<std::string> ways_in(const Scene& scene) {
  std::vector<std::string> ways;
  for (const Connector& connector : scene.connectors) {
    if (connector.identity.css_class.starts_with("way"))
      ways.push_back(connector.from + " " + connector.to + (connector.identity.css_class == "way-back" ? " back" : ""));
  }
  std::ranges::sort(ways);
  return ways;
}

bool has_text(const Scene& scene, std::string_view id, std::string_view text) {
  std::string all = card_text_in(scene, std::string(id));
  for (const std::string_view blank : {" / ", "\u00a0"}) {
    for (std::size_t at = 0; (at = all.find(blank, at)) != std::string::npos;) all.replace(at, blank.size(), " ");
  }
  return all.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("no picture of branches and journeys inside has a fault") {
  const Workspace workspace = workspace_from(winding);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  for (const PictureView& view : picture_views()) {
    for (const double width : {0.0, 700.0}) {
      for (const Layout layout : {Layout::story, Layout::lanes}) {
        PictureOptions options;
        options.width = width, options.layout = layout;
        CAPTURE(view.name);
        CAPTURE(width);
        CAPTURE(static_cast<int>(layout));
        const Scene scene = view.draw({workspace, analysis, answers, light_theme(), typesetter()}, options);
        for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
      }
    }
  }
}

TEST_CASE("a story has the ways of its branches, words where they go on, and a stacked card for a journey inside") {
  PictureOptions options;
  options.layout = Layout::story;
  const Scene scene = scene_of(workspace_from(winding), options);
  const std::vector<std::string> expected = {
      "branch-3 touchpoint-board",           "journey-bag touchpoint-board",      "touchpoint-book branch-3",
      "touchpoint-book touchpoint-choose",   "touchpoint-check touchpoint-wait",  "touchpoint-choose touchpoint-hotel",
      "touchpoint-choose touchpoint-refund", "touchpoint-hotel touchpoint-check", "touchpoint-letter journey-bag-2",
      "touchpoint-wait touchpoint-book back"};
  std::vector<std::string> ways = ways_in(scene);
  for (const std::string& way : expected) {
    if (way.starts_with("journey-bag touchpoint") || way.starts_with("branch-3 touch")) continue;
    CAPTURE(way);
    CHECK(std::ranges::count(ways, way) == 1);
  }
  CHECK(std::ranges::none_of(ways, [](const std::string& way) { return way.starts_with("touchpoint-refund "); }));
  CHECK(has_text(scene, "touchpoint-choose", "if the flight is cancelled (12 %)"));
  CHECK(has_text(scene, "touchpoint-refund", "leaves the journey"));
  CHECK(has_text(scene, "touchpoint-wait", "back to 1 Book the trip"));
  CHECK(has_text(scene, "branch-3", "if already checked in (30 %): on at 4 Boarding call"));
  CHECK(has_text(scene, "journey-bag", "The bag that stays behind"));
  CHECK(has_text(scene, "journey-bag-2", "if the bag did not come (2 %)"));
}

TEST_CASE("lanes and the blueprint draw the same ways") {
  const Workspace workspace = workspace_from(winding);
  const Scene lanes = scene_of(workspace);
  const std::vector<std::string> ways = ways_in(lanes);
  for (const char* way : {"touchpoint-choose touchpoint-refund", "touchpoint-choose touchpoint-hotel", "touchpoint-hotel touchpoint-check",
                          "touchpoint-wait touchpoint-book back", "touchpoint-check journey-bag", "journey-bag touchpoint-board"}) {
    CAPTURE(way);
    CHECK(std::ranges::count(ways, way) == 1);
  }
  CHECK(find_connector(lanes, "hand-over-check") != nullptr);
  CHECK(card_text_in(lanes, "journey-bag").find("2 moments") != std::string::npos);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Scene blueprint = drawn_view("blueprint", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  const Connector* into = find_connector(blueprint, "step-journey-bag");
  REQUIRE(into != nullptr);
  CHECK(into->from == "action-check");
}

TEST_CASE("in the blueprint branches stand under what the customer does, with arrows along their ways") {
  const Workspace workspace = workspace_from(winding);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Scene scene = drawn_view("blueprint", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  const std::vector<std::string> expected = {"action-book action-choose",   "action-book branch-3",         "action-check action-wait",
                                             "action-choose action-hotel",  "action-choose action-refund",  "action-hotel action-check",
                                             "action-letter journey-bag-2", "action-wait action-book back", "branch-3 action-board"};
  CHECK(ways_in(scene) == expected);
  CHECK(has_text(scene, "action-choose", "when the flight is cancelled (12 %)"));
  CHECK(has_text(scene, "branch-3", "when already checked in (30 %)"));
  const Panel* lane = find_panel(scene, "lane-actions");
  REQUIRE(lane != nullptr);
  for (const char* id : {"action-choose", "action-refund", "action-hotel", "action-wait", "branch-3", "journey-bag-2"}) {
    CAPTURE(id);
    const Card* card = find_item<Card>(scene, id);
    REQUIRE(card != nullptr);
    CHECK(card->box.top >= lane->box.top);
    CHECK(card->box.bottom() <= lane->box.bottom());
  }
  for (const Connector& connector : scene.connectors) {
    if (connector.identity.css_class == "way-back") CHECK(connector.stroke.dash == Dash::dashed);
  }
}

TEST_CASE("a way into the next column's branch runs in the gutter between, no lower than that branch") {
  const Workspace workspace = workspace_from(R"(departments: [{id: x, name: X}]
touchpoints:
  - {id: a, name: A, department: x, importance: 4, desired: 9, actual: 8, customer_does: [Asks]}
  - {id: b, name: B, department: x, importance: 4, desired: 9, actual: 8, customer_does: [Waits]}
  - {id: c, name: C, department: x, importance: 4, desired: 9, actual: 8, customer_does: [Goes]}
  - {id: d, name: D, department: x, importance: 4, desired: 9, actual: 8, customer_does: [Writes]}
  - {id: e, name: E, department: x, importance: 4, desired: 9, actual: 8, customer_does: [Calls]}
journey:
  id: j
  name: J
  stages: [{name: One, touchpoints: [a]}, {name: Two, touchpoints: [{when: it rains, touchpoints: [b]}, c]},
           {name: Three, touchpoints: [d, {when: it pours, touchpoints: [e]}]}]
)");
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Scene scene = drawn_view("blueprint", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  const auto way =
      std::ranges::find_if(scene.connectors, [](const Connector& one) { return one.from == "action-a" && one.to == "action-b"; });
  REQUIRE(way != scene.connectors.end());
  const Card* branch = find_item<Card>(scene, "action-b");
  REQUIRE(branch != nullptr);
  for (const Point& point : way->points) CHECK(point.y <= branch->box.bottom());
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a journey inside has its departments on the rail, and its name beside a moment of it in the verdict") {
  PictureOptions options;
  options.layout = Layout::story;
  const Scene scene = scene_of(workspace_from(winding), options);
  const std::string rail = joined_texts(scene, "rail");
  CAPTURE(rail);
  CHECK(rail.find("Customer care") != std::string::npos);
  CHECK(rail.find("Airport") != std::string::npos);
  std::size_t named = 0;
  for (std::size_t at = 0; (at = rail.find(" and ", at)) != std::string::npos; ++at) ++named;
  CHECK(named >= 1);
  CAPTURE(scene.description);
  CHECK(scene.description.find("Report the bag") != std::string::npos);
  CHECK(scene.description.find("The bag that stays behind") != std::string::npos);
}

TEST_CASE("the picture of all journeys lists those inside others") {
  const Workspace workspace = workspace_from(winding);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Scene scene = drawn_view("portfolio", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  const std::string tree = joined_texts(scene, "tree");
  CHECK(tree.find("A trip that winds: 9 moments") != std::string::npos);
  CHECK(tree.find("The bag that stays behind: 2 moments") != std::string::npos);
}

namespace {

/// A claim whose objection goes back to the decision, over a survey of the damage that is a journey of its own.
constexpr const char* claim = R"(departments: [{id: x, name: Claims}]
touchpoints:
  - {id: report, name: Report, department: x, desired: 9, actual: 8}
  - {id: appointment, name: Appointment, department: x, desired: 9, actual: 4}
  - {id: survey, name: Survey, department: x, desired: 9, actual: 7.5}
  - {id: decision, name: Decision, department: x, desired: 9, actual: 7}
  - {id: refusal, name: Refusal, department: x, desired: 9, actual: 8.5}
  - {id: objection, name: Objection, department: x, desired: 9, actual: 8.5}
actions:
  - {id: call, name: Call at once, touchpoints: [appointment]}
  - {id: elsewhere, name: Elsewhere, touchpoints: []}
journeys:
  - id: claim
    name: A claim
    stages:
      - name: All
        touchpoints:
          - report
          - {journey: visit}
          - decision
          - {when: it is refused, touchpoints: [refusal, {when: they object, touchpoints: [objection], then: decision}]}
  - {id: visit, name: The visit, stages: [{name: V, touchpoints: [appointment, survey]}]}
)";

Scene story_of_claim(PictureOptions options = {}) {
  options.layout = Layout::story;
  return scene_of(workspace_from(claim), options);
}

}  // namespace

TEST_CASE("a way back to the card that its track hangs under runs up at the left of the cards between") {
  const Scene scene = story_of_claim();
  const Connector* back = find_connector(scene, "way-touchpoint-objection-touchpoint-decision");
  REQUIRE(back);
  CHECK(back->identity.css_class == "way-back");
  CHECK(back->arrow == Arrow::end);
  const Box& decision = find_item<Card>(scene, "touchpoint-decision")->box;
  const Box& refusal = find_item<Card>(scene, "touchpoint-refusal")->box;
  CHECK(back->points.back().y == doctest::Approx(decision.bottom()));
  CHECK(back->points.back().x > decision.left);
  CHECK(back->points.back().x < refusal.left);
  CHECK(back->points.front().x == doctest::Approx(find_item<Card>(scene, "touchpoint-objection")->box.left));
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("moments of a journey inside have marks on the line, where it dips has a name, and what is done about them is told") {
  const Scene scene = story_of_claim();
  const Marker* dip = find_item<Marker>(scene, "inside-journey-visit-appointment");
  const Marker* survey = find_item<Marker>(scene, "inside-journey-visit-survey");
  REQUIRE(dip);
  REQUIRE(survey);
  CHECK(dip->center.y > survey->center.y);
  CHECK(dip->text->text == "✕");
  CHECK(survey->text->text == "!");
  CHECK(find_item<Label>(scene, "name-inside-journey-visit-appointment"));
  CHECK_FALSE(find_item<Label>(scene, "name-inside-journey-visit-survey"));
  CHECK(card_text_in(scene, "action-call").starts_with("Call at once"));
  CHECK_FALSE(find_item<Card>(scene, "action-elsewhere"));
  const Scene slide = story_of_claim({.width = 960, .height = 540, .is_slide = true});
  CHECK(joined_texts(slide, "counts").find("✕\u00a01") != std::string::npos);
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

namespace {

/// Branches before the first moment, after the end of a stage and at the beginning of the next one.
constexpr const char* early = R"(departments: [{id: x, name: Airport services}]
touchpoints:
  - {id: hear, name: Hear of it, department: x, when: a friend tells, desired: 8, actual: 6}
  - {id: book, name: Book the trip, department: x, desired: 9, actual: 8}
  - {id: choose, name: Choose a new flight, department: x, desired: 9, actual: 2}
  - {id: refund, name: Get the money back, department: x, desired: 9, actual: 3}
  - {id: check, name: Check in, department: x, desired: 8, actual: 7}
  - {id: wait, name: Wait at the gate, department: x, desired: 6, when: it is early}
  - {id: snack, name: A snack, department: x, desired: 6, actual: 7, when: somebody is hungry}
  - {id: late, name: A late gate, department: x, desired: 9, actual: 6, when: the gate is late}
  - {id: board, name: Boarding call, department: x, desired: 9, actual: 6}
journeys:
  - id: trip
    name: A trip
    stages:
      - {name: Before, touchpoints: [{when: they know us, then: check}, hear, book]}
      - name: At the airport
        touchpoints: [{when: the flight is cancelled, touchpoints: [choose, {when: the fare allows it, touchpoints: [refund], then: end}]}, check, wait, snack]
      - {name: On the way, touchpoints: [late, board]}
)";

double middle_of(const Scene& scene, const std::string& id) {
  if (const Marker* marker = find_item<Marker>(scene, "marker-" + id)) return marker->center.x;
  FAIL("no marker of " << id);
  return 0;
}

}  // namespace

TEST_CASE("what branches off before a moment stands before it") {
  for (const char* medium : {"screen", "slide"}) {
    PictureOptions options;
    options.layout = Layout::story;
    options.is_slide = medium == std::string("slide");
    if (options.is_slide) options.width = 960, options.height = 540;
    CAPTURE(medium);
    const Scene scene = scene_of(workspace_from(early), options);
    for (const auto& [one, next] : {std::pair{"hear", "book"},
                                    {"book", "choose"},
                                    {"choose", "refund"},
                                    {"refund", "check"},
                                    {"check", "wait"},
                                    {"wait", "snack"},
                                    {"snack", "late"},
                                    {"late", "board"}}) {
      CAPTURE(one);
      CHECK(middle_of(scene, one) < middle_of(scene, next));
    }
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    if (options.is_slide) continue;
    const auto box = [&](const char* id) { return find_item<Card>(scene, id)->box; };
    CHECK(box("branch-1").right() < box("touchpoint-book").left);
    CHECK(box("touchpoint-hear").right() < box("touchpoint-book").left);
    CHECK(box("touchpoint-choose").right() < box("touchpoint-check").left);
    CHECK(box("touchpoint-choose").left == doctest::Approx(box("touchpoint-refund").left - 10));
    CHECK(find_item<Label>(scene, "tag-choose")->box.top == doctest::Approx(find_item<Label>(scene, "tag-check")->box.top));
    CHECK(box("touchpoint-late").right() < box("touchpoint-board").left);
    CHECK(joined_texts(scene, "empty") == "");
  }
  const Scene lanes = scene_of(workspace_from(early));
  CHECK(find_item<Card>(lanes, "touchpoint-late")->box.right() < find_item<Card>(lanes, "touchpoint-board")->box.left);
  CHECK(find_item<Label>(lanes, "empty-before") == nullptr);
}

TEST_CASE("no mark lies across the seam to another stage") {
  for (const double width : {0.0, 500.0}) {
    PictureOptions options;
    options.layout = Layout::story, options.width = width;
    const Scene scene = scene_of(workspace_from(early), options);
    std::vector<double> seams;
    for (const Ground& ground : scene.ground) {
      const auto* line = std::get_if<Curve>(&ground);
      if (line && line->stroke == Stroke{light_theme().grid, 1, Dash::solid} && line->points.front().x == line->points.back().x)
        seams.push_back(line->points.front().x);
    }
    REQUIRE(seams.size() >= 1);
    for (const Item& item : scene.items) {
      const auto* marker = std::get_if<Marker>(&item);
      if (marker == nullptr || !marker->identity.id.starts_with("marker-")) continue;
      CAPTURE(marker->identity.id);
      for (const double seam : seams) CHECK(std::abs(marker->center.x - seam) >= marker->radius);
    }
  }
}
