// What the journey's picture says, looked at as a scene.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/text/numbers.h"
#include "mot/view/views.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::size_t count_curves(const Scene& scene, const Colour& colour, double width, Dash dash) {
  std::size_t count = 0;
  for (const Ground& ground : scene.ground) {
    if (const auto* curve = std::get_if<Curve>(&ground)) count += curve->stroke == Stroke{colour, width, dash} && curve->points.size() > 4;
  }
  return count;
}

std::size_t count_shortfalls(const Scene& scene) {
  std::size_t count = 0;
  for (const Ground& ground : scene.ground) {
    if (const auto* area = std::get_if<CurvedArea>(&ground)) count += area->fill == light_theme().shortfall;
  }
  return count;
}

}  // namespace

TEST_CASE("a card says what is wanted, what is lived, on what it rests and what stands in the way") {
  const Scene scene = scene_from(short_trip);
  CHECK(card_text_in(scene, "touchpoint-search") == "Search a fare / The first price is the / price paid. / ✓\u00a07 of 8  ·  judged");
  CHECK(card_text_in(scene, "touchpoint-rebook") ==
        "★\u00a0Rebook after a / change / Do not punish me. / ✕\u00a04 of 9  ·  n 40 / wish assumed");
  CHECK(card_text_in(scene, "touchpoint-greeting") ==
        "★\u00a0Greeting at / check-in / Greeted by name / within a minute. / ? of 9  ·  not measured / may decide");
  CHECK(card_text_in(scene, "touchpoint-bag-drop") == "Bag drop / ✓\u00a08 of 6  ·  judged / promise 63\u00a0% kept");
  CHECK(find_item<Card>(scene, "touchpoint-rebook")->identity.css_class == "touchpoint moment-of-truth red");
  CHECK(find_item<Card>(scene, "touchpoint-greeting")->identity.css_class == "touchpoint moment-of-truth unmeasured unknown");
  CHECK(find_item<Card>(scene, "touchpoint-greeting")->stroke.dash == Dash::dashed);
  CHECK(find_item<Card>(scene, "touchpoint-rebook")->identity.tooltip.find("Wanted by the passenger: “Do not punish me.”, 9, assumed") !=
        std::string::npos);
}

TEST_CASE("a wish that was heard or asked for is no assumption") {
  const std::string yaml =
      "touchpoints: [{id: a, name: A, desired: {customer: {experience: Be kind., score: 9, heard: [talks]}}, actual: 7, "
      "evidence: [{id: talks, from: talks}]}]\njourney: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a]}]}\n";
  Workspace workspace = workspace_from(yaml);
  const auto slant = [](const Scene& scene) { return find_item<Card>(scene, "touchpoint-a")->lines[1].runs[0].font.slant; };
  CHECK(slant(scene_of(workspace)) == Slant::upright);
  workspace.touchpoints[0].desired->customer->heard.clear();
  CHECK(slant(scene_of(workspace)) == Slant::italic);
}

TEST_CASE("the head says whose journey it is and its figures") {
  const Scene scene = scene_from(short_trip);
  CHECK(text_in(find_item<Label>(scene, "title")->lines) == "A short trip");
  CHECK(text_in(find_item<Label>(scene, "figures")->lines)
            .find("Skyline Air  ·  Ines, car exporter  ·  5 moments, 2 of truth / experience delivered 71") == 0);
  CHECK(scene.id == "journey-trip");
  CHECK(
      scene.description ==
      "5 moments in 2 stages: Plan and book, Check in. Experience delivered: 71\u00a0%. Late desk falls 6 points short (judged) of what is "
      "wanted, Rebook after a change 5 (measured). Of the stages “Plan and book” falls furthest short: 3.5 points on average. Nobody knows "
      "what is lived at Greeting at check-in.");
  CHECK(text_in(find_item<Label>(scene, "verdict")->lines).starts_with("Late desk falls 6 points short"));
}

TEST_CASE("what nobody measured breaks the lived curve and is a dashed question mark") {
  const Scene scene = scene_from(short_trip);
  const Theme& theme = light_theme();
  CHECK(count_curves(scene, theme.ink, 2, Dash::solid) == 0);  // both stretches are a single piece
  const Scene measured = scene_from(yaml_of_journey({.touchpoints = 9, .departments = 2, .a_stage = 9}));
  CHECK(count_curves(measured, theme.ink, 2, Dash::solid) == 2);
  CHECK(count_curves(measured, theme.accent, 1.5, Dash::dashed) == 1);
  const Marker* unknown = find_item<Marker>(scene, "marker-greeting");
  REQUIRE(unknown);
  CHECK(unknown->text->text == "?");
  CHECK(unknown->stroke.dash == Dash::dashed);
}

TEST_CASE("a judged score is a ring, a measured one is full") {
  const Scene scene = scene_from(short_trip);
  const Theme& theme = light_theme();
  CHECK(find_item<Marker>(scene, "marker-search")->fill == theme.page);
  CHECK(find_item<Marker>(scene, "marker-search")->stroke.colour == theme.tone_of(GapClass::green).colour);
  CHECK(find_item<Marker>(scene, "marker-rebook")->fill == theme.tone_of(GapClass::red).colour);
  CHECK(find_item<Marker>(scene, "marker-rebook")->text->text == "4");
}

TEST_CASE("only a shortfall is shaded") {
  const auto shortfalls = [](const char* touchpoints) {
    return count_shortfalls(scene_from(touchpoints_from(touchpoints) + journey_from("a b c d e")));
  };
  CHECK(shortfalls("a=3/9 b=4/9 c=5/9 d=5/9 e=5/9") == 1);
  CHECK(shortfalls("a=9/3 b=9/4 c=9/4 d=9/4 e=9/4") == 0);
  CHECK(shortfalls("a=5/5 b=6/6 c=7/7 d=7/7 e=7/7") == 0);
  CHECK(shortfalls("a=3/9 b=9/3 c=3/9 d=3/9 e=3/9") == 2);
  CHECK(shortfalls("a=3/9 b=4/9 c=/9 d=4/9 e=5/9") == 2);
  CHECK(shortfalls("a=3/9 b=/9 c=3/9 d=3/ e=3/9") == 0);
}

TEST_CASE("lanes are those of the journey, by first appearance, and no taller than what they hold") {
  const Scene scene = scene_from(R"(departments: [{id: c, name: C}, {id: unused, name: U}, {id: b, name: B}, {id: a, name: A}]
touchpoints: [{id: one, name: One, department: b}, {id: two, name: Two, department: a}, {id: three, name: Three}, {id: four, name: Four, department: b}]
journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [one, two, three, four]}]}
)");
  std::string lanes;
  for (const Panel& panel : scene.panels) {
    if (panel.identity.css_class == "lane") lanes += panel.identity.id + " ";
    if (panel.identity.css_class == "lane") CHECK(panel.box.height < 75);
  }
  CHECK(lanes == "lane-b lane-a lane-none ");
  CHECK(text_in(find_item<Label>(scene, "heading-lane-b")->lines) == "B / 2 moments, 0 measured");
}

TEST_CASE("hand-overs stand out and steps within a department do not") {
  const Scene scene = scene_from(short_trip);
  const Theme& theme = light_theme();
  CHECK(find_connector(scene, "step-rebook")->stroke.colour == theme.step);
  CHECK(find_connector(scene, "hand-over-greeting")->stroke.colour == theme.accent);
  CHECK(find_connector(scene, "hand-over-greeting")->identity.tooltip ==
        "Rebook after a change → Greeting at check-in\nHand-over: Reservations → Airport services");
  CHECK(find_connector(scene, "step-bag-drop")->from == "touchpoint-greeting");
}

TEST_CASE("a conditional moment stands beside the path, under the one before it, with its condition") {
  const Scene scene = scene_from(short_trip);
  const Card* main = find_item<Card>(scene, "touchpoint-greeting");
  const Card* aside = find_item<Card>(scene, "touchpoint-late-desk");
  CHECK(aside->box.top > main->box.bottom());
  CHECK(aside->box.left > main->box.left);
  CHECK(aside->box.right() == doctest::Approx(main->box.right()));
  CHECK(text_in(find_item<Label>(scene, "condition-late-desk")->lines) == "when the passenger is / late");
  const Connector* line = find_connector(scene, "aside-late-desk");
  REQUIRE(line);
  CHECK(line->stroke.dash == Dash::dotted);
  CHECK(line->from == "touchpoint-greeting");
}

TEST_CASE("conditional moments stand on the curve at their own heights, right of what they follow from") {
  const Scene scene = scene_from(touchpoints_from("a=5/9 b=1/9! c=/9! d=8/9 e=2/9!") + journey_from("a b c d e"));
  const auto marker = [&](const char* id) { return *find_item<Marker>(scene, fmt::format("marker-{}", id)); };
  const Marker before[] = {marker("a"), marker("b"), marker("c"), marker("d"), marker("e")};
  for (std::size_t i = 1; i < std::size(before); ++i)
    CHECK(before[i].center.x - before[i - 1].center.x > before[i].radius + before[i - 1].radius);
  CHECK(marker("d").center.y < marker("a").center.y);
  CHECK(marker("b").center.y > marker("e").center.y);
  CHECK(marker("c").center.y > marker("b").center.y);
  CHECK(marker("e").center.x + marker("e").radius < find_panel(scene, "experience")->box.right());
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("of more conditional moments than there is room for those that fall shortest stand on the curve") {
  const Scene scene = scene_from(touchpoints_from("a=5/9 b=8/9! c=1/9! d=7/9! e=2/9!") + journey_from("a b c d e"));
  CHECK(find_item<Marker>(scene, "marker-c") != nullptr);
  CHECK(find_item<Marker>(scene, "marker-e") != nullptr);
  CHECK(find_item<Marker>(scene, "marker-b") == nullptr);
  CHECK(joined_texts(scene, "legend").find("the curve has those that fall shortest") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a way down a branch and a way on from another one are two lines") {
  const Scene scene =
      scene_from(touchpoints_from("a=5/9 b=4/9 c=3/9 d=8/9 h=6/9") +
                 "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, {when: rain, touchpoints: [b, {when: hail, "
                 "touchpoints: [h], then: end}], then: d}, {when: snow, touchpoints: [c]}, d]}]}\n");
  const auto upright_part = [&](const char* id) {
    const Connector* way = find_connector(scene, id);
    REQUIRE(way);
    for (std::size_t i = 0; i + 3 < way->points.size(); i += 3) {
      const Point from = way->points[i], to = way->points[i + 3];
      if (std::abs(from.x - to.x) < 0.01 && std::abs(from.y - to.y) > 30) return from.x;
    }
    return 0.0;
  };
  const double down = upright_part("way-touchpoint-b-touchpoint-h"), on = upright_part("way-touchpoint-c-touchpoint-d");
  CHECK(on > 0);
  CHECK(down >= on + 4);
}

TEST_CASE("the main path goes over the edge of a row to a journey inside, and on from it") {
  const Scene scene = scene_from(touchpoints_from("a=5/9 b=4/9 c=3/9 d=8/9 e=6/9") +
                                     "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b, {journey: in}, c]}]}, "
                                     "{id: in, name: In, stages: [{id: t, name: T, touchpoints: [d, e]}]}]\n",
                                 {.columns = 2});
  const auto parts = std::ranges::count(scene.connectors, "touchpoint-b", &Connector::from);
  CHECK(parts == 2);  // out of the row above, and into the one below
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("of more pains than a column has room for the worst are told, in the order of the path") {
  const Scene scene = scene_from(touchpoints_from("a=8/9 b=5/9! c=4.5/9! d=1/9! e=4/9! f=0/9! g=2/9!") + journey_from("a b c d e f g"));
  std::string told;
  for (const char* id : {"b", "c", "d", "e", "f", "g"})
    if (find_item<Label>(scene, fmt::format("pain-{}", id))) told += id;
  CHECK(told == "defg");
  CHECK(find_item<Label>(scene, "pain-d")->box.top < find_item<Label>(scene, "pain-f")->box.top);
}

TEST_CASE("conditional moments under the same one share the line to them") {
  const Scene scene = scene_from(touchpoints_from("a=5/5 b=/5! c=/5!") + journey_from("a b c"));
  const double foot = find_item<Card>(scene, "touchpoint-a")->box.bottom();
  const double branch = find_item<Card>(scene, "touchpoint-b")->box.center().y;
  CHECK(find_connector(scene, "aside-b")->points.front().y == doctest::Approx(foot));
  CHECK(find_connector(scene, "aside-c")->points.front().y > foot + 10);
  CHECK(find_connector(scene, "aside-c")->points.front().y < branch);
}

TEST_CASE("a touchpoint that comes twice has two cards, and neither takes another's name") {
  const Scene scene = scene_from(
      "touchpoints: [{id: a, name: A, actual: 5, evidence: [{voice: customer, quote: Hm.}]}, {id: a-2, name: B, actual: 6}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, a, a-2, a]}]}\n");
  CHECK(card_text_in(scene, "touchpoint-a").find("A /") == 0);
  CHECK(card_text_in(scene, "touchpoint-a-2").find("B /") == 0);
  CHECK(card_text_in(scene, "touchpoint-a-3").find("A /") == 0);
  CHECK(card_text_in(scene, "touchpoint-a-4").find("A /") == 0);
  CHECK(find_item<Marker>(scene, "marker-a-3"));
  CHECK(joined_texts(scene, "voice") == "“Hm.”");
}

TEST_CASE("a moment that is visited twice counts once in the head as in its lane, and its visits are told as visits") {
  const Scene scene = scene_from(
      "departments: [{id: d, name: D}]\n"
      "touchpoints: [{id: a, name: A, department: d, actual: 5}, {id: b, name: B, department: d, actual: 6}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b, a]}]}\n");
  CHECK(text_in(find_item<Label>(scene, "heading-lane-d")->lines).starts_with("D / 2 moments / 0 measured, 2 judged"));
  CHECK(text_in(find_item<Label>(scene, "figures")->lines).find("2 moments, 0 of truth on 3 visits") != std::string::npos);
  CHECK(scene.description.starts_with("2 moments in 1 stage: S. They take 3 visits."));
}

TEST_CASE("what is lived stands on the card in words, with a score or without, and without one it is told, not scored") {
  const std::string yaml =
      "touchpoints: [{id: a, name: A, desired: 8, actual: {experience: Nobody looked up.}}, {id: b, name: B, desired: 8, actual: "
      "{experience: A nod., score: 5}}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b]}]}\n";
  const Scene scene = scene_from(yaml);
  CHECK(card_text_in(scene, "touchpoint-a") == "A / ? of 8 / told, not scored / Nobody looked up.");
  CHECK(card_text_in(scene, "touchpoint-b") == "B / ‼\u00a05 of 8  ·  judged / A nod.");
}

TEST_CASE("a card flies the flags of those who go on the journey, and the reason of a moment of truth stands below it") {
  const std::string yaml =
      "personas: [{id: ines, name: Ines, flag: Never late}, {id: omar, name: Omar}]\n"
      "touchpoints: [{id: a, name: A, desired: 8, moment_of_truth: It comes last., flags: {ines: Papers in the cart, omar: A window}}]\n"
      "journey: {id: j, name: J, persona: ines, stages: [{id: s, name: S, touchpoints: [a]}]}\n";
  const Scene scene = scene_from(yaml);
  CHECK(card_text_in(scene, "touchpoint-a").find("⚑\u00a0Papers in the cart") != std::string::npos);
  CHECK(card_text_in(scene, "touchpoint-a").find("window") == std::string::npos);
  CHECK(joined_texts(scene, "legend").find("flies the customer's flag") != std::string::npos);
  CHECK(joined_texts(scene, "truth") == "It comes last.");
  CHECK(joined_texts(scene_from(touchpoints_from("a=5/5") + journey_from("a")), "legend").find("flag") == std::string::npos);
}

TEST_CASE("customers speak under their column, first as the department heard them, then as they answered") {
  Workspace workspace = workspace_from(short_trip);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  answers.touchpoints[1].quotes = {{"They called me back.", Verdict::up}, {"Never again.", Verdict::down}};
  const Scene scene = scene_of(workspace, {}, answers);
  CHECK(joined_texts(scene, "voice") == "“Three days late and / nobody could decide.”; “They called me back.”");
  CHECK(find_item<Label>(scene, "thumb-rebook")->identity.css_class == "down");
  CHECK(find_item<Label>(scene, "thumb-rebook-2")->identity.css_class == "up");
  workspace.touchpoints[1].evidence[0].voice = Placed<Voice>{Voice::frontline, {}};
  CHECK(joined_texts(scene_of(workspace), "voice") == "");
  CHECK_FALSE(find_panel(scene_of(workspace), "voices"));
}

TEST_CASE("the legend explains what is in the picture and nothing else") {
  const std::string all = joined_texts(scene_from(short_trip), "legend");
  for (const char* word : {"moment of truth", "wanted", "lived", "shortfall", "judged", "not measured", "hand-over", "same department",
                           "condition", "assumed", "thumbs", "over 3"}) {
    CAPTURE(word);
    CHECK(all.find(word) != std::string::npos);
  }
  CHECK(all.find("to 2") == std::string::npos);
  const std::string few = joined_texts(scene_from("touchpoints: [{id: a, name: A, desired: 5, actual: 5}]\njourney: {id: j, name: J, "
                                                  "stages: [{id: s, name: S, touchpoints: [a]}]}\n"),
                                       "legend");
  CHECK(few == "wanted; gap to 1; judged by ourselves");
}

TEST_CASE("points and shares are short and never more exact than they are") {
  const struct {
    double value;
    const char* text;
  } cases[] = {{7, "7"}, {6.44, "6.4"}, {6.96, "7"}, {-0.5, "−0.5"}, {-0.01, "0"}, {0, "0"}, {987.64, "987.6"}, {-5, "−5"}};
  for (const auto& [value, text] : cases) CHECK(points_text(value) == text);
  CHECK(percent_text(71.6) == "72\u00a0%");
  CHECK(count_text(1, "moment", "moments") == "1 moment");
  CHECK(count_text(0, "moment", "moments") == "0 moments");
}

TEST_CASE("one answer is drawn less solid than many") {
  const auto marker = [](int n, Layout layout) {
    const std::string yaml =
        fmt::format("touchpoint: {{id: a, name: A, desired: 9, evidence: [{{voice: customer, score: 4, n: {}, sd: 1}}]}}\n", n) +
        journey_from("a");
    return *find_item<Marker>(scene_from(yaml, {.layout = layout}), "marker-a");
  };
  const Theme& theme = light_theme();
  CHECK(marker(564, Layout::lanes).fill == theme.tone_of(GapClass::red).colour);
  CHECK(marker(12, Layout::lanes).fill == theme.page);
  CHECK(marker(12, Layout::lanes).stroke.dash == Dash::dotted);
  CHECK(marker(564, Layout::story).fill == theme.tone_of(GapClass::red).colour);
  CHECK(marker(12, Layout::story).fill == theme.page);
}

TEST_CASE("on paper no text of lanes is cut off, and on a screen one that goes on and on is") {
  const std::string words =
      "Elementarschadenversicherungsantragsformular der Rechtsschutzversicherungsgesellschaft in Unterschriftenbereitstellung";
  const std::string many = words + " und " + words;
  std::string yaml = "project: {name: Probe, language: de}\ndepartments: [{id: d, name: Schadenregulierungsabteilung}]\ntouchpoints:\n";
  for (const char* id : {"a", "b", "c", "d", "e", "f"})
    yaml += fmt::format(
        "  - {{id: {0}, name: {1} {0}, department: d, desired: {{company: {{experience: {2}, score: 9}}}}, "
        "actual: {{experience: {2}, score: 4}}, pains: [{2}]}}\n",
        id, words, many);
  yaml += fmt::format("  - {{id: x, name: {0}, desired: 9, actual: 3, when: die {1} noch nicht eingegangen ist}}\n", words, many);
  yaml += "journey: {id: j, name: J, stages: [{id: s, name: " + words + ", touchpoints: [a, b, c, x, d, e, f]}]}\n";
  const auto is_cut = [&](const PictureOptions& options) {
    const Scene scene = scene_from(yaml, options);
    return std::ranges::any_of(scene.items, [](const Item& item) {
      const auto* card = std::get_if<Card>(&item);
      const auto* label = std::get_if<Label>(&item);
      return (card || label) && text_in(card ? card->lines : label->lines).find("…") != std::string::npos;
    });
  };
  CHECK(is_cut({}));
  CHECK_FALSE(is_cut({.margin = 4}));
  CHECK_FALSE(is_cut({.width = 700, .is_slide = true}));
}
