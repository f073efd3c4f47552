#include "mot/analysis/hand_overs.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

struct Worked {
  explicit Worked(Small from) : small(std::move(from)), figures(analyse(small.workspace, small.answers).touchpoints) {
    all = seams(small.workspace, figures);
  }
  std::string name_of(const Seam& seam) const {
    return small.workspace.touchpoints[seam.from].id.value + ">" + small.workspace.touchpoints[seam.to].id.value;
  }
  std::string order() const {
    std::string text;
    for (const std::size_t i : worst_first(small.workspace, figures, all)) text += (text.empty() ? "" : " ") + name_of(all[i]);
    return text;
  }

  Small small;
  std::vector<Figures> figures;
  std::vector<Seam> all;
};

Worked three_journeys() {
  Small small = small_of({"a dep=sales actual=8", "b dep=sales actual=7", "c dep=care actual=4", "d dep=care", "e dep=care actual=1"});
  add_journey(small, "one", "a c | b d");
  add_journey(small, "two", "a c");
  add_journey(small, "three", "b e");
  return Worked(std::move(small));
}

}  // namespace

TEST_CASE("a hand-over between departments is the mean of its known seams, each counted for every journey that crosses it") {
  const Worked worked = three_journeys();
  const auto found = hand_overs(worked.small.workspace, worked.all);
  REQUIRE(found.size() == 2);
  CHECK(found[0].from == 0);
  CHECK(found[0].to == 1);
  CHECK(found[0].seams.size() == 3);
  CHECK(found[0].journeys == std::vector<std::size_t>{0, 1, 2});
  CHECK(found[0].known == 2);                                   // nobody knows what is lost from b to d
  CHECK(*found[0].loss == doctest::Approx((2 * 4 + 6) / 3.0));  // from 8 to 4 on two journeys, from 7 to 1 on one: by hand
  CHECK(found[1].from == 1);
  CHECK(*found[1].loss == doctest::Approx(-3));  // back again it gets better
}

TEST_CASE("what is gained at one seam hides no loss at another") {
  Small small = small_of({"a dep=sales actual=6", "b dep=care actual=4", "c dep=sales actual=3", "d dep=care actual=8"});
  add_journey(small, "one", "a b c d");
  const Worked worked(std::move(small));
  const auto found = hand_overs(worked.small.workspace, worked.all);
  REQUIRE(found.size() == 2);
  CHECK(*found[0].loss == doctest::Approx(-1.5));  // 2 lost from a to b, 5 gained from c to d
  CHECK(*found[0].worst == doctest::Approx(2));
  CHECK_FALSE(found[1].worst);  // a single seam
}

TEST_CASE("a hand-over of which no seam is known has no loss, not one of 0") {
  Small small = small_of({"a dep=sales actual=8", "b dep=care"});
  add_journey(small, "one", "a b");
  const Worked worked(std::move(small));
  const auto found = hand_overs(worked.small.workspace, worked.all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].known == 0);
  CHECK_FALSE(found[0].loss);
  CHECK(hand_overs(worked.small.workspace, {}).empty());
}

TEST_CASE("seams are ordered by what is lost, then by journeys, importance and ids, and unknown ones stand last") {
  CHECK(three_journeys().order() == "b>e a>c c>b b>d");
  const struct {
    const char* what;
    std::initializer_list<const char*> lines;
    std::initializer_list<const char*> paths;
    const char* order;
  } cases[] = {
      {"journeys",
       {"a dep=sales actual=8", "x dep=care actual=5", "b dep=sales actual=8", "y dep=care actual=5"},
       {"a x", "b y", "b y"},
       "b>y a>x"},
      {"importance",
       {"a dep=sales actual=8", "x dep=care actual=5", "b dep=sales actual=8", "y dep=care actual=5 imp=2"},
       {"a x", "b y"},
       "b>y a>x"},
      {"ids", {"b dep=sales actual=8", "y dep=care actual=5", "a dep=sales actual=8", "x dep=care actual=5"}, {"b y", "a x"}, "a>x b>y"},
      {"unknown", {"a dep=sales", "x dep=care actual=5", "b dep=sales actual=1", "y dep=care actual=9"}, {"a x", "b y"}, "b>y a>x"},
  };
  for (const auto& [what, lines, paths, order] : cases) {
    Small small = small_of(lines);
    for (const char* path : paths) add_journey(small, "j" + std::to_string(small.workspace.journeys.size()), path);
    CAPTURE(what);
    CHECK(Worked(std::move(small)).order() == order);
  }
}

TEST_CASE("departments stand in the order in which journeys meet them") {
  const struct {
    std::initializer_list<const char*> paths;
    std::vector<std::size_t> order;
  } cases[] = {
      {{"a x"}, {0, 1}},
      {{"x a"}, {1, 0}},
      {{"x a x"}, {1, 0}},  // where it is first met, however often again
      {{"a x", "x a", "x a"}, {1, 0}},
      {{"a b"}, {0}},     // care is on no journey
      {{"lost x"}, {1}},  // what is conditional is on no main path
      {{}, {}},
  };
  for (const auto& [paths, order] : cases) {
    Small small = small_of({"a dep=sales", "b dep=sales", "x dep=care", "lost dep=sales when"});
    for (const char* path : paths) add_journey(small, "j" + std::to_string(small.workspace.journeys.size()), path);
    CAPTURE(paths.size());
    CHECK(departments_as_met(small.workspace) == order);
  }
}

TEST_CASE("a department of few journeys stands among the others by how far on the way it is met") {
  // `only` is all of its journey, and so stands in the middle between what comes early and what comes late.
  const struct {
    std::initializer_list<const char*> paths;
    std::vector<std::size_t> order;
  } cases[] = {
      {{"only", "early early late late"}, {1, 0, 2}},
      {{"only", "late late early early"}, {2, 0, 1}},
      {{"early only late", "only", "early late"}, {1, 0, 2}},
      {{"late only early", "only", "late early"}, {2, 0, 1}},
  };
  for (const auto& [paths, order] : cases) {
    Small small = small_of({"only dep=sales", "early dep=care", "late"});
    small.workspace.departments.emplace_back().id.value = "legal";
    small.workspace.touchpoints[2].department = {{"legal", {}}, 2};
    for (const char* path : paths) add_journey(small, "j" + std::to_string(small.workspace.journeys.size()), path);
    CAPTURE(*(paths.begin() + 1));
    CHECK(departments_as_met(small.workspace) == order);
  }
}

TEST_CASE("a journey inside another one is met where it stands there") {
  Small small = small_of({"a dep=sales", "x dep=care"});
  add_journey(small, "inner", "x");
  add_journey(small, "outer", "a");
  PathStep step;
  step.journey = {{"inner", {}}, 0};
  small.workspace.journeys[1].stages.front().steps.push_back(step);
  CHECK(departments_as_met(small.workspace) == std::vector<std::size_t>{0, 1});
  small.workspace.journeys[1].stages.clear();  // then nothing is inside
  CHECK(departments_as_met(small.workspace) == std::vector<std::size_t>{1});
}
