#include "mot/analysis/analysis.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "mot/analysis/gaps.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

using Points = std::optional<double>;
constexpr auto unknown = std::nullopt;

/// The figures of one touchpoint alone.
Figures figures_of(const char* line) {
  const Small small = small_of({line});
  return analyse(small.workspace, small.answers).touchpoints[0];
}

bool is_near(Points found, Points expected, double slack = 1e-6) {
  if (!found || !expected) return found == expected;
  return std::abs(*found - *expected) <= slack;
}

std::string kind_of(const Figures& figures) {
  return figures.actual_kind ? std::string(name_of(*figures.actual_kind)) : "unknown";
}

std::string ids(const Workspace& workspace, const std::vector<std::size_t>& touchpoints) {
  std::string text;
  for (const std::size_t touchpoint : touchpoints) text += (text.empty() ? "" : " ") + workspace.touchpoints[touchpoint].id.value;
  return text;
}

std::string names(const std::vector<Facet>& facets) {
  std::string text;
  for (const Facet facet : facets) text += (text.empty() ? "" : " ") + std::string(name_of(facet));
  return text;
}

}  // namespace

TEST_CASE("the actual is measured where customers' scores carry it, else judged") {
  const struct {
    const char* line;
    const char* kind;
    Points actual;
    std::size_t n;
  } cases[] = {
      {"a", "unknown", unknown, 0},
      {"a actual=4", "judged", 4, 0},
      {"a actual=4 answered=6x9~1", "judged", 4, 9},
      {"a actual=4 answered=6x10~1", "measured", 6, 10},
      {"a answered=6x3~1", "measured", 6, 3},
      // 10 at 6 and 5 at 9 and one at 2: (60 + 45 + 2) / 16
      {"a actual=4 answered=6x10~1 said=9x5~1 said=2", "measured", 6.6875, 16},
      // performers never enter
      {"a actual=4 top=9x50~1 typical=3x50~1", "judged", 4, 0},
      {"a top=9x50~1", "unknown", unknown, 0},
      {"a actual=4 said=6x0", "judged", 4, 0},
  };
  for (const auto& [line, kind, actual, n] : cases) {
    CAPTURE(line);
    const Figures figures = figures_of(line);
    CHECK(kind_of(figures) == kind);
    CHECK(is_near(figures.actual, actual));
    CHECK((figures.measurement ? figures.measurement->n : 0) == n);
  }
}

TEST_CASE("customers' scores count within the period") {
  Small small = small_of({"a said=2x10~1@2024-01-31 said=8x10~1@2025-02-01", "b said=3@2026-01-31 said=9"});
  const auto actuals = [&] {
    const Analysis analysis = analyse(small.workspace, small.answers);
    return std::pair(analysis.touchpoints[0].actual, analysis.touchpoints[1].actual);
  };
  CHECK(actuals() == std::pair(Points(5), Points(6)));
  small.answers.from = date_from("2025-02-01");
  CHECK(actuals() == std::pair(Points(8), Points(6)));
  small.workspace.touchpoints[0].evidence[1].date->value = *date_from("2025-01-31");
  CHECK(actuals() == std::pair(Points(), Points(6)));
  small.answers.from = std::nullopt;
  small.answers.to = date_from("2024-12-31");
  CHECK(actuals() == std::pair(Points(2), Points(9)));  // what bears no date is of today
}

TEST_CASE("the target is the larger of both wishes, and says whose it is") {
  const struct {
    const char* line;
    Points target;
    std::optional<TargetOwner> owner;
  } cases[] = {
      {"a", unknown, unknown},
      {"a company=8", 8, TargetOwner::company},
      {"a customer=7", 7, TargetOwner::customer},
      {"a company=8 customer=7", 8, TargetOwner::company},
      {"a company=8 customer=9", 9, TargetOwner::customer},
      {"a company=9 customer=9", 9, TargetOwner::both},
      {"a company=8 wished=9x12~1", 9, TargetOwner::customer},
      {"a company=8 customer=9 wished=7x12~1", 8, TargetOwner::company},
      {"a company=8 customer=9 wished=7x4~1", 9, TargetOwner::customer},
  };
  for (const auto& [line, target, owner] : cases) {
    CAPTURE(line);
    const Figures figures = figures_of(line);
    CHECK(is_near(figures.target, target));
    CHECK(figures.target_owner == owner);
  }
}

TEST_CASE("importance is stated, else asked of customers") {
  CHECK(figures_of("a imp=2 asked-importance=4x20~1").importance == Points(2));
  CHECK(figures_of("a asked-importance=4x20~1").importance == Points(4));
  CHECK_FALSE(figures_of("a").importance);
}

TEST_CASE("the five gaps are each the distance of two scores, and the widest says who acts") {
  const struct {
    const char* line;
    Points gap, listening, standards, delivery, promise, customer;
    const char* widest;
  } cases[] = {
      {"a company=7 customer=9 standard=6 promise=8 actual=4", 5, 2, 1, 2, 4, 5, "promise marketing"},
      {"a company=7 customer=9 actual=6", 3, 2, unknown, 1, unknown, 3, "listening leadership"},
      {"a company=9 customer=8 standard=5 actual=6", 3, -1, 4, -1, unknown, 2, "standards design"},
      {"a company=9 standard=9 actual=6", 3, unknown, 0, 3, unknown, unknown, "delivery operations"},
      {"a customer=9 actual=6", 3, unknown, unknown, unknown, unknown, 3, "customer "},
      {"a company=5 actual=6", -1, unknown, unknown, -1, unknown, unknown, ""},
      {"a company=9", unknown, unknown, unknown, unknown, unknown, unknown, ""},
      // equals: the first
      {"a company=7 customer=9 actual=5", 4, 2, unknown, 2, unknown, 4, "listening leadership"},
  };
  for (const auto& [line, gap, listening, standards, delivery, promise, customer, widest] : cases) {
    CAPTURE(line);
    const Figures figures = figures_of(line);
    CHECK(is_near(figures.gap, gap));
    CHECK(is_near(figures.gaps.listening, listening));
    CHECK(is_near(figures.gaps.standards, standards));
    CHECK(is_near(figures.gaps.delivery, delivery));
    CHECK(is_near(figures.gaps.promise, promise));
    CHECK(is_near(figures.gaps.customer, customer));
    const auto found = widest_gap(figures.gaps, {0, 10});
    CHECK((found ? std::string(name_of(found->kind)) + " " + std::string(found->acts) : "") == widest);
  }
}

TEST_CASE("a gap's class includes its limit, whatever floating arithmetic makes of it") {
  const struct {
    Scale scale;
    double gap;
    GapClass expected;
  } cases[] = {
      {{0, 10}, -3, GapClass::green},         {{0, 10}, 1, GapClass::green},
      {{0, 10}, 1.01, GapClass::yellow},      {{0, 10}, 2, GapClass::yellow},
      {{0, 10}, 2.01, GapClass::orange},      {{0, 10}, 3, GapClass::orange},
      {{0, 10}, 3.01, GapClass::red},         {{0, 10}, 8.3 - 7.3, GapClass::green},
      {{0, 10}, 9.3 - 7.3, GapClass::yellow}, {{0, 10}, 8.2 - 5.2, GapClass::orange},
      {{1, 7}, 4.3 - 3.7, GapClass::green},   {{1, 5}, 0.1 + 0.3, GapClass::green},
      {{1, 5}, 1.2, GapClass::orange},        {{0, 100}, 10, GapClass::green},
      {{0, 100}, 30.1, GapClass::red},        {{0, 10}, std::nan(""), GapClass::unknown},
  };
  for (const auto& [scale, gap, expected] : cases) {
    CAPTURE(gap);
    CHECK(name_of(gap_class_of(gap, scale)) == name_of(expected));
  }
  CHECK(figures_of("a actual=4").gap_class == GapClass::unknown);
}

TEST_CASE("the zone of tolerance lies between what is adequate and what is wanted") {
  const struct {
    const char* line;
    std::optional<Zone> zone;
  } cases[] = {
      {"a customer=9 adequate=6 actual=5", Zone::below},
      {"a customer=9 adequate=6 actual=6", Zone::within},
      {"a customer=9 adequate=6 actual=5.999999999", Zone::within},  // but for rounding
      {"a customer=9 adequate=6 actual=8", Zone::within},
      {"a customer=9 adequate=6 actual=9", Zone::above},
      {"a customer=9 adequate=6", unknown},
      {"a adequate=6 actual=5", Zone::below},  // whatever is wanted
      {"a adequate=6 actual=6", unknown},
      {"a customer=9 actual=5", unknown},
  };
  for (const auto& [line, zone] : cases) {
    CAPTURE(line);
    CHECK(figures_of(line).zone == zone);
  }
}

TEST_CASE("a gap is established by enough answers whose interval excludes 0") {
  const struct {
    const char* line;
    bool is_established, has_few_answers;
  } cases[] = {
      {"a company=8 answered=6x40~1", true, false},
      {"a company=8 answered=6x29~1", true, true},
      {"a company=8 answered=6x10~1", true, true},
      {"a company=8 answered=6x9~1", false, true},
      {"a company=8 answered=6x29~0", true, true},      // nobody disagrees, and an answer at either end of the scale does
      {"a company=7 answered=6x40", false, false},      // no spread given: the widest is supposed
      {"a company=8 answered=7.9x40~1", false, false},  // 0 is in it
      {"a company=6 answered=8x40~1", true, false},     // better than wanted, and surely
      {"a company=8 actual=6", false, false},
      {"a answered=6x40~1", false, false},
      // both sides are means
      {"a wished=8x12~2 answered=6.9x40~1", false, false},
      {"a wished=8x40~1 answered=6.9x40~1", true, false},
      {"a wished=9x9~1 answered=4x40~1", false, false},  // a wish asked of too few
      {"a company=8 wished=9x9~1 answered=4x40~1", false, false},
      {"a company=9 wished=8x9~1 answered=4x40~1", true, false},  // it is not the target
  };
  for (const auto& [line, is_established, has_few_answers] : cases) {
    CAPTURE(line);
    const Figures figures = figures_of(line);
    CHECK(figures.is_established == is_established);
    CHECK(figures.has_few_answers == has_few_answers);
  }
  // scipy: with an answer more at 0 and at 10, 5.488369 to 6.416393
  const Figures figures = figures_of("a company=8 answered=6x40~1");
  REQUIRE(figures.gap_interval);
  CHECK(is_near(figures.gap_interval->low, 1.583607));
  CHECK(is_near(figures.gap_interval->high, 2.511631));
}

TEST_CASE("delivered is a mean of shares weighted by importance, with bounds for what is unknown") {
  const struct {
    std::initializer_list<const char*> lines;
    Points value, worst, best;
    std::size_t known, of, judged;
  } cases[] = {
      {{}, unknown, unknown, unknown, 0, 0, 0},
      {{"a imp=5 company=10 actual=5"}, 50, 50, 50, 1, 1, 1},
      // (5·0.5 + 2·1) / 7; over target counts as all, under the scale cannot be
      {{"a imp=5 company=10 actual=5", "b imp=2 company=8 answered=9x20~1"}, 450.0 / 7, 450.0 / 7, 450.0 / 7, 2, 2, 1},
      // a target at the scale's minimum is delivered
      {{"a imp=4 company=0 actual=0"}, 100, 100, 100, 1, 1, 1},
      {{"a imp=4 company=0"}, 100, 100, 100, 1, 1, 0},  // whatever is lived
      // unknown: at worst (2.5 + 0)/8, at best (2.5 + 3)/8
      {{"a imp=5 company=10 actual=5", "b imp=3 company=9"}, 50, 31.25, 68.75, 1, 2, 1},
      // importance unknown, share 0.9: at worst it weighs 1, at best 5
      {{"a imp=5 company=10 actual=5", "b company=10 actual=9"}, 50, 340.0 / 6, 70, 1, 2, 1},
      // share 0.9 beside a share of unknown size: at worst (0.9 + 0)/(1 + 5), at best (0.9 + 5)/(1 + 5)
      {{"a company=10 actual=9", "b imp=5"}, unknown, 15, 590.0 / 6, 0, 2, 0},
      {{"a"}, unknown, 0, 100, 0, 1, 0},
  };
  for (const auto& [lines, value, worst, best, known, of, judged] : cases) {
    const Small small = small_of(lines);
    const Delivered found = analyse(small.workspace, small.answers).all.delivered;
    CAPTURE((lines.size() > 0 ? *(lines.end() - 1) : "nothing"));
    CHECK(is_near(found.value, value));
    CHECK(is_near(found.worst, worst));
    CHECK(is_near(found.best, best));
    CHECK(found.known == known);
    CHECK(found.of == of);
    CHECK(found.judged == judged);
  }
}

TEST_CASE("coverage asks of each touchpoint what can be asked of it") {
  const struct {
    const char* line;
    const char* present;
    const char* missing;
  } cases[] = {
      {"a", "", "company customer actual evidence owner"},
      {"a dep=sales", "owner", "company customer actual evidence"},  // the lead
      {"a dep=care owner=Bob company=8 customer=9 actual=4 said=5", "company customer actual evidence owner", ""},
      {"a answered=6x3", "actual evidence", "company customer owner"},
      {"a wished=6x3", "customer evidence", "company actual owner"},
      {"a thumbs=1/2", "evidence", "company customer actual owner"},
      {"a thumbs=0/2", "evidence", "company customer actual owner"},
      {"a top=9x2", "evidence", "company customer actual owner"},
      {"a mot", "", "company customer actual evidence owner recovery"},
      {"a mot role=agent", "", "company customer actual evidence owner empowerment recovery"},
      {"a mot channel=desk may=rebook", "empowerment", "company customer actual evidence owner recovery"},
      {"a mot channel=web", "", "company customer actual evidence owner recovery"},
      {"a mot channel=web role=agent", "", "company customer actual evidence owner empowerment recovery"},
      {"a channel=desk", "", "company customer actual evidence owner"},
      {"a mot recovery=a", "", "company customer actual evidence owner"},  // one that recovers needs no recovery
      {"a mot role=agent without=recovery without=empowerment without=customer", "", "company actual evidence owner"},
      {"a back mot role=agent", "", "company actual owner"},
      {"a back customer=9 said=5 actual=6", "actual", "company owner"},
  };
  for (const auto& [line, present, missing] : cases) {
    CAPTURE(line);
    const Figures figures = figures_of(line);
    CHECK(names(figures.present) == present);
    CHECK(names(figures.missing) == missing);
  }
  const Small small = small_of({"a mot company=8 recovery=b", "b mot company=8 actual=4 owner=Ada"});
  const Analysis analysis = analyse(small.workspace, small.answers);
  CHECK(names(analysis.touchpoints[1].missing) == "customer evidence");
  CHECK(is_near(analysis.all.coverage, 100.0 * 5 / 11));
  CHECK_FALSE(analyse({}, {}).all.coverage);
}

TEST_CASE("what customers said in their own words is evidence") {
  Small small = small_of({"a"});
  small.answers.touchpoints[0].quotes.emplace_back();
  CHECK(names(analyse(small.workspace, small.answers).touchpoints[0].present) == "evidence");
}

TEST_CASE("a text is a picture too") {
  Small small = small_of({"a"});
  Touchpoint& touchpoint = small.workspace.touchpoints[0];
  touchpoint.desired = Desired{.company = Experience{.experience = Text{"Bags first", {}}, .score = {}}, .customer = {}};
  touchpoint.actual = Experience{.experience = Text{"Late", {}}, .score = {}};
  wish_of(touchpoint).by.push_back({{}, {.experience = Text{"Papers", {}}, .score = {}}});
  const Figures figures = analyse(small.workspace, small.answers).touchpoints[0];
  CHECK(names(figures.present) == "company customer actual");
  CHECK_FALSE(figures.actual);
  wish_of(touchpoint).by.clear();
  CHECK(names(analyse(small.workspace, small.answers).touchpoints[0].missing) == "customer evidence owner");
}

TEST_CASE("the ranking goes by priority, ties by importance and id, and what is not established comes behind") {
  const struct {
    std::initializer_list<const char*> lines;
    const char* ranking;
    const char* blind_spots;
  } cases[] = {
      // 5/5·5/10·2 = 1, 5/5·6/10 = 0.6, 1/5·9/10 = 0.18
      {{"c imp=1 company=9 actual=0", "b imp=5 company=9 actual=3", "a mot imp=5 company=9 actual=4"}, "a b c", ""},
      {{"a imp=5", "c company=9 actual=1", "b imp=3 company=9", "d"}, "", "a b c d"},
      // 0.3 each: the more important first, then by id
      {{"c imp=3 company=9 actual=4", "b imp=5 company=9 actual=6", "a imp=3 company=9 actual=4"}, "b a c", ""},
      // 8 − 7.3 and 9 − 8.3 differ by floating arithmetic alone
      {{"b imp=3 company=8 actual=7.3", "a imp=3 company=9 actual=8.3"}, "a b", ""},
      {{"a imp=5 company=9 answered=1x9~1", "b imp=1 company=9 actual=9", "c imp=5 company=9 answered=2x40~1"}, "c b a", ""},
      {{"a imp=5 company=9 answered=8x20~9", "b imp=1 company=9 actual=8"}, "b a", ""},
      // better than wanted is no priority at all
      {{"a imp=5 company=2 actual=9", "b imp=1 company=3 actual=2"}, "b a", ""},
      {{"a company=2 actual=9 asked-importance=5x3", "b imp=1 company=3 actual=2"}, "b a", ""},
  };
  for (const auto& [lines, ranking, blind_spots] : cases) {
    const Small small = small_of(lines);
    const Analysis analysis = analyse(small.workspace, small.answers);
    CAPTURE(ranking);
    CHECK(ids(small.workspace, analysis.ranking) == ranking);
    CHECK(ids(small.workspace, analysis.blind_spots) == blind_spots);
    for (std::size_t i = 0; i < analysis.ranking.size(); ++i) CHECK(analysis.touchpoints[analysis.ranking[i]].rank == i + 1);
    for (const std::size_t blind : analysis.blind_spots) CHECK_FALSE(analysis.touchpoints[blind].rank);
  }
  CHECK(is_near(figures_of("a mot imp=5 company=9 actual=4").priority, 1));
  CHECK(is_near(figures_of("a imp=2 company=9 actual=4").priority, 0.2));
}

TEST_CASE("quadrants lie about the means of importance and actual") {
  // importance 5, 4, 2, 1: mean 3; actual 8, 2, 6, 0: mean 4
  const Small small = small_of({"a imp=5 actual=8", "b imp=4 actual=2", "c imp=2 actual=6", "d imp=1 actual=0", "e imp=5", "f actual=9"});
  const Analysis analysis = analyse(small.workspace, small.answers);
  CHECK(analysis.crosshair == Crosshair{3, 4});
  const struct {
    std::size_t touchpoint;
    std::optional<Quadrant> quadrant;
    Points distance;
  } cases[] = {
      {0, Quadrant::keep_up_the_good_work, 0.4},  // (8 − 4)/10 is nearer than (5 − 3)/4
      {1, Quadrant::concentrate_here, 0.2},
      {2, Quadrant::possible_overkill, 0.2},
      {3, Quadrant::low_priority, 0.4},
      {4, unknown, unknown},
      {5, unknown, unknown},
  };
  for (const auto& [touchpoint, quadrant, distance] : cases) {
    CAPTURE(touchpoint);
    CHECK(analysis.touchpoints[touchpoint].quadrant == quadrant);
    CHECK(is_near(analysis.touchpoints[touchpoint].distance_to_crosshair, distance));
  }
  const Figures alone = figures_of("a imp=3 actual=4.1");
  CHECK(alone.quadrant == Quadrant::keep_up_the_good_work);
  CHECK_FALSE(analyse({}, {}).crosshair);
}

TEST_CASE("summaries add up by department and journey, each touchpoint once") {
  Small small = small_of({"a dep=sales mot imp=5 company=10 actual=5", "b dep=care imp=1 company=10 answered=9x20~1", "c dep=care"});
  add_journey(small, "trip", "a | b a");
  const Analysis analysis = analyse(small.workspace, small.answers);
  CHECK(analysis.all.touchpoints == 3);
  CHECK(analysis.all.moments_of_truth == 1);
  CHECK(analysis.all.measured == 1);
  CHECK(analysis.all.judged == 1);
  CHECK(is_near(analysis.all.mean_gap, 26.0 / 6));  // (5·5 + 1·1) / 6
  REQUIRE(analysis.departments.size() == 2);
  CHECK(analysis.departments[0].touchpoints == 1);
  CHECK(is_near(analysis.departments[1].delivered.value, 90));
  REQUIRE(analysis.journeys.size() == 1);
  CHECK(analysis.journeys[0].touchpoints == 2);
  CHECK(is_near(analysis.journeys[0].delivered.value, 340.0 / 6));
}

TEST_CASE("no figure is infinite or no number, whatever stands in the workspace") {
  const double huge = 1e308;
  for (const Scale scale : {Scale{-huge, huge}, Scale{0, huge}, Scale{0, 0}, Scale{5, 1}, Scale{0, 1e-320}, Scale{0, 10}}) {
    for (const double score : {-huge, -1.0, 0.0, 1e-320, 7.0, huge}) {
      Small small = small_of({"a imp=5 company=9 customer=8 adequate=2 answered=6x12~1 said=3x2", "b imp=1 company=9 actual=4"});
      small.workspace.project.scale = scale;
      small.workspace.touchpoints[0].desired->company->score->value = score;
      small.workspace.touchpoints[1].actual->score->value = -score;
      small.answers.touchpoints[0].actual.mean = score;
      small.answers.touchpoints[0].actual.squares = huge;
      const Analysis analysis = analyse(small.workspace, small.answers);
      for (const Figures& figures : analysis.touchpoints) {
        for (const Points number : {figures.target, figures.actual, figures.gap, figures.priority, figures.distance_to_crosshair,
                                    figures.gaps.customer, figures.gaps.delivery, figures.gaps.listening}) {
          CHECK((!number || std::isfinite(*number)));
        }
        if (figures.gap_interval) CHECK(std::isfinite(figures.gap_interval->high - figures.gap_interval->low));
      }
      for (const Points number : {analysis.all.mean_gap, analysis.all.delivered.value, analysis.all.delivered.worst}) {
        CHECK((!number || std::isfinite(*number)));
      }
    }
  }
}
