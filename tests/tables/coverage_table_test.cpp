#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "mot/analysis/matrix.h"
#include "mot/analysis/plan.h"
#include "mot/tables/coverage_tables.h"
#include "mot/tables/data_tables.h"
#include "mot/tables/plan_table.h"
#include "mot/write/json/coverage_json.h"
#include "mot/write/json/data_json.h"
#include "mot/write/json/plan_json.h"
#include "mot/write/tables/table_text.h"
#include "support/checked_workspace.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

Small two_departments() {
  Small small = small_of({"a dep=sales company=8 customer=9 actual=4 said=5", "b dep=care mot role=agent company=8", "c", "d dep=sales"});
  add_journey(small, "trip", "a | b a | c");
  return small;
}

std::string text_of(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) text += table_text(table, {}) + "--\n";
  return text;
}

Findings some_findings() {
  Findings findings;
  findings.report("no-owner", {}, "nobody owns 'b'").subjects = {"b"};
  findings.report("no-recovery", {}, "nobody takes over from 'a'").subjects = {"a"};
  findings.report("empty-stage", {}, "no moment stands in the stage 'x'").subjects = {"trip", "x"};
  findings.report("stale-evidence", {}, "old").subjects = {"a"};
  return findings;
}

}  // namespace

TEST_CASE("the matrix has a cell for each department in each stage") {
  const Small small = two_departments();
  std::string text;
  const auto shown = [](const auto& index) { return index ? std::to_string(*index) : std::string("-"); };
  const Analysis analysis = analyse(small.workspace, small.answers);
  for (const MatrixCell& cell : matrix_of(small.workspace, analysis)) {
    text += shown(cell.department) + shown(cell.journey) + shown(cell.stage) + ":";
    for (const std::size_t i : cell.touchpoints) text += small.workspace.touchpoints[i].id.value;
    text += " ";
  }
  CHECK(text == "000:a 001:a 0--:d 101:b -02:c ");
}

TEST_CASE("a cell of the matrix counts what a branch leads to by the share of customers who take it") {
  const auto delivered_with = [](const std::string& share) {
    const Reviewed reviewed{
        "touchpoints:\n"
        "- { id: a, name: A, importance: 3, desired: { customer: { score: 10 } }, actual: 10 }\n"
        "- { id: b, name: B, importance: 3, desired: { customer: { score: 10 } }, actual: 0 }\n"
        "journeys:\n"
        "- { id: trip, name: Trip, stages: [{ name: Go, touchpoints: [a, { when: it rains, " +
        share + "touchpoints: [b] }] }] }\n"};
    const auto cells = matrix_of(reviewed.loaded.workspace, reviewed.all.analysis);
    REQUIRE(cells.size() == 1);
    CHECK(cells[0].touchpoints == std::vector<std::size_t>{0, 1});
    return cells[0].summary.delivered.value.value_or(-1);
  };
  CHECK(delivered_with("") == doctest::Approx(50));
  CHECK(delivered_with("share: 25, ") == doctest::Approx(80));
}

TEST_CASE("coverage stands in tables: facets, journeys, holes") {
  const Small small = two_departments();
  const Analysis analysis = analyse(small.workspace, small.answers);
  // a 5 of 5, b 1 of 7, c 0 of 5, d (led by Ada) 1 of 5
  CHECK(text_of(coverage_tables(small.workspace, analysis, holes_in(small.workspace, some_findings()), Wording())) ==
        R"(Coverage: what the picture of each touchpoint holds

touchpoint  department  company  customer  actual  evidence  owner  empowerment  recovery  has  of
a           sales       yes      yes       yes     yes       yes                             5   5
b           care        yes      ✕ no      ✕ no    ✕ no      ✕ no   ✕ no         ✕ no        1   7
c                       ✕ no     ✕ no      ✕ no    ✕ no      ✕ no                            0   5
d           sales       ✕ no     ✕ no      ✕ no    ✕ no      yes                             1   5

coverage 31.8 %: facets present of facets asked
--
Coverage in % along 'trip'

department  stage-1  stage-2  stage-3  all
sales           100      100           100
care                      14            14
(none)                              0    0
all             100       50        0   35

--
Holes

kind         id      who fills it  message
no-owner     b       ?             nobody owns 'b'
no-recovery  a       Ada           nobody takes over from 'a'
empty-stage  trip/x  ?             no moment stands in the stage 'x'

--
)");
}

TEST_CASE("a journey that one department serves alone has no row of totals") {
  Small small = small_of({"a dep=sales", "b dep=sales"});
  add_journey(small, "trip", "a | b");
  const Analysis analysis = analyse(small.workspace, small.answers);
  const auto rows_of_journey = [&] { return coverage_tables(small.workspace, analysis, {}, Wording()).at(1).sections.front().rows.size(); };
  CHECK(rows_of_journey() == 1);
  small.workspace.touchpoints[1].department.index = 1;
  CHECK(rows_of_journey() == 3);
}

TEST_CASE("coverage is JSON") {
  const Small small = two_departments();
  const auto document = nlohmann::json::parse(
      coverage_json(small.workspace, analyse(small.workspace, small.answers), holes_in(small.workspace, some_findings())));
  CHECK(document["format_version"] == 1);
  CHECK(document["facets"] == nlohmann::json({"company", "customer", "actual", "evidence", "owner", "empowerment", "recovery"}));
  CHECK(document["touchpoints"][1] == nlohmann::json::parse(R"({"id": "b", "department": "care", "present": ["company"],
      "missing": ["customer", "actual", "evidence", "owner", "empowerment", "recovery"]})"));
  CHECK(document["touchpoints"][2]["department"].is_null());
  CHECK(document["matrix"][0] ==
        nlohmann::json({{"department", "sales"}, {"journey", "trip"}, {"stage", "stage-1"}, {"touchpoints", 1}, {"coverage", 100.0}}));
  CHECK(document["matrix"][2]["journey"].is_null());
  CHECK(document["holes"][1] ==
        nlohmann::json({{"kind", "no-recovery"}, {"id", "a"}, {"message", "nobody takes over from 'a'"}, {"who", "Ada"}}));
  CHECK(document["holes"][2]["who"].is_null());
  CHECK(document["holes"].size() == 3);
  CHECK(document["summary"]["coverage"].get<double>() == doctest::Approx(700.0 / 22));
}

TEST_CASE("who fills a hole is the owner, else the lead; of personas their advocate") {
  Small small = small_of({"owned dep=sales owner=Eve", "led dep=sales", "unled dep=care", "alone"});
  Persona& persona = small.workspace.personas.emplace_back();
  persona.id.value = "led";  // as a touchpoint is called too
  persona.advocate = Text{"Key account desk", {}};
  const struct {
    RuleId rule;
    const char* subject;
    const char* who;
  } cases[] = {
      {"missing-actual", "owned", "Eve"},
      {"missing-actual", "led", "Ada"},
      {"missing-actual", "unled", "?"},
      {"missing-actual", "alone", "?"},
      {"missing-actual", "gone", "?"},
      {"empty-department", "sales", "Ada"},
      {"empty-department", "care", "?"},
      {"persona-without-journey", "led", "Key account desk"},
      {"journey-without-moment-of-truth", "led", "?"},
  };
  for (const auto& [rule, subject, who] : cases) {
    Findings findings;
    findings.report(rule, {}, "").subjects = {subject};
    CAPTURE(subject);
    CHECK(holes_in(small.workspace, findings).front().who.value_or("?") == who);
  }
}

TEST_CASE("the plan is two tables and JSON") {
  // courier: 5 · 2 · min(3, 5) = 30 at a, for an effort of 2: 15. word: 2 · min(1, 2) = 2 at c, for 1: 2; b's gap is unknown.
  Small small = small_of({"a mot imp=5 company=9 actual=4", "b imp=3", "c imp=2 company=8 actual=6"});
  add_journey(small, "trip", "a | c");
  add_journey(small, "return", "b c");
  const auto add = [&](const char* id, std::vector<Link<Touchpoint>> touchpoints) -> Action& {
    Action& action = small.workspace.actions.emplace_back();
    action.id.value = action.name.value = id;
    action.touchpoints = std::move(touchpoints);
    return action;
  };
  Action& word = add("word", {{{"b", {}}, 1}, {{"c", {}}, 2}});
  word.effort = Within<1, 5>{{1, {}}};
  word.lift = Lift{.each = Number{1, {}}, .by_touchpoint = {}};
  Action& courier = add("courier", {{{"a", {}}, 0}});
  courier.effort = Within<1, 5>{{2, {}}};
  courier.lift = Lift{.each = Number{3, {}}, .by_touchpoint = {}};
  courier.due = Placed<Date>{*date_from("2027-03-01"), {}};
  courier.owner = Text{"Ada", {}};
  add("vague", {}).owner = Text{"Bo", {}};
  const Date today = *date_from("2027-03-02");
  const ActionPlan plan = plan_of(small.workspace, analyse(small.workspace, small.answers));
  // now: (5 · 4/9 + 2 · 6/8) / 7 = 53.2 %, after: (5 · 7/9 + 2 · 7/8) / 7 = 80.6 %; of trip the same, of return 6/8 and 7/8
  CHECK(text_of(plan_tables(small.workspace, plan, today, Wording())) == R"(Actions by value for effort

#  action   touchpoints  owner  status    due         effort  value  for effort  open
1  courier  a            Ada    proposed  2027-03-01     2.0   30.0        15.0  ✕ overdue
2  word     b c                 proposed                 1.0    2.0         2.0  ‼ nobody owns it, gap or importance unknown at b
   vague                 Bo     proposed                   ?      ?           ?  effort unknown, lift unknown

now: delivered 53.2 % of what is wanted: 2 of 3 touchpoints known, 2 of them judged; with the others at worst 37.2 %, at best 67.2 %
after all of them: delivered 80.6 % of what is wanted: 2 of 3 touchpoints known, 2 of them judged; with the others at worst 56.4 %, at best 86.4 %
value is importance times the points gained, at most the gap, twice that for a moment of truth; done and dropped actions are left out
a value is the action's on its own: where several mend one gap, all of them together gain no more than the gap, as 'after all of them' counts
overdue is what was due before 2027-03-02
--
Delivered by journey, now and after all of them

journey  now %  after %  known   after, worst to best %
trip      53.2     80.6  2 of 2
return    75.0     87.5  1 of 2            35.0 to 95.0

--
)");
  const auto document = nlohmann::json::parse(plan_json(small.workspace, plan, today));
  CHECK(document["actions"][0] == nlohmann::json::parse(R"({"id": "courier", "status": "proposed", "effort": 2.0, "value": 30.0,
      "value_for_effort": 15.0, "rank": 1, "owner": "Ada", "due": "2027-03-01", "overdue": true, "not_counted": []})"));
  CHECK(document["actions"][1]["not_counted"] == nlohmann::json({"b"}));
  CHECK(document["actions"][1]["owner"].is_null());
  CHECK(document["actions"][2]["value"].is_null());
  CHECK(document["actions"][2]["overdue"] == false);
  CHECK(document["today"] == "2027-03-02");
  CHECK(document["delivered_after"].get<double>() == doctest::Approx(100 * (5 * 7 / 9.0 + 2 * 7 / 8.0) / 7));
  CHECK(document["journeys"][1] == nlohmann::json({{"id", "return"}, {"delivered_now", 75.0}, {"delivered_after", 87.5}}));
}

TEST_CASE("an action is overdue the day after it was due, while it is open") {
  const struct {
    const char* due;
    Status status;
    bool is_overdue;
  } cases[] = {
      {"2027-03-01", Status::planned, true},  {"2027-03-02", Status::planned, false}, {"2027-03-01", Status::done, false},
      {"2027-03-01", Status::dropped, false}, {"2027-03-01", Status::doing, true},
  };
  for (const auto& [due, status, expected] : cases) {
    Action action;
    action.due = Placed<Date>{*date_from(due), {}};
    action.status.value = status;
    CAPTURE(due);
    CHECK(is_overdue(action, *date_from("2027-03-02")) == expected);
  }
  CHECK_FALSE(is_overdue(Action{}, *date_from("2027-03-02")));
}

TEST_CASE("what became of survey data is a table and JSON") {
  Small small = small_of({"a"});
  small.workspace.sources.emplace_back().id.value = "thumbs";
  SourceUse& use = small.answers.sources.emplace_back();
  use.was_read = true;
  use.rows = 12;
  use.left_out.by_weight = 2;
  use.newest = date_from("2026-05-20");
  use.columns.push_back({.column = "Q7",
                         .use = "actual of a",
                         .used = 7,
                         .blank = 1,
                         .missing = 1,
                         .off_scale = 1,
                         .rescaling = "1..5 -> 0..10",
                         .scale = Scale{1, 5},
                         .lowest = 1,
                         .highest = 4.5,
                         .words = {"Good", "Bad"}});
  use.agreements.push_back({.use = "actual of a", .items = 3, .complete = 40, .alpha = 0.832});
  use.strays.push_back({.column = "Q7", .value = "=9", .count = 1, .first_row = 4});
  use.strays.push_back({.column = "Q7", .value = "", .count = 3, .first_row = 5, .is_rest = true});
  CHECK(text_of(data_tables(small.workspace, small.answers, Wording())) == R"(What became of each column

source  column  read as      scale  lowest  highest  used  blank  missing  off scale  unmatched  rescaled       words
thumbs  Q7      actual of a  1..5      1.0      4.5     7      1        1          1          0  1..5 -> 0..10  Good, Bad

actual of a: the mean of 3 items, Cronbach's alpha 0.83 (of 40 who answered all)
--
Rows of each source

source  read  rows  oldest  newest      by where  by weight  undated  outside period  ragged
thumbs  yes     12          2026-05-20         0          2        0               0       0

every answer counts: the project sets no period
by where to ragged: rows left out, each by the first reason that holds
--
Cells that are neither an answer nor listed as missing

source  column  value     how often  first line
thumbs  Q7      =9                1           4
thumbs  Q7      (others)          3           5

--
How answers spread over the scale

no source has answers
--
)");
  small.answers.from = date_from("2025-05-21");
  const auto document = nlohmann::json::parse(data_json(small.workspace, small.answers));
  CHECK(document["period"] == nlohmann::json({{"from", "2025-05-21"}, {"to", nullptr}}));
  const auto& source = document["sources"][0];
  CHECK(source["left_out"]["by_weight"] == 2);
  CHECK(source["oldest"].is_null());
  CHECK(source["columns"][0]["rescaling"] == "1..5 -> 0..10");
  CHECK(source["columns"][0]["scale"] == nlohmann::json({{"min", 1}, {"max", 5}}));
  CHECK(source["columns"][0]["highest"] == 4.5);
  CHECK(source["columns"][0]["words"] == nlohmann::json({"Good", "Bad"}));
  CHECK(source["agreements"][0]["alpha"] == 0.832);
  CHECK(source["strays"][1]["value"].is_null());
}
