// A journey beside another state of the workspace, with faces, and with a line for each of several personas.
#include <doctest/doctest.h>

#include "mot/picture/label_placement.h"
#include "mot/picture/other_state.h"
#include "support/analysed_workspace.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

const PictureView& journey_view() {
  return picture_views().front();
}

/// What `mot diff` draws of two states.
struct DrawnDifference {
  DrawnDifference(const std::string& old_yaml, const std::string& new_yaml) : before(old_yaml), after(new_yaml) {
    diff = diff_of({before.workspace, before.answers, before.analysis}, {after.workspace, after.answers, after.analysis});
    const Compared states{{before.workspace, before.answers, before.analysis}, {after.workspace, after.answers, after.analysis}, diff};
    all = with_removed(states);
    options.other_state = marked_since(states, "v1");
  }
  Scene drawn() const { return journey_view().draw({all.workspace, all.analysis, all.answers, light_theme(), typesetter()}, options); }

  Figured before, after;
  Diff diff;
  WithRemoved all;
  PictureOptions options;
};

std::string legend_text(const Scene& scene) {
  return joined_texts(scene, "legend");
}

/// Points of dashed lines that are as wide as the ghost.
std::size_t ghost_pieces(const Scene& scene) {
  std::size_t pieces = 0;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (curve && curve->stroke == Stroke{light_theme().muted, 1.75, Dash::dashed}) pieces += curve->points.size() / 3;
  }
  return pieces;
}

const std::string three_moments = touchpoints_from("a=4/9 b=6/9 c=8/9") + journey_from("a b c");

}  // namespace

TEST_CASE("cards say what became of their touchpoint since, in the words of the tables and with their figures") {
  const DrawnDifference difference(three_moments, touchpoints_from("a=6/9 c=8/9 d=5/9") + journey_from("a c d"));
  const Scene scene = difference.drawn();
  CHECK(card_text_in(scene, "touchpoint-a") == "≠\u00a0changed / from 4 to 6 (+2) / Moment a");
  CHECK(card_text_in(scene, "touchpoint-b") == "−\u00a0removed / Moment b");
  CHECK(card_text_in(scene, "touchpoint-c") == "Moment c");
  CHECK(card_text_in(scene, "touchpoint-d") == "+\u00a0added / Moment d");
  CHECK(legend_text(scene).find("lived before: v1") != std::string::npos);
  CHECK(scene.title.find(", compared with ") != std::string::npos);
  CHECK(scene.title.find("v1") != std::string::npos);
  for (const char* words : {"added", "removed", "changed, not tested"}) CHECK(legend_text(scene).find(words) != std::string::npos);
  CHECK(scene.description.find("Since v1: 1 added, 1 removed, 1 changed, not tested.") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a comparison says what was delivered before, in its head and on its slide, and where that counts something else") {
  const auto two = [](const char* lived, const char* wanted) {
    return fmt::format(
               "touchpoints: [{{id: a, name: A, importance: 3, desired: {}, actual: {}}}, {{id: b, name: B, importance: 3, desired: 6, "
               "actual: 6}}]\n",
               wanted, lived) +
           journey_from("a b");
  };
  const auto figures = [](const DrawnDifference& difference) { return joined_texts(difference.drawn(), "key-figure"); };
  const DrawnDifference difference(two("3", "6"), two("6", "6"));
  CHECK(figures(difference).find("75\u00a0% before") != std::string::npos);
  CHECK(figures(difference).find("other wishes") == std::string::npos);
  PictureOptions slide = difference.options;
  slide.is_slide = true, slide.width = 960, slide.height = 540;
  const Scene on_slide =
      journey_view().draw({difference.all.workspace, difference.all.analysis, difference.all.answers, light_theme(), typesetter()}, slide);
  CHECK(joined_texts(on_slide, "key-figure").find("75\u00a0% before") != std::string::npos);
  CHECK(DrawnDifference(two("3", "6"), two("3", "4")).options.other_state->delivered.at("j").is_comparable == false);
  CHECK(figures(DrawnDifference(two("3", "6"), two("3", "4"))).find("wishes") != std::string::npos);
  const DrawnDifference unknown(touchpoints_from("a=/6") + journey_from("a"), two("6", "6"));
  CHECK(figures(unknown).find("before") == std::string::npos);
}

TEST_CASE("what was lived at a moment between others that nobody knew has a dash of its own") {
  const auto pieces_of = [](const char* before) {
    return ghost_pieces(
        DrawnDifference(touchpoints_from(before) + journey_from("a b c"), touchpoints_from("a=7/8 b=5/8 c=4/8") + journey_from("a b c"))
            .drawn());
  };
  CHECK(pieces_of("a=3/8 b=/8 c=9/8") == pieces_of("a=/8 b=/8 c=9/8") + 1);
  CHECK(pieces_of("a=/8 b=/8 c=9/8") >= 1);
}

TEST_CASE("what is gone stands where it stood, without a number or a mark, and the older line still goes through it") {
  const DrawnDifference difference(three_moments, touchpoints_from("a=4/9 c=8/9") + journey_from("a c"));
  const Scene scene = difference.drawn();
  CHECK(find_item<Card>(scene, "touchpoint-a")->box.left < find_item<Card>(scene, "touchpoint-b")->box.left);
  CHECK(find_item<Card>(scene, "touchpoint-b")->box.left < find_item<Card>(scene, "touchpoint-c")->box.left);
  CHECK(find_item<Card>(scene, "touchpoint-b")->stroke.dash == Dash::dashed);
  CHECK(find_item<Marker>(scene, "marker-b") == nullptr);
  CHECK(text_in(find_item<Label>(scene, "number-b")->lines) == "−");
  CHECK(text_in(find_item<Label>(scene, "number-c")->lines) == "2");
  CHECK(ghost_pieces(scene) >= 3);  // two between three moments, and the legend's
  CHECK(scene.description.find("2 moments") != std::string::npos);
  CHECK(scene.description.find("Nobody knows") == std::string::npos);
}

TEST_CASE("what left a journey and is there still is marked where it stood, and what came to one is marked as added") {
  const std::string four = touchpoints_from("a=4/9 b=6/9 c=8/9! d=5/9 e=7/9") +
                           "  - {id: back, name: Back, visibility: support, supports: [a, b, d], desired: 8, actual: 7}\n";
  const std::string aside = "  - {id: side, name: Side, stages: [{id: x, name: X, touchpoints: [";
  const auto journeys = [&](const char* main, const char* other) {
    return four + "journeys:\n  - {id: j, name: J, stages: [{id: s1, name: One, touchpoints: [" + main + "]}]}\n" + aside + other +
           "]}]}\n";
  };
  const DrawnDifference difference(journeys("a, b, c, d", "e"), journeys("a, e, d", "b"));
  const Scene scene = difference.drawn();
  CHECK(card_text_in(scene, "touchpoint-b") == "−\u00a0removed / Moment b");
  CHECK(card_text_in(scene, "touchpoint-c").starts_with("−\u00a0removed"));
  CHECK(card_text_in(scene, "touchpoint-e") == "+\u00a0added / Moment e");
  CHECK(find_item<Card>(scene, "touchpoint-a")->box.left < find_item<Card>(scene, "touchpoint-b")->box.left);
  CHECK(find_item<Card>(scene, "touchpoint-b")->box.left == find_item<Card>(scene, "touchpoint-c")->box.left);
  CHECK(find_item<Card>(scene, "touchpoint-b")->box.left < find_item<Card>(scene, "touchpoint-d")->box.left);
  CHECK(card_text_in(scene, "carrier-back").find("carries 1 and 3") != std::string::npos);
  for (const char* id : {"marker-b", "marker-c"}) CHECK(find_item<Marker>(scene, id) == nullptr);
  CHECK(text_in(find_item<Label>(scene, "number-b")->lines) == "−");
  CHECK(text_in(find_item<Label>(scene, "number-d")->lines) == "3");
  CHECK(scene.description.find("Since v1: 1 added, 2 removed.") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("where the scale was another, no older line is drawn") {
  const DrawnDifference difference("project: {scale: {min: 0, max: 100}}\n" + touchpoints_from("a=40/90 b=60/90") + journey_from("a b"),
                                   touchpoints_from("a=4/9 b=6/9") + journey_from("a b"));
  CHECK(difference.options.other_state->lived.empty());
  CHECK(ghost_pieces(difference.drawn()) == 0);
}

TEST_CASE("verdicts are better, worse and no evidence of change, each with a sign of its own") {
  Figured figured(touchpoints_from("a=6/9 b=5/9 c=8/9") + journey_from("a b c"));
  OtherState state{.name = "v1", .lived = {}, .delivered = {}, .marks = {}, .removed = {}};
  state.marks["a"] = {CardChange::better, "better", 4, 6};
  state.marks["b"] = {CardChange::worse, "worse", 7, 5};
  state.marks["c"] = {CardChange::no_evidence, "no evidence of change", 8, 8.1};
  const Scene scene = figured.drawn_by(journey_view(), {.other_state = state});
  CHECK(card_text_in(scene, "touchpoint-a").starts_with("▲\u00a0better / from 4 to 6 (+2)"));
  CHECK(card_text_in(scene, "touchpoint-b").starts_with("▼\u00a0worse / from 7 to 5 (−2)"));
  CHECK(card_text_in(scene, "touchpoint-c").starts_with("≈\u00a0no"));
  CHECK(find_item<Card>(scene, "touchpoint-a")->stroke.colour == light_theme().up.text);
  CHECK(find_item<Card>(scene, "touchpoint-b")->stroke.colour == light_theme().down.text);
  CHECK(legend_text(scene).find("verdicts at 95 %, adjusted by Holm") != std::string::npos);
}

TEST_CASE("faces stand for marks, say in words what they show, and have their score under them") {
  Figured figured(touchpoints_from("a=9/9 b=7.5/9 c=6.5/9 d=2/9 e=/9") + journey_from("a b c d e"));
  const Scene scene = figured.drawn_by(journey_view(), {.faces = true});
  const struct {
    const char* id;
    const char* words;
    const char* score;
  } faces[] = {{"marker-a", "happy face: Moment a", "9"},
               {"marker-b", "straight face: Moment b", "7.5"},
               {"marker-c", "sad face: Moment c", "6.5"},
               {"marker-d", "angry face: Moment d", "2"}};
  for (const auto& [id, words, score] : faces) {
    CAPTURE(id);
    const Label* face = find_item<Label>(scene, id);
    REQUIRE(face != nullptr);
    CHECK(face->identity.tooltip.starts_with(words));
    CHECK(text_in(face->lines) == score);
  }
  CHECK(find_item<Marker>(scene, "marker-e") != nullptr);  // nobody knows: no face
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("several personas have a line each, named at its end and told apart without colour") {
  std::string yaml = "personas: [";
  for (int i = 0; i < 5; ++i) yaml += fmt::format("{{id: p{}, name: Persona {}}}, ", i, i);
  yaml += "]\n" + touchpoints_from("a=4/9 b=6/9 c=8/9") + journey_from("a b c");
  Figured figured(yaml);
  const Scene scene = figured.drawn_by(journey_view(), {.personas = {0, 1, 2, 3, 4}});
  std::vector<Box> names;
  for (int i = 0; i < 5; ++i) {
    const Label* name = find_item<Label>(scene, fmt::format("name-persona-p{}", i));
    REQUIRE(name != nullptr);
    CHECK(name->box.left > find_item<Card>(scene, "touchpoint-c")->box.right());
    names.push_back(name->box);
    CHECK(legend_text(scene).find(fmt::format("lived by Persona {}", i)) != std::string::npos);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = i + 1; k < names.size(); ++k) CHECK_FALSE(overlap(names[i], names[k]));
  }
  CHECK(legend_text(scene).find("everybody's") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("what happens only under a condition has a dash where it was lived before, for the line goes past it") {
  const std::string path = journey_from("a b c");
  const DrawnDifference difference(touchpoints_from("a=5/9 b=8/9! c=5/9") + path, touchpoints_from("a=5/9 b=2/9! c=5/9") + path);
  const DrawnDifference same(touchpoints_from("a=5/9 b=2/9! c=5/9") + path, touchpoints_from("a=5/9 b=2/9! c=5/9") + path);
  CHECK(ghost_pieces(difference.drawn()) == ghost_pieces(same.drawn()) + 1);
}

TEST_CASE("a point on a persona's line is hollow where few of them answered, or nobody was asked") {
  Figured figured("personas: [{id: p, name: P}, {id: q, name: Q}]\n" + touchpoints_from("a=5/9 b=4/9") + journey_from("a b"));
  const auto holes = [](const Scene& scene) {
    return std::ranges::count_if(scene.ground, [](const Ground& ground) {
      const auto* area = std::get_if<CurvedArea>(&ground);
      return area && area->fill == light_theme().page && area->outline.size() > 3 && area->outline.front().x - area->outline[6].x < 5;
    });
  };
  const Scene scene = figured.drawn_by(journey_view(), {.personas = {0, 1}});
  CHECK(holes(scene) == 4);
  CHECK(legend_text(scene).find("hollow on a line: judged, or under 30 answers") != std::string::npos);
  CHECK(legend_text(figured.drawn_by(journey_view(), {})).find("hollow on a line") == std::string::npos);
}

TEST_CASE("no line runs through the number under a face") {
  const Figured near(touchpoints_from("a=8.2/8 b=8.2/8") + journey_from("a b")), far(touchpoints_from("a=4/8 b=4/8") + journey_from("a b"));
  const auto cleared = [&](const Scene& scene, const char* id) {
    const Box number = find_item<Label>(scene, id)->box;
    return std::ranges::any_of(scene.ground, [&](const Ground& ground) {
      const auto* area = std::get_if<Area>(&ground);
      return area && area->fill == light_theme().page && std::abs(area->outline.back().y - number.bottom()) < 0.1;
    });
  };
  for (const char* id : {"marker-a", "marker-b"}) {
    CHECK(cleared(near.drawn_by(journey_view(), {.faces = true}), id));
    CHECK_FALSE(cleared(far.drawn_by(journey_view(), {.faces = true}), id));
  }
}
