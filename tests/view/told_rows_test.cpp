// Rows of what is written besides scores, in the journey and in the blueprint.
#include "mot/picture/told_rows.h"

#include <doctest/doctest.h>

#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::string story =
    "project: {name: S, scale: {min: 0, max: 10}, lanes: [IT systems, Legal]}\n"
    "channels: [web, {id: app, name: The app}]\n"
    "departments: [{id: hall, name: Hall}, {id: till, name: Till}]\n"
    "touchpoints:\n"
    "  - id: desk\n"
    "    name: Desk\n"
    "    department: hall\n"
    "    desired: 9\n"
    "    actual: 4\n"
    "    customer_does: Stands in line\n"
    "    customer_thinks: [So long., Why?]\n"
    "    pains: [{text: Slow., severity: 1}, {text: Rude., severity: 3}]\n"
    "    channel: [web, app]\n"
    "    involves: till\n"
    "    waits: {actual: 20 min, wanted: 5 min}\n"
    "    takes: 90 s\n"
    "    kpis: [{name: Errors, value: 3, target: 1, better: lower}, {name: Calls, target: 5, better: higher}]\n"
    "    lanes: {IT systems: [CRM, SAP]}\n"
    "  - {id: call, name: Call, department: till, when: it rings, desired: 9, customer_thinks: Oh.}\n"
    "journey:\n"
    "  id: trip\n"
    "  name: Trip\n"
    "  stages: [{id: come, name: Come, touchpoints: [desk, call], customer_feels: lost, lanes: {Legal: consent}}]\n";

struct Drawn {
  Workspace workspace = workspace_from(story);
  Answers answers;
  Analysis analysis;
  Drawn() {
    answers.touchpoints.resize(workspace.touchpoints.size());
    analysis = analyse(workspace, answers);
  }
  Scene scene(std::string_view view, PictureOptions options = {}) const {
    if (view == "journey" && !options.layout) options.layout = Layout::lanes;
    return drawn_view(view, {workspace, analysis, answers, light_theme(), typesetter()}, options);
  }
};

std::string text_of(const Scene& scene, const std::string& id) {
  const Label* label = find_item<Label>(scene, id);
  return label ? text_in(label->lines) : "-";
}

/// Keys of the rows, as their panels have them.
std::string rows_in(const Scene& scene) {
  std::string keys;
  for (const Panel& panel : scene.panels) {
    if (panel.identity.css_class == "told-row") keys += panel.identity.id.substr(5) + " ";
  }
  return keys;
}

}  // namespace

TEST_CASE("a row says what is written at moments and stages, marked where it falls short") {
  const Drawn drawn;
  const Scene scene = drawn.scene("journey");
  CHECK(rows_in(scene) == "does thinks feels pains channels involves times kpis lane-1 lane-2 ");
  CHECK(text_of(scene, "told-does-desk") == "Stands in line");
  CHECK(text_of(scene, "told-thinks-desk") == "So long. / Why?");
  CHECK(text_of(scene, "told-thinks-call") == "Call: Oh.");
  CHECK(text_of(scene, "told-feels-stage") == "lost");
  CHECK(text_of(scene, "told-pains-desk") == "●●●\u00a0Rude. / ●○○\u00a0Slow.");
  CHECK(joined_texts(scene, "legend").find("●●●; how much it hurts") != std::string::npos);
  CHECK(joined_texts(scene, "legend").find("how much good it does") == std::string::npos);
  CHECK(text_of(scene, "told-channels-desk") == "web, The app");
  CHECK(text_of(scene, "told-involves-desk") == "Till");
  CHECK(text_of(scene, "told-times-desk") == "✕ waits 20\u00a0min, wanted / 5\u00a0min / takes 1\u00a0min\u00a030\u00a0s");
  CHECK(text_of(scene, "told-kpis-desk") == "✕ Errors: 3 of at most 1 / ? Calls: ? of at least 5");
  CHECK(text_of(scene, "told-lane-1-desk") == "CRM / SAP");
  CHECK(text_of(scene, "told-lane-2-stage") == "consent");
  CHECK(faults(scene, typesetter()).empty());
}

TEST_CASE("a story has the rows that are asked for, each text under its own column; those not named leave early on paper") {
  const Drawn drawn;
  CHECK(rows_in(drawn.scene("journey", {.layout = Layout::story})) == "");
  const Scene scene = drawn.scene("journey", {.hidden_rows = {"gains"}, .layout = Layout::story});
  CHECK(rows_in(scene) == "thinks feels pains involves times kpis lane-1 lane-2 ");
  CHECK(text_of(scene, "told-involves-desk") == "Till");
  CHECK(text_of(scene, "heading-told-pains") == "Pains  ·  as somebody saw them");
  CHECK(faults(scene, typesetter()).empty());
  CHECK(rows_in(drawn.scene("journey", {.shown_rows = {"does"}, .layout = Layout::story})) == "does ");
  CHECK(rows_in(drawn.scene("journey", {.hidden_rows = {"gains"}, .layout = Layout::story, .left_out = 2})) != "");
  CHECK(rows_in(drawn.scene("journey", {.hidden_rows = {"gains"}, .layout = Layout::story, .left_out = 3})) == "");
  CHECK(rows_in(drawn.scene("journey", {.shown_rows = {"times"}, .layout = Layout::story, .left_out = 3})) == "times ");
}

TEST_CASE("the blueprint has the rows too, but what the customer does stands in its own lane") {
  const Drawn drawn;
  const Scene scene = drawn.scene("blueprint");
  CHECK(rows_in(scene) == "thinks feels pains channels involves times kpis lane-1 lane-2 ");
  CHECK(faults(scene, typesetter()).empty());
}

TEST_CASE("rows are hidden and shown by name") {
  const Drawn drawn;
  const struct {
    std::vector<std::string> shown;
    std::vector<std::string> hidden;
    const char* rows;
  } cases[] = {
      {{}, {"thinks", "IT systems", "kpis"}, "does feels pains channels involves times lane-2 "},
      {{"times", "Legal"}, {}, "times lane-2 "},
      {{"times", "Legal"}, {"times"}, "lane-2 "},
      {{"gains"}, {}, ""},
  };
  for (const auto& [shown, hidden, rows] : cases) {
    CAPTURE(rows);
    CHECK(rows_in(drawn.scene("journey", {.shown_rows = shown, .hidden_rows = hidden})) == rows);
  }
  CHECK(told_row_keys(drawn.workspace).back() == "Legal");
}

TEST_CASE("what is left to be written by hand is told by nobody") {
  const Drawn drawn;
  CHECK(rows_in(drawn.scene("journey", {.blank = Blank::actual})) == "");
}

TEST_CASE("rows that say next to nothing share one panel, each text behind the name of its row, and others have one of their own") {
  const Workspace workspace = workspace_from(
      "project: {name: S, lanes: [Legal]}\n"
      "touchpoints:\n"
      "  - {id: a, name: A, desired: 9, actual: 4, customer_thinks: Why?, pains: Slow., lanes: {Legal: consent}}\n"
      "  - {id: b, name: B, desired: 9, actual: 4, customer_thinks: Oh.}\n"
      "  - {id: c, name: C, desired: 9, actual: 4}\n"
      "  - {id: d, name: D, desired: 9, actual: 4, customer_feels: lost}\n" +
      journey_from("a b c d"));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  const Scene scene = drawn_view("blueprint", {workspace, analysis, answers, light_theme(), typesetter()});
  CHECK(rows_in(scene) == "thinks else ");
  CHECK(text_of(scene, "heading-told-else") == "What else is / written");
  CHECK(text_of(scene, "told-pains") == "Pains  ·  as somebody saw them  ·  Slow.");
  CHECK(text_of(scene, "told-lane-1") == "Legal  ·  consent");
  CHECK(text_of(scene, "told-feels") == "What the customer / feels  ·  lost");
  const auto left = [&](const char* id) { return find_item<Label>(scene, id)->box.left; };
  CHECK(left("told-pains") == left("told-thinks-a"));
  CHECK(left("told-feels") > left("told-thinks-b"));
  CHECK(faults(scene, typesetter()).empty());
}
