// KPIs and targets of outcomes, over commands.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "mot/text/utf8.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;
using nlohmann::json;

namespace {

struct Values {
  std::string on_time = "81";
  std::string queue = "value: 7,";
  std::string rolls = "3";
};

std::string workspace_of(const Values& values) {
  return fmt::format(R"(mot: 1
project:
  stale_after: 12 months
  kpis: [{{ name: Flights on time, value: {}, target: 80, better: higher, unit: '%', date: 2025-01-31 }}]
departments:
  - id: desk
    name: Desk
    touchpoints:
      - {{ id: check-in, name: Check in, kpis: [{{ name: Queue, {} target: 8, better: lower, date: 2026-06-30 }}] }}
  - {{ id: bakery, name: Bakery, touchpoints: [{{ id: rolls, name: Rolls, kpis: [{{ name: Rolls sold, value: {} }}] }}] }}
journeys:
  - {{ id: trip, name: Trip, kpis: [{{ name: Trips, value: 9, target: 8, better: higher }}], stages: [{{ name: In, touchpoints: [check-in], kpis: [{{ name: Ins, value: 2 }}] }}] }}
)",
                     values.on_time, values.queue, values.rolls);
}

/// Two states of a workspace, in folders `then` and `now`.
class States {
 public:
  States(const Values& then, const Values& now) {
    folder_.with("then/mot.yaml", workspace_of(then)).with("now/mot.yaml", workspace_of(now));
  }

  std::string place(const char* name) const { return (folder_ / name).string(); }
  Ran diff(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"diff", place("then"), place("now")};
    words.insert(words.end(), more.begin(), more.end());
    return run_mot(words);
  }
  /// `gaps --baseline` with the first state's figures.
  Ran since() const {
    const std::string baseline = (folder_ / "then.json").string();
    run_mot({"-C", place("then"), "gaps", "-o", baseline});
    return run_mot({"-C", place("now"), "gaps", "--baseline", baseline, "-o", (folder_ / "now.json").string()});
  }

 private:
  Folder folder_;
};

std::string changes_of(const Ran& ran) {
  std::string text;
  const json document = json::parse(ran.out);
  for (const json& kpi : document["kpis"]) {
    const auto word = [](const json& value) {
      return value.is_null() ? std::string("-") : value.is_string() ? value.get<std::string>() : value.dump();
    };
    text += fmt::format("{}: {} {} {} {}\n", kpi["id"].get<std::string>(), word(kpi["before"]), word(kpi["after"]), word(kpi["trend"]),
                        word(kpi["event"]));
  }
  return text;
}

}  // namespace

TEST_CASE("diff tells how KPIs moved, by the side that is better, and whose targets are met or missed anew") {
  const States states({}, {"79", "value: 5,", "4"});
  CHECK(changes_of(states.diff({"--format", "json"})) ==
        "flights-on-time: 81.0 79.0 worse newly missed\n"
        "queue: 7.0 5.0 better -\n"
        "rolls-sold: 3.0 4.0 - -\n");
  const std::string table = states.diff().out;
  CHECK(contains(table, "Flights on time"));
  CHECK(contains(table, "worse, newly missed"));
  CHECK(contains(table, "nothing is tested"));
  CHECK(changes_of(States({}, {}).diff({"--format", "json"})) == "");
  CHECK(changes_of(States({"79"}, {"81"}).diff({"--format", "json"})) == "flights-on-time: 79.0 81.0 better newly met\n");
}

TEST_CASE("a KPI that is worse and misses its target is a regression, and so is one that is lost") {
  const struct {
    Values now;
    int code;
    const char* err;
  } cases[] = {
      {{}, 0, "nothing got worse"},
      {{.on_time = "79"}, 1, "worse: KPI 'flights-on-time' misses its target at 79.00, was 81.00"},
      {{.on_time = "80.5"}, 0, "nothing got worse"},
      {{.on_time = "99"}, 0, "nothing got worse"},
      {{.queue = "value: 9,"}, 1, "worse: KPI 'queue' misses its target at 9.00, was 7.00"},
      {{.queue = ""}, 1, "worse: nobody knows any more: KPI 'queue', was 7.00"},
      {{.rolls = "1"}, 0, "nothing got worse"},  // nobody says which side is better
  };
  for (const auto& [now, code, err] : cases) {
    CAPTURE(err);
    const Ran ran = States({}, now).since();
    CAPTURE(ran.err);
    CHECK(ran.code == code);
    CHECK(contains(ran.err, err));
  }
}

TEST_CASE("KPIs stand under departments, journeys and stages, and say where their values are stale") {
  const States states({}, {});
  const auto gaps = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"-C", states.place("now"), "gaps", "--kpis", "--today", "2026-07-01"};
    words.insert(words.end(), more.begin(), more.end());
    return run_mot(words).out;
  };
  CHECK(contains(gaps({}), "2025-01-31 (stale)"));
  CHECK_FALSE(contains(gaps({}), "2026-06-30 (stale)"));
  const std::string departments = gaps({"--by", "department"});
  CHECK(contains(departments, "Desk: 1 of 1 KPI with a target meets it"));
  CHECK(contains(departments, "Bakery: no KPI has a target"));
  CHECK(contains(departments, "in none of these"));
  CHECK(contains(gaps({"--by", "journey"}), "Trip: 2 of 2 KPIs with a target meet it"));
  const json document = json::parse(gaps({"--by", "stage", "--format", "json"}));
  CHECK(document["kpis"][0]["stale"] == true);
  CHECK(document["kpis"][1]["stale"].is_null());
  const json& group = document["kpi_groups"][0];
  CHECK(group["by"] == "stage");
  CHECK(group["kpis"].size() == 2);
  CHECK(group["met"] == 1);
}

TEST_CASE("an outcome has a target, which its interval meets, misses or holds, and which counts in the gate of KPIs") {
  const auto workspace_with = [](const char* target, const char* answers) {
    auto folder = std::make_unique<Folder>();
    std::string csv = "WHO,A,ALL\n";
    for (int i = 0; i < 60; ++i) csv += fmt::format("{},5,{}\n", i, i % 2 ? "8" : answers);
    folder
        ->with("mot.yaml", fmt::format(R"(mot: 1
project: {{ gates: {{ kpis_met_at_least: 100 }} }}
touchpoints: [{{ id: a, name: A }}]
source: {{ id: s, file: s.csv, columns: {{ a: A }}, outcomes: [{{ id: overall, name: Overall, column: ALL, target: {} }}] }}
)",
                                       target))
        .with("s.csv", csv);
    return folder;
  };
  const struct {
    const char* target;
    const char* met;
    const char* gate;
    const char* words;
  } cases[] = {
      {"6", "true", "gate 'kpis_met_at_least: 100' holds", "target 6.0: met"},
      {"9", "false", "missed by 'Overall'", "target 9.0: missed"},
      {"7", "null", "not to be told: 'Overall'", "target 7.0: nobody can tell yet"},
  };
  for (const auto& [target, met, gate, words] : cases) {
    CAPTURE(target);
    const auto folder = workspace_with(target, "6");
    const std::string place = folder->path().string();
    const json outcome = json::parse(run_mot({"-C", place, "gaps", "--format", "json"}).out)["outcomes"][0];
    CHECK(outcome["met"].dump() == met);
    CHECK(outcome["target"].get<double>() == std::stod(target));
    CHECK(outcome["shortfall"].get<double>() == doctest::Approx(std::stod(target) - 7));
    const std::string table = run_mot({"-C", place, "gaps", "--kpis"}).out;
    CAPTURE(table);
    CHECK(contains(table, gate));
    CHECK(contains(table, words));
    CHECK(contains(table, "what customers answered"));
  }
}
