// What the cycle of service shows, looked at as a scene.
#include <doctest/doctest.h>

#include <cmath>

#include "mot/picture/paper.h"
#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene cycle_of(const std::string& yaml, const Theme& theme = light_theme(), const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return drawn_view("cycle", {workspace, analyse(workspace, answers), answers, theme, typesetter()}, options);
}

double distance(Point one, Point other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

/// A stage's band begins with an arc: its radii at both ends meet in the middle of the ring.
Point center_of(const Scene& scene) {
  for (const Ground& ground : scene.ground) {
    const auto* band = std::get_if<CurvedArea>(&ground);
    if (!band || band->fill != light_theme().deep) continue;
    const Point a = band->outline[0], b = band->outline[3];
    const Point along_a{band->outline[1].x - a.x, band->outline[1].y - a.y}, along_b{b.x - band->outline[2].x, b.y - band->outline[2].y};
    // a + t * across_a lies on the radius through b where its part along the tangent at b is 0.
    const Point across_a{-along_a.y, along_a.x};
    const double t = ((b.x - a.x) * along_b.x + (b.y - a.y) * along_b.y) / (across_a.x * along_b.x + across_a.y * along_b.y);
    return {a.x + t * across_a.x, a.y + t * across_a.y};
  }
  return {};
}

struct Radii {
  double inner = 1e9;
  double outer = 0;
};

/// Of the areas of a colour, as far as their own points lie from the middle.
std::vector<Radii> radii_of(const Scene& scene, Colour colour) {
  const Point center = center_of(scene);
  std::vector<Radii> all;
  for (const Ground& ground : scene.ground) {
    const auto* area = std::get_if<CurvedArea>(&ground);
    if (!area || area->fill != colour) continue;
    Radii radii;
    for (std::size_t i = 0; i < area->outline.size(); i += 3) {
      radii.inner = std::min(radii.inner, distance(area->outline[i], center));
      radii.outer = std::max(radii.outer, distance(area->outline[i], center));
    }
    all.push_back(radii);
  }
  return all;
}

std::size_t count_areas(const Scene& scene) {
  std::size_t count = 0;
  for (const Ground& ground : scene.ground) count += std::holds_alternative<CurvedArea>(ground);
  return count;
}

std::size_t count_curves(const Scene& scene, Dash dash) {
  std::size_t count = 0;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    count += curve && curve->stroke.dash == dash && curve->points.front() == curve->points.back();
  }
  return count;
}

bool cross(Point a, Point b, Point c, Point d) {
  const auto side = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const Connector& leader_to(const Scene& scene, const std::string& key) {
  const Connector* leader = find_connector(scene, "leader-" + key);
  REQUIRE(leader);
  return *leader;
}

}  // namespace

TEST_CASE("a slice is filled from the scale's beginning in proportion to what is lived, and the arc stands where it is wanted") {
  const Scene scene = cycle_of(touchpoints_from("a=9/10 b=9/10 c=9/10 d=4.5/9") + journey_from("a b c d"));
  const Theme& theme = light_theme();
  const auto tracks = radii_of(scene, theme.tone_of(GapClass::red).tint), fills = radii_of(scene, theme.tone_of(GapClass::red).colour);
  REQUIRE(tracks.size() == 1);
  REQUIRE(fills.size() == 1);
  const double length = tracks[0].outer - tracks[0].inner;
  CHECK(fills[0].inner == doctest::Approx(tracks[0].inner));
  CHECK((fills[0].outer - fills[0].inner) / length == doctest::Approx(0.45));
  std::vector<double> wanted;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (!curve || curve->stroke.colour != theme.accent) continue;
    wanted.push_back((distance(curve->points.front(), center_of(scene)) - tracks[0].inner) / length);
  }
  REQUIRE(wanted.size() == 5);  // the last one explains the sign
  CHECK(wanted[0] == doctest::Approx(1));
  CHECK(wanted[3] == doctest::Approx(0.9));
}

TEST_CASE("what nobody measured is an empty dashed slice with a question mark, and the least score is not that") {
  const Scene scene = cycle_of(touchpoints_from("least=0/8 unknown=/8 c=8/8") + journey_from("least unknown c"));
  CHECK(count_areas(scene) == 1 + 2 + 2);  // the stage's band; of those that are known the track and the fill
  CHECK(count_curves(scene, Dash::dashed) == 1);
  CHECK(find_item<Marker>(scene, "score-least")->text->text == "0");
  CHECK(find_item<Marker>(scene, "score-unknown")->text->text == "?");
  CHECK(find_item<Marker>(scene, "score-unknown")->stroke.dash == Dash::dashed);
  CHECK(text_in(find_item<Label>(scene, "touchpoint-unknown")->lines) == "Moment unknown / ? of 8");
  const auto fills = radii_of(scene, light_theme().tone_of(GapClass::red).colour);
  REQUIRE(fills.size() == 1);
  CHECK(fills[0].outer - fills[0].inner > 1);
}

TEST_CASE("in every theme what is lived looks different from what is missing") {
  for (const NamedTheme& named : themes()) {
    CAPTURE(named.name);
    const Scene scene = cycle_of(touchpoints_from("a=4/9 b=9/9") + journey_from("a b"), named.theme);
    for (std::size_t i = 0; i < scene.ground.size(); ++i) {
      const auto* fill = std::get_if<CurvedArea>(&scene.ground[i]);
      if (!fill || fill->fill != named.theme.tone_of(GapClass::red).colour) continue;
      const Colour track = std::get<CurvedArea>(scene.ground[i - 1]).fill;
      CHECK(track != fill->fill);
      const auto hatch = [&](Colour colour) {
        for (const PatternedFill& known : named.theme.patterns) {
          if (known.fill == colour) return known.pattern.hatch;
        }
        return Hatch::none;
      };
      if (!named.theme.patterns.empty()) CHECK(hatch(track) != hatch(fill->fill));
    }
  }
}

TEST_CASE("the middle says how much is delivered, what that rests on, and each stage with its number") {
  const Scene scene = cycle_of(short_trip);
  CHECK(text_in(find_item<Label>(scene, "delivered")->lines) ==
        "71\u00a0% / experience delivered / 3 of 5 known, 2 of them judged, 95 % / interval 69\u00a0% to 74\u00a0% / 45\u00a0% to "
        "76\u00a0% with the unknown at worst / and at best");
  for (const auto& [stage, number] : {std::pair{"book", "1"}, std::pair{"check-in", "2"}}) {
    CHECK(find_item<Marker>(scene, std::string("number-") + stage)->text->text == number);
    CHECK(find_item<Marker>(scene, std::string("band-") + stage)->text->text == number);
  }
  CHECK(text_in(find_item<Label>(scene, "stage-check-in")->lines) == "Check in");
  CHECK(text_in(find_item<Label>(scene, "delivered-book")->lines) == "61\u00a0%");
  const Scene unknown = cycle_of(touchpoints_from("a=/8") + journey_from("a"));
  CHECK(text_in(find_item<Label>(unknown, "delivered")->lines) == "? / nobody knows yet how much is / delivered / 0 of 1 measured");
}

TEST_CASE("what happens only under a condition is pulled out of the ring and says when") {
  const Scene scene = cycle_of(touchpoints_from("a=7/8 b=7/8! c=7/8 d=7/8") + journey_from("a b c d"));
  const auto at = [&](const char* id) { return find_item<Marker>(scene, id)->center; };
  const Point center = center_of(scene);
  CHECK(distance(at("score-d"), center) == doctest::Approx(distance(at("score-a"), center)));
  CHECK(distance(at("score-b"), center) > distance(at("score-a"), center) + 10);
  CHECK(text_in(find_item<Label>(scene, "touchpoint-b")->lines) == "Moment b / ✓\u00a07 of 8 / when it rains");
  CHECK(leader_to(scene, "b").stroke.dash == Dash::dotted);
}

TEST_CASE("a leader begins at the middle of its slice") {
  const Scene scene = cycle_of(touchpoints_from("a=7/8 b=5/8 c=6/8 d=8/8") + journey_from("a b c d"));
  const Point center = center_of(scene);
  const struct {
    const char* touchpoint;
    double right, down;  ///< in which direction from the middle of the ring
  } cases[] = {{"a", 1, -1}, {"b", 1, 1}, {"c", -1, 1}, {"d", -1, -1}};
  for (const auto& [touchpoint, right, down] : cases) {
    CAPTURE(touchpoint);
    const Point begin = leader_to(scene, touchpoint).points.front();
    CHECK((begin.x - center.x) * right == doctest::Approx((begin.y - center.y) * down));
    CHECK((begin.x - center.x) * right > 0);
  }
}

TEST_CASE("a touchpoint may come twice, and a stage without moments keeps its place") {
  const Scene scene = cycle_of(touchpoints_from("a=7/8 b=5/8") + journey_from("a b|-|a"));
  CHECK(text_in(find_item<Label>(scene, "touchpoint-a")->lines) == "Moment a / ✓\u00a07 of 8");
  CHECK(text_in(find_item<Label>(scene, "touchpoint-a-2")->lines) == "Moment a / ✓\u00a07 of 8  ·  again");
  CHECK(text_in(find_item<Label>(scene, "empty-s2")->lines) == "no moments yet");
  CHECK(text_in(find_item<Label>(scene, "delivered-s2")->lines) == "–");
  CHECK(count_curves(scene, Dash::dotted) == 1);
  const Scene none = cycle_of("journey: {id: j, name: J}\n");
  CHECK(text_in(find_item<Label>(none, "empty")->lines).find("no stages yet") != std::string::npos);
}

TEST_CASE(
    "however many moments there are, each leader line leads from its score to its label, crosses none, and never back into the ring") {
  for (const auto& [what, yaml] : hard_cases()) {
    if (workspace_from(yaml).journeys.empty()) continue;
    INFO(what);
    const Scene scene = cycle_of(yaml);
    const Point center = center_of(scene);
    for (std::size_t i = 0; i < scene.connectors.size(); ++i) {
      const Connector& leader = scene.connectors[i];
      const Box& box = find_item<Label>(scene, leader.to)->box;
      const Point tip = leader.points.back();
      const double beside = std::max(box.left - tip.x, tip.x - box.right());
      CHECK(beside >= 0);
      CHECK(beside <= 4);
      CHECK(std::abs(tip.y - box.center().y) < 1);
      const Marker& bead = *find_item<Marker>(scene, leader.from);
      CHECK(distance(leader.points.front(), bead.center) <= bead.radius * std::sqrt(2.0) + 1);
      for (const Point& point : sampled(leader.points)) CHECK(distance(point, center) >= distance(bead.center, center));
      for (std::size_t k = 0; k < i; ++k) {
        const Connector& other = scene.connectors[k];
        CHECK_FALSE(cross(leader.points.front(), tip, other.points.front(), other.points.back()));
      }
    }
  }
}

TEST_CASE("names of stages are whole, however long") {
  const Scene scene = cycle_of(yaml_of(Crowd{.touchpoints = 30, .names = hard_names}));
  for (const char* stage : {"s0", "s1", "s2", "s3", "s4", "s5"}) {
    const Label* label = find_item<Label>(scene, std::string("stage-") + stage);
    REQUIRE(label);
    CHECK(text_in(label->lines).find("…") == std::string::npos);
  }
  CHECK(joined_texts(scene, "stage").find("honestly") != std::string::npos);
}

TEST_CASE("a journey inside has a place in the ring with its moments in it, and what is worst there is in the legend") {
  const std::string outer =
      "touchpoints:\n"
      "  - { id: a, name: Arrive, desired: 9, actual: 8, importance: 3 }\n"
      "  - { id: b, name: Wait, desired: 10, actual: 1, importance: 5 }\n"
      "  - { id: d, name: Ask, desired: 9, actual: 8, importance: 5 }\n"
      "  - { id: c, name: Leave, desired: 9, actual: 8, importance: 3 }\n"
      "journeys:\n"
      "  - { id: j, name: Outer, stages: [{ id: s, name: S, touchpoints: [a, { journey: k }, c] }] }\n";
  const Scene with = cycle_of(outer + "  - { id: k, name: Inner, stages: [{ id: t, name: T, touchpoints: [b, d] }] }\n");
  const Label* label = find_item<Label>(with, "journey-k");
  REQUIRE(label);
  CHECK(text_in(label->lines) == "Inner / 2 moments  ·  49\u00a0% delivered");
  CHECK(radii_of(with, light_theme().tone_of(GapClass::red).colour).size() == 1);
  CHECK(radii_of(with, light_theme().tone_of(GapClass::green).colour).size() == 3);
  CHECK(joined_texts(with, "legend").find("over 3") != std::string::npos);
}

TEST_CASE("a slide of the worst moments has the figures of whole stages, and a ring that fills it") {
  const std::string yaml =
      "touchpoints:\n"
      "  - {id: a, name: A, importance: 5, desired: 10, actual: 2}\n"
      "  - {id: b, name: B, importance: 5, desired: 10, actual: 8}\n"
      "  - {id: c, name: C, importance: 5, desired: 10, actual: 4}\n"
      "  - {id: d, name: D, importance: 5, desired: 10, actual: 10}\n"
      "journeys: [{id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b]}, {id: t, name: T, touchpoints: [c, d]}]}]\n";
  const Scene slide = cycle_of(yaml, light_theme(), {.width = 960, .height = 540, .is_slide = true, .most = 2});
  CHECK(text_in(find_item<Label>(slide, "delivered-s")->lines) == "50\u00a0%");  // (2 + 8) of (10 + 10)
  CHECK(text_in(find_item<Label>(slide, "delivered-t")->lines) == "70\u00a0%");
  CHECK(find_item<Marker>(slide, "score-a"));
  CHECK_FALSE(find_item<Marker>(slide, "score-b"));
  double outermost = 0;
  for (const Radii& radii : radii_of(slide, light_theme().tone_of(GapClass::red).tint)) outermost = std::max(outermost, radii.outer);
  CHECK(2 * outermost > 0.4 * 540);
  CHECK(slide.height <= 540);
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

namespace {

/// So many moments, every seventh conditional, in stages of five.
Scene slide_of(std::size_t moments) {
  std::string touchpoints, stages;
  for (std::size_t i = 0; i < moments; ++i) {
    touchpoints += fmt::format("t{}={}/9{} ", i, 2 + static_cast<double>((i * 37) % 70) / 10, i % 7 == 3 ? "!" : "");
    stages += fmt::format("{}t{}", i == 0 ? "" : i % 5 == 0 ? "|" : " ", i);
  }
  return cycle_of(touchpoints_from(touchpoints) + journey_from(stages), light_theme(), {.width = 960, .height = 540, .is_slide = true});
}

}  // namespace

TEST_CASE("a slide has the whole ring of up to two dozen moments, with the names of all and of their stages to be read") {
  for (const std::size_t moments : {5, 12, 17, 19, 22, 24, 26, 28}) {
    CAPTURE(moments);
    const Scene scene = slide_of(moments);
    CHECK(scene.width <= 960.01);
    CHECK(scene.height <= 540.01);
    CHECK(smallest_letters_of(scene) >= 12);
    CHECK(scene.left_out.things.empty());
    for (std::size_t i = 0; i < moments; ++i) {
      const Label* label = find_item<Label>(scene, fmt::format("touchpoint-t{}", i));
      REQUIRE(label);
      CHECK(text_in(label->lines).starts_with(fmt::format("Moment t{}", i)));
    }
    for (std::size_t i = 0; i < (moments + 4) / 5; ++i) CHECK(find_item<Label>(scene, fmt::format("stage-s{}", i + 1)));
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("what the labels of a slide's ring have no room for is told, conditions first") {
  CHECK(slide_of(5).left_out.parts.empty());
  const LeftOut of_many = slide_of(28).left_out;
  REQUIRE_FALSE(of_many.parts.empty());
  CHECK(of_many.parts.front() == "conditions");
  CHECK(joined_texts(slide_of(28), "legend").find("left out for larger letters: conditions") != std::string::npos);
}
