// What only the service blueprint promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <variant>
#include <vector>

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

/// The middles of the wedges right over a bar, from the left.
std::vector<double> wedges_over(const Scene& scene, const Box& bar) {
  std::vector<double> middles;
  for (const Ground& ground : scene.ground) {
    const Area* area = std::get_if<Area>(&ground);
    if (!area || area->outline.size() != 3) continue;
    const Point tip = area->outline[2];
    if (area->outline[0].y <= bar.top && tip.y > bar.top - 10 && bar.left < tip.x && tip.x < bar.right()) middles.push_back(tip.x);
  }
  return middles;
}

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

TEST_CASE("what no customer sees is a bar over the moments that it carries, itself or by what it carries, with a wedge under each") {
  const Scene scene = blueprint_from(behind_the_desk);
  const auto box = [&](const char* id) { return find_item<Card>(scene, std::string("touchpoint-") + id)->box; };
  for (const char* bar : {"file", "server"}) {
    CAPTURE(bar);
    CHECK(box(bar).left == box("desk").left);
    CHECK(box(bar).right() == box("call").right());
    CHECK(wedges_over(scene, box(bar)) == std::vector<double>{box("desk").center().x, box("call").center().x});
  }
  CHECK(box("plan").left == box("call").left);
  CHECK(box("plan").right() == box("call").right());
  CHECK(wedges_over(scene, box("plan")) == std::vector<double>{box("call").center().x});
  CHECK(box("plan").top > box("file").bottom());
  CHECK(joined_texts(scene, "legend").find("carries the moments of its column") != std::string::npos);
  CHECK(std::ranges::none_of(scene.connectors, [](const Connector& connector) { return connector.identity.css_class == "carries"; }));
  CHECK(find_item<Card>(scene, "touchpoint-file")->identity.tooltip.ends_with("carries: Desk, Call"));
  CHECK(card_text_in(scene, "touchpoint-file").find("carries") == std::string::npos);
}

TEST_CASE("a bar says which moments it carries where another one stands in the same column") {
  const Scene scene = blueprint_from(
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 4}\n"
      "  - {id: wait, name: Wait, desired: 9, actual: 3, when: it rains}\n"
      "  - {id: call, name: Call, desired: 9, actual: 3}\n"
      "  - {id: file, name: File, visibility: backstage, supports: [wait, call], desired: 9, actual: 8.5}\n" +
      journey_from("desk wait call"));
  CHECK(card_text_in(scene, "touchpoint-file").ends_with("carries: Wait, Call"));
}

TEST_CASE("two that carry one another have a bar each, and the drawing ends") {
  const Scene scene = blueprint_from(
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 4}\n"
      "  - {id: file, name: File, visibility: backstage, supports: [desk, server]}\n"
      "  - {id: server, name: Server, visibility: support, supports: [file]}\n" +
      journey_from("desk"));
  CHECK(find_item<Card>(scene, "touchpoint-file"));
  CHECK(find_item<Card>(scene, "touchpoint-server"));
}

TEST_CASE("a slide leaves out what customers do on branches, then what falls little short behind the scenes, and says so") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 4}\n"
      "  - {id: wait, name: Wait, desired: 9, actual: 3, when: it rains}\n"
      "  - {id: file, name: File, visibility: backstage, supports: [desk], desired: 9, actual: 8.5}\n"
      "  - {id: server, name: Server, visibility: support, supports: [desk], desired: 9, actual: 4}\n" +
      journey_from("desk wait");
  const auto slide = [&](std::size_t left_out) {
    return blueprint_from(yaml, {.width = 960, .left_out = left_out, .height = 540, .is_slide = true});
  };
  const struct {
    std::size_t left_out;
    bool has_branch_action, has_good_carrier;
    const char* lines;
    const char* told;
  } cases[] = {
      {0, true, true, "line of interaction; line of visibility; line of internal interaction", ""},
      {3, false, true, "line of interaction; line of visibility; line of internal interaction", "what customers do on branches"},
      {4, false, false, "line of interaction; line of visibility",
       "what customers do on branches, what carries moments and falls little short"},
  };
  for (const auto& [left_out, has_branch_action, has_good_carrier, lines, told] : cases) {
    CAPTURE(left_out);
    const Scene scene = slide(left_out);
    CHECK((find_item<Card>(scene, "action-wait") != nullptr) == has_branch_action);
    CHECK((find_item<Card>(scene, "touchpoint-file") != nullptr) == has_good_carrier);
    CHECK(find_item<Card>(scene, "touchpoint-server"));
    CHECK(find_item<Card>(scene, "touchpoint-wait"));  // its card says when
    CHECK(joined_texts(scene, "line") == lines);
    CHECK(joined_texts(scene, "legend").find(told) != std::string::npos);
  }
}

TEST_CASE(
    "a narrowed blueprint keeps what the verdict names longest, then red moments of truth, and does not tell as left out what it draws") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 2}\n"
      "  - {id: truth, name: Truth, desired: 9, actual: 5, moment_of_truth: true}\n"
      "  - {id: calm, name: Calm, desired: 9, actual: 7, moment_of_truth: true}\n"
      "  - {id: hall, name: Hall, desired: 9, actual: 4}\n"
      "  - {id: stairs, name: Stairs, desired: 9, actual: 4.5}\n"
      "  - {id: gate, name: Gate, desired: 9, actual: 4.6}\n"
      "  - {id: file, name: File, visibility: backstage, supports: [desk], desired: 9, actual: 4.5}\n" +
      journey_from("desk file truth calm hall stairs gate");
  const Scene scene = blueprint_from(yaml, {.width = 960, .height = 540, .is_slide = true, .most = 4});
  for (const char* id : {"desk", "truth", "file", "hall", "stairs"}) CHECK(find_item<Card>(scene, std::string("touchpoint-") + id));
  for (const char* id : {"calm", "gate"}) CHECK_FALSE(find_item<Card>(scene, std::string("touchpoint-") + id));
  CHECK(scene.left_out.things == std::vector<std::string>{"Gate", "Calm"});
}

TEST_CASE("no arrow of a narrowed blueprint leads over moments that it lacks") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: desk, name: Desk, desired: 9, actual: 2}\n"
      "  - {id: hall, name: Hall, desired: 9, actual: 3}\n"
      "  - {id: calm, name: Calm, desired: 9, actual: 9}\n"
      "  - {id: gate, name: Gate, desired: 9, actual: 4}\n"
      "  - {id: rain, name: Rain, desired: 9, actual: 1, when: it rains}\n" +
      journey_from("desk hall calm gate rain");
  const auto slide = [&](std::size_t most) { return blueprint_from(yaml, {.width = 960, .height = 540, .is_slide = true, .most = most}); };
  const struct {
    std::size_t most;
    bool has_first, has_second;
  } cases[] = {{5, true, true}, {4, true, false}, {2, false, false}};
  for (const auto& [most, has_first, has_second] : cases) {
    CAPTURE(most);
    const Scene scene = slide(most);
    CHECK((find_connector(scene, "step-hall") != nullptr) == has_first);
    CHECK((find_connector(scene, "step-gate") != nullptr) == has_second);
    CHECK((joined_texts(scene, "legend").find("what the customer does next") != std::string::npos) == has_first);
    CHECK(joined_texts(scene, "legend").find("what the customer meets there") != std::string::npos);
  }
  CHECK(find_connector(slide(4), "way-action-gate-rain"));
  CHECK_FALSE(find_connector(slide(2), "way-action-desk-rain"));  // the last one shown before it
}

TEST_CASE("a bar over moments that it does not carry says all that it carries") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: a, name: Desk, desired: 9, actual: 4}\n"
      "  - {id: b, name: Belt, desired: 9, actual: 4}\n"
      "  - {id: c, name: Hall, desired: 9, actual: 3, when: it rains}\n"
      "  - {id: bags, name: Bags, visibility: backstage, supports: [a, b], desired: 9, actual: 4}\n";
  const auto bar = [&](const char* path) { return card_text_in(blueprint_from(yaml + journey_from(path)), "touchpoint-bags"); };
  CHECK(bar("a b c").find("carries: Desk, Belt") != std::string::npos);
  CHECK(bar("a b").find("carries") == std::string::npos);
}

TEST_CASE("on a sheet, bars and what happens only under a condition go on over free columns, so that rows are low") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: a, name: A desk, desired: 9, actual: 4}\n"
      "  - {id: wait, name: A wait that has a long name, desired: 9, actual: 3, when: it rains at the seaside}\n"
      "  - {id: b, name: B, desired: 9, actual: 4}\n"
      "  - {id: c, name: C, desired: 9, actual: 4}\n"
      "  - {id: d, name: D, desired: 9, actual: 4}\n"
      "  - {id: e, name: E, desired: 9, actual: 4}\n"
      "  - {id: file, name: A file behind the scenes, visibility: backstage, supports: [a], desired: 9, actual: 8.5}\n" +
      journey_from("a wait b c d e");
  const Scene sheet = blueprint_from(yaml, {.width = 960, .height = 540, .is_slide = true});
  const auto box = [&](const Scene& scene, const char* id) { return find_item<Card>(scene, std::string("touchpoint-") + id)->box; };
  CHECK(box(sheet, "wait").left == box(sheet, "a").left);
  CHECK(box(sheet, "wait").right() >= box(sheet, "b").right());
  CHECK(box(sheet, "file").right() >= box(sheet, "b").right());
  CHECK(find_item<Card>(sheet, "touchpoint-file")->lines.size() == 1);
  const Scene screen = blueprint_from(yaml);
  CHECK(box(screen, "wait").right() == box(screen, "a").right());
  CHECK(box(screen, "file").right() == box(screen, "a").right());
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

TEST_CASE("no name, condition or action is cut off on a sheet, however long its words are") {
  const std::string name = "Regulierungsentscheidungsmitteilungsannahme der Rechtsschutzversicherungsgesellschaften am Ort";
  std::string yaml = "touchpoints:\n";
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"})
    yaml += fmt::format("  - {{id: {0}, name: {1} {0}, desired: 9, actual: 4, customer_does: {1} und noch einmal {1}}}\n", id, name);
  yaml += fmt::format("  - {{id: x, name: {0}, desired: 9, actual: 3, when: die {0} noch nicht eingegangen ist}}\n", name);
  const Scene sheet = blueprint_from(yaml + journey_from("a b c d e f g x"), {.width = 960, .height = 540, .is_slide = true});
  for (const Item& item : sheet.items) {
    const Card* card = std::get_if<Card>(&item);
    if (card) CHECK(text_in(card->lines).find("…") == std::string::npos);
  }
}
