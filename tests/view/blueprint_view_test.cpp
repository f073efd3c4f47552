// What only the service blueprint promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "mot/view/blueprint/pieces.h"
#include "mot/view/views.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene blueprint_from(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("blueprint", {workspace, analysis, answers, light_theme(), typesetter()}, options);
}

/// Two moments at the front, each carried by something behind, one of which rests on a support process.
const std::string behind_the_desk =
    "touchpoints:\n"
    "  - {id: desk, name: Desk, desired: 9, actual: 4, customer_does: Stands in line for a form}\n"
    "  - {id: call, name: Call, desired: 9, actual: 9, customer_does: Answers}\n"
    "  - {id: file, name: File, visibility: backstage, supports: [desk, call]}\n"
    "  - {id: plan, name: Plan, visibility: backstage, supports: [call]}\n"
    "  - {id: server, name: Server, visibility: support, supports: [file]}\n" +
    journey_from("desk call");

bool is_within(const Scene& scene, const std::string& card, const std::string& panel) {
  const Card* inner = find_item<Card>(scene, card);
  const Panel* outer = find_panel(scene, panel);
  return inner && outer && inner->box.top >= outer->box.top && inner->box.bottom() <= outer->box.bottom();
}

}  // namespace

TEST_CASE("a touchpoint stands in the lane of its visibility, with what it carries on the journey") {
  const Scene scene = blueprint_from(behind_the_desk);
  CHECK(is_within(scene, "action-desk", "lane-actions"));
  CHECK(is_within(scene, "touchpoint-desk", "lane-frontstage"));
  CHECK(is_within(scene, "touchpoint-file", "lane-backstage"));
  CHECK(is_within(scene, "touchpoint-server", "lane-support"));
  CHECK(joined_texts(scene, "line") == "line of interaction; line of visibility; line of internal interaction");
  CHECK(joined_texts(scene, "heading") == "What the / customer does; Frontstage; Backstage; Support / processes");
}

TEST_CASE("a red gap is a fail point, and a customer who stands in line waits") {
  const Scene scene = blueprint_from(behind_the_desk);
  CHECK(card_text_in(scene, "touchpoint-desk").ends_with("✕ fail point, gap 5"));
  CHECK(card_text_in(scene, "touchpoint-call").ends_with("✓ 9 of 9"));
  CHECK(card_text_in(scene, "action-desk").ends_with("wait"));
  CHECK_FALSE(card_text_in(scene, "action-call").ends_with("wait"));
}

TEST_CASE("waiting is found in what people write") {
  const struct {
    const char* does;
    bool waits;
  } cases[] = {
      {"Waits, watches the hatch", true},
      {"Queues at the desk", true},
      {"Steht an", true},
      {"Wartet am Band", true},
      {"Espera en la fila", true},
      {"Aspetta", true},
      {"等待", true},
      {"Types a name", false},
      {"Attends a talk", false},
      {"Reads a message", false},
  };
  for (const auto& [does, waits] : cases) {
    Touchpoint touchpoint;
    touchpoint.customer_does = {Text{does, {}}};
    CAPTURE(does);
    CHECK(blueprint::is_wait(touchpoint) == waits);
  }
  CHECK_FALSE(blueprint::is_wait(Touchpoint{}));
}

TEST_CASE("everything behind the line is joined to what it carries, and no line runs along another's") {
  const Scene scene = blueprint_from(behind_the_desk);
  std::set<std::string> joined;
  std::map<double, std::string> levels;  // of upright stretches: whose they are
  for (const Connector& connector : scene.connectors) {
    if (connector.identity.css_class != "carries") continue;
    joined.insert(connector.from.substr(11) + ">" + connector.to.substr(11));
    for (std::size_t i = 3; i < connector.points.size(); i += 3) {
      if (connector.points[i].x != connector.points[i - 3].x) continue;
      const auto [known, is_new] = levels.emplace(connector.points[i].x, connector.from);
      CHECK(known->second == connector.from);
    }
  }
  CHECK(joined == std::set<std::string>{"file>desk", "file>call", "plan>call", "server>file"});
  CHECK(levels.size() >= 3);
}

TEST_CASE(
    "a slide of a few moments keeps what falls far short behind them, says that others have no room, and keeps the line of visibility") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 4}\n"
      "  - {id: call, name: Call, desired: 9, actual: 3}\n"
      "  - {id: wait, name: Wait, desired: 9, actual: 3, when: it rains}\n"
      "  - {id: good, name: Good, desired: 9, actual: 9}\n"
      "  - {id: file, name: File, visibility: backstage, supports: [desk], desired: 9, actual: 8.5}\n"
      "  - {id: server, name: Server, visibility: support, supports: [desk], desired: 9, actual: 4}\n" +
      journey_from("desk wait call good");
  const Scene slide = blueprint_from(yaml, {.width = 960, .height = 540, .is_slide = true, .most = 3});
  CHECK(find_item<Card>(slide, "touchpoint-server"));
  CHECK_FALSE(find_item<Card>(slide, "touchpoint-file"));
  CHECK_FALSE(find_item<Card>(slide, "action-wait"));  // its card says when
  CHECK(find_item<Card>(slide, "touchpoint-wait"));
  CHECK(joined_texts(slide, "line") == "line of interaction; line of visibility");
  CHECK(joined_texts(slide, "legend").find("no room here for all that carries these moments") != std::string::npos);
  CHECK(joined_texts(blueprint_from(yaml), "legend").find("no room here") == std::string::npos);
}

TEST_CASE("the name of an empty lane has room beside the lane") {
  const Workspace workspace = workspace_from(touchpoints_from("a=4/9") + journey_from("a"));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Scene scene = drawn_view("blueprint", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  const Panel* lane = find_panel(scene, "lane-support");
  const Label* name = find_item<Label>(scene, "heading-lane-support");
  REQUIRE(lane);
  REQUIRE(name);
  CHECK(name->lines.size() == 2);
  CHECK(name->box.bottom() <= lane->box.bottom() + 0.01);
}

TEST_CASE("that nothing is written down behind the scenes is said once, however many rows there are") {
  const Workspace workspace = workspace_from(touchpoints_from("a=4/9 b=4/9 c=4/9 d=4/9 e=4/9 f=4/9") + journey_from("a b c|d e f"));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  PictureOptions narrow;
  narrow.width = 700;
  const Scene scene = drawn_view("blueprint", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()}, narrow);
  const auto lanes = [&](std::string_view id) {
    return std::ranges::count_if(scene.panels, [&](const Panel& panel) { return panel.identity.id.starts_with(id); });
  };
  CHECK(lanes("lane-frontstage") == 2);
  CHECK(lanes("lane-backstage") == 1);
  CHECK(lanes("lane-support") == 1);
}
