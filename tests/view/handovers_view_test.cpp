// What only the picture of hand-overs promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "mot/view/handovers/layout.h"
#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene handovers_from(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("handovers", {workspace, analysis, answers, light_theme(), typesetter()}, options);
}

/// Sales hands on to care and takes back; nobody knows what is lived at `sign`; control meets nobody on the way.
const std::string loop =
    "departments: [{id: sales, name: Sales}, {id: care, name: Care}, {id: legal, name: Legal}, {id: control, name: Control}]\n"
    "touchpoints:\n"
    "  - {id: ask, name: Ask, department: sales, importance: 5, desired: 9, actual: 8}\n"
    "  - {id: advise, name: Advise, department: care, importance: 5, desired: 9, actual: 4.5, moment_of_truth: true}\n"
    "  - {id: decide, name: Decide, department: sales, importance: 5, desired: 9, actual: 6}\n"
    "  - {id: sign, name: Sign, department: legal, importance: 5, desired: 9}\n"
    "  - {id: audit, name: Audit, department: control, importance: 5, desired: 9, actual: 2}\n"
    "journeys:\n"
    "  - {id: buy, name: Buy, stages: [{id: s, name: S, touchpoints: [ask, advise, decide, sign]}]}\n"
    "  - {id: try, name: Try, stages: [{id: s, name: S, touchpoints: [ask, advise]}]}\n"
    "  - {id: look, name: Look, stages: [{id: s, name: S, touchpoints: [ask, advise]}]}\n";

Box box_around(const Connector& connector) {
  const auto points = sampled(connector.points);
  const auto [left, right] = std::ranges::minmax_element(points, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax_element(points, {}, &Point::y);
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

/// How far an arc of a layout is from the departments at a height.
double reach_at(const handovers::Arc& arc, double y) {
  const double half = (arc.to - arc.from) / 2, off = (y - (arc.from + arc.to) / 2) / half;
  return arc.reach * std::sqrt(std::max(0.0, 1 - off * off));
}

}  // namespace

TEST_CASE("the logo stands at the right of the picture, however wide that comes out") {
  Workspace workspace = workspace_from(loop);
  const Answers answers = [&] {
    Answers all;
    all.touchpoints.resize(workspace.touchpoints.size());
    return all;
  }();
  workspace.project.brand.emplace().logo_file = ImageFile{.bytes = "", .width = 40, .height = 10};
  const Scene scene = drawn_view("handovers", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()});
  REQUIRE(scene.images.size() == 1);
  CHECK(scene.width > 1000);
  CHECK(scene.images.front().box.right() == doctest::Approx(scene.width - light_theme().spacing.margin));
}

TEST_CASE("a way there and back are two arcs, the one on at the right and the one back at the left") {
  const Scene scene = handovers_from(loop);
  const Card* sales = find_item<Card>(scene, "department-sales");
  const Connector* on = find_connector(scene, "hand-over-sales-care");
  const Connector* back = find_connector(scene, "hand-over-care-sales");
  REQUIRE(sales);
  REQUIRE(on);
  REQUIRE(back);
  CHECK(box_around(*on).left >= sales->box.right());
  CHECK(box_around(*back).right() <= sales->box.left);
  CHECK(on->from == "department-sales");
  CHECK(on->to == "department-care");
  CHECK(on->arrow == Arrow::end);
}

TEST_CASE("the legend names the side at which arcs lead on, also in a picture that is read from the right") {
  const Scene scene = handovers_from(loop);
  CHECK(joined_texts(scene, "legend").find("arcs at the right lead on, those at the left lead back") != std::string::npos);
  const Scene mirrored = handovers_from("project: {name: شركة الطيران}\n" + std::string(loop));
  const Box on = box_around(*find_connector(mirrored, "hand-over-sales-care"));
  CHECK(on.right() <= find_item<Card>(mirrored, "department-sales")->box.left);
  CHECK(joined_texts(mirrored, "legend").find("arcs at the left lead on, those at the right lead back") != std::string::npos);
}

TEST_CASE("an arc is in the colour of what is lost, and its tag says it with a glyph and a number") {
  const Scene scene = handovers_from(loop);
  const Theme& theme = light_theme();
  CHECK(find_connector(scene, "hand-over-sales-care")->stroke.colour == theme.tone_of(GapClass::red).colour);  // 8 − 4.5
  CHECK(card_text_in(scene, "arrives-sales-care") == "✕ 3.5 lost");
  CHECK(find_connector(scene, "hand-over-care-sales")->stroke.colour == theme.accent);  // better is no class of loss
  CHECK(card_text_in(scene, "arrives-care-sales") == "▲ 1.5 gained");
}

TEST_CASE("where nothing is lost between two bad moments there is no praise") {
  const Scene scene = handovers_from(
      "departments: [{id: a, name: A}, {id: b, name: B}]\n"
      "touchpoints: [{id: x, name: X, department: a, desired: 9, actual: 2}, {id: y, name: Y, department: b, desired: 9, actual: 2}]\n"
      "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [x, y]}]}]\n");
  CHECK(card_text_in(scene, "arrives-a-b") == "= 0 lost");
  CHECK(find_connector(scene, "hand-over-a-b")->stroke.colour == light_theme().muted);
}

TEST_CASE("what is lost has as many decimals as its class needs") {
  const struct {
    const char* after;
    const char* tag;
  } cases[] = {{"7.05", "= 1 lost"}, {"6.96", "! >1 lost"}, {"6.9", "! 1.1 lost"}, {"4.96", "✕ >3 lost"}, {"8.04", "= 0 lost"}};
  for (const auto& [after, tag] : cases) {
    CAPTURE(after);
    const Scene scene =
        handovers_from(fmt::format("departments: [{{id: a, name: A}}, {{id: b, name: B}}]\n"
                                   "touchpoints: [{{id: x, name: X, department: a, desired: 9, actual: 8}}, {{id: y, name: Y, department: "
                                   "b, desired: 9, actual: {}}}]\n"
                                   "journeys: [{{id: j, name: J, stages: [{{id: s, name: S, touchpoints: [x, y]}}]}}]\n",
                                   after));
    CHECK(card_text_in(scene, "arrives-a-b") == tag);
  }
}

TEST_CASE("where nobody knows what is lost the arc is grey and dashed, and no number stands there") {
  const Scene scene = handovers_from(loop);
  const Stroke& stroke = find_connector(scene, "hand-over-sales-legal")->stroke;
  CHECK(stroke.dash == Dash::dashed);
  CHECK(stroke.colour == light_theme().tone_of(GapClass::unknown).colour);
  CHECK(card_text_in(scene, "arrives-sales-legal") == "? unknown");
}

TEST_CASE("an arc is wider the more journeys cross it, and says how many") {
  const Scene scene = handovers_from(loop);
  CHECK(find_connector(scene, "hand-over-sales-care")->stroke.width > find_connector(scene, "hand-over-care-sales")->stroke.width);
  CHECK(text_in(find_item<Label>(scene, "leaves-sales-care")->lines) == "3 journeys");
  CHECK(text_in(find_item<Label>(scene, "leaves-care-sales")->lines) == "1 journey");
}

TEST_CASE("an arc's tooltip names the moments left and right of each seam, and the journeys") {
  CHECK(find_connector(handovers_from(loop), "hand-over-sales-care")->identity.tooltip ==
        "Sales → Care\n3 journeys: Buy, Try, Look\n3.5 lost\nAsk (8) → Advise (4.5): 3.5 lost");
}

TEST_CASE("a department without a hand-over stands apart, without a line") {
  const Scene scene = handovers_from(loop);
  const Label* control = find_item<Label>(scene, "department-control");
  const Panel* others = find_panel(scene, "others");
  REQUIRE(control);
  REQUIRE(others);
  CHECK(others->box.top <= control->box.top);
  CHECK(others->box.bottom() >= control->box.bottom());
  CHECK(others->box.top > find_item<Card>(scene, "department-legal")->box.bottom());
  CHECK_FALSE(find_panel(handovers_from(yaml_of(Crowd{.touchpoints = 12, .departments = 3})), "others"));
  const Scene slide = handovers_from(loop, {.width = 960, .height = 540, .is_slide = true});
  CHECK(find_panel(slide, "others")->box.height < 50);
  CHECK(text_in(find_item<Label>(slide, "heading-others")->lines).starts_with("No hand-over  ·  "));
  CHECK(text_in(find_item<Label>(slide, "heading-others")->lines).find("Control, ") != std::string::npos);
}

TEST_CASE("a department whose hand-overs are left out for want of room is not said to have none") {
  const std::string yaml = yaml_of(Crowd{.touchpoints = 12, .departments = 3});
  const Scene scene = handovers_from(yaml, {.most = 1});
  CHECK(scene.connectors.size() < handovers_from(yaml).connectors.size());
  CHECK_FALSE(find_panel(scene, "others"));
}

TEST_CASE("of one department, what others hand over among themselves fades and is not listed") {
  const Scene scene = handovers_from(loop, {.department = 2});
  const Theme& theme = light_theme();
  CHECK(find_connector(scene, "hand-over-sales-care")->stroke.colour == theme.line);
  CHECK(card_text_in(scene, "arrives-sales-care") == "✕ 3.5 lost");
  CHECK(find_connector(scene, "hand-over-sales-legal")->stroke.colour == theme.tone_of(GapClass::unknown).colour);
  CHECK(find_item<Label>(scene, "before-decide-sign"));
  CHECK_FALSE(find_item<Label>(scene, "before-ask-advise"));
  CHECK(text_in(find_item<Label>(scene, "heading-seams")->lines) == "Seam by seam of Legal, where most is lost first");
}

TEST_CASE("the list names every seam from the worst to the unknown ones") {
  const Scene scene = handovers_from(loop);
  const auto top = [&](const std::string& id) { return find_item<Label>(scene, "before-" + id)->box.top; };
  CHECK(top("ask-advise") < top("advise-decide"));
  CHECK(top("advise-decide") < top("decide-sign"));
  CHECK(text_in(find_item<Label>(scene, "after-ask-advise")->lines) == "★\u00a0Advise  ·  Care");
  CHECK(text_in(find_item<Label>(scene, "lived-decide-sign")->lines) == "6 → ?");
  CHECK(text_in(find_item<Label>(scene, "journeys-ask-advise")->lines) == "3");
  CHECK_FALSE(find_item<Label>(scene, "rest"));
}

TEST_CASE("a list that has no room for every seam says how many it leaves out") {
  const Scene scene = handovers_from(yaml_of(Crowd{.touchpoints = 120, .departments = 4, .journeys = 1}));
  const Label* rest = find_item<Label>(scene, "rest");
  REQUIRE(rest);
  CHECK(text_in(rest->lines).starts_with("and "));
  CHECK(rest->box.bottom() < find_item<Card>(scene, "department-d0")->box.top + 1500);
}

TEST_CASE("a department that is all of a journey stands in the middle between those met early and late") {
  const std::string departments =
      "departments: [{id: middle, name: M}, {id: one, name: O}, {id: other, name: T}]\n"
      "touchpoints:\n"
      "  - {id: a, name: A, department: one, importance: 5, desired: 9, actual: 8}\n"
      "  - {id: b, name: B, department: middle, importance: 5, desired: 9, actual: 7}\n"
      "  - {id: c, name: C, department: other, importance: 5, desired: 9, actual: 6}\n"
      "journeys:\n"
      "  - {id: alone, name: Alone, stages: [{id: s, name: S, touchpoints: [b]}]}\n"
      "  - {id: whole, name: Whole, stages: [{id: s, name: S, touchpoints: [PATH]}]}\n";
  const struct { std::string path, upper, lower; } cases[] = {{"a, a, b, c, c", "one", "other"}, {"c, c, b, a, a", "other", "one"}};
  for (const auto& [path, upper, lower] : cases) {
    CAPTURE(path);
    std::string yaml = departments;
    yaml.replace(yaml.find("PATH"), 4, path);
    const Scene scene = handovers_from(yaml);
    const auto top = [&](const std::string& id) { return find_item<Card>(scene, "department-" + id)->box.top; };
    CHECK(top(upper) < top("middle"));
    CHECK(top("middle") < top(lower));
  }
}

TEST_CASE("the ends of arcs are spread evenly along a department, as far from its top as from its bottom") {
  const std::size_t count = 5;
  std::vector<HandOver> all;
  for (std::size_t from = 0; from < count; ++from) {
    for (std::size_t to = 0; to < count; ++to) {
      if (from != to && (from + 2 * to) % 3 != 0)
        all.push_back({.from = from, .to = to, .seams = {}, .journeys = {0}, .known = 0, .loss = {}});
    }
  }
  const std::size_t order[] = {3, 0, 4, 1, 2};
  const double heights[] = {30, 200, 75, 20, 120};
  const handovers::Layout layout = handovers::layout_of(all, order, heights);
  for (std::size_t place = 0; place < count; ++place) {
    const handovers::Station& station = layout.stations[place];
    for (const handovers::Side side : {handovers::Side::right, handovers::Side::left}) {
      std::vector<double> ends;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (layout.arcs[i].side != side) continue;
        if (all[i].from == order[place]) ends.push_back(layout.arcs[i].from);
        if (all[i].to == order[place]) ends.push_back(layout.arcs[i].to);
      }
      if (ends.empty()) continue;
      CAPTURE(place);
      std::ranges::sort(ends);
      CHECK(ends.front() - station.top == doctest::Approx(station.top + station.height - ends.back()));
      for (std::size_t i = 1; i < ends.size(); ++i) CHECK(ends[i] - ends[i - 1] == doctest::Approx(handovers::pitch));
    }
  }
}

TEST_CASE("no two ends of arcs share a place, and arcs within others do not cross them") {
  std::vector<HandOver> all;
  std::vector<std::size_t> order;
  std::vector<double> heights;
  for (std::size_t from = 0; from < 12; ++from) {
    order.push_back((from * 5) % 12);
    heights.push_back(30 + static_cast<double>(from % 3) * 20);
    for (std::size_t to = 0; to < 12; ++to) {
      if (from != to) all.push_back({.from = from, .to = to, .seams = {}, .journeys = {0}, .known = 0, .loss = {}});
    }
  }
  const handovers::Layout layout = handovers::layout_of(all, order, heights);
  for (const handovers::Side side : {handovers::Side::right, handovers::Side::left}) {
    std::vector<handovers::Arc> arcs;
    std::ranges::copy_if(layout.arcs, std::back_inserter(arcs), [&](const handovers::Arc& arc) { return arc.side == side; });
    REQUIRE(arcs.size() == 66);
    std::vector<double> ends;
    for (const handovers::Arc& arc : arcs) ends.insert(ends.end(), {arc.from, arc.to});
    std::ranges::sort(ends);
    for (std::size_t i = 1; i < ends.size(); ++i) CHECK(ends[i] - ends[i - 1] > handovers::pitch - 0.01);
    for (const handovers::Arc& outer : arcs) {
      const auto [top, bottom] = std::minmax(outer.from, outer.to);
      for (const handovers::Arc& inner : arcs) {
        const auto [low, high] = std::minmax(inner.from, inner.to);
        if (low <= top || high >= bottom) continue;
        for (int step = 1; step < 20; ++step) {
          const double y = low + (high - low) * step / 20;
          if (reach_at(inner, y) >= reach_at(outer, y)) FAIL_CHECK(low << " to " << high << " in " << top << " to " << bottom);
        }
      }
    }
  }
  CHECK(layout.height == doctest::Approx(layout.stations.back().top + layout.stations.back().height));
}

TEST_CASE("a slide without room for all hand-overs says which it does not draw, and counts the seams that are not listed") {
  const Scene slide = handovers_from(loop, {.width = 960, .height = 540, .is_slide = true, .most = 1});
  CHECK(find_connector(slide, "hand-over-sales-care"));
  CHECK_FALSE(find_connector(slide, "hand-over-care-sales"));
  CHECK(text_in(find_item<Label>(slide, "rest")->lines) == "not drawn, as less is lost there: Care → Sales, Sales → Legal");
  CHECK_FALSE(find_item<Label>(handovers_from(loop, {.width = 960, .height = 540, .is_slide = true}), "rest"));
  const std::string many = yaml_of(Crowd{.touchpoints = 120, .departments = 4, .journeys = 1});
  CHECK(
      text_in(find_item<Label>(handovers_from(many, {.width = 960, .height = 540, .is_slide = true}), "rest")->lines).starts_with("and "));
}

TEST_CASE("seven departments stand on one slide with all their hand-overs; where some do not, the head says how many do") {
  std::string departments = "departments: [", touchpoints = "touchpoints:\n", path;
  for (int i = 0; i < 7; ++i) departments += fmt::format("{{id: d{0}, name: Department {0}}}, ", i);
  const int order[] = {0, 1, 2, 3, 4, 5, 6, 3, 1, 0, 2, 1};
  for (int i = 0; i < 12; ++i) {
    touchpoints +=
        fmt::format("  - {{id: t{0}, name: T{0}, department: d{1}, importance: 5, desired: 9, actual: {2}}}\n", i, order[i], 9 - i % 3 * 2);
    path += fmt::format("{}t{}", i > 0 ? ", " : "", i);
  }
  const std::string yaml =
      departments + "]\n" + touchpoints + "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + path + "]}]}]\n";
  const PictureOptions all{.width = 960, .height = 540, .is_slide = true};
  const Scene slide = handovers_from(yaml, all);
  CHECK(slide.height <= 540.01);
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
  CHECK(joined_texts(slide, "figures").find("7 departments") != std::string::npos);
  PictureOptions few = all;
  few.most = 3;
  CHECK(joined_texts(handovers_from(yaml, few), "figures").find("of 7 departments drawn") != std::string::npos);
}

TEST_CASE("a sheet lists twenty-three seams, each on one line with the departments of its moments") {
  std::string yaml = "departments: [";
  for (int i = 0; i < 5; ++i) yaml += fmt::format("{{id: d{0}, name: Department {0}}}, ", i);
  yaml += "]\ntouchpoints:\n";
  std::string path;
  for (int i = 0; i < 24; ++i) {
    yaml += fmt::format("  - {{id: t{0}, name: Moment {0}, department: d{1}, desired: 9, actual: {2}}}\n", i, i % 5, 9 - i % 7);
    path += fmt::format("{}t{}", i > 0 ? ", " : "", i);
  }
  const Scene scene = handovers_from(yaml + "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [" + path + "]}]}]\n");
  CHECK_FALSE(find_item<Label>(scene, "rest"));
  const auto rows = std::ranges::count_if(scene.items, [](const Item& item) {
    const Label* label = std::get_if<Label>(&item);
    return label && label->identity.id.starts_with("before-");
  });
  CHECK(rows == 23);
  CHECK(scene.height < 0.75 * scene.width);
}
