#include "mot/view/coverage_tables.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "mot/analysis/matrix.h"
#include "mot/analysis/plan.h"
#include "mot/view/data_tables.h"
#include "mot/view/plan_table.h"
#include "mot/write/coverage_json.h"
#include "mot/write/data_json.h"
#include "mot/write/plan_json.h"
#include "mot/write/table_text.h"
#include "small_workspace.h"

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
  findings.report("empty-stage", {}, "no moment stands in the stage 'x'").subjects = {"trip", "x"};
  findings.report("stale-evidence", {}, "old").subjects = {"a"};
  return findings;
}

}  // namespace

TEST_CASE("the matrix has a cell for each department in each stage") {
  const Small small = two_departments();
  std::string text;
  const auto shown = [](const auto& index) { return index ? std::to_string(*index) : std::string("-"); };
  for (const MatrixCell& cell : matrix_of(small.workspace, analyse(small.workspace, small.answers).touchpoints)) {
    text += shown(cell.department) + shown(cell.journey) + shown(cell.stage) + ":";
    for (const std::size_t i : cell.touchpoints) text += small.workspace.touchpoints[i].id.value;
    text += " ";
  }
  CHECK(text == "000:a 001:a 0--:d 101:b -02:c ");
}

TEST_CASE("coverage stands in tables: facets, journeys, holes") {
  const Small small = two_departments();
  const Analysis analysis = analyse(small.workspace, small.answers);
  // a 5 of 5, b 1 of 7, c 0 of 5, d (led by Ada) 1 of 5
  CHECK(text_of(coverage_tables(small.workspace, analysis, holes_in(some_findings()))) ==
        R"(Coverage: what the picture of each touchpoint holds

touchpoint  department  company  customer  actual  evidence  owner  empowerment  recovery  has  of
a           sales       yes      yes       yes     yes       yes                             5   5
b           care        yes      ✕ no      ✕ no    ✕ no      ✕ no   ✕ no         ✕ no        1   7
c                       ✕ no     ✕ no      ✕ no    ✕ no      ✕ no                            0   5
d           sales       ✕ no     ✕ no      ✕ no    ✕ no      yes                             1   5

coverage 31.8 %: facets present of facets asked
--
Coverage in % along 'trip'

department  stage-1  stage-2  stage-3
sales           100      100
care                      14
(none)                              0

--
Holes

kind         id      message
no-owner     b       nobody owns 'b'
empty-stage  trip/x  no moment stands in the stage 'x'

--
)");
}

TEST_CASE("coverage is JSON") {
  const Small small = two_departments();
  const auto document = nlohmann::json::parse(coverage_json(small.workspace, analyse(small.workspace, small.answers), holes_in(some_findings())));
  CHECK(document["format_version"] == 1);
  CHECK(document["facets"] == nlohmann::json({"company", "customer", "actual", "evidence", "owner", "empowerment", "recovery"}));
  CHECK(document["touchpoints"][1] == nlohmann::json::parse(R"({"id": "b", "department": "care", "present": ["company"],
      "missing": ["customer", "actual", "evidence", "owner", "empowerment", "recovery"]})"));
  CHECK(document["touchpoints"][2]["department"].is_null());
  CHECK(document["matrix"][0] ==
        nlohmann::json({{"department", "sales"}, {"journey", "trip"}, {"stage", "stage-1"}, {"touchpoints", 1}, {"coverage", 100.0}}));
  CHECK(document["matrix"][2]["journey"].is_null());
  CHECK(document["holes"][1] == nlohmann::json({{"kind", "empty-stage"}, {"id", "trip/x"}, {"message", "no moment stands in the stage 'x'"}}));
  CHECK(document["holes"].size() == 2);
  CHECK(document["summary"]["coverage"].get<double>() == doctest::Approx(700.0 / 22));
}

TEST_CASE("the plan is a table and JSON") {
  Small small = small_of({"a mot imp=5 company=9 actual=4", "b imp=3"});
  Action& action = small.workspace.actions.emplace_back();
  action.id.value = "courier";
  action.name.value = "Let the desk send a courier";
  action.touchpoints = {{{"a", {}}, 0}, {{"b", {}}, 1}};
  action.effort = Within<1, 5>{{2, {}}};
  action.lift = Lift{.each = Number{3, {}}, .by_touchpoint = {}};
  action.due = Placed<Date>{*date_from("2027-03-01"), {}};
  small.workspace.actions.emplace_back().id.value = "vague";
  const Plan plan = plan_of(small.workspace, analyse(small.workspace, small.answers));
  CHECK(table_text(plan_table(small.workspace, plan), {}) == R"(Actions by value for effort

#  action                       touchpoints  owner  status    due         effort  value  for effort
1  Let the desk send a courier  a b                 proposed  2027-03-01     2.0   30.0        15.0
                                                    proposed                   ?      ?           ?

now: delivered 44.4 % of what is wanted: 1 of 2 touchpoints known, 1 of them judged; with the others at worst 27.8 %, at best 65.3 %
after all of them: delivered 77.8 % of what is wanted: 1 of 2 touchpoints known, 1 of them judged; with the others at worst 48.6 %, at best 86.1 %
value is importance times the points gained, at most the gap, twice that for a moment of truth; done and dropped actions are left out
)");
  const auto document = nlohmann::json::parse(plan_json(small.workspace, plan));
  CHECK(document["actions"][0] ==
        nlohmann::json({{"id", "courier"}, {"status", "proposed"}, {"effort", 2.0}, {"value", 30.0}, {"value_for_effort", 15.0}, {"rank", 1}}));
  CHECK(document["actions"][1]["value"].is_null());
  CHECK(document["delivered_after"].get<double>() == doctest::Approx(700.0 / 9));
}

TEST_CASE("what became of survey data is a table and JSON") {
  Small small = small_of({"a"});
  small.workspace.sources.emplace_back().id.value = "thumbs";
  SourceUse& use = small.answers.sources.emplace_back();
  use.was_read = true;
  use.rows = 12;
  use.left_out.by_weight = 2;
  use.newest = date_from("2026-05-20");
  use.columns.push_back({.column = "Q7", .use = "actual of a", .used = 7, .blank = 1, .missing = 1, .off_scale = 1, .rescaling = "1..5 -> 0..10"});
  use.strays.push_back({.column = "Q7", .value = "=9", .count = 1, .first_row = 4});
  use.strays.push_back({.column = "Q7", .value = "", .count = 3, .first_row = 5, .is_rest = true});
  CHECK(text_of(data_tables(small.workspace, small.answers)) == R"(What became of each column

source  column  read as      used  blank  missing  off scale  unmatched  rescaled
thumbs  Q7      actual of a     7      1        1          1          0  1..5 -> 0..10

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
)");
  small.answers.from = date_from("2025-05-21");
  const auto document = nlohmann::json::parse(data_json(small.workspace, small.answers));
  CHECK(document["period"] == nlohmann::json({{"from", "2025-05-21"}, {"to", nullptr}}));
  const auto& source = document["sources"][0];
  CHECK(source["left_out"]["by_weight"] == 2);
  CHECK(source["oldest"].is_null());
  CHECK(source["columns"][0]["rescaling"] == "1..5 -> 0..10");
  CHECK(source["strays"][1]["value"].is_null());
}
