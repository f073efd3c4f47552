// How answers are read is known, so that who reads them otherwise is told.
#include "mot/analysis/compare/terms.h"

#include <doctest/doctest.h>

#include "mot/analysis/compare/yardsticks.h"
#include "support/analysed_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::string touchpoints = "touchpoints: [{ id: pay, name: Pay }, { id: sit, name: Sit }]\n";

/// `path: text`, a line each.
std::string moved(const std::string& before, const std::string& now) {
  const auto yardsticks = [](const std::string& source) { return yardsticks_of(workspace_from(touchpoints + source), {}); };
  std::string text;
  for (const MovedYardstick& one : moved_yardsticks(yardsticks(before), yardsticks(now)))
    text += (text.empty() ? "" : "\n") + one.what + ": " + one.text;
  return text;
}

std::string wide(const std::string& rest) {
  return "source: { id: s, file: a.csv, scale: { min: 1, max: 5 }, " + rest + " }\n";
}

std::string long_one(const std::string& rest) {
  return "source: { id: s, file: a.csv, scale: { min: 1, max: 5 }, long: { " + rest + " } }\n";
}

}  // namespace

TEST_CASE("what is read otherwise is told by its place") {
  const struct {
    std::string before;
    std::string now;
    const char* told;
  } cases[] = {
      {wide("columns: { pay: p }"), wide("columns: { pay: p }"), ""},
      {wide("columns: { pay: p }"), wide("columns: { pay: p, sit: q }"), ""},  // more is read
      {wide("columns: { pay: p }"), wide("columns: { pay: q }"), "reading/s/actual/pay: it is 'q on 1 to 5', was 'p on 1 to 5'"},
      {wide("columns: { pay: p }"), wide("columns: { pay: { actual: { column: [p, q] } } }"),
       "reading/s/actual/pay: it is 'p, q on 1 to 5', was 'p on 1 to 5'"},
      {wide("columns: { pay: p, sit: q }"), wide("columns: { pay: p }"),
       "reading/s/actual/sit: it was 'q on 1 to 5', and is not read any more"},
      {wide("columns: { pay: p }"), "", "reading/s: its answers are not read any more"},
      {wide("columns: { pay: p }"), wide("columns: { pay: p }, where: { seg: [B, C] }"),
       "reading/s/rows: it is 'where seg is B or C', was 'every row'"},
      {wide("columns: { pay: p }"), wide("columns: { pay: p }, weight: w, cluster: c"),
       "reading/s/sample: it is 'weight w, cluster c', was 'as it is'"},
      {wide("columns: { pay: { verdict: t } }"), wide("columns: { pay: { verdict: { column: t, values: { down: up } } } }"),
       "reading/s/verdict/pay/down: it is 'up', was 'down'"},
      {long_one("touchpoint: what, score: { column: n, scale: { min: 1, max: 5, values: { bad: 1, good: 5 } } }"),
       long_one("touchpoint: what, score: { column: n, scale: { min: 1, max: 5, values: { bad: 4, good: 5, fine: 4 } } }"),
       "reading/s/score/bad: it is '4', was '1'"},
      {long_one("touchpoint: { column: what, values: { till: pay } }, score: n"),
       long_one("touchpoint: { column: what, values: { till: sit } }, score: n"), "reading/s/touchpoint/till: it is 'sit', was 'pay'"},
      {wide("columns: { pay: p }, outcomes: [{ id: rec, kind: nps, column: r }]"),
       wide("columns: { pay: p }, outcomes: [{ id: rec, kind: score, column: r }]"),
       "reading/s/outcome/rec: it is 'score of r on 1 to 5', was 'nps of r on 1 to 5'"},
  };
  for (const auto& [before, now, told] : cases) {
    CAPTURE(before);
    CAPTURE(now);
    CHECK(moved(before, now) == told);
  }
}

TEST_CASE("a source under another id is the same where it reads the same") {
  const std::string other = "source: { id: t, file: a.csv, scale: { min: 1, max: 5 }, columns: { pay: p } }\n";
  CHECK(moved(wide("columns: { pay: p }"), other) == "");
  CHECK(moved(wide("columns: { pay: p }, where: { seg: [B] }"), other) == "reading/s: its answers are not read any more");
}

TEST_CASE("what is gone is forgotten, and what goes by another id is known by it") {
  Yardsticks then = yardsticks_of(workspace_from(touchpoints + wide("columns: { pay: p, sit: q }")), {});
  const Yardsticks now = yardsticks_of(workspace_from(touchpoints + wide("columns: { sit: q }")), {});
  CHECK(moved_yardsticks(then, now).size() == 1);
  forget(then, "pay");
  CHECK(moved_yardsticks(then, now).empty());
  rename_touchpoint(then, "sit", "pay");
  CHECK(moved_yardsticks(then, now).front().what == "reading/s/actual/pay");
}
