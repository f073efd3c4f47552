#include "mot/analysis/contrasts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "mot/analysis/groups.h"
#include "mot/analysis/outcomes.h"
#include "mot/analysis/priorities.h"
#include "mot/analysis/sensitivity.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

using Points = std::optional<double>;
constexpr auto unknown = std::nullopt;

bool is_near(Points found, Points expected, double slack = 1e-6) {
  if (!found || !expected) return found == expected;
  return std::abs(*found - *expected) <= slack;
}

std::string ranking(const Small& small, const Viewpoint& viewpoint) {
  std::string text;
  const Analysis analysis = analyse(small.workspace, small.answers, viewpoint);
  for (const std::size_t i : analysis.ranking) text += small.workspace.touchpoints[i].id.value;
  text += "|";
  for (const std::size_t i : analysis.blind_spots) text += small.workspace.touchpoints[i].id.value;
  return text;
}

PairSums pairs(std::size_t n, double products) {
  const auto weight = static_cast<double>(n);
  return {.n = n, .weight = weight, .weight_squares = weight, .x_squares = 10, .y_squares = 10, .products = products};
}

}  // namespace

TEST_CASE("personas are compared at one touchpoint, as strictly as there are pairs") {
  const Scale scale{0, 10};
  const struct {
    const char* line;
    Points difference, low;
    bool is_established;
  } cases[] = {
      {"a", unknown, unknown, false},
      {"a persona=6x20~1", unknown, unknown, false},
      // scipy: Welch of the moments with an answer more at 0 and at 10
      {"a persona=6x20~1 persona=8x20~1", 2, 0.644516, true},
      {"a persona=7x20~1 persona=6x20~1 persona=8x20~1", 2, 0.367777, true},  // three pairs
      {"a persona=6x20~4 persona=8x20~4", 2, -0.711964, false},
      {"a persona=6x9~1 persona=8x20~1", 2, 0.110558, false},            // too few on one side
      {"a persona=6x20~1 persona=1 persona=8x20~1", 2, 0.644516, true},  // one answer hides nothing: one pair is compared
      {"a persona=6x20~1 persona=6x20~1", 0, -1.117391, false},
  };
  for (const auto& [line, difference, low, is_established] : cases) {
    CAPTURE(line);
    const Small small = small_of({line});
    const auto gap = persona_gap(small.answers.touchpoints[0], scale);
    CHECK(is_near(gap ? Points(gap->difference) : unknown, difference));
    CHECK(is_near(gap && gap->interval ? Points(gap->interval->low) : unknown, low));
    CHECK((gap && gap->is_established) == is_established);
  }
  const Small small = small_of({"a persona=7x20~1 persona=6x20~1 persona=8x20~1"});
  const auto gap = persona_gap(small.answers.touchpoints[0], scale);
  CHECK(gap->better == 2);
  CHECK(gap->worse == 1);
}

TEST_CASE("sources that are pooled are compared, and so is what is written at the touchpoint") {
  const auto gap_of = [](std::initializer_list<const char*> of_sources, const char* line) {
    Small small = small_of({line});
    TouchpointAnswers& answers = small.answers.touchpoints[0];
    for (const char* sums : of_sources) {
      answers.sources.push_back(small.workspace.sources.size());
      answers.actual_of_source.push_back(sums_from(sums));
      small.workspace.sources.emplace_back();
    }
    return source_gaps(small.workspace, small.answers)[0];
  };
  const struct {
    std::initializer_list<const char*> of_sources;
    const char* line;
    const char* expected;  ///< the worse group, the better one, whether that is established
  } cases[] = {
      {{"6x20~1"}, "a", "none"},
      {{"6x20~1", "8x20~1"}, "a", "0 1 established"},  // the numbers of personas above
      {{"6x20~4", "8x20~4"}, "a", "0 1"},
      {{"6x9~1", "8x20~1"}, "a", "0 1"},
      {{"4x200~2"}, "a said=10x9999~0", "0 1 established"},
      {{"4x200~2"}, "a said=10x9999~0@2020-01-01", "0 1 established"},  // no period leaves it out
      {{"4x200~2"}, "a top=10x9999~0", "none"},                         // no customers
  };
  for (const auto& [of_sources, line, expected] : cases) {
    CAPTURE(line);
    const auto gap = gap_of(of_sources, line);
    CHECK((gap ? fmt::format("{} {}{}", gap->worse, gap->better, gap->is_established ? " established" : "") : "none") == expected);
  }
}

TEST_CASE("top performers are set beside typical ones") {
  Small small = small_of({"a top=9x20~1 typical=7x20~1 said=2x50~1"});
  small.workspace.touchpoints[0].evidence[0].practice = Text{"Walks to the belt", {}};
  small.workspace.touchpoints[0].evidence[1].practice = Text{"Stays at the desk", {}};
  const auto gap = practice_gap(small.workspace.touchpoints[0], {0, 10});
  REQUIRE(gap);
  CHECK(is_near(gap->difference, 2));
  CHECK(is_near(gap->interval->low, 0.577823));  // scipy, with ends
  CHECK(gap->top_practices == std::vector<std::string>{"Walks to the belt"});
  CHECK(gap->typical_practices == std::vector<std::string>{"Stays at the desk"});
  const struct {
    const char* line;
    Points difference;
    bool has_interval;
  } cases[] = {
      {"a top=9x20~1", unknown, false},
      {"a top=9 typical=7x20~1", 2, false},
      {"a top=9 top=8 typical=6 typical=5", 3, true},
      {"a top=9x20 typical=6x20~1", 3, true},  // the widest spread is supposed
  };
  for (const auto& [line, difference, has_interval] : cases) {
    CAPTURE(line);
    const Small one = small_of({line});
    const auto found = practice_gap(one.workspace.touchpoints[0], {0, 10});
    CHECK(is_near(found ? Points(found->difference) : unknown, difference));
    CHECK((found && found->interval) == has_interval);
  }
}

TEST_CASE("a touchpoint belongs to groups by what it says of itself and by where it stands") {
  Small small = small_of({"a dep=sales channel=desk level=project dimension=empathy imp=5 company=10 actual=5",
                          "b dep=care channel=web channel=desk imp=5 company=10 actual=7", "c"});
  add_journey(small, "trip", "a | b a");
  add_journey(small, "stay", "c");
  const auto listed = [&](GroupBy by) {
    std::string text;
    for (const Group& group : groups_by(by, small.workspace, small.answers, analyse(small.workspace, small.answers))) {
      text += group.key.value_or("-") + ":";
      for (const std::size_t i : group.touchpoints) text += small.workspace.touchpoints[i].id.value;
      text += " ";
    }
    return text;
  };
  CHECK(listed(GroupBy::touchpoint) == "");
  CHECK(listed(GroupBy::department) == "sales:a care:b -:c ");
  CHECK(listed(GroupBy::stage) == "trip/stage-1:a trip/stage-2:ab stay/stage-1:c ");
  CHECK(listed(GroupBy::journey) == "trip:ab stay:c ");
  CHECK(listed(GroupBy::channel) == "desk:ab web:b -:c ");
  CHECK(listed(GroupBy::level) == "project:a -:bc ");
  CHECK(listed(GroupBy::dimension) == "empathy:a -:bc ");
  const auto journeys = groups_by(GroupBy::journey, small.workspace, small.answers, analyse(small.workspace, small.answers));
  CHECK(is_near(journeys[0].summary.delivered.value, 60));
  CHECK(is_near(journeys[0].summary.mean_gap, 4));
  CHECK_FALSE(journeys[1].summary.delivered.value);
  CHECK(is_near(journeys[0].peak_end, 6));  // of 5, 7 and 5 the 7 lies farthest from the middle, and 5 is the last
  CHECK_FALSE(journeys[1].peak_end);
}

TEST_CASE("a persona's group has that persona's figures") {
  Small small =
      small_of({"a imp=5 company=8 customer=7 actual=1 answered=6x40~1 persona=4x20~1 persona=8x20~1", "b imp=5 company=8 actual=4"});
  for (const char* id : {"ines", "omar"}) {
    Persona& persona = small.workspace.personas.emplace_back();
    persona.id.value = persona.name.value = id;
  }
  CustomerWish& wish = wish_of(small.workspace.touchpoints[0]);
  wish.by.push_back({{{"ines", {}}, 0}, {.experience = {}, .score = Number{10, {}}}});
  add_journey(small, "trip", "a");
  small.workspace.journeys[0].personas = {{{"ines", {}}, 0}, {{"omar", {}}, 1}};
  const auto groups = groups_by(GroupBy::persona, small.workspace, small.answers, analyse(small.workspace, small.answers));
  REQUIRE(groups.size() == 2);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Analysis own = analyse(small.workspace, small.answers, {.method = {}, .importance_basis = {}, .persona = i});
    CHECK(groups[i].touchpoints == std::vector<std::size_t>{0, 1});  // also what is on no journey of theirs
    CHECK(groups[i].summary == own.all);
  }
  CHECK(is_near(groups[0].summary.mean_gap, 5));  // her own wish of 10 less her answers' 4, and what is stated of b
  CHECK(is_near(groups[1].summary.mean_gap, 2));
}

TEST_CASE("a persona's figures rest on that persona's answers alone") {
  Small small = small_of({"a company=8 answered=6x40~1 persona=4x20~1 persona=8x20~1"});
  for (const char* id : {"ines", "omar"}) small.workspace.personas.emplace_back().id.value = id;
  TouchpointAnswers& answered = small.answers.touchpoints[0];
  answered.desired = sums_from("8x40~1");
  answered.also_by_persona = {{.desired = sums_from("9.5x20~1"), .importance = sums_from("5x20~1"), .thumbs_up = 3, .thumbs_down = 1}, {}};
  answered.thumbs_up = answered.thumbs_down = 10;
  OutcomeAnswers overall{.source = 0, .outcome = 0, .score = sums_from("7x40~1"), .recommendation = {}, .pairs = {}};
  overall.by_persona = {{.source = 0, .outcome = 0, .score = sums_from("3x20~1"), .recommendation = {}, .pairs = {{0, pairs(9, 5)}}}, {}};
  small.answers.outcomes = {overall};
  const Analysis ines = analyse(small.workspace, small.answers, {.method = {}, .importance_basis = {}, .persona = 0});
  CHECK(ines.touchpoints[0].actual == Points(4));
  CHECK(ines.touchpoints[0].customer == Points(9.5));
  CHECK(ines.touchpoints[0].importance == Points(5));
  CHECK(ines.touchpoints[0].thumbs->count == 3);
  CHECK(is_near(ines.touchpoints[0].derived_importance, 0.5));
  CHECK(ines.outcomes[0].value == Points(3));
  const Analysis omar = analyse(small.workspace, small.answers, {.method = {}, .importance_basis = {}, .persona = 1});
  CHECK(omar.touchpoints[0].actual == Points(8));
  CHECK_FALSE(omar.touchpoints[0].customer);  // nobody asked him, so nothing is said of his wish
  CHECK_FALSE(omar.touchpoints[0].thumbs);
  CHECK_FALSE(omar.outcomes[0].value);
  CHECK(omar.outcomes[0].n == 0);
}

TEST_CASE("what we state is not taken for a persona's experience where customers' answers say otherwise") {
  Small small = small_of({"denied company=8 actual=9 answered=3x40~1", "kept company=8 actual=9", "few company=8 actual=9 answered=3x5~1",
                          "own company=8 actual=9 answered=3x40~1 persona=2x4~1"});
  small.workspace.personas.emplace_back().id.value = "ines";
  const Analysis ines = analyse(small.workspace, small.answers, {.method = {}, .importance_basis = {}, .persona = 0});
  CHECK_FALSE(ines.touchpoints[0].actual_kind);
  CHECK_FALSE(ines.touchpoints[0].gap);
  CHECK(ines.touchpoints[1].actual_kind == ActualKind::judged);
  CHECK(ines.touchpoints[2].actual_kind == ActualKind::judged);  // too few answers for them to stand in its place
  CHECK(ines.touchpoints[3].actual == Points(2));                // hers, however few
}

TEST_CASE("SERVQUAL is perception less expectation, by dimension") {
  // Five items with the gaps −0.65, −1.10, −0.83, −0.70, −1.01, a dimension each: −0.858
  const Small small = small_of({"t dimension=tangibles customer=7 actual=6.35", "r dimension=reliability customer=7 actual=5.90",
                                "s dimension=responsiveness customer=7 actual=6.17", "a dimension=assurance customer=7 actual=6.30",
                                "e dimension=empathy customer=7 actual=5.99", "x customer=7 actual=1"});
  const auto dimensions = groups_by(GroupBy::dimension, small.workspace, small.answers, analyse(small.workspace, small.answers));
  REQUIRE(dimensions.size() == 6);
  CHECK(is_near(dimensions[1].servqual, -1.10));
  CHECK(is_near(servqual_of(dimensions), -0.858));
  CHECK_FALSE(servqual_of({}));
  CHECK(ranking(small, {.method = Method::servqual, .importance_basis = {}, .persona = {}}) == "xresat|");
}

TEST_CASE("other methods rank by their own figures and say what they lack") {
  // importance 5, 4, 2, 1: mean 3; actual 8, 2, 6, 0: mean 4
  Small small = small_of({"a imp=5 actual=8", "b imp=4 actual=2", "c imp=2 actual=6", "d imp=1 actual=0", "e imp=5"});
  CHECK(ranking(small, {.method = Method::ipa, .importance_basis = {}, .persona = {}}) == "badc|e");
  CHECK(ranking(small, {.method = Method::opportunity, .importance_basis = {}, .persona = {}}) == "|aebcd");
  const auto answered = [&](std::size_t i, std::size_t important, std::size_t satisfied) {
    small.answers.touchpoints[i].importance = {.n = 10, .weight = 10, .weight_squares = 10, .top_two = important, .top_two_of = 10};
    small.answers.touchpoints[i].actual = {.n = 20, .weight = 20, .weight_squares = 20, .top_two = satisfied, .top_two_of = 20};
  };
  answered(0, 9, 6);   // 9 + (9 − 3) = 15
  answered(1, 5, 18);  // 5, no less
  answered(2, 8, 16);  // 8
  // of 20 answers 10 were given one by one, so only they can be among the two best points
  small.answers.touchpoints[3].importance = {.n = 20, .weight = 20, .weight_squares = 20, .top_two = 5, .top_two_of = 10};
  small.answers.touchpoints[3].actual = {.n = 10, .weight = 10, .weight_squares = 10, .top_two = 2, .top_two_of = 10};
  CHECK(is_near(opportunity(small.answers.touchpoints[3]), 8));  // 5 + (5 − 2)
  small.answers.touchpoints[3] = {};
  CHECK(is_near(opportunity(small.answers.touchpoints[0]), 15));
  CHECK(is_near(opportunity(small.answers.touchpoints[1]), 5));
  CHECK_FALSE(opportunity(small.answers.touchpoints[3]));
  CHECK(ranking(small, {.method = Method::opportunity, .importance_basis = {}, .persona = {}}) == "acb|ed");
}

TEST_CASE("importance is derived within one source, the one with most pairs") {
  Small small = small_of({"a imp=5 actual=8", "b imp=1 actual=2", "c imp=3 actual=5"});
  small.answers.outcomes.resize(2);
  small.answers.outcomes[0].pairs = {{0, pairs(5, 8)}, {1, pairs(2, 10)}};
  small.answers.outcomes[1].pairs = {{0, pairs(4, -8)}, {2, pairs(9, 2)}};
  const Analysis analysis =
      analyse(small.workspace, small.answers, {.method = {}, .importance_basis = ImportanceBasis::derived, .persona = {}});
  CHECK(is_near(analysis.touchpoints[0].derived_importance, 0.8));
  CHECK_FALSE(analysis.touchpoints[1].derived_importance);  // two pairs always lie on a line
  CHECK(is_near(analysis.touchpoints[2].derived_importance, 0.2));
  CHECK(is_near(analysis.crosshair->importance, 0.5));
  CHECK(is_near(analysis.crosshair->actual, 6.5));
  CHECK(analysis.touchpoints[0].quadrant == Quadrant::keep_up_the_good_work);
  CHECK(analysis.touchpoints[2].quadrant == Quadrant::low_priority);
  CHECK_FALSE(analysis.touchpoints[1].quadrant);
}

TEST_CASE("outcomes are means, or net promoter scores by the weights of their answers") {
  OutcomeAnswers overall{.source = 0, .outcome = 0, .score = sums_from("7x20~1"), .recommendation = {}, .pairs = {}};
  const OutcomeFigures mean = outcome_figures(overall, {0, 10});
  CHECK(mean.n == 20);
  CHECK(mean.value == Points(7));
  CHECK(mean.interval);
  OutcomeAnswers recommend;
  recommend.recommendation = {
      .n = 10, .promoters = 6, .detractors = 1, .weight = 10, .promoter_weight = 6, .detractor_weight = 1, .weight_squares = 10};
  CHECK(is_near(outcome_figures(recommend, {0, 10}).value, 50));
  CHECK(is_near(outcome_figures(recommend, {0, 10}).interval->high, 77.13, 0.006));
  // the same shares from weights of which only half tell: an effective n of 5 with 3 and 0.5
  recommend.recommendation.weight_squares = 20;
  CHECK(is_near(outcome_figures(recommend, {0, 10}).value, 50));
  // (2.5/8) ± 1.959964·√((5/8 − (2.5/8)²)/8) = 0.3125 ± 0.50317, by bc
  CHECK(is_near(outcome_figures(recommend, {0, 10}).interval->high, 81.57, 0.006));
  CHECK_FALSE(outcome_figures({}, {0, 10}).value);
}

TEST_CASE("a rank says how far it could move") {
  // priorities: a 0.5, b 0.24, c 0.06; d is not established
  const Small small = small_of(
      {"a imp=5 company=9 actual=4", "b imp=4 company=9 actual=6", "c imp=3 company=9 actual=8", "d imp=5 company=9 answered=1x5~1", "e"});
  const auto ranges = rank_ranges(small.workspace, analyse(small.workspace, small.answers));
  // a alone: 4/5·4/10 = 0.32 to 0.6: first throughout. b: 3/5·2/10 = 0.12 to 5/5·4/10 = 0.4: second throughout.
  // c: 0 to 4/5·2/10 = 0.16: third throughout. d stays behind them.
  REQUIRE(ranges.size() == 5);
  CHECK(ranges[0] == RankRange{1, 1});
  CHECK(ranges[1] == RankRange{2, 2});
  CHECK(ranges[2] == RankRange{3, 3});
  CHECK(ranges[3] == RankRange{4, 4});
  CHECK_FALSE(ranges[4]);
  // now b reaches over a (5/5·5/10 = 0.5 over 0.4) and a falls behind b (4/5·3/10 = 0.24 under 0.32)
  const Small close = small_of({"a imp=5 company=9 actual=5", "b imp=4 company=9 actual=5"});
  const auto moved = rank_ranges(close.workspace, analyse(close.workspace, close.answers));
  CHECK(moved[0] == RankRange{1, 2});
  CHECK(moved[1] == RankRange{1, 2});
}

TEST_CASE("a rank moves no further than importance can: it ends at 1 and at 5") {
  // a: 1/5·7/10 = 0.14 at the least, over 0.1 of b
  const Small least = small_of({"a imp=1 company=9 actual=1", "b imp=5 company=9 actual=8"});
  CHECK(rank_ranges(least.workspace, analyse(least.workspace, least.answers))[0] == RankRange{1, 1});
  // a: 5/5·4/10 = 0.4 at the most, under 0.44 of b
  const Small most = small_of({"a imp=5 company=9 actual=6", "b imp=4 company=9 actual=3.5"});
  CHECK(rank_ranges(most.workspace, analyse(most.workspace, most.answers))[0] == RankRange{2, 2});
}
