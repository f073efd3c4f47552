// What only the importance–performance chart promises; what holds for every view is in views_test.cpp.
#include <doctest/doctest.h>

#include <set>

#include "mot/picture/label_placement.h"
#include "mot/picture/text_layout.h"
#include "mot/review/review.h"
#include "mot/view/priorities/chart.h"
#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene priorities_from(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  return drawn_view("priorities", {workspace, analysis, answers, light_theme(), typesetter()}, options);
}

/// `a=5/4 b=/3`: importance and lived.
std::string moments_from(const std::string& notation) {
  std::string yaml = "touchpoints:\n";
  std::istringstream in(notation);
  for (std::string word; in >> word;) {
    const auto equals = word.find('='), slash = word.find('/');
    const std::string importance = word.substr(equals + 1, slash - equals - 1), lived = word.substr(slash + 1);
    yaml += fmt::format("  - {{id: {0}, name: Moment {0}, desired: 9{1}{2}}}\n", word.substr(0, equals),
                        importance.empty() ? "" : ", importance: " + importance, lived.empty() ? "" : ", actual: " + lived);
  }
  return yaml;
}

const Box& quadrant(const Scene& scene, const char* name) {
  for (const Panel& panel : scene.panels) {
    if (panel.identity.tooltip == name) return panel.box;
  }
  FAIL("no such quadrant");
  return scene.panels.front().box;
}

bool holds(const Box& box, Point point) {
  return point.x >= box.left - 0.01 && point.x <= box.right() + 0.01 && point.y >= box.top - 0.01 && point.y <= box.bottom() + 0.01;
}

}  // namespace

TEST_CASE("a moment and most of its name stand in the quadrant that its figures give") {
  const Scene scene = priorities_from(moments_from("a=5/2 b=5/8 c=1/2 d=1/8 e=3/5"));
  const struct {
    const char* id;
    const char* quadrant;
  } cases[] = {
      {"a", "concentrate here"},  {"b", "keep up the good work"}, {"c", "low priority"},
      {"d", "possible overkill"}, {"e", "keep up the good work"},  // on both lines: counts as high
  };
  for (const auto& [id, name] : cases) {
    CAPTURE(id);
    const Box& box = quadrant(scene, name);
    CHECK(holds(box, find_item<Marker>(scene, std::string("touchpoint-") + id)->center));
    CHECK(holds(box, find_item<Label>(scene, std::string("name-") + id)->box.center()));
  }
}

TEST_CASE("moments at one place all stay visible, on their side of the line") {
  const Scene scene = priorities_from(moments_from("a=3/5 b=3/5 c=3/5 d=3/5 e=3/5 f=3/5 g=3/5"));
  std::set<double> heights;
  const Box& high = quadrant(scene, "keep up the good work");
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) {
    const Marker* marker = find_item<Marker>(scene, std::string("touchpoint-") + id);
    REQUIRE(marker);
    CHECK(holds(high, marker->center));
    heights.insert(marker->center.y);
  }
  CHECK(heights.size() == 7);
  CHECK(quadrant(scene, "low priority").height < high.height / 2);  // no room for what isn't there
}

TEST_CASE("every name says how far the moment is from the nearer line") {
  const Scene scene = priorities_from(moments_from("a=5/2 b=1/8"));
  // The lines are at importance 3 and 5 points: a is 2 of 4 and 3 of 10 away, so 30 %.
  CHECK(text_in(find_item<Label>(scene, "name-a")->lines) == "Moment a / gap 7 · 30\u00a0% from a line");
}

TEST_CASE("a quadrant is called good, cheap or unimportant only where few in it fall far short, and those are marked") {
  const struct {
    const char* moments;
    const char* quadrant;
    const char* name;
  } cases[] = {
      {"a=5/8 b=5/8 c=5/8 d=1/2", "keep up the good work", "Keep up the good work"},
      {"a=5/3 b=5/4 c=5/2 d=1/1", "keep up the good work", "Important, better than the mean / 2 of 2 fall far short"},
      {"a=5/8 b=1/2 c=1/3", "low priority", "Less important, worse than the mean / 2 of 2 fall far short"},
      {"a=5/1 b=1/4 c=1/4", "possible overkill", "Less important, better than the mean / 2 of 2 fall far short"},
      {"a=5/1 b=1/8 c=1/8", "possible overkill", "Possible overkill"},
  };
  for (const auto& [moments, name, shown] : cases) {
    CAPTURE(moments);
    const Scene scene = priorities_from(moments_from(moments));
    std::string found;
    for (const Panel& panel : scene.panels) {
      if (panel.identity.tooltip == name) found = text_in(find_item<Label>(scene, "name-" + panel.identity.id)->lines);
    }
    CHECK(found == shown);
  }
  const Scene mixed = priorities_from(moments_from("a=5/8 b=5/8 c=5/8 far=5/6 d=1/2 e=1/2"));
  CHECK(text_in(find_item<Label>(mixed, "name-far")->lines).ends_with("3 short: mend it all the same"));
}

TEST_CASE("the first to mend are named in the ranking's order, with who owns them and what is being done") {
  const Scene scene = priorities_from(
      "departments: [{id: d, name: D, lead: Ann}]\n"
      "actions: [{id: x, name: Train, touchpoints: [b], status: doing, due: 2027-01-31}]\n"
      "touchpoints:\n"
      "  - {id: a, name: A, department: d, importance: 5, desired: 9, actual: 3}\n"
      "  - {id: b, name: B, owner: Bo, importance: 5, desired: 9, actual: 5}\n"
      "  - {id: c, name: C, importance: 5, desired: 9, actual: 8.5}\n");
  CHECK(text_in(find_item<Label>(scene, "first-a")->lines) == "A / ✕ 6 short · judged / Ann / nothing is planned");
  CHECK(text_in(find_item<Label>(scene, "first-b")->lines) ==
        "B / ✕ 4 short · judged / Bo / Train  ·  nobody owns it  ·  due 2027-01-31 / doing");
  CHECK(find_item<Label>(scene, "first-a")->box.top < find_item<Label>(scene, "first-b")->box.top);
  CHECK_FALSE(find_item<Label>(scene, "first-c"));
  CHECK(joined_texts(scene, "legend").find("numbered by priority: importance times gap, twice that at a moment of truth") !=
        std::string::npos);
}

TEST_CASE("what has no place in the chart is listed below it, never plotted at 0") {
  const Scene scene = priorities_from(moments_from("a=5/2 b=1/8 blind=4/ unrated=/6"));
  CHECK_FALSE(find_item<Marker>(scene, "touchpoint-blind"));
  CHECK(text_in(find_item<Label>(scene, "touchpoint-blind")->lines) == "Moment blind / importance 4, not measured");
  CHECK(text_in(find_item<Label>(scene, "touchpoint-unrated")->lines) == "Moment unrated / importance unknown, lived 6");
}

TEST_CASE("many moments make the chart wider, not only higher") {
  const Scene few = priorities_from(yaml_of(Crowd{.touchpoints = 30}));
  const Scene many = priorities_from(yaml_of(Crowd{.touchpoints = 300}));
  CHECK(many.width > 1.5 * few.width);
  CHECK(many.height < 3 * many.width);
}

TEST_CASE("a red moment of truth is marked as one to mend, whatever its quadrant is called") {
  std::string yaml = moments_from("a=5/2 b=5/9 c=1/1 d=1/9 e=5/6 f=1/2");
  for (const char* id : {"a", "c", "e"}) {
    const std::string name = fmt::format("name: Moment {}", id);
    yaml.replace(yaml.find(name), name.size(), name + ", moment_of_truth: true");
  }
  const Scene scene = priorities_from(yaml);
  const auto says = [&](const char* id) {
    return text_in(find_item<Label>(scene, fmt::format("name-{}", id))->lines).find("mend it all the same") != std::string::npos;
  };
  CHECK_FALSE(says("a"));  // concentrate here says so itself
  CHECK(says("c"));
  CHECK_FALSE(says("e"));  // orange
  CHECK_FALSE(says("f"));  // no moment of truth
}

TEST_CASE("what is more important stands higher, however many moments share one importance, on a slide too") {
  std::string moments;
  for (int i = 0; i < 24; ++i) moments += fmt::format("m{}={}/{} ", i, i < 14 ? 4 : i < 20 ? 5 : 2, 3 + i % 4);
  for (const PictureOptions& options : {PictureOptions{}, PictureOptions{.width = 960, .height = 540, .is_slide = true}}) {
    const Scene scene = priorities_from(moments_from(moments), options);
    double lowest_of_5 = 0, highest_of_4 = 1e9, lowest_of_4 = 0, highest_of_2 = 1e9;
    for (int i = 0; i < 24; ++i) {
      const double y = find_item<Marker>(scene, fmt::format("touchpoint-m{}", i))->center.y;
      double top = y, bottom = y;
      if (!options.is_slide) {  // which has the names in a list
        const Box& name = find_item<Label>(scene, fmt::format("name-m{}", i))->box;
        top = std::min(y, name.top), bottom = std::max(y, name.bottom());
      }
      if (i < 14) highest_of_4 = std::min(highest_of_4, top), lowest_of_4 = std::max(lowest_of_4, bottom);
      if (i >= 14 && i < 20) lowest_of_5 = std::max(lowest_of_5, bottom);
      if (i >= 20) highest_of_2 = std::min(highest_of_2, top);
    }
    CHECK(lowest_of_5 < highest_of_4);
    CHECK(lowest_of_4 < highest_of_2);
    const Label* grade = nullptr;
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (label && label->identity.id.starts_with("importance") && text_in(label->lines) == "4") grade = label;
    }
    REQUIRE(grade);
    CHECK(grade->box.center().y > highest_of_4);
    CHECK(grade->box.center().y < lowest_of_4);
    CHECK(joined_texts(scene, "legend").find("all in one band are equally important") != std::string::npos);
  }
}

TEST_CASE("on a crowded slide every moment stands at its place, and those whose name has no room are dots") {
  std::string moments;
  const auto lived = [](int i) { return i == 0 ? 1 : i == 1 ? 9 : 4 + (i * 5 % 11) / 10.0; };
  for (int i = 0; i < 32; ++i) moments += fmt::format("m{}={}/{:.1f} ", i, 2 + i / 2 % 4, lived(i));
  const Scene slide = priorities_from(moments_from(moments), {.width = 960, .height = 540, .is_slide = true});
  const auto marker_of = [&](int i) { return find_item<Marker>(slide, fmt::format("touchpoint-m{}", i)); };
  const double pitch = (marker_of(1)->center.x - marker_of(0)->center.x) / (lived(1) - lived(0));
  std::size_t dots = 0;
  for (int i = 0; i < 32; ++i) {
    CAPTURE(i);
    REQUIRE(marker_of(i));
    CHECK(marker_of(i)->center.x - marker_of(0)->center.x == doctest::Approx(pitch * (lived(i) - lived(0))));
    const bool is_listed = find_item<Label>(slide, fmt::format("name-m{}", i));
    CHECK(is_listed == (marker_of(i)->text && !marker_of(i)->text->text.empty()));
    if (!is_listed) ++dots;
    CHECK((marker_of(i)->radius < 6) == !is_listed);
  }
  CHECK(dots > 0);
  CHECK(dots < 40);
  CHECK(slide.left_out.names.size() == dots);
  CHECK(joined_texts(slide, "legend").find("its name is left out for larger letters") != std::string::npos);
}

TEST_CASE("along an even axis a moment that makes room says where it belongs, and nothing lies on the way there") {
  using namespace mot::priorities;
  std::vector<Spot> spots;
  for (int i = 0; i < 6; ++i) {
    Spot spot;
    spot.lived = 5, spot.importance = 0.62;
    spot.lines = {single_line(typesetter(), "Moment", light_theme().body)};
    spot.label_width = 60;
    spots.push_back(std::move(spot));
  }
  Chart chart = chart_around(spots, {.importance = 0.4, .actual = 5}, Scale{0, 10}, ImportanceAxis::even);
  chart.box = {0, 0, 600, 0};
  chart.inset = 40;
  place(spots, chart);
  const double own = chart.y(0.62);
  std::size_t moved = 0;
  for (const Spot& spot : spots) {
    CHECK(spot.place.has_value() == (std::abs(spot.center.y - own) >= 3));
    moved += spot.place ? 1 : 0;
    if (spot.place) CHECK(*spot.place == doctest::Approx(own));
    for (const Spot& other : spots) {
      if (&other == &spot || !spot.place) continue;
      const double top = std::min(spot.center.y + marker_radius, own), bottom = std::max(spot.center.y - marker_radius, own);
      CHECK_FALSE((other.label.left < spot.center.x && spot.center.x < other.label.right() && top < other.label.top &&
                   other.label.bottom() < bottom));
    }
  }
  CHECK(moved >= 1);
  CHECK(chart.divide == doctest::Approx(chart.y(0.4)));
}

TEST_CASE("a slide names what has no place in the chart") {
  const Scene slide = priorities_from(moments_from("a=5/2 b=1/8 blind=4/ unrated=/6"), {.width = 960, .height = 540, .is_slide = true});
  CHECK(text_in(find_item<Label>(slide, "heading-blind-spots")->lines).ends_with("Moment blind and Moment unrated"));
}

TEST_CASE("the name of a quadrant stands in it, however narrow that is") {
  const Scene slide =
      priorities_from(moments_from("a=5/1 b=5/1.2 c=5/1.4 d=1/1 e=1/1.1 f=1/2 g=1/2.2"), {.width = 960, .height = 540, .is_slide = true});
  for (const Panel& panel : slide.panels) {
    if (panel.identity.css_class != "quadrant") continue;
    CAPTURE(panel.identity.tooltip);
    const Label* name = find_item<Label>(slide, "name-" + panel.identity.id);
    REQUIRE(name);
    for (const Box& box : text_boxes(typesetter(), name->lines, name->box, name->align)) {
      CHECK(box.left >= panel.box.left);
      CHECK(box.right() <= panel.box.right() + 0.5);
    }
  }
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a chart that is asked to be narrower than a name is as wide as that, and ends") {
  PictureOptions narrow;
  narrow.is_slide = true;
  narrow.width = 360;
  narrow.height = 240;
  const Scene scene = priorities_from(
      "touchpoints:\n  - {id: a, name: Aufnahmegespraechsvorbereitungsgespraech, desired: 9, importance: 5, actual: 4}\n"
      "  - {id: b, name: B, desired: 9, importance: 3, actual: 7}\n",
      narrow);
  CHECK(scene.items.size() > 1);
}

TEST_CASE("the cross-hair runs through no name") {
  const Loaded loaded = load({.paths = {std::string(MOT_SOURCE_DIR) + "/examples/skyline-air"}});
  const Review reviewed = review(loaded, {.today = *date_from("2026-06-30")});
  const Scene scene = drawn_view("priorities", {loaded.workspace, reviewed.analysis, reviewed.answers, light_theme(), typesetter()});
  std::size_t parts = 0;
  for (const Ground& ground : scene.ground) {
    const auto* curve = std::get_if<Curve>(&ground);
    if (!curve || curve->stroke != Stroke{light_theme().muted, 1, Dash::dashed}) continue;
    const Point from = curve->points.front(), to = curve->points.back();
    const Box line{std::min(from.x, to.x) - 0.1, std::min(from.y, to.y) + 0.1, std::abs(to.x - from.x) + 0.2,
                   std::abs(to.y - from.y) - 0.2};
    if (line.height > line.width) ++parts;
    for (const Item& item : scene.items) {
      const auto* label = std::get_if<Label>(&item);
      if (!label || label->identity.css_class != "name") continue;
      for (const Box& box : text_boxes(typesetter(), label->lines, label->box, label->align)) CHECK_FALSE(overlap(box, line));
    }
  }
  CHECK(parts >= 2);
}
