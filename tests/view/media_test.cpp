// A journey made for where it is read: as large letters as are asked for, on as little as they need.
#include "mot/picture/media.h"

#include <doctest/doctest.h>

#include "mot/review/review.h"
#include "mot/view/row_parts.h"
#include "support/journeys.h"
#include "support/media_by_name.h"
#include "support/pictures.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// The example's moments alone: what its files show readers besides (flags, goals, a brand, smaller surveys) changes nothing here.
Loaded moments_of_the_airline() {
  Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  loaded.workspace.project.brand = {};
  for (Journey& journey : loaded.workspace.journeys) journey.goal.reset();
  for (Touchpoint& touchpoint : loaded.workspace.touchpoints) touchpoint.flags.clear();
  std::erase_if(loaded.workspace.sources,
                [](const SurveySource& source) { return source.id.value != "passengers-2026" && source.id.value != "thumbs"; });
  return loaded;
}

struct Airline {
  Loaded loaded = moments_of_the_airline();
  Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});

  Scene drawn(std::string_view id, PictureOptions options) const {
    const auto& journeys = loaded.workspace.journeys;
    options.journey = static_cast<std::size_t>(
        std::ranges::find(journeys, id, [](const Journey& one) -> std::string_view { return one.id.value; }) - journeys.begin());
    return drawn_view("journey", {loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()}, options);
  }
  MadeForMedium made(std::string_view id, std::string_view where, std::string_view on, std::size_t most_pages = 0) const {
    return made_for(medium(where), {.paper = paper(on), .most_pages = most_pages}, story_parts().size(), [&](const Fit& fit) {
      return drawn(id, {.width = fit.width, .columns = fit.columns, .left_out = fit.left_out, .height = fit.height, .margin = 4});
    });
  }
};

}  // namespace

TEST_CASE("seventeen moments have letters to be read where they hang or lie, and nothing is cut off or covered") {
  const struct {
    const char* medium;
    const char* paper;
    std::size_t most_sheets;
    double least_letters;
  } cases[] = {{"wall", "a1", 1, 18}, {"wall", "a0", 1, 18}, {"hand", "a4", 2, 7}, {"hand", "a3", 1, 7}};
  const Airline airline;
  for (const auto& [where, on, most_sheets, least_letters] : cases) {
    for (const char* journey : {"broken-connection", "same-day-trip"}) {
      const std::string which = fmt::format("{} {} {}", journey, where, on);
      CAPTURE(which);
      const MadeForMedium made = airline.made(journey, where, on);
      REQUIRE(made.imposition);
      CHECK(made.imposition->sheets() <= most_sheets);
      CHECK(smallest_letters_of(made.scene) * made.imposition->scale >= least_letters - 1e-6);
      for (const std::string& fault : faults(made.scene, typesetter())) FAIL_CHECK(fault);
      const bool says_so = joined_texts(made.scene, "legend").find("left out") != std::string::npos;
      CHECK(says_so == (made.left_out > 0));
    }
  }
}

TEST_CASE("what leaves from a sheet says on how many it would not have to, and stays on those where they are asked for") {
  const Airline airline;
  for (const auto& [where, on] : {std::pair{"wall", "a1"}, {"hand", "a4"}}) {
    INFO(where);
    const MadeForMedium made = airline.made("broken-connection", where, on);
    REQUIRE(made.left_out > 0);
    REQUIRE(made.whole_on == made.imposition->sheets() + 1);
    const MadeForMedium whole = airline.made("broken-connection", where, on, made.whole_on);
    CHECK(whole.imposition->sheets() == made.whole_on);
    CHECK(whole.left_out == 0);
    CHECK(whole.whole_on == 0);
    CHECK(smallest_letters_of(whole.scene) * whole.imposition->scale >= medium(where).least_letters - 1e-6);
  }
}

TEST_CASE("words leave first where little is missing, and departments that their cards name") {
  const Airline airline;
  const Scene all = airline.drawn("broken-connection", {.left_out = 6, .margin = 4});
  const Scene fewer = airline.drawn("broken-connection", {.left_out = 7, .margin = 4});
  CHECK(card_text_in(all, "touchpoint-leaving-the-aircraft").find("A way") != std::string::npos);
  CHECK(card_text_in(fewer, "touchpoint-leaving-the-aircraft").find("A way") == std::string::npos);
  CHECK(card_text_in(fewer, "touchpoint-rebook").find("Eleven") != std::string::npos);
  CHECK(joined_texts(all, "rail").find("Airport services") != std::string::npos);
  CHECK(joined_texts(fewer, "rail").empty());
  CHECK(joined_texts(fewer, "legend").find("words where little is missing") != std::string::npos);
}

TEST_CASE("a sheet with room left over has the names of departments on the rail, whatever else had to leave") {
  const Airline airline;
  PictureOptions options{.width = 800, .columns = 9, .left_out = 7, .margin = 4};
  const double height = airline.drawn("broken-connection", options).height;
  CHECK(joined_texts(airline.drawn("broken-connection", options), "rail").empty());
  options.height = height + 60;
  const Scene named = airline.drawn("broken-connection", options);
  CHECK(joined_texts(named, "rail").find("Airport services") != std::string::npos);
  CHECK(named.height <= options.height + 0.01);
}

TEST_CASE("a row in which everything is known has no strip for what nobody knows") {
  const Scene scene = Airline().drawn("broken-connection", {.width = 800, .columns = 9, .margin = 4});
  const auto count = [&](std::string_view css_class, std::string_view id) {
    return std::ranges::count_if(scene.items, [&](const Item& item) {
      const auto* label = std::get_if<Label>(&item);
      return label && label->identity.css_class == css_class && label->identity.id.starts_with(id);
    });
  };
  CHECK(count("label", "label-short-by") == 2);
  CHECK(count("label", "label-unknown") == 1);
}

TEST_CASE("where the rail leaves, the tags of cards say who is in charge, and where the customer is handed over") {
  const Airline airline;
  const Scene with_rail = airline.drawn("broken-connection", {.left_out = 6, .margin = 4});
  const Scene without = airline.drawn("broken-connection", {.left_out = 7, .margin = 4});
  const auto who = [](const Scene& scene) { return find_item<Label>(scene, "label-who")->box.center().y; };
  const auto tag = [](const Scene& scene) -> const Box& { return find_item<Label>(scene, "tag-leaving-the-aircraft")->box; };
  CHECK(who(with_rail) > tag(with_rail).bottom() + 20);
  CHECK(std::abs(who(without) - tag(without).center().y) < 8);
  for (const Scene* scene : {&with_rail, &without}) CHECK(joined_texts(*scene, "legend").find("hand-over between") != std::string::npos);
}

TEST_CASE("a wall keeps letters of 18 points for 20 to 40 moments, on more sheets where one has no room") {
  for (const std::size_t moments : {20, 23, 30, 40}) {
    CAPTURE(moments);
    Many many;
    many.touchpoints = moments, many.departments = 6, many.a_stage = 5;
    const Workspace workspace = workspace_from(yaml_of_journey(many));
    const MadeForMedium made = made_for(medium("wall"), {paper("a1")}, story_parts().size(), [&](const Fit& fit) {
      return scene_of(workspace, {.width = fit.width,
                                  .layout = Layout::story,
                                  .columns = fit.columns,
                                  .left_out = fit.left_out,
                                  .height = fit.height,
                                  .margin = 4});
    });
    REQUIRE(made.imposition);
    CHECK(made.imposition->sheets() <= 3);
    CHECK_FALSE(made.imposition->is_glued());
    CHECK(smallest_letters_of(made.scene) * made.imposition->scale >= 18 - 1e-6);
    for (const std::string& fault : faults(made.scene, typesetter())) FAIL_CHECK(fault);
  }
}

namespace {

/// Of the pages of a picture, the share of its height that the emptiest one is full.
double least_full(const MadeForMedium& made) {
  const Imposition& imposition = *made.imposition;
  const double window = window_on(imposition.width, imposition.height).height;
  double least = imposition.strips.empty() ? made.scene.height * imposition.scale / window : 1;
  for (const Strip& strip : imposition.strips) least = std::min(least, (strip.bottom - strip.top) * imposition.scale / window);
  return least;
}

}  // namespace

TEST_CASE("pages for the hand and sheets for the wall are full, the last one too") {
  const Airline airline;
  for (const char* journey : {"broken-connection", "same-day-trip", "family-holiday"}) {
    CAPTURE(journey);
    for (const auto& [where, on] : {std::pair{"hand", "a4"}, {"wall", "a1"}}) {
      const MadeForMedium made = airline.made(journey, where, on);
      CAPTURE(where);
      CHECK(least_full(made) > 0.88);
      for (const std::string& fault : faults(made.scene, typesetter())) FAIL_CHECK(fault);
    }
  }
  for (const std::size_t moments : {30, 60}) {
    CAPTURE(moments);
    Many many;
    many.touchpoints = moments, many.departments = 6, many.a_stage = 5;
    const Workspace workspace = workspace_from(yaml_of_journey(many));
    for (const auto& [where, on] : {std::pair{"hand", "a4"}, {"wall", "a1"}}) {
      CAPTURE(where);
      const MadeForMedium made = made_for(medium(where), {paper(on)}, story_parts().size(), [&](const Fit& fit) {
        return scene_of(workspace, {.width = fit.width,
                                    .layout = Layout::story,
                                    .columns = fit.columns,
                                    .left_out = fit.left_out,
                                    .height = fit.height,
                                    .margin = 4});
      });
      REQUIRE(made.imposition);
      CHECK(made.imposition->sheets() > 1);
      CHECK(least_full(made) > 0.8);
    }
  }
}

TEST_CASE("a blueprint and a journey in lanes go over pages between their rows, with every moment in letters to be read") {
  const Airline airline;
  Medium hand = medium("hand");
  hand.most_pages = 0;
  const auto& journeys = airline.loaded.workspace.journeys;
  const PictureInput input{airline.loaded.workspace, airline.reviewed.analysis, airline.reviewed.answers, light_theme(), typesetter()};
  for (const char* view : {"blueprint", "journey"}) {
    for (std::size_t i = 0; i < journeys.size(); ++i) {
      CAPTURE(view);
      CAPTURE(journeys[i].id.value);
      const MadeForMedium made = made_for(hand, {paper("a4")}, row_parts(view).size(), [&](const Fit& fit) {
        return drawn_view(view, input,
                          {.journey = i,
                           .width = fit.width,
                           .layout = Layout::lanes,
                           .columns = fit.columns,
                           .left_out = fit.left_out,
                           .is_slide = true});
      });
      REQUIRE(made.imposition);
      CHECK(made.imposition->sheets() <= 6);
      CHECK_FALSE(made.imposition->is_glued());
      CHECK(smallest_letters_of(made.scene) * made.imposition->scale >= 7 - 1e-6);
      CHECK(made.scene.left_out.things.empty());
      for (const Stage& stage : journeys[i].stages) {
        for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
          if (link.index) CHECK(find_item<Card>(made.scene, "touchpoint-" + airline.loaded.workspace.touchpoints[*link.index].id.value));
        });
      }
      for (const std::string& fault : faults(made.scene, typesetter())) FAIL_CHECK(fault);
    }
  }
}

TEST_CASE("a slide is as large as it is asked for, with letters of at least 12 points") {
  const Airline airline;
  for (const auto& [width, height] : {std::pair{960.0, 540.0}, {720.0, 540.0}}) {
    const Scene scene = airline.drawn("broken-connection", {.width = width, .height = height, .is_slide = true});
    CHECK(scene.width == width);
    CHECK(scene.height == height);
    CHECK(smallest_letters_of(scene) >= 12);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    CHECK(text_in(find_item<Label>(scene, "title")->lines).starts_with("Lost-bag desk falls 7 points short (judged)"));
    CHECK(find_item<Card>(scene, "finding-lost-bag-desk"));
    if (width < 900) continue;
    const Card* third = find_item<Card>(scene, "finding-rebook");  // what is done about each of the worst three has room
    REQUIRE(third != nullptr);
    CHECK(joined_texts(scene, "finding").find("…") == std::string::npos);
  }
}

TEST_CASE("the slide of a blueprint has four moments side by side, with what falls far short behind them") {
  const Airline airline;
  const auto journeys = std::span(airline.loaded.workspace.journeys);
  const auto journey = std::ranges::find(journeys, "broken-connection", [](const Journey& one) { return one.id.value; });
  const Scene scene = drawn_view(
      "blueprint", {airline.loaded.workspace, airline.reviewed.analysis, airline.reviewed.answers, light_theme(), typesetter()},
      {.journey = static_cast<std::size_t>(journey - journeys.begin()), .width = 960, .height = 540, .is_slide = true, .most = 4});
  CHECK(scene.width <= 960.01);
  CHECK(scene.height <= 540);
  CHECK(smallest_letters_of(scene) >= 12);
  CHECK(find_item<Card>(scene, "touchpoint-trip-record"));
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("on the slide of hand-overs the seams where most is lost stand beside the arcs") {
  const Airline airline;
  const Scene scene =
      drawn_view("handovers", {airline.loaded.workspace, airline.reviewed.analysis, airline.reviewed.answers, light_theme(), typesetter()},
                 {.width = 960, .height = 540, .is_slide = true, .most = 4});
  const Label* heading = find_item<Label>(scene, "heading-seams");
  const Card* department = find_item<Card>(scene, "department-cabin-crew");
  REQUIRE(heading != nullptr);
  REQUIRE(department != nullptr);
  CHECK(heading->box.left > department->box.right());
  CHECK(heading->box.right() > 0.8 * scene.width);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("as much is left out of a view on a sheet as its letters take, and no more") {
  const Airline airline;
  std::size_t drawn = 0;
  const DrawnDense draw = [&](double width, double height, std::size_t most) {
    ++drawn;
    return drawn_view("cycle", {airline.loaded.workspace, airline.reviewed.analysis, airline.reviewed.answers, light_theme(), typesetter()},
                      {.width = width, .height = height, .is_slide = true, .most = most});
  };
  for (const auto& [where, on, least] : {std::tuple{"wall", "a1", 18.0}, {"hand", "a4", 7.0}}) {
    CAPTURE(where);
    const auto made = made_dense(medium(where), {paper(on)}, draw);
    REQUIRE(made);
    REQUIRE(made->imposition);
    CHECK(made->imposition->sheets() == 1);
    CHECK(made->scene.left_out.things.empty());
    CHECK(smallest_letters_of(made->scene) * made->imposition->scale >= least - 1e-6);
    for (const std::string& fault : faults(made->scene, typesetter())) FAIL_CHECK(fault);
  }
  CHECK(drawn < 40);
  const auto small = made_dense(medium("wall"), {paper("a4")}, draw);
  if (small) CHECK(small->scene.left_out.things.size() > 0);
}

TEST_CASE("a picture that is scaled is the same picture, its letters never larger than that") {
  const Scene small = Airline().drawn("broken-connection", {});
  const Scene large = scaled(small, 2.3, {10, 20});
  CHECK(large.width == doctest::Approx(2.3 * small.width));
  CHECK(large.items.size() == small.items.size());
  for (const std::string& fault : faults(large, typesetter())) FAIL_CHECK(fault);
  CHECK(smallest_letters_of(large) <= 2.3 * smallest_letters_of(small));
  CHECK(smallest_letters_of(large) >= 2.3 * smallest_letters_of(small) - 0.5);
}

TEST_CASE("a picture of many rows goes over as many sheets of a wall as its letters take, with all its words") {
  // Sixty rows of 400 points, of which a sheet has room for three or four; leaving out makes them a little lower.
  const DrawnToFit draw = [](const Fit& fit) {
    Scene scene = scene_with("x");
    scene.items.clear();
    const double row = 400 - 10 * static_cast<double>(fit.left_out);
    scene.width = fit.width > 0 ? fit.width : 1000, scene.height = 60 * row;
    for (int i = 0; i < 60; ++i) scene.items.emplace_back(label_of("row", {0, i * row, 100, row - 24}, {line_of("x", Font{10})}));
    return scene;
  };
  const MadeForMedium made = made_for(medium("wall"), {paper("a1")}, 4, draw);
  REQUIRE(made.imposition);
  CHECK(made.imposition->sheets() > 10);
  CHECK(made.left_out == 0);
  CHECK(smallest_letters_of(made.scene) * made.imposition->scale >= 18 - 1e-6);
}

TEST_CASE("letters can be read from 250 times the height of their capitals") {
  CHECK(reading_distance(18) == doctest::Approx(1.11).epsilon(0.01));
}

TEST_CASE("every mark of a slide has the glyph of its class, however many there are") {
  Many many;
  many.touchpoints = 45, many.a_stage = 6;
  const Workspace workspace = workspace_from(yaml_of_journey(many));
  PictureOptions options{.width = 960, .layout = Layout::story, .height = 540, .is_slide = true};
  const Scene scene = scene_of(workspace, options);
  std::size_t marks = 0, strokes = 0;
  for (const Item& item : scene.items) {
    if (const auto* marker = std::get_if<Marker>(&item)) CHECK((!marker->identity.id.starts_with("marker-") || marker->text));
    if (const auto* label = std::get_if<Label>(&item)) marks += label->identity.id.starts_with("marker-") ? 1 : 0;
  }
  CHECK(marks == 45);
  // Glyphs are drawn of lines, thinner than the rings around them.
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    strokes +=
        curve && curve->stroke.width > 0.7 && curve->stroke.width < 1.9 && curve->stroke.dash == Dash::solid && curve->points.size() <= 16;
  }
  CHECK(strokes >= marks);
  const Label* foot = find_item<Label>(scene, "foot");
  const Label* legend = find_item<Label>(scene, "legend");
  REQUIRE(foot);
  REQUIRE(legend);
  CHECK(legend->box.left > foot->box.left);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("the slide of a journey that is too long for one has the moments that fall shortest, and names the others") {
  Many many;
  many.touchpoints = 200, many.a_stage = 5;
  const Scene scene =
      scene_of(workspace_from(yaml_of_journey(many)), {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  CHECK(smallest_letters_of(scene) >= 12);
  const std::string stages = joined_texts(scene, "stage");
  CHECK(stages.find("… ") != std::string::npos);  // stages that are left out
  for (auto at = stages.find("…"); at != std::string::npos; at = stages.find("…", at + 1))
    CHECK((at == 0 || stages[at - 1] == ' ' || stages[at - 1] == '\n'));  // nothing is cut
  CHECK(scene.left_out.things.size() > 150);
}

TEST_CASE("a line from a mark to its name runs over no other mark, and names of stages are whole, however many moments a slide has") {
  Many many;
  many.touchpoints = 45, many.a_stage = 8;
  many.names = {"Schadenmeldung telefonisch aufgeben", "Plan and book", "Arrive at the airport", "Rückruf bekommen", "Fly"};
  const Scene scene =
      scene_of(workspace_from(yaml_of_journey(many)), {.width = 960, .layout = Layout::story, .height = 540, .is_slide = true});
  std::size_t leaders = 0;
  for (const Ground& ground : scene.ground) {
    const auto* line = std::get_if<Curve>(&ground);
    if (!line || line->stroke != Stroke{light_theme().tone_of(GapClass::red).text, 0.75, Dash::solid}) continue;
    const Point from = line->points.front(), to = line->points.back();
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    ++leaders;
    for (const PlacedItem& item : placed_items(scene)) {
      if (!item.id.starts_with("marker-")) continue;
      const Point center = item.box.center();
      const double along = ((center.x - from.x) * (to.x - from.x) + (center.y - from.y) * (to.y - from.y)) / length;
      const double off = std::abs((center.x - from.x) * (to.y - from.y) - (center.y - from.y) * (to.x - from.x)) / length;
      CAPTURE(item.id);
      CHECK((along < 0 || along > length || off > 3));
    }
  }
  CHECK(leaders > 0);
  CHECK(joined_texts(scene, "stage").find("…") == std::string::npos);
}

TEST_CASE("a sheet shows as many things as have room, and not only as many as are tried first") {
  // Each thing takes 10 points of a slide that has room for 37 of them at 12 points.
  const DrawnDense draw = [&](double width, double height, std::size_t most) {
    const std::size_t shown = most > 0 ? most : 200;
    Scene scene = scene_with("x");
    scene.items.clear();
    Label label = label_of("label", {0, 0, 100, 15}, {line_of("x", Font{12})});
    scene.items = {label};
    scene.width = width, scene.height = std::max(height * 0.1, height * static_cast<double>(shown) / 37);
    scene.left_out.things.resize(200 - shown);
    return scene;
  };
  const auto made = made_dense(medium("slide"), {paper("16:9"), Orientation::landscape}, draw);
  REQUIRE(made);
  CHECK(made->scene.left_out.things.size() == 200 - 37);
}

TEST_CASE("a code in the head of a poster costs its letters nothing") {
  const Airline airline;
  for (const char* journey : {"broken-connection", "same-day-trip"}) {
    CAPTURE(journey);
    const MadeForMedium made = made_for(medium("wall"), {paper("a1")}, story_parts().size(), [&](const Fit& fit) {
      return airline.drawn(journey, {.width = fit.width,
                                     .columns = fit.columns,
                                     .left_out = fit.left_out,
                                     .height = fit.height,
                                     .link = "https://example.org/journeys/skyline",
                                     .margin = 4});
    });
    REQUIRE(made.imposition);
    CHECK(smallest_letters_of(made.scene) * made.imposition->scale >= 18 - 1e-6);
    CHECK(joined_texts(made.scene, "key-figure").find("moments of truth") != std::string::npos);
  }
}
