// The slide that a presentation begins with, looked at as a scene.
#include "mot/view/title/title_slide.h"

#include <doctest/doctest.h>

#include "mot/picture/paper.h"
#include "mot/review/review.h"
#include "support/journeys.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

struct Slides {
  Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});

  Scene drawn(std::vector<std::size_t> journeys, double width = 960) const {
    return title::title_slide({loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()},
                              {std::move(journeys), width, 540, "7f3a2c1  ·  2026-06-30"});
  }
  std::size_t journey(std::string_view id) const {
    const auto& journeys = loaded.workspace.journeys;
    return static_cast<std::size_t>(std::ranges::find(journeys, id, [](const Journey& one) -> std::string_view { return one.id.value; }) -
                                    journeys.begin());
  }
};

std::size_t count_of(const Scene& scene, std::string_view css_class) {
  return static_cast<std::size_t>(std::ranges::count_if(scene.items, [&](const Item& item) {
    const auto* label = std::get_if<Label>(&item);
    return label && label->identity.css_class == css_class;
  }));
}

double lowest_but_foot(const Scene& scene) {
  double lowest = 0;
  for (const Item& item : scene.items) {
    const auto* label = std::get_if<Label>(&item);
    if (label && label->identity.css_class != "foot") lowest = std::max(lowest, label->box.bottom());
  }
  return lowest;
}

}  // namespace

TEST_CASE("a presentation begins with what it is about, what falls furthest short, key figures, for whom, and of when") {
  const Slides slides;
  for (const double width : {960.0, 720.0}) {
    const Scene scene = slides.drawn({0, 1, 2}, width);
    CAPTURE(width);
    CHECK(scene.width == width);
    CHECK(smallest_letters_of(scene) >= 12);
    CHECK(text_in(find_item<Label>(scene, "title")->lines) == "Skyline Air");
    for (const Journey& journey : slides.loaded.workspace.journeys)
      CHECK(joined_texts(scene, "verdict").find(journey.name.value) != std::string::npos);
    CHECK(joined_texts(scene, "verdict").find("falls 7 points short (judged)") != std::string::npos);
    CHECK(count_of(scene, "key-figure") >= 4);
    CHECK(joined_texts(scene, "persona").find("Jonas") != std::string::npos);
    CHECK(text_in(find_item<Label>(scene, "version")->lines) == "7f3a2c1  ·  2026-06-30");
    CHECK(text_in(find_item<Label>(scene, "period")->lines).starts_with("answers since 20"));
    CHECK(text_in(find_item<Label>(scene, "whose")->lines).find("those of all passengers") != std::string::npos);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    CHECK(lowest_but_foot(scene) > 0.75 * scene.height);  // it fills the slide
  }
}

TEST_CASE("the presentation of one journey is called as that is, and shows who goes on it") {
  const Slides slides;
  const Scene scene = slides.drawn({slides.journey("broken-connection")});
  CHECK(text_in(find_item<Label>(scene, "title")->lines) == "A connection that breaks");
  CHECK(text_in(find_item<Label>(scene, "project")->lines) == "Skyline Air");
  CHECK(text_in(find_item<Label>(scene, "verdict")->lines).starts_with("Lost-bag desk falls 7 points short (judged)"));
  CHECK(text_in(find_item<Label>(scene, "persona-name")->lines).starts_with("Jonas / student on his way abroad"));
  CHECK(joined_texts(scene, "key-figure").find("moments of truth fall") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a title slide of long names, many journeys and many customers has room for what matters") {
  std::string yaml = "project: {name: " + std::string(150, 'W') + " and more of it}\npersonas:\n";
  for (int i = 0; i < 9; ++i)
    yaml += fmt::format("  - {{id: p{0}, name: 'Persona {0}, who has a role that takes many words to tell', quote: '{1}'}}\n", i,
                        "I waited, and waited, and then I waited again until somebody came. " + std::string(90, 'x'));
  yaml += touchpoints_from("a=3/9 b=4/9") + "journeys:\n";
  for (int i = 0; i < 9; ++i)
    yaml += fmt::format(
        "  - {{id: j{0}, name: Journey {0} of a name that is longer than most, persona: p{0}, stages: [{{id: s, name: S, touchpoints: [a, "
        "b]}}]}}\n",
        i);
  const Workspace workspace = workspace_from(yaml);
  const Analysis analysis = analyse(workspace, {});
  const Scene scene =
      title::title_slide({workspace, analysis, {}, light_theme(), typesetter()}, {{0, 1, 2, 3, 4, 5, 6, 7, 8}, 960, 540, "2026-06-30"});
  CHECK(smallest_letters_of(scene) >= 12);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  CHECK(lowest_but_foot(scene) < 540 - 44 - 18);
}
