#include "mot/analysis/diff.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "mot/load/touchpoint_fields.h"
#include "mot/view/diff_tables.h"
#include "mot/write/diff_json.h"
#include "mot/write/table_text.h"
#include "small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

Diff diff_between(const Small& before, const Small& after) {
  const Analysis old_one = analyse(before.workspace, before.answers), new_one = analyse(after.workspace, after.answers);
  return diff_of({before.workspace, before.answers, old_one}, {after.workspace, after.answers, new_one});
}

std::string verdict(const ScoreChange& change) { return change.verdict ? std::string(name_of(*change.verdict)) : "none"; }

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
  const struct { const char* before; const char* after; const char* verdict; } cases[] = {
      {"a answered=6x40~1", "a answered=8x40~1", "better"},
      {"a answered=8x40~1", "a answered=6x40~1", "worse"},
      {"a answered=6x40~2", "a answered=6.3x40~2", "no evidence of change"},
      {"a answered=6x40~1", "a answered=6x40~1", "same data"},
      {"a answered=6x40~1", "a answered=6x41~1", "no evidence of change"},
      {"a answered=6x9~1", "a answered=9x40~1", "no evidence of change"},   // too few before
      {"a answered=6x40", "a answered=9x40~1", "no evidence of change"},    // no spread known
      {"a answered=6x20~0", "a answered=9x40~1", "no evidence of change"},  // nobody disagrees, among too few
      {"a actual=6", "a actual=9", "none"},
      {"a actual=6", "a answered=9x40~1", "none"},
      {"a answered=6x40~1", "a answered=6x40~1 said=9x40~1", "better"},     // pooled, so other rows
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
  // Welch for 6 and 6.6 with n 40 and s 1.2 each: t = 2.236068, 78 degrees of freedom, p = 0.028205 (scipy). One alone is better;
  // of two it is 0.0564 and no evidence; what isn't compared doesn't count.
  const char* before = "a answered=6x40~1.2";
  const char* after = "a answered=6.6x40~1.2";
  const Diff alone = diff_between(small_of({before, "same answered=5x40~1", "judged actual=3"}),
                                  small_of({after, "same answered=5x40~1", "judged actual=4"}));
  CHECK(std::abs(*alone.scores[0].p - 0.028205) < 1e-6);
  CHECK(verdict(alone.scores[0]) == "better");
  CHECK_FALSE(alone.scores[1].p);
  const Diff two = diff_between(small_of({before, "b answered=5x40~1"}), small_of({after, "b answered=5.1x40~1"}));
  CHECK(std::abs(*two.scores[0].p - 0.056411) < 1e-5);
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
  Small before = small_of({"a mot imp=5 company=9 customer=8 adequate=6 standard=8 promise=8 kept=1/2 actual=4 said=5x14~1@2026-03-12 may=rebook"});
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

TEST_CASE("every key of a touchpoint is compared") {
  std::set<std::string_view> compared = {"id"};
  for (const ComparedField& field : compared_fields()) compared.insert(field.name.substr(0, field.name.find('.')));
  for (const auto& field : yaml::Table<Touchpoint>::fields) {
    CAPTURE(field.key);
    CHECK(compared.contains(field.key));
  }
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
  std::string text;
  for (const Table& table : diff_tables(after.workspace.project.scale, diff)) text += table_text(table, {}) + "--\n";
  CHECK(text == R"(Actual scores on a scale from 0 to 10: positive change = better

touchpoint  before  after  change      p  verdict
a              6.0    8.0     2.0  0.000  better
c              3.0      ?       ?

delivered 66.7 % before, 88.9 % after
verdicts at 95 % by Welch's t, adjusted by Holm for how many are compared; only measured scores have one
--
Touchpoints added and removed

touchpoint  what
d           added
b           removed

--
What is written otherwise

touchpoint  field         before  after
a           importance    5       4
a           owner                 Ada
c           actual.score  3

--
)");
}
