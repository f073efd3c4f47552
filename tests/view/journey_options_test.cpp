// What a journey's picture shows under its lanes, and what may be asked of it.
#include <doctest/doctest.h>

#include "support/journeys.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::string with_actions = std::string(short_trip) + R"(
actions:
  - {id: decide, name: Let the desk decide, touchpoints: [rebook], owner: Head, status: planned, due: 2027-03-01, effort: 2, lift: 3}
  - {id: learn, name: Ask after greetings, touchpoints: [greeting], status: proposed, effort: 1}
  - {id: fair, name: Show one price, touchpoints: [search, bag-drop], status: done, due: 2026-01-31, lift: {bag-drop: 1}}
  - {id: menu, name: A longer menu, touchpoints: [rebook], status: dropped, lift: 2}
)";

/// Two moments on the path and what carries them; `log` stands on the path itself.
const std::string with_carriers = R"(departments: [{id: a, name: A}, {id: b, name: B}]
touchpoints:
  - {id: ask, name: Ask, department: a, importance: 5, desired: 9, actual: 4}
  - {id: log, name: Log it, department: b, visibility: backstage, desired: 8, actual: 3}
  - {id: get, name: Get, department: a, importance: 5, desired: 9, actual: 8}
  - {id: sort, name: Sort, department: b, visibility: backstage, supports: [ask, get], desired: 9, actual: 5}
  - {id: record, name: Record, visibility: support, supports: [get]}
  - {id: idle, name: Idle, visibility: support, supports: [sort]}
journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [ask, log, get]}]}
)";

Scene asked(const std::string& yaml, const PictureOptions& options) {
  return scene_from(yaml, options);
}

std::string legend_of(const Scene& scene) {
  return joined_texts(scene, "legend");
}

std::string panels_of(const Scene& scene) {
  std::string ids;
  for (const Panel& panel : scene.panels) ids += (ids.empty() ? "" : " ") + panel.identity.id;
  return ids;
}

std::vector<const Curve*> curves_of(const Scene& scene, Dash dash) {
  std::vector<const Curve*> curves;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (curve && curve->stroke.dash == dash && curve->stroke.width == 2) curves.push_back(curve);
  }
  return curves;
}

}  // namespace

TEST_CASE("pains stand under their column in few words: what is known for sure and falls short") {
  const Scene scene = scene_from(short_trip);
  CHECK(joined_texts(scene, "pain") == "5 short / below adequate / policy, no latitude; 6 short / on Late desk");
  CHECK(find_item<Label>(scene, "pain-rebook")->box.left > find_item<Card>(scene, "touchpoint-rebook")->box.left);
  CHECK(find_item<Label>(scene, "pain-rebook")->box.right() <= find_item<Card>(scene, "touchpoint-rebook")->box.right());
  const auto pains = [](const char* fields) {
    return joined_texts(scene_from(fmt::format("touchpoint: {{id: a, name: A, {}}}\n", fields) + journey_from("a")), "pain");
  };
  CHECK(pains("desired: 9, actual: 7") == "");
  CHECK(pains("desired: 9, actual: 6") == "3 short");
  CHECK(pains("desired: 9, evidence: [{voice: customer, score: 2, n: 3, sd: 1}]") == "");  // three answers establish nothing
  CHECK(pains("desired: 9, evidence: [{voice: customer, score: 2, n: 40, sd: 1}]") == "7 short");
  CHECK(pains("evidence: [{voice: customer, outcome: leaves}, {outcome: leaves}, {voice: observer, outcome: leaves}]") ==
        "2 leave over it");
}

TEST_CASE("most thumbs down are a pain, of customers of every kind alone") {
  const Workspace workspace = workspace_from("personas: [{id: p, name: P}]\ntouchpoint: {id: a, name: A}\n" + journey_from("a"));
  Answers answers;
  answers.touchpoints.resize(1);
  answers.touchpoints[0].thumbs_up = 2;
  answers.touchpoints[0].thumbs_down = 3;
  const auto pains = [&](const Viewpoint& viewpoint) {
    const Analysis analysis = analyse(workspace, answers, viewpoint);
    return joined_texts(drawn_view("journey", {workspace, analysis, answers, light_theme(), typesetter()}, {.layout = Layout::lanes}),
                        "pain");
  };
  CHECK(pains({}) == "3 of 5 thumbs down");
  CHECK(pains({.persona = 0}) == "");
  answers.touchpoints[0].thumbs_up = 3;
  CHECK(pains({}) == "");
}

TEST_CASE("actions stand under the column of what they lift, with how far they have come") {
  const Scene scene = scene_from(with_actions);
  CHECK(joined_texts(scene, "action") ==
        "Show one price / done; Let the desk decide / planned, due 2027-03-01, / +3; Ask after greetings / proposed; Show one price / "
        "done, +1");
  CHECK(find_item<Label>(scene, "action-rebook")->identity.tooltip == "Let the desk decide\nHead\nplanned, due 2027-03-01\neffort 2 of 5");
  CHECK_FALSE(find_panel(scene_from(short_trip), "opportunities"));
}

TEST_CASE("more actions than a column has room for are counted") {
  std::string yaml = "touchpoint: {id: a, name: A}\nactions:\n";
  for (int i = 0; i < 5; ++i) yaml += fmt::format("  - {{id: a{0}, name: Act {0}, touchpoints: [a], status: doing}}\n", i);
  CHECK(joined_texts(scene_from(yaml + journey_from("a")), "action") == "Act 0 / doing; Act 1 / doing; Act 2 / doing / and 2 more");
}

TEST_CASE("what carries moments of the path lies under their columns, with a wedge below each") {
  const Scene scene = scene_from(with_carriers);
  const Card* sort = find_item<Card>(scene, "carrier-sort");
  REQUIRE(sort);
  CHECK(text_in(sort->lines) == "Sort / 5 of 9  ·  judged  ·  B");
  CHECK(sort->box.left == find_item<Card>(scene, "touchpoint-ask")->box.left);
  CHECK(sort->box.right() == doctest::Approx(find_item<Card>(scene, "touchpoint-get")->box.right()));
  CHECK(find_item<Card>(scene, "carrier-record")->box.left == find_item<Card>(scene, "touchpoint-get")->box.left);
  CHECK_FALSE(find_item<Card>(scene, "carrier-idle"));
  CHECK(panels_of(scene) == "experience lane-a lane-b backstage support pains");
  CHECK(legend_of(scene).find("carries the moments of its column") != std::string::npos);
}

TEST_CASE("what no customer sees has a card on the path but no place on the curves, and nobody is handed over to it") {
  const Scene scene = scene_from(with_carriers);
  CHECK(card_text_in(scene, "touchpoint-log") == "Log it / ✕\u00a03 of 8  ·  judged / backstage");
  CHECK_FALSE(find_item<Marker>(scene, "marker-log"));
  CHECK_FALSE(find_connector(scene, "hand-over-log"));
  REQUIRE(find_connector(scene, "step-get"));
  CHECK(find_connector(scene, "step-get")->from == "touchpoint-ask");
}

TEST_CASE("after the actions there is a third curve that needs no colour to be told apart") {
  const Scene scene = asked(with_actions, {.after_actions = true});
  CHECK(curves_of(scene, Dash::dotted).size() == 2);  // one before what nobody measured, and the legend's
  CHECK(card_text_in(scene, "touchpoint-rebook").find("4 of 9  ·  n 40 / 7 after actions") != std::string::npos);
  CHECK(card_text_in(scene, "touchpoint-bag-drop").find("after actions") == std::string::npos);  // done: no longer to come
  CHECK(legend_of(scene).find("lived after the actions") != std::string::npos);
  CHECK(text_in(find_item<Label>(scene, "figures")->lines).find("after the actions") != std::string::npos);
  const Scene without = scene_from(with_actions);
  CHECK(curves_of(without, Dash::dotted).empty());
  CHECK(legend_of(without).find("after") == std::string::npos);
}

TEST_CASE("one department stands out and the others fade, but can still be read") {
  const Scene scene = asked(short_trip, {.department = 1});
  const Theme& theme = light_theme();
  for (const char* id : {"touchpoint-search", "touchpoint-rebook"}) {
    const Card* card = find_item<Card>(scene, id);
    CHECK(card->accent == theme.line);
    for (const Line& line : card->lines) {
      for (const Run& run : line.runs) CHECK(contrast(run.colour, *card->fill) >= 4.5);
    }
  }
  CHECK(find_item<Card>(scene, "touchpoint-late-desk")->accent == theme.tone_of(GapClass::red).colour);
  CHECK(find_panel(scene, "lane-gate")->stroke->colour == theme.accent);
  CHECK(find_panel(scene, "lane-desk")->stroke->colour == theme.grid);
  CHECK(find_connector(scene, "step-rebook")->stroke.colour == theme.line);
  CHECK(find_connector(scene, "hand-over-greeting")->stroke.colour == theme.accent);
  CHECK(legend_of(scene).find("other departments") != std::string::npos);
  CHECK(text_in(find_item<Label>(scene, "figures")->lines).find("standing out: Airport services, 3 moments") != std::string::npos);
}

TEST_CASE("a poster leaves blank what is asked for, each step more than the one before") {
  const struct {
    Blank blank;
    const char* fields;
    const char* bag_drop;
  } cases[] = {
      {Blank::actual, "life pains voices", "Bag drop / Airport services / bag-drop"},
      {Blank::customer, "wish life pains voices", "Bag drop / Airport services / bag-drop"},
      {Blank::all, "company wish life pains voices opportunities", "Bag drop / Airport services / bag-drop"},
  };
  for (const auto& [blank, fields, bag_drop] : cases) {
    const Scene scene = asked(with_actions, {.blank = blank});
    CAPTURE(fields);
    std::string rows;
    for (const Panel& panel : scene.panels) {
      const std::string& id = panel.identity.id;
      if (id == "experience" || id.starts_with("lane") || (id == "opportunities" && blank != Blank::all)) continue;
      rows += (rows.empty() ? "" : " ") + id;
    }
    CHECK(rows == fields);
    const auto is_lane = [](const Panel& panel) { return panel.identity.css_class == "lane"; };
    CHECK(std::ranges::count_if(scene.panels, is_lane) == 1);  // so that paper is there to write on
    CHECK(card_text_in(scene, "touchpoint-rebook").find("may decide") == std::string::npos);
    CHECK(card_text_in(scene, "touchpoint-bag-drop") == bag_drop);
    CHECK_FALSE(find_item<Marker>(scene, "marker-rebook"));
    CHECK(find_item<Card>(scene, "write-life-rebook"));
    CHECK(text_in(find_item<Card>(scene, "score-life-rebook")->lines) == "0…10");
    CHECK(text_in(find_item<Card>(scene, "write-life-late-desk")->lines) == "on Late desk");
    CHECK(legend_of(scene).find("lived") == std::string::npos);
    CHECK(legend_of(scene).find("gap") == std::string::npos);
  }
}

TEST_CASE("a poster for customers shows what we want and nothing of theirs") {
  const Scene scene = asked(short_trip, {.blank = Blank::customer});
  CHECK(card_text_in(scene, "touchpoint-rebook").find("One call settles it.") != std::string::npos);
  CHECK(card_text_in(scene, "touchpoint-rebook").find("Do not punish me.") == std::string::npos);
  CHECK(joined_texts(scene, "voice") == "");
  CHECK(joined_texts(scene, "pain") == "");
  CHECK(legend_of(scene).find("wanted") != std::string::npos);
  CHECK(legend_of(asked(short_trip, {.blank = Blank::all})).find("wanted") == std::string::npos);
}

TEST_CASE("where somebody draws there is a line for every point of a short scale and for every moment") {
  const auto numbers = [](const char* scale) {
    const std::string yaml = fmt::format("project: {{scale: {{min: {}}}}}\n", scale) + touchpoints_from("a=/2 b=/2") + journey_from("a b");
    const Scene scene = asked(yaml, {.blank = Blank::actual});
    std::string text;
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (label && label->identity.id.starts_with("scale")) text += text_in(label->lines) + " ";
    }
    return text;
  };
  CHECK(numbers("1, max: 5") == "5 4 3 2 1 ");
  CHECK(numbers("0, max: 100") == "100 50 0 ");
  CHECK(numbers("0, max: 2.5") == "2.5 1.2 0 ");
}
