// Times against what is wanted and along journeys; KPIs against their targets, and the gate on them.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/analysis/gates.h"
#include "mot/analysis/kpis.h"
#include "mot/analysis/times.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::optional<Timing> timing(const char* actual, const char* wanted = "") {
  const auto placed = [](const char* text) {
    const auto duration = duration_from(text);
    return duration ? std::optional(Placed<Duration>{*duration, {}}) : std::nullopt;
  };
  return Timing{placed(actual), placed(wanted)};
}

/// Value and target, `-` where there is none: `3 -`.
Kpi kpi(const char* name, std::optional<double> value, std::optional<double> target, Better better) {
  Kpi kpi;
  kpi.id.value = kpi.name.value = name;
  if (value) kpi.value = Number{*value, {}};
  if (target) kpi.target = Number{*target, {}};
  kpi.better = Placed<Better>{better, {}};
  return kpi;
}

}  // namespace

TEST_CASE("waits are ranked by how much longer they are than wanted") {
  Small small = small_of({"a", "b", "c", "d", "e"});
  auto& touchpoints = small.workspace.touchpoints;
  touchpoints[0].waits = timing("10 min", "8 min");
  touchpoints[1].waits = timing("1 h", "5 min");
  touchpoints[2].waits = timing("2 days");
  touchpoints[3].takes = timing("9 min", "1 min");
  std::string text;
  for (const TimeFigures& times : times_of(small.workspace)) {
    text += fmt::format("{}{}:{} ", touchpoints[times.touchpoint].id.value, times.rank.value_or(0),
                        times.waits_over ? to_string(Duration{*times.waits_over}) : "?");
  }
  CHECK(text == "b1:55 min a2:2 min d0:? c0:? ");
}

TEST_CASE("times along a journey are of what every customer meets, each touchpoint once, with how many are known") {
  Small small = small_of({"a", "b when", "c", "d back"});
  add_journey(small, "trip", "a b c | c a d");
  auto& touchpoints = small.workspace.touchpoints;
  touchpoints[0].waits = timing("10 min");
  touchpoints[0].takes = timing("1 min");
  touchpoints[1].waits = timing("5 h");
  touchpoints[2].takes = timing("2 min");
  touchpoints[3].takes = timing("9 h");
  std::string text;
  for (const PathTimes& times : times_along(small.workspace)) {
    const auto shown = [](const TimeSum& sum) { return fmt::format("{}({}/{})", sum.seconds / 60, sum.known, sum.of); };
    text += fmt::format("{} waits {} takes {}\n", times.stage ? std::to_string(*times.stage + 1) : "all", shown(times.waits),
                        shown(times.takes));
  }
  CHECK(text ==
        "1 waits 10(1/2) takes 3(2/2)\n"
        "2 waits 10(1/2) takes 3(2/2)\n"
        "all waits 10(1/2) takes 3(2/2)\n");
}

TEST_CASE("a KPI is met on the right side of its target, and unknown without a value") {
  const struct {
    Kpi kpi;
    const char* expected;
  } cases[] = {
      {kpi("k", 81, 85, Better::higher), "no 4"},   {kpi("k", 85, 85, Better::higher), "yes 0"},
      {kpi("k", 90, 85, Better::higher), "yes -5"}, {kpi("k", 7.5, 5, Better::lower), "no 2.5"},
      {kpi("k", 4, 5, Better::lower), "yes -1"},    {kpi("k", 0.1 + 0.2, 0.3, Better::lower), "yes 0"},
      {kpi("k", {}, 5, Better::lower), "? ?"},      {kpi("k", 4, {}, Better::lower), "? ?"},
  };
  for (const auto& [kpi, expected] : cases) {
    Small small = small_of({"a"});
    small.workspace.touchpoints[0].kpis = {kpi};
    const auto figures = kpis_of(small.workspace);
    REQUIRE(figures.size() == 1);
    const auto& [its, kind, of, shortfall, is_met] = figures[0];
    CHECK(fmt::format("{} {}", is_met ? *is_met ? "yes" : "no" : "?", shortfall ? fmt::format("{:.6g}", *shortfall) : "?") == expected);
    CHECK(kind == "touchpoint");
    CHECK(of == "a");
  }
}

TEST_CASE("the gate on KPIs holds, is broken, or waits for values") {
  const struct {
    std::vector<Kpi> kpis;
    const char* expected;
  } cases[] = {
      {{}, "undecided ?"},
      {{kpi("a", 1, {}, Better::lower)}, "undecided ?"},  // no target
      {{kpi("a", 1, 1, Better::lower), kpi("b", 1, 1, Better::lower)}, "holds 100"},
      {{kpi("a", 1, 1, Better::lower), kpi("b", 2, 1, Better::lower)}, "holds 50"},
      {{kpi("a", 2, 1, Better::lower), kpi("b", 2, 1, Better::lower)}, "broken 0 by a b"},
      {{kpi("a", {}, 1, Better::lower), kpi("b", 2, 1, Better::lower)}, "undecided 0 without a"},
      {{kpi("a", {}, 1, Better::lower)}, "undecided ? without a"},
      {{kpi("a", {}, 1, Better::lower), kpi("b", 1, 1, Better::lower)}, "holds 100 without a"},
  };
  for (const auto& [kpis, expected] : cases) {
    Small small = small_of({"a"});
    small.workspace.project.gates.kpis_met_at_least = Within<0, 100>{{50, {}}};
    small.workspace.project.kpis = kpis;
    const auto gates = judge_gates(small.workspace, analyse(small.workspace, small.answers));
    REQUIRE(gates.size() == 1);
    std::string text = gates[0].holds ? *gates[0].holds ? "holds" : "broken" : "undecided";
    text += gates[0].value ? fmt::format(" {}", *gates[0].value) : " ?";
    if (!gates[0].kpis_breaking.empty()) text += fmt::format(" by {}", fmt::join(gates[0].kpis_breaking, " "));
    if (!gates[0].kpis_not_judged.empty()) text += fmt::format(" without {}", fmt::join(gates[0].kpis_not_judged, " "));
    CHECK(text == expected);
  }
}

TEST_CASE("a KPI moves by the side that is better") {
  CHECK(trend_of(kpi("k", 1, 1, Better::higher), 2, 3) == Trend::better);
  CHECK(trend_of(kpi("k", 1, 1, Better::lower), 2, 3) == Trend::worse);
  CHECK(trend_of(kpi("k", 1, 1, Better::lower), 0.3, 0.1 + 0.2) == Trend::unchanged);
  Kpi undirected;
  CHECK(!trend_of(undirected, 2, 3));
}
