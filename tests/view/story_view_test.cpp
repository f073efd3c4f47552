// The journey as a story, looked at as a scene.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "mot/review/review.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/text_contrast.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// The example that every part of a story occurs in, with its evidence.
struct SkylineAir {
  Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});

  Scene drawn(const std::string& journey, PictureOptions options = {}, const Theme& theme = light_theme()) const {
    const auto& journeys = loaded.workspace.journeys;
    const auto found = std::ranges::find_if(journeys, [&](const Journey& one) { return one.id.value == journey; });
    REQUIRE(found != journeys.end());
    options.journey = static_cast<std::size_t>(found - journeys.begin());
    return drawn_view("journey", {loaded.workspace, reviewed.analysis, reviewed.answers, theme, typesetter()}, options);
  }
};

std::string ids_of(const Scene& scene, const std::string& css_class) {
  std::string ids;
  for (const Item& item : scene.items) {
    const auto* card = std::get_if<Card>(&item);
    if (card && card->identity.css_class.find(css_class) != std::string::npos) ids += (ids.empty() ? "" : " ") + card->identity.id;
  }
  return ids;
}

/// Of the picture within its margins, in cells of a line's height: those that no text, mark, card or shape lies in.
double share_of_empty(const Scene& scene) {
  constexpr double cell = 12;
  const double margin = light_theme().spacing.margin;
  const auto columns = static_cast<std::size_t>((scene.width - 2 * margin) / cell);
  const auto rows = static_cast<std::size_t>((scene.height - 2 * margin) / cell);
  std::vector<bool> taken(columns * rows);
  const auto take = [&](const Box& box) {
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const double x = margin + static_cast<double>(i % columns) * cell, y = margin + static_cast<double>(i / columns) * cell;
      if (box.left < x + cell && x < box.right() && box.top < y + cell && y < box.bottom()) taken[i] = true;
    }
  };
  for (const Fill& fill : fills_of(scene)) {
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const Point middle{margin + (static_cast<double>(i % columns) + 0.5) * cell,
                         margin + (static_cast<double>(i / columns) + 0.5) * cell};
      if (holds_point(fill.bounds, middle) && holds_point(fill.outline, middle)) taken[i] = true;
    }
  }
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (!label) take(placed(item).box);
    if (!label) continue;
    for (const Box& box : text_boxes(typesetter(), label->lines, label->box, label->align)) take(box);
  }
  return static_cast<double>(std::ranges::count(taken, false)) / static_cast<double>(taken.size());
}

double left_of(const Scene& scene, const std::string& card) {
  const Card* found = find_item<Card>(scene, card);
  REQUIRE(found);
  return found->box.left;
}

}  // namespace

TEST_CASE("cards stand side by side in path order, each under its mark") {
  const Scene scene = story_from(short_trip);
  CHECK(ids_of(scene, "touchpoint") == "touchpoint-search touchpoint-rebook touchpoint-greeting touchpoint-late-desk touchpoint-bag-drop");
  for (const char* id : {"search", "rebook", "greeting", "bag-drop"}) {
    const Card* card = find_item<Card>(scene, fmt::format("touchpoint-{}", id));
    const Marker* marker = find_item<Marker>(scene, fmt::format("marker-{}", id));
    REQUIRE(card);
    REQUIRE(marker);
    CHECK(card->box.center().x == doctest::Approx(marker->center.x));
    CHECK(card->box.top == doctest::Approx(find_item<Card>(scene, "touchpoint-search")->box.top));
  }
  CHECK(left_of(scene, "touchpoint-search") < left_of(scene, "touchpoint-rebook"));
}

TEST_CASE("a card has its department on a tag, a number, how far it falls short, and on what that rests") {
  const Scene scene = story_from(short_trip);
  CHECK(text_in(find_item<Label>(scene, "tag-rebook")->lines) == "Reservations");
  CHECK(text_in(find_item<Label>(scene, "number-rebook")->lines) == "★\u00a02");
  CHECK(text_in(find_item<Label>(scene, "short-by-rebook")->lines) == "✕ 5\u00a0 n 40");
  CHECK(text_in(find_item<Label>(scene, "short-by-search")->lines) == "✓ 1\u00a0 judged");
  CHECK(text_in(find_item<Label>(scene, "short-by-greeting")->lines) == "? unknown");
  CHECK(text_in(find_item<Label>(scene, "short-by-bag-drop")->lines) == "✓ 2 over\u00a0 judged");
  CHECK(find_item<Card>(scene, "touchpoint-rebook")->fill == light_theme().tone_of(GapClass::red).tint);
  CHECK(joined_texts(scene, "rail") == "Reservations; Airport services");
}

TEST_CASE("what happens only under a condition has a mark beside the line and a half card under the one it follows from") {
  const Scene scene = story_from(short_trip);
  const Marker* late = find_item<Marker>(scene, "marker-late-desk");
  REQUIRE(late);
  const double before = find_item<Marker>(scene, "marker-greeting")->center.x,
               after = find_item<Marker>(scene, "marker-bag-drop")->center.x;
  CHECK(before < late->center.x);
  CHECK(late->center.x < after);
  const Card *half = find_item<Card>(scene, "touchpoint-late-desk"), *parent = find_item<Card>(scene, "touchpoint-greeting");
  CHECK(half->box.left == parent->box.left);
  CHECK(half->box.top > parent->box.bottom());
  CHECK(card_text_in(scene, "touchpoint-late-desk").starts_with("3a\u00a0if the passenger is late / ✕ 6"));
  CHECK(text_in(find_item<Label>(scene, "name-late-desk")->lines) == "Late desk / 6 points short (judged)");
}

TEST_CASE("what nobody knows stands in a strip below the scale and breaks the lived line") {
  const Scene scene = story_from(short_trip);
  const Marker* unknown = find_item<Marker>(scene, "marker-greeting");
  REQUIRE(unknown);
  double lowest = 0;
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label && label->identity.css_class == "scale") lowest = std::max(lowest, label->box.center().y);
  }
  CHECK(unknown->center.y > lowest);
  CHECK(unknown->stroke.dash == Dash::dashed);
  const Scene known = story_from(touchpoints_from("a=3/9 b=4/9") + journey_from("a b"));
  CHECK_FALSE(find_item<Label>(known, "label-unknown"));
}

TEST_CASE("a moment that is visited twice is two visits of one moment") {
  const Scene scene = SkylineAir().drawn("broken-connection");
  CHECK(find_item<Marker>(scene, "marker-news-of-the-flight"));
  CHECK(find_item<Marker>(scene, "marker-news-of-the-flight-2"));
  CHECK(card_text_in(scene, "touchpoint-news-of-the-flight-2").ends_with("as at 5"));
  CHECK(text_in(find_item<Label>(scene, "short-by-news-of-the-flight-2")->lines) == "as at 5");
}

TEST_CASE("the head has the verdict, the persona and key figures with what they rest on") {
  const Scene scene = SkylineAir().drawn("broken-connection");
  CHECK(text_in(find_item<Label>(scene, "title")->lines) == "A connection that breaks");
  CHECK(text_in(find_item<Label>(scene, "verdict")->lines).find("Lost-bag desk falls 7 points short (judged) of what passengers want") !=
        std::string::npos);
  CHECK(text_in(find_item<Label>(scene, "persona-name")->lines) == "Jonas / student on his way abroad");
  std::string figures = joined_texts(scene, "key-figure");
  for (std::size_t at = 0; (at = figures.find(" / ", at)) != std::string::npos;) figures.replace(at, 3, " ");
  CHECK(figures.find("6 of 9 moments of truth fall over 3 points short 5 measured, 1 judged by ourselves") != std::string::npos);
  CHECK(figures.find("+7.5 would recommend us (net promoter score) target 20: missed; 95 % interval") != std::string::npos);  // as in gaps
}

TEST_CASE("the curve takes at least a quarter of its row, and at most 45 % of the picture is empty") {
  const SkylineAir example;
  for (const char* journey : {"broken-connection", "same-day-trip"}) {
    CAPTURE(journey);
    const Scene scene = example.drawn(journey);
    std::vector<double> tops, ends;
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (!label) continue;
      if (label->identity.id.starts_with("label-short-by")) ends.push_back(label->box.top);
      if (label->identity.css_class == "stage" && (tops.size() == ends.size())) tops.push_back(label->box.top);
    }
    REQUIRE(tops.size() == ends.size());
    for (std::size_t i = 0; i < tops.size(); ++i) {
      double bottom = i + 1 < tops.size() ? tops[i + 1] : scene.height - 120;
      for (const Panel& panel : scene.panels) {  // what else is written stands under the row
        if (panel.identity.css_class == "told-row" && panel.box.top > tops[i]) bottom = std::min(bottom, panel.box.top);
      }
      CHECK((ends[i] - tops[i] - 24) / (bottom - tops[i]) > 0.25);
    }
    CHECK(share_of_empty(scene) < 0.45);
  }
}

TEST_CASE("the scale is zoomed to what there is, with its break drawn, and not where little would be left out") {
  const auto scale = [](const char* touchpoints) {
    return joined_texts(story_from(touchpoints_from(touchpoints) + journey_from("a b")), "scale");
  };
  CHECK(scale("a=6/9 b=8/9") == "6; 7; 8; 9; 0");
  CHECK(scale("a=1/9 b=8/9") == "0; 2; 4; 6; 8");
  CHECK(scale("a=/ b=/") == "0; 2; 4; 6; 8; 10");
}

TEST_CASE("a judged score is hollow, one of few answers has a hatched rim, and only what was measured has a band") {
  const Scene scene = SkylineAir().drawn("broken-connection");
  const Theme& theme = light_theme();
  CHECK(find_item<Marker>(scene, "marker-lost-bag-desk")->fill == theme.page);
  CHECK(find_item<Marker>(scene, "marker-lost-bag-desk")->stroke.width == 2.5);
  CHECK(find_item<Marker>(scene, "marker-call-after-trouble")->fill == theme.page);
  CHECK(find_item<Marker>(scene, "marker-rebook")->fill == theme.tone_of(GapClass::red).colour);
  const auto has_band = [](const Scene& drawn) { return joined_texts(drawn, "legend").find("95 % band") != std::string::npos; };
  CHECK(has_band(scene));
  CHECK_FALSE(has_band(story_from(touchpoints_from("a=3/9 b=4/9") + journey_from("a b"))));
}

TEST_CASE("the shortfall has the colour of its class, in print its pattern") {
  const auto fills = [](const Theme& theme) {
    std::size_t count = 0;
    const Scene scene = SkylineAir().drawn("broken-connection", {}, theme);
    for (const Ground& ground : scene.ground) count += std::holds_alternative<CurvedArea>(ground) ? 1 : 0;
    return count;
  };
  CHECK(fills(light_theme()) > 20);
  const Theme& print = themes().back().theme;
  const Scene scene = SkylineAir().drawn("broken-connection", {}, print);
  std::size_t crossed = 0;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    crossed +=
        curve && curve->points.size() == 4 &&
                std::abs(std::abs(curve->points[3].x - curve->points[0].x) - std::abs(curve->points[3].y - curve->points[0].y)) < 0.01
            ? 1
            : 0;
  }
  CHECK(crossed > 200);
}

TEST_CASE("a card flies the flags of those who go on the journey, or of the persona whose figures are shown") {
  const std::string yaml =
      "personas: [{id: ines, name: Ines, flag: Never late}, {id: omar, name: Omar}]\n"
      "touchpoints: [{id: a, name: A, desired: 8, flags: {ines: Papers in the cart, omar: A window}}]\n"
      "journey: {id: j, name: J, persona: ines, stages: [{id: s, name: S, touchpoints: [a, a]}]}\n";
  const Scene scene = story_from(yaml);
  CHECK(card_text_in(scene, "touchpoint-a") == "A / ⚑\u00a0Papers in the cart");
  CHECK(card_text_in(scene, "touchpoint-a-2") == "A / as at 1");
  CHECK(card_text_in(story_from(yaml, {.left_out = 2}), "touchpoint-a") == "A");
  CHECK(joined_texts(scene, "legend").find("flies the customer's flag") != std::string::npos);
  const std::string legend = joined_texts(story_from(touchpoints_from("a=5/5") + journey_from("a")), "legend");
  CHECK(legend.find("flag") == std::string::npos);
}

TEST_CASE("a persona's card says who that is, and on a screen how old, for how many they stand, what they want and fear") {
  const std::string yaml =
      "personas: [{id: ines, name: Ines, role: Exporter, age: 46, share: 22, goals: [sleep at home, be on time], fears: [two aircraft]}]\n"
      "touchpoints: [{id: a, name: A, desired: 8}]\n"
      "journey: {id: j, name: J, persona: ines, stages: [{id: s, name: S, touchpoints: [a]}]}\n";
  const auto said = [&](const char* label, PictureOptions options) {
    return text_in(find_item<Label>(story_from(yaml, options), label)->lines);
  };
  CHECK(said("persona-name", {}) == "Ines / Exporter  ·  46 / 22 % of customers");
  CHECK(said("persona-about", {}).starts_with("Goals: sleep at home, be on time / Fears: two aircraft / "));
  CHECK(said("persona-name", {.margin = 4}) == "Ines / Exporter");
  CHECK(said("persona-about", {.margin = 4}).find("Fears") == std::string::npos);
}

TEST_CASE("a title that takes more than three lines has smaller letters, and is whole") {
  const auto title_of = [](const std::string& name) {
    const Scene scene = story_from("touchpoints: [{ id: a, name: A, desired: 9, actual: 3 }]\njourney: { id: j, name: " + name +
                                   ", stages: [{ id: s, name: S, touchpoints: [a] }] }\n");
    const Label* title = find_item<Label>(scene, "title");
    REQUIRE(title);
    return *title;
  };
  const double size = title_of("A trip").lines.front().runs.front().font.size;
  std::string name = "A trip";
  for (int i = 0; i < 12; ++i) name += " everything-that-passengers-told";
  const Label title = title_of(name);
  CHECK(title.lines.front().runs.front().font.size < size);
  CHECK(text_in(title.lines).find("told") != std::string::npos);
  CHECK(std::ranges::all_of(title.lines, [&](const Line& line) { return width_of(typesetter(), line) <= title.box.width; }));
}

TEST_CASE("the head says what the journey is to reach, and what else is written of it as a whole") {
  const std::string yaml =
      touchpoints_from("a=5/5") +
      "journey: {id: j, name: J, goal: Home by ten, trigger: A call, ends_when: The door closes, owner: Care, status: live, "
      "kind: as-is, kpis: [{name: In time, value: 88, unit: '%', target: 85, better: higher}], stages: [{id: s, name: S, goal: Out fast, "
      "touchpoints: [a]}]}\n";
  const auto goal = [&](PictureOptions options) { return text_in(find_item<Label>(story_from(yaml, options), "journey-goal")->lines); };
  CHECK(goal({}) ==
        "Goal: Home by ten / Set off by: A call  ·  Ends when: The door closes  ·  Owner: Care  ·  live, as-is  ·  "
        "In time: 88 % of at least 85");
  CHECK(goal({.left_out = 3}) == "Goal: Home by ten");
  CHECK(goal({.margin = 4}) == "Goal: Home by ten");
  CHECK_FALSE(find_item<Label>(story_from(touchpoints_from("a=5/5") + journey_from("a")), "journey-goal"));
  CHECK(joined_texts(story_from(yaml, {.shown_rows = {"goals"}}), "told") == "Out fast");
  CHECK(joined_texts(scene_from(yaml, {.layout = Layout::lanes}), "figures").starts_with("Goal: Home by ten"));
}

TEST_CASE("what has to leave says so in the legend") {
  const Scene scene = SkylineAir().drawn("broken-connection", {.left_out = 5});
  CHECK(joined_texts(scene, "legend")
            .find("left out for larger letters: how many answered, how flags are flown, what else is written, what customers do, voices") !=
        std::string::npos);
  CHECK(joined_texts(scene, "voice").empty());
  CHECK(text_in(find_item<Label>(scene, "short-by-rebook")->lines) == "✕ 5.6");
  CHECK(text_in(find_item<Label>(scene, "short-by-leaving-the-aircraft")->lines) == "✓ met\u00a0 judged");
}

namespace {

/// Arrow heads of what no customer sees: where they point, from left to right.
std::vector<Point> wedges_in(const Scene& scene) {
  std::vector<Point> tips;
  for (const Ground& ground : scene.ground) {
    const auto* area = std::get_if<Area>(&ground);
    if (area && area->outline.size() == 3 && area->fill == light_theme().muted) tips.push_back(area->outline.back());
  }
  std::ranges::sort(tips, {}, &Point::x);
  return tips;
}

bool is_named(const Scene& scene, const std::string& moment) {
  return find_item<Label>(scene, "name-" + moment) != nullptr;
}

/// Whether anything is filled in the colour over a point.
bool is_shaded_at(const Scene& scene, Point point) {
  return std::ranges::any_of(scene.ground, [&](const Ground& ground) {
    const auto* area = std::get_if<Area>(&ground);
    return area && area->outline.size() == 4 && area->outline[0].x < point.x && point.x < area->outline[1].x &&
           area->outline[0].y < point.y && point.y < area->outline[2].y;
  });
}

}  // namespace

TEST_CASE("an arrow points at nothing but what is carried") {
  const std::string departments = "departments: [{id: d, name: D}]\n";
  const std::string support = "  - {id: oven, name: Oven, department: d, visibility: backstage, supports: [a], actual: 5, desired: 8}\n";
  const auto drawn = [&](const std::string& touchpoints, const std::string& more) {
    return story_from(departments + touchpoints_from(touchpoints) + support + more + journey_from("a b c"));
  };
  const Scene alone = drawn("a=3/9 b=4/9 c=5/9", "");
  REQUIRE(wedges_in(alone).size() == 2);  // and one in the legend
  CHECK(wedges_in(alone).front().x == doctest::Approx(find_item<Card>(alone, "touchpoint-a")->box.center().x));
  CHECK(card_text_in(alone, "carrier-oven").find("carries 1") != std::string::npos);
  // Under what happens only if it rains, and under another one that carries.
  const Scene below_branch = drawn("a=3/9 b=4/9! c=5/9", "");
  CHECK(wedges_in(below_branch).empty());
  CHECK(card_text_in(below_branch, "carrier-oven").find("carries 1") != std::string::npos);
  const Scene branch = story_from(
      departments + touchpoints_from("a=3/9 b=4/9! c=5/9") +
      "  - {id: oven, name: Oven, department: d, visibility: backstage, supports: [b], actual: 5, desired: 8}\n" + journey_from("a b c"));
  CHECK(card_text_in(branch, "carrier-oven").find("carries 1a") != std::string::npos);
  CHECK(wedges_in(branch).size() == 2);
}

TEST_CASE("what happens only under a condition has the height it is wanted at beside it") {
  const auto bars = [](const Scene& scene) {
    return std::ranges::count_if(scene.ground, [](const Ground& ground) {
      const auto* curve = std::get_if<Curve>(&ground);
      return curve && curve->stroke.colour == light_theme().accent && curve->stroke.dash == Dash::solid;
    });
  };
  CHECK(bars(story_from(touchpoints_from("a=5/9 b=3/10! c=5/9") + journey_from("a b c"))) == 2);  // and one in the legend
  CHECK(bars(story_from(touchpoints_from("a=5/9 b=3/! c=5/9") + journey_from("a b c"))) == 0);
}

TEST_CASE("a known moment between two that nobody knows has its shortfall shaded") {
  const auto shaded = [](const char* touchpoints) {
    const Scene scene = story_from(touchpoints_from(touchpoints) + journey_from("a b c"));
    const Marker* mark = find_item<Marker>(scene, "marker-b");
    REQUIRE(mark);
    return is_shaded_at(scene, {mark->center.x, mark->center.y - 20});
  };
  CHECK(shaded("a=/9 b=3/9 c=/9"));
  CHECK_FALSE(shaded("a=/9 b=9/9 c=/9"));
}

TEST_CASE("what the verdict names is named on the curve, however little room there is") {
  std::string touchpoints, path;
  for (int i = 0; i < 30; ++i) {
    touchpoints += fmt::format("m{}={}/9 ", i, i % 3 == 0 ? 3 : 8);
    path += fmt::format("m{} ", i);
  }
  const std::string yaml = touchpoints_from(touchpoints) + journey_from(path);
  const Scene wide = story_from(yaml);
  for (const char* worst : {"m0", "m12", "m15"}) CHECK(is_named(wide, worst));
  const Scene slide = story_from(yaml, {.width = 960, .height = 540, .is_slide = true});
  CHECK(is_named(slide, "m0"));
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
  CHECK(joined_texts(slide, "counts").find("10") != std::string::npos);
  const SkylineAir example;
  const Scene family = example.drawn("family-holiday", {.width = 960, .height = 540, .is_slide = true});
  for (const char* worst : {"lost-bag-desk", "claim-answered"}) CHECK(is_named(family, worst));
}

TEST_CASE("what nobody knows is named in its strip, and the lines beside themselves") {
  const Scene slide =
      story_from(touchpoints_from("a=5/9 b=/9 c=5/9 d=6/9") + journey_from("a b c d"), {.width = 960, .height = 540, .is_slide = true});
  const Label* name = find_item<Label>(slide, "name-b");
  REQUIRE(name);
  CHECK(name->box.top >= find_item<Marker>(slide, "marker-b")->center.y - 13);
  const Label *wanted = find_item<Label>(slide, "name-wanted"), *lived = find_item<Label>(slide, "name-lived");
  REQUIRE(wanted);
  REQUIRE(lived);
  CHECK(wanted->box.center().y < lived->box.center().y);
}

TEST_CASE("a card whose wish is tinted can be read, and one without words says nothing") {
  const Scene scene = story_from(
      "touchpoints: [{id: a, name: A, desired: {company: {experience: Quickly, score: 9}}, actual: 2}, {id: b, name: B, actual: 5, "
      "desired: "
      "9, pains: [slow]}]\n" +
      journey_from("a b"));
  const Card* red = find_item<Card>(scene, "touchpoint-a");
  for (const Line& line : red->lines) {
    for (const Run& run : line.runs) CHECK(contrast(run.colour, *red->fill) >= 4.5);
  }
  CHECK(card_text_in(scene, "touchpoint-b") == "B");
}

TEST_CASE("a score of too few answers is not told as a red one") {
  const Scene scene = story_from(
      "touchpoints:\n  - {id: a, name: A, desired: 9, evidence: [{from: x, voice: customer, score: 2}]}\n"
      "  - {id: b, name: B, desired: 9, actual: 8}\n" +
      journey_from("a b"));
  CHECK(find_item<Card>(scene, "touchpoint-a")->fill == light_theme().card);
  CHECK(text_in(find_item<Label>(scene, "short-by-a")->lines) == "✕ 7\u00a0 n 1, unsure");
  CHECK(joined_texts(scene, "legend").find("too few answers to be sure") != std::string::npos);
  CHECK(text_in(find_item<Label>(scene, "verdict")->lines).find("(n 1, unsure)") != std::string::npos);
}

TEST_CASE("a card says on a screen how many links its touchpoint has") {
  const std::string yaml =
      "touchpoints:\n  - {id: a, name: A, desired: 9, actual: 4, links: [https://example.org/a, {text: B, url: https://example.org/b}]}\n"
      "  - {id: b, name: B, desired: 9, actual: 4, links: https://example.org/a}\n" +
      journey_from("a b");
  const Scene scene = scene_from(yaml, {.layout = Layout::story});
  CHECK(card_text_in(scene, "touchpoint-a").find("2 links") != std::string::npos);
  CHECK(card_text_in(scene, "touchpoint-b").find("1 link") != std::string::npos);
  CHECK(card_text_in(scene_from(yaml, {.layout = Layout::lanes}), "touchpoint-a").find("2 links") != std::string::npos);
  CHECK(card_text_in(scene_from(yaml, {.layout = Layout::story, .margin = 4}), "touchpoint-a").find("links") == std::string::npos);
}
