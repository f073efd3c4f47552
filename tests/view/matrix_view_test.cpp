// What only the heat map promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>

#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene matrix_from(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("matrix", {workspace, analysis, answers, light_theme(), typesetter()}, options);
}

const std::string two_stages =
    "departments: [{id: a, name: A}, {id: b, name: B}, {id: idle, name: Idle}]\n"
    "touchpoints:\n"
    "  - {id: one, name: One, department: a, importance: 4, desired: 9, actual: 8}\n"
    "  - {id: two, name: Two, department: a, importance: 2, desired: 9, actual: 5}\n"
    "  - {id: three, name: Three, department: b, importance: 3, desired: 9}\n"
    "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [one, two]}, {id: t, name: T, touchpoints: [three]}, {id: u, name: "
    "U}]}]\n";

}  // namespace

TEST_CASE("a cell holds the gap weighted by importance, and totals those of its row, its column and all") {
  const Scene scene = matrix_from(two_stages);
  CHECK(card_text_in(scene, "cell-journey-j-department-a-s").starts_with("! 2 / 2 moments"));  // (4·1 + 2·4) / 6
  CHECK(card_text_in(scene, "cell-journey-j-department-a-all").starts_with("! 2 / 2 moments"));
  CHECK(card_text_in(scene, "cell-journey-j-all-s").starts_with("! 2 / 2 moments"));
  CHECK(card_text_in(scene, "cell-journey-j-all-all").starts_with("! 2 / 3 moments / 1 unknown"));
}

TEST_CASE("moments whose gap nobody knows are dashed with a question mark, and a stage or department without any is a hole") {
  const Scene scene = matrix_from(two_stages);
  const Card* unknown = find_item<Card>(scene, "cell-journey-j-department-b-t");
  REQUIRE(unknown);
  CHECK(text_in(unknown->lines).starts_with("? / 1 moment"));
  CHECK(unknown->stroke.dash == Dash::dashed);
  for (const char* hole : {"cell-journey-j-all-u", "cell-journey-j-department-idle-all"}) {
    CAPTURE(hole);
    CHECK(card_text_in(scene, hole) == "none yet");
  }
}

TEST_CASE("departments stand by their gaps, the widest first, in each table by its own; a wider gap has a fuller colour") {
  const Scene scene = matrix_from(
      "departments: [{id: a, name: A}, {id: b, name: B}, {id: idle, name: Idle}, {id: c, name: C}, {id: d, name: D}]\n"
      "touchpoints:\n"
      "  - {id: one, name: One, department: a, importance: 4, desired: 9, actual: 5.5}\n"
      "  - {id: two, name: Two, department: b, importance: 2, desired: 9}\n"
      "  - {id: three, name: Three, department: c, importance: 3, desired: 9, actual: 2}\n"
      "  - {id: four, name: Four, department: d, importance: 3, desired: 9, actual: 8.5}\n"
      "  - {id: five, name: Five, department: d, importance: 3, desired: 9, actual: 0}\n"
      "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [one, two, three, four]}]},\n"
      "  {id: k, name: K, stages: [{id: t, name: T, touchpoints: [five, one]}]}]\n");
  const auto tops = [&](const std::string& block, std::initializer_list<const char*> departments) {
    std::vector<double> all;
    for (const char* department : departments) {
      const Label* row = find_item<Label>(scene, "row-" + block + "-department-" + department);
      REQUIRE(row);
      all.push_back(row->box.top);
    }
    return all;
  };
  CHECK(std::ranges::is_sorted(tops("overview", {"c", "d", "a", "b", "idle"})));  // 7, 4.75, 3.5, nobody knows, no moments
  CHECK(std::ranges::is_sorted(tops("journey-j", {"c", "a", "d", "b"})));         // 7, 3.5, 0.5, nobody knows
  CHECK(std::ranges::is_sorted(tops("journey-k", {"d", "a"})));                   // 9, 3.5
  const auto fill = [&](const char* department) {
    return *find_item<Card>(scene, fmt::format("cell-journey-j-department-{}-s", department))->fill;
  };
  const Tone& red = light_theme().tone_of(GapClass::red);
  const auto green_part = [](Colour colour) { return (colour.rgb >> 8) & 0xff; };  // green falls where red fills up
  CHECK(green_part(fill("c")) < green_part(fill("a")));
  CHECK(green_part(fill("a")) < green_part(red.tint));
  CHECK(green_part(fill("c")) > green_part(red.colour));
  CHECK(joined_texts(scene, "legend").find("the wider the gap, the fuller the colour") != std::string::npos);
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a cell's tooltip names twenty-five moments and counts the others") {
  const auto tooltip = [](std::size_t count) {
    std::string yaml = "departments: [{id: a, name: A}]\ntouchpoints:\n", path;
    for (std::size_t i = 0; i < count; ++i) {
      yaml += fmt::format("  - {{id: t{0}, name: Moment {0}, department: a, importance: 4, desired: 9, actual: 8}}\n", i);
      path += fmt::format("{}t{}", i == 0 ? "" : ", ", i);
    }
    yaml += "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + path + "]}]}]\n";
    return find_item<Card>(matrix_from(yaml), "cell-journey-j-department-a-s")->identity.tooltip;
  };
  CHECK(tooltip(25).find("more") == std::string::npos);
  CHECK(tooltip(27).find("Moment 24:") != std::string::npos);
  CHECK(tooltip(27).find("Moment 25:") == std::string::npos);
  CHECK(tooltip(27).ends_with("\nand 2 more"));
}

TEST_CASE("where a department has no part the cell is neither a figure nor a hole") {
  const Scene scene = matrix_from(two_stages);
  CHECK_FALSE(find_item<Card>(scene, "cell-journey-j-department-a-t"));
  CHECK_FALSE(find_item<Card>(scene, "cell-journey-j-department-b-s"));
  CHECK(joined_texts(scene, "legend").find("no part in it") != std::string::npos);
}

TEST_CASE("a slide has the journeys alone, and says that their stages are not there") {
  std::string two_journeys = two_stages;
  two_journeys.replace(two_journeys.rfind(']'), 1, ", {id: k, name: K, stages: [{id: v, name: V, touchpoints: [one]}]}]");
  const Scene slide = matrix_from(two_journeys, {.width = 960, .height = 540, .is_slide = true});
  CHECK_FALSE(find_item<Label>(slide, "title-journey-j"));
  CHECK(find_item<Label>(slide, "title-overview"));
  CHECK(joined_texts(slide, "legend").find("no room here for the stages of each journey") != std::string::npos);
  CHECK(joined_texts(matrix_from(two_stages), "legend").find("no room here") == std::string::npos);
}

TEST_CASE("where there is one journey alone its stages are all, on a slide too") {
  for (const PictureOptions& options : {PictureOptions{}, PictureOptions{.width = 960, .height = 540, .is_slide = true}}) {
    const Scene scene = matrix_from(two_stages, options);
    CHECK_FALSE(find_item<Label>(scene, "title-overview"));
    CHECK(find_item<Label>(scene, "title-journey-j"));
    CHECK(joined_texts(scene, "legend").find("no room here") == std::string::npos);
  }
}

TEST_CASE("a slide has room for nine departments, a line each, which fill it") {
  Many many;
  many.touchpoints = 40, many.departments = 9, many.a_stage = 10;
  const Scene slide = matrix_from(yaml_of_journey(many), {.width = 960, .height = 540, .is_slide = true});
  CHECK_FALSE(slide.left_out.any());
  CHECK(slide.height <= 540);
  CHECK(slide.width <= 960.01);
  CHECK(slide.width > 900);
  const std::string all = card_text_in(slide, "cell-journey-long-all-all");
  CHECK(all.find("· 40") != std::string::npos);
  CHECK(all.ends_with("· ?\u00a06"));
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("cells of a line are as wide as what they say, and only where there is no room for higher ones") {
  Many many;
  many.touchpoints = 60, many.departments = 8, many.a_stage = 12;
  const std::string yaml = yaml_of_journey(many);
  for (const auto& [width, height, squeezed] : {std::tuple{960.0, 540.0, 8}, {500.0, 540.0, 8}, {1200.0, 1700.0, 0}}) {
    CAPTURE(width);
    const Scene scene = matrix_from(yaml, {.width = width, .height = height, .is_slide = true});
    CHECK(scene.squeezed == static_cast<std::size_t>(squeezed));
    for (const Item& item : scene.items) {
      const auto* card = std::get_if<Card>(&item);
      if (card) CHECK(text_in(card->lines).find("…") == std::string::npos);
    }
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("a figure never contradicts the class that it stands in") {
  const Workspace workspace = workspace_from(
      "departments: [{id: x, name: X}, {id: y, name: Y}]\n"
      "touchpoints:\n"
      "  - {id: a, name: A, department: x, importance: 1, desired: 9, actual: 5.96}\n"
      "  - {id: b, name: B, department: y, importance: 1, desired: 9, actual: 6.04}\n" +
      journey_from("a b"));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  const PictureInput input{workspace, analysis, answers, light_theme(), typesetter()};
  std::string cells;
  for (const Item& item : drawn_view("matrix", input).items) {
    const auto* card = std::get_if<Card>(&item);
    if (card && card->identity.css_class == "cell") cells += text_in(card->lines) + "\n";
  }
  CHECK(cells.find("✕ >3") != std::string::npos);  // over 3
  CHECK(cells.find("‼ 3 ") != std::string::npos);  // to 3
  CHECK(cells.find("✕ 3 ") == std::string::npos);
  PictureOptions story;
  story.layout = Layout::story;
  CHECK(joined_texts(drawn_view("journey", input, story), "short-by").find("✕ >3") != std::string::npos);
}

TEST_CASE("the rows of a matrix fill a slide") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  const Analysis analysis = analyse(loaded.workspace, {});
  for (const double height : {540.0, 600.0}) {
    const Scene scene = drawn_view("matrix", {loaded.workspace, analysis, {}, light_theme(), typesetter()},
                                   {.width = 960, .height = height, .is_slide = true});
    CHECK(scene.height <= height + 0.01);
    CHECK(scene.height > 0.95 * height);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("cells of a table count their moments in one form, in words where all have room for them") {
  Many many;
  many.touchpoints = 60, many.departments = 8, many.a_stage = 12;
  const std::string yaml = yaml_of_journey(many);
  const std::string counted = "\u00a0· ";
  for (const auto& [width, has_words] : {std::pair{500.0, false}, {720.0, false}, {800.0, false}, {960.0, false}, {1200.0, true}}) {
    CAPTURE(width);
    const Scene scene = matrix_from(yaml, {.width = width, .height = 540, .is_slide = true});
    std::size_t cells = 0, in_words = 0;
    for (const Item& item : scene.items) {
      const auto* card = std::get_if<Card>(&item);
      if (!card || text_in(card->lines).find(counted) == std::string::npos) continue;
      ++cells;
      if (text_in(card->lines).find("moment") != std::string::npos) ++in_words;
    }
    CHECK(cells > 0);
    CHECK(in_words == (has_words ? cells : 0));
  }
}

TEST_CASE("a large sheet has the stages of all journeys, a slide says that they have no room") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  const Analysis analysis = analyse(loaded.workspace, {});
  const auto drawn = [&](double width, double height) {
    return drawn_view("matrix", {loaded.workspace, analysis, {}, light_theme(), typesetter()},
                      {.width = width, .height = height, .is_slide = true});
  };
  const auto says_no_room = [](const Scene& scene) {
    return joined_texts(scene, "legend").find("no room here for the stages") != std::string::npos;
  };
  const Scene sheet = drawn(1120, 1580), slide = drawn(960, 540);
  CHECK_FALSE(says_no_room(sheet));
  CHECK(sheet.squeezed == 0);
  CHECK(sheet.height <= 1580);
  for (const Journey& journey : loaded.workspace.journeys)
    CHECK(joined_texts(sheet, "heading").find(journey.name.value) != std::string::npos);
  for (const std::string& fault : faults(sheet, typesetter())) FAIL_CHECK(fault);
  CHECK(says_no_room(slide));
  CHECK(slide.squeezed >= loaded.workspace.journeys.size());
}

TEST_CASE("a slide has room for twelve departments by the twelve stages of the one journey") {
  Many many;
  many.touchpoints = 144, many.departments = 12, many.a_stage = 12;
  const Scene slide = matrix_from(yaml_of_journey(many), {.width = 960, .height = 540, .is_slide = true});
  CHECK(slide.height <= 540.01);
  CHECK(slide.width <= 960.01);
  CHECK_FALSE(slide.left_out.any());
  CHECK_FALSE(find_item<Label>(slide, "title-overview"));
  CHECK(joined_texts(slide, "legend").find("no room here") == std::string::npos);
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("an upright A4 sheet has the stages of the airline's journeys, in rows that fill it") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  const Analysis analysis = analyse(loaded.workspace, {});
  const Scene sheet =
      drawn_view("matrix", {loaded.workspace, analysis, {}, light_theme(), typesetter()}, {.width = 972, .height = 1345, .is_slide = true});
  CHECK(joined_texts(sheet, "legend").find("no room here") == std::string::npos);
  CHECK(sheet.height <= 1345.01);
  CHECK(sheet.height > 0.96 * 1345);
  for (const std::string& fault : faults(sheet, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a gap that is judged by ourselves alone is in italics, one of what was measured is not") {
  const Workspace workspace = workspace_from(two_stages);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  Analysis analysis = analyse(workspace, answers);
  const auto slant_of = [](const Scene& scene) {
    return find_item<Card>(scene, "cell-journey-j-department-a-s")->lines.front().runs.front().font.slant;
  };
  const char* words = "in italics: all of it judged by ourselves";
  const Scene judged = drawn_view("matrix", {workspace, analysis, answers, light_theme(), typesetter()});
  CHECK(slant_of(judged) == Slant::italic);
  CHECK(joined_texts(judged, "legend").find(words) != std::string::npos);
  for (std::size_t i = 0; i < 2; ++i) analysis.touchpoints[i].actual_kind = ActualKind::measured;
  const Scene measured = drawn_view("matrix", {workspace, analysis, answers, light_theme(), typesetter()});
  CHECK(slant_of(measured) == Slant::upright);
  CHECK(joined_texts(measured, "legend").find(words) == std::string::npos);
}
