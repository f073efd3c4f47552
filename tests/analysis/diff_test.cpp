#include "mot/analysis/compare/diff.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "mot/tables/diff_tables.h"
#include "mot/write/json/diff_json.h"
#include "mot/write/tables/table_markdown.h"
#include "mot/write/tables/table_text.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

Diff diff_between(const Small& before, const Small& after) {
  const Analysis old_one = analyse(before.workspace, before.answers), new_one = analyse(after.workspace, after.answers);
  return diff_of({before.workspace, before.answers, old_one}, {after.workspace, after.answers, new_one});
}

std::string verdict(const ScoreChange& change) {
  return change.verdict ? std::string(name_of(*change.verdict)) : "none";
}

std::string changes_of(const Diff& diff) {
  std::string text;
  const auto shown = [](const FieldValue& value) {
    return value ? std::visit([](const auto& known) { return fmt::format("{}", known); }, *value) : "?";
  };
  for (const FieldChange& change : diff.changed) {
    text += fmt::format("{} {}: {} -> {}\n", change.id, change.field, shown(change.before), shown(change.after));
  }
  return text;
}

}  // namespace

TEST_CASE("a score is better or worse only where the evidence says so") {
  const struct {
    const char* before;
    const char* after;
    const char* verdict;
  } cases[] = {
      {"a answered=6x40~1", "a answered=8x40~1", "better"},
      {"a answered=8x40~1", "a answered=6x40~1", "worse"},
      {"a answered=6x40~2", "a answered=6.3x40~2", "no evidence of change"},
      {"a answered=6x40~1", "a answered=6x40~1", "same data"},
      {"a answered=6x40~1", "a answered=6x41~1", "no evidence of change"},
      {"a answered=6x9~1", "a answered=9x40~1", "not tested"},            // too few before
      {"a answered=6x40", "a answered=7x40~1", "no evidence of change"},  // the widest spread is supposed
      {"a answered=6x40", "a answered=9x40~1", "better"},
      {"a answered=6x20~0", "a answered=9x40~1", "better"},
      {"a answered=9x100~0", "a answered=3x100~0", "worse"},
      {"a answered=8x300~1", "a answered=2x300~1 said=2x2", "worse"},  // a mean without its spread erases nothing
      {"a actual=6", "a actual=9", "none"},
      {"a actual=6", "a answered=9x40~1", "none"},
      {"a answered=6x40~1", "a answered=6x40~1 said=9x40~1", "better"},  // pooled, so other rows
  };
  for (const auto& [before, after, expected] : cases) {
    CAPTURE(before);
    CAPTURE(after);
    const Diff diff = diff_between(small_of({before}), small_of({after}));
    REQUIRE(diff.scores.size() == 1);
    CHECK(verdict(diff.scores[0]) == expected);
  }
}

TEST_CASE("p values are adjusted over the touchpoints that are compared") {
  // scipy: Welch for 5 and 6.1 with n 40 and s 2 each and an answer more at 0 and at 10, p = 0.035679. One alone is better;
  // of two it is 0.0714 and no evidence; what isn't compared doesn't count.
  const char* before = "a answered=5x40~2";
  const char* after = "a answered=6.1x40~2";
  const Diff alone = diff_between(small_of({before, "same answered=5x40~1", "judged actual=3"}),
                                  small_of({after, "same answered=5x40~1", "judged actual=4"}));
  CHECK(std::abs(*alone.scores[0].p - 0.035679) < 1e-6);
  CHECK(verdict(alone.scores[0]) == "better");
  CHECK_FALSE(alone.scores[1].p);
  const Diff two = diff_between(small_of({before, "b answered=5x40~1"}), small_of({after, "b answered=5.1x40~1"}));
  CHECK(std::abs(*two.scores[0].p - 0.071357) < 1e-5);
  CHECK(verdict(two.scores[0]) == "no evidence of change");
}

TEST_CASE("touchpoints come, go and move") {
  Small before = small_of({"a dep=sales", "b", "c actual=3"}), after = small_of({"d", "c actual=5", "a dep=care"});
  add_journey(before, "trip", "a | c");
  add_journey(after, "trip", "c | a c");
  const Diff diff = diff_between(before, after);
  CHECK(diff.added == std::vector<std::string>{"d"});
  CHECK(diff.removed == std::vector<std::string>{"b"});
  CHECK(changes_of(diff) ==
        "c actual.score: 3 -> 5\nc stages: trip/stage-2 -> trip/stage-1; trip/stage-2\n"
        "a department: sales -> care\na stages: trip/stage-1 -> trip/stage-2\n");
  REQUIRE(diff.scores.size() == 1);  // only where there is a score on either side
  CHECK(diff.scores[0].change == std::optional<double>(2));
}

TEST_CASE("a field is compared by what it says, not by where it stands") {
  Small before =
      small_of({"a mot imp=5 company=9 customer=8 adequate=6 standard=8 promise=8 kept=1/2 actual=4 said=5x14~1@2026-03-12 may=rebook"});
  Small after = before;
  after.workspace.touchpoints[0].name.span = {0, 7, 9};
  after.workspace.touchpoints[0].importance->span = {0, 10, 12};
  CHECK(diff_between(before, after).changed.empty());
  Touchpoint& touchpoint = after.workspace.touchpoints[0];
  touchpoint.moment_of_truth.why = Text{"decides", {}};
  touchpoint.importance->value = 4;
  touchpoint.desired->company->experience = Text{"Bags first", {}};
  touchpoint.desired->customer->adequate.reset();
  touchpoint.promise->kept->count.value = 2;
  touchpoint.evidence[0].quote = Text{"Slow.", {}};
  touchpoint.tangibles = {Text{"belt", {}}, Text{"screen", {}}};
  CHECK(changes_of(diff_between(before, after)) ==
        "a moment_of_truth: true -> decides\n"
        "a importance: 5 -> 4\n"
        "a tangibles: ? -> belt; screen\n"
        "a desired.company.experience: ? -> Bags first\n"
        "a desired.customer.adequate: 6 -> ?\n"
        "a promise.kept: 1 of 2 -> 2 of 2\n"
        "a evidence: 2026-03-12, customer, 5, n 14, sd 1 -> 2026-03-12, customer, Slow., 5, n 14, sd 1\n");
}

TEST_CASE("a touchpoint under another id is renamed, where nothing else could be meant") {
  const struct {
    std::initializer_list<const char*> before;
    std::initializer_list<const char*> after;
    const char* renamed;
  } cases[] = {
      {{"a dep=sales imp=5 company=9 actual=4"}, {"b dep=sales imp=5 company=9 actual=4"}, "a>b"},  // all but name and id
      {{"a dep=sales imp=5 company=9"}, {"b dep=sales imp=5 company=9"}, ""},                       // too little to go by
      {{"a imp=5 company=9 actual=4", "b imp=5 company=9 actual=4"}, {"c imp=5 company=9 actual=4"}, ""},
      {{"a imp=5 company=9 actual=4"}, {"b imp=5 company=9 actual=4", "c imp=5 company=9 actual=4"}, ""},
      {{"a imp=5 company=9 actual=4"}, {"a imp=5 company=9 actual=4", "b imp=5 company=9 actual=4"}, ""},  // a copy
      {{"a imp=5 company=9 actual=4"}, {"b imp=5 company=9 actual=5"}, ""},
  };
  for (const auto& [before, after, renamed] : cases) {
    const Diff diff = diff_between(small_of(before), small_of(after));
    std::string found;
    for (const auto& [one, other] : diff.renamed) found += one + ">" + other;
    CAPTURE(*before.begin());
    CHECK(found == renamed);
  }
}

TEST_CASE("the same name in the same department is the same touchpoint, and its figures are compared") {
  Small before = small_of({"old dep=sales answered=6x40~1", "gone dep=sales"}),
        after = small_of({"new dep=sales imp=4 answered=8x40~1", "come dep=care"});
  for (Small* side : {&before, &after}) side->workspace.touchpoints[0].name.value = "Greeting";
  for (Small* side : {&before, &after}) side->workspace.touchpoints[1].name.value = "Farewell";  // another department's
  const Diff diff = diff_between(before, after);
  CHECK(diff.renamed == std::vector<Renamed>{{"old", "new"}});
  CHECK(diff.added == std::vector<std::string>{"come"});
  CHECK(diff.removed == std::vector<std::string>{"gone"});
  CHECK(changes_of(diff) == "new importance: ? -> 4\n");
  REQUIRE(diff.scores.size() == 1);
  CHECK(diff.scores[0].id == "new");
  CHECK(verdict(diff.scores[0]) == "better");
}

TEST_CASE("scores on different scales are not compared") {
  Small before = small_of({"a answered=4x40~1"}), after = small_of({"a answered=8x40~1"});
  before.workspace.project.scale = {1, 5};
  const Diff diff = diff_between(before, after);
  REQUIRE(diff.scores.size() == 1);
  CHECK(diff.scores[0].before == std::optional<double>(4));
  CHECK_FALSE(diff.scores[0].change);
  CHECK_FALSE(diff.scores[0].p);
  CHECK_FALSE(diff.scores[0].verdict);
  CHECK(differs(diff));
  const std::string text = table_text(diff_tables(diff, {"x", "y"}, Wording()).front(), {});
  CHECK(text.find("the scale was 1 to 5 and is 0 to 10: scores stand side by side and are not compared") != std::string::npos);
}

TEST_CASE("what stands around the touchpoints is compared too") {
  Small before = small_of({"a"}), after = small_of({"a"});
  before.workspace.departments[1].lead = Text{"Bo", {}};
  after.workspace.departments[1].name.value = "Care";
  after.workspace.channels.pop_back();
  add_journey(after, "trip", "a");
  for (Small* side : {&before, &after}) {
    Action& action = side->workspace.actions.emplace_back();
    action.id.value = action.name.value = "act";
    action.effort = Within<1, 5>{{2, {}}};
    action.lift = Lift{.each = Number{side == &before ? 2.0 : 3.0, {}}, .by_touchpoint = {}};
  }
  std::string text;
  for (const SurroundingChange& change : diff_between(before, after).surroundings) {
    text += fmt::format("{} {} {} {} {}>{}\n", change.kind, change.id, name_of(change.what), change.field, text_of(change.before),
                        text_of(change.after));
  }
  CHECK(text ==
        "department care changed name care>Care\n"
        "department care changed lead Bo>\n"
        "journey trip added  >\n"
        "channel web removed  >\n"
        "action act changed lift 2>3\n");
}

TEST_CASE("what journeys, stages, personas and the project tell besides is compared") {
  Small before = small_of({"a"}), after = small_of({"a"});
  for (Small* side : {&before, &after}) {
    add_journey(*side, "trip", "a");
    side->workspace.personas.emplace_back().id.value = "ann";
  }
  after.workspace.project.lanes.push_back({"Systems", {}});
  after.workspace.journeys[0].goal = Text{"be home by ten", {}};
  after.workspace.journeys[0].stages[0].pains.push_back({{"a queue", {}}, Within<1, 3>{{2, {}}}, {}});
  after.workspace.personas[0].fears.push_back({"heights", {}});
  add_journey(after, "stay", "a");
  std::string text;
  for (const SurroundingChange& change : diff_between(before, after).surroundings) {
    text += fmt::format("{} {} {} {}>{}\n", change.kind, change.id, change.field, text_of(change.before), text_of(change.after));
  }
  CHECK(text ==
        "project project lanes >Systems\n"
        "journey trip goal >be home by ten\n"
        "journey stay  >\n"
        "stage trip/stage-1 pains >a queue, severity 2\n"
        "persona ann fears >heights\n");
}

TEST_CASE("only what differs counts as a difference") {
  const struct {
    const char* before;
    const char* after;
    bool differs;
  } cases[] = {
      {"a imp=5 answered=6x40~1", "a imp=5 answered=6x40~1", false},
      {"a actual=4", "a actual=4", false},
      {"a", "a", false},
      {"a actual=4", "a", true},
      {"a answered=6x40~1", "a answered=6x41~1", true},                            // the same mean of other answers
      {"a wished=9x40~1 imp=3 actual=4", "a wished=8x40~1 imp=3 actual=4", true},  // another target, so another share delivered
      {"a imp=5", "a imp=4", true},
  };
  for (const auto& [before, after, expected] : cases) {
    CAPTURE(before);
    CHECK(differs(diff_between(small_of({before}), small_of({after}))) == expected);
  }
}

TEST_CASE("of long texts the part is shown that differs") {
  Small before = small_of({"a"}), after = small_of({"a"});
  const std::string same = "Ä first sentence that nobody touched and that goes on for quite a while, until it ends. ";
  before.workspace.touchpoints[0].customer_does = {Text{same + "Then they wait.", {}}};
  after.workspace.touchpoints[0].customer_does = {Text{same + "Then they leave | and <b>tell</b>.", {}}};
  const auto tables = diff_tables(diff_between(before, after), {"x", "y"}, Wording());
  REQUIRE(tables.size() == 2);
  CHECK(tables[1].sections[0].rows[0][2].value == std::variant<Unknown, std::string, double, Interval>("… it ends. Then they wait."));
  CHECK(table_markdown(tables[1]).find("| … it ends. Then they leave \\| and \\<b\\>tell\\</b\\>. |") != std::string::npos);
}

TEST_CASE("what changed is JSON and tables") {
  const Small before = small_of({"a imp=5 company=9 answered=6x40~1", "b", "c actual=3"});
  const Small after = small_of({"a imp=4 company=9 owner=Ada answered=8x40~1", "c", "d"});
  const Diff diff = diff_between(before, after);
  const auto document = nlohmann::json::parse(diff_json(diff));
  CHECK(document["format_version"] == 1);
  CHECK(document["added"] == nlohmann::json({"d"}));
  CHECK(document["removed"] == nlohmann::json({"b"}));
  CHECK(document["changed"][0] == nlohmann::json({{"id", "a"}, {"field", "importance"}, {"before", 5.0}, {"after", 4.0}}));
  CHECK(document["changed"][1] == nlohmann::json({{"id", "a"}, {"field", "owner"}, {"before", nullptr}, {"after", "Ada"}}));
  CHECK(document["scores"][0]["verdict"] == "better");
  CHECK(document["scores"][1]["after"].is_null());
  CHECK(document["scores"][1]["verdict"].is_null());
  CHECK(std::abs(document["delivered"]["after"].get<double>() - 800.0 / 9) < 1e-9);
  CHECK(document["coverage"]["before"].is_number());
  CHECK(document["renamed"] == nlohmann::json::array());
  CHECK(document["surroundings"] == nlohmann::json::array());
  std::string text;
  for (const Table& table : diff_tables(diff, {"main", "HEAD"}, Wording())) text += table_markdown(table) + "--\n";
  CHECK(text == R"(## From main to HEAD: actual scores on a scale from 0 to 10, positive change = better

| touchpoint | before | after | change | n before | n after | 95 % of the change | p | verdict | interval by |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
| a | 6.0 | 8.0 | 2.0 | 40 | 40 | 1.2 to 2.6 | <0.001 | ✓ better | Welch |
| c | 3.0 | ? | ? |  |  |  |  |  |  |

- before: delivered 66.7 % of what is wanted: 1 of 3 touchpoints known; 95 % of it from 61.0 to 71.3 %; with the others at worst 22.2 %, at best 88.9 %
- after: delivered 88.9 % of what is wanted: 1 of 3 touchpoints known; 95 % of it from 81.7 to 92.9 %; with the others at worst 25.4 %, at best 96.8 %
- coverage 26.7 % before, 26.7 % after
- verdicts at 95 %, of means by Welch's t with an answer more at either end of the scale, p adjusted by Holm for how many are compared; only measured scores have one, and under 10 effective answers nothing is tested
- changes suppose that other people answered each time, for no source names its 'respondent'
--
## Touchpoints that came, went and moved

| touchpoint | what | before | after |
| --- | --- | --- | --- |
| d | \+ added |  |  |
| b | − removed |  |  |

--
## What is written otherwise

| touchpoint | field | before | after |
| --- | --- | --- | --- |
| a | importance | 5 | 4 |
| a | owner |  | Ada |
| c | actual.score | 3 |  |

--
)");
}
