// The commands that show figures other than the ranking: coverage, data, plan, diff; and the schema.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/program.h"

using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::run_mot;
using mot::testing::text_of;
using nlohmann::json;

namespace {

const std::string skyline = MOT_SOURCE_DIR "/examples/skyline-air";
const std::string bakery = MOT_SOURCE_DIR "/examples/corner-bakery.yaml";

json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const auto ran = run_mot(arguments);
  CAPTURE(ran.err);
  REQUIRE(ran.code == 0);
  return json::parse(ran.out);
}

}  // namespace

TEST_CASE("coverage names every facet that is asked and missing, and every hole") {
  const json coverage = json_of({"coverage", bakery});
  CHECK(coverage["format_version"] == 1);
  CHECK(coverage["touchpoints"].size() == 8);
  std::size_t missing = 0;
  for (const json& touchpoint : coverage["touchpoints"]) missing += touchpoint["missing"].size();
  CHECK(missing > 0);
  bool is_cake_named = false;
  for (const json& hole : coverage["holes"]) is_cake_named |= hole["id"] == "birthday-cake" && hole["kind"] == "missing-actual";
  CHECK(is_cake_named);
  CHECK(contains(run_mot({"coverage", bakery}).out, "Holes"));
}

TEST_CASE("list names what a workspace holds, with its place, past mistakes elsewhere in it") {
  const json all = json_of({"list", skyline});
  CHECK(all["format_version"] == 1);
  CHECK(all["touchpoints"].size() == 34);
  CHECK(all["journeys"].size() == 3);
  for (const char* kind : {"touchpoints", "journeys", "stages", "departments", "personas", "channels", "actions", "sources"}) {
    CAPTURE(kind);
    CHECK(all[kind].size() > 0);
  }
  CHECK(json_of({"list", "journeys", skyline}).size() == 2);
  const auto some = run_mot({"list", "departments", "journeys", skyline, "--format", "csv"});
  CHECK(some.out.starts_with("kind,id,name,place\n"));
  CHECK(contains(some.out, "\njourney,same-day-trip,A same-day business trip," + skyline + "/journeys/same-day-trip.yaml:3\n"));
  CHECK_FALSE(contains(some.out, "\ntouchpoint,"));

  Folder folder;
  folder.with("mot.yaml", "project: { name: A, scale: { min: 0, max: 10 } }\npersonas: [{ id: ines, name: Ines }]\nchannel: 3\n");
  const auto ran = run_mot({"list", (folder / "mot.yaml").string()});
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "ines"));
  CHECK(contains(ran.err, "'mot validate' names them"));
}

TEST_CASE("data tells what became of every column") {
  const json data = json_of({"data", skyline});
  REQUIRE(data["sources"].size() == 6);
  CHECK(data["sources"][0]["rows"] == 600);
  for (const json& column : data["sources"][0]["columns"]) {
    if (column["column"] != "Q3PAPER") continue;
    CHECK(column["used"] == 6);
    CHECK(column["missing"].get<int>() + column["blank"].get<int>() == 594);
  }
}

TEST_CASE("the plan ranks actions and says what they deliver") {
  const json plan = json_of({"plan", skyline});
  CHECK(plan["actions"][0]["rank"] == 1);
  CHECK(plan["actions"][0]["value_for_effort"] >= plan["actions"][1]["value_for_effort"]);
  CHECK(plan["delivered_after"] > plan["delivered_now"]);
}

TEST_CASE("diff tells when a gate is loosened, a rule is switched off, or answers are counted otherwise") {
  Folder folder;
  const std::string head = "project: { name: A, scale: { min: 0, max: 10 }, gates: { coverage_at_least: ";
  folder.with("a.csv", "q\n1\n2\n3\n")
      .with("old.yaml", head + "60 } }\nsource: { id: s, file: a.csv, scale: { min: 1, max: 5, missing: [9] } }\n")
      .with("new.yaml", head +
                            "1, gap_at_most: 9 } }\nrules: { no-recovery: off, sense: info }\n"
                            "source: { id: s, file: a.csv, scale: { min: 1, max: 5, missing: [9, 1] } }\n");
  const auto ran = run_mot({"diff", (folder / "old.yaml").string(), (folder / "new.yaml").string(), "--exit-code", "--format", "csv"});
  CHECK(ran.code == 1);
  const json diff = json_of({"diff", (folder / "old.yaml").string(), (folder / "new.yaml").string()});
  std::string told;
  for (const json& change : diff["surroundings"])
    told += change["kind"].get<std::string>() + " " + change["id"].get<std::string>() + " " + change["field"].get<std::string>() + ": " +
            change["before"].dump() + " " + change["after"].dump() + "\n";
  CHECK(told ==
        "project project gates.coverage_at_least: 60.0 1.0\n"
        "project project gates.gap_at_most: null 9.0\n"
        "source s scale.missing: \"9\" \"9; 1\"\n"
        "rule sense severity: null \"info\"\n"
        "rule no-recovery severity: null \"ignore\"\n");
}

TEST_CASE("diff tells of a suppression that came, went or says something else, not of one that was moved") {
  Folder folder;
  const std::string kept = "# mot: ignore no-owner because Rosa decides\n", one = "touchpoint: { id: a, name: A }\n";
  folder.with("old.yaml", kept + one + "# mot: ignore no-owner until 2027-01-31 because Paul\nchannels: [till]\n")
      .with("new.yaml", one + kept + "channels: [till] # mot: ignore missing-actual because we are tired\n");
  const auto changed = run_mot({"diff", (folder / "old.yaml").string(), (folder / "new.yaml").string(), "--exit-code"});
  CHECK(changed.code == 1);
  const json diff = json_of({"diff", (folder / "old.yaml").string(), (folder / "new.yaml").string()});
  std::string told;
  for (const json& change : diff["surroundings"])
    told += change["kind"].get<std::string>() + " " + change["what"].get<std::string>() + ": " + change["id"].get<std::string>() + "\n";
  CHECK(told ==
        "suppression added: ignore missing-actual because we are tired\n"
        "suppression removed: ignore no-owner until 2027-01-31 because Paul\n");
  CHECK(json_of({"diff", (folder / "old.yaml").string(), (folder / "old.yaml").string()})["surroundings"].empty());
}

TEST_CASE("diff tells what changed between two files, and asks for two") {
  Folder folder;
  folder.with("old.yaml", "touchpoints: [{id: a, name: A, importance: 3, desired: 9, actual: 4}, {id: b, name: B}]\n")
      .with("new.yaml", "touchpoints: [{id: a, name: A, importance: 5, desired: 9, actual: 6}, {id: c, name: C}]\n");
  const json diff = json_of({"diff", (folder / "old.yaml").string(), (folder / "new.yaml").string()});
  CHECK(diff["added"] == json{"c"});
  CHECK(diff["removed"] == json{"b"});
  CHECK(diff["scores"][0]["change"] == 2);
  bool is_importance_named = false;
  for (const json& change : diff["changed"]) is_importance_named |= change["field"] == "importance" && change["after"] == 5;
  CHECK(is_importance_named);
  const auto alone = run_mot({"diff", bakery});
  CHECK(alone.code == 2);
  CHECK(contains(alone.err, "'diff' compares two states"));
}

TEST_CASE("check holds the gates beside the findings") {
  const std::string moments =
      "touchpoints: [{ id: pay, name: Pay, importance: 4, moment_of_truth: true, desired: 9, actual: 4 }, { id: wait, name: Wait }]\n";
  Folder folder;
  folder.with("held.yaml", "project: { gates: { gap_at_most: 6, delivered_at_least: 40, undecided: allow } }\n" + moments)
      .with("broken.yaml", "project: { gates: { moment_of_truth_gap_at_most: 2 } }\n" + moments)
      .with("faulty.yaml", "project: { gates: { gap_at_most: high } }\n" + moments);
  const auto held = run_mot({"check", (folder / "held.yaml").string()});
  CHECK(held.code == 0);
  CHECK(contains(held.out,
                 ":1:34: info: gate 'gap_at_most: 6' cannot be decided: 5.0 at pay; nobody gave a score: wait; it passes, for the project "
                 "allows that [gate-undecided]\n"));
  const auto broken = run_mot({"check", (folder / "broken.yaml").string(), "-q"});
  CHECK(broken.code == 1);
  CHECK(broken.err == "");
  CHECK(contains(broken.out, ":1:50: error: gate 'moment_of_truth_gap_at_most: 2' is broken: 5.0 at pay [gate-broken]\n"));
  const auto faulty = run_mot({"check", (folder / "faulty.yaml").string()});
  CHECK(faulty.code == 1);
}

TEST_CASE("a gate names the touchpoint whose figure it tells, and the others that are over the limit") {
  const auto gate_of = [](const char* limit) {
    Folder folder;
    folder.with("a.yaml", fmt::format("project: {{ gates: {{ gap_at_most: {} }} }}\ntouchpoints:\n"
                                      "- {{ id: pay, name: Pay, importance: 5, desired: 9, actual: 5 }}\n"
                                      "- {{ id: wait, name: Wait, importance: 1, desired: 9, actual: 2 }}\n"
                                      "- {{ id: leave, name: Leave, importance: 2, desired: 9, actual: 8 }}\n",
                                      limit));
    return run_mot({"check", (folder / "a.yaml").string()}).out;
  };
  CHECK(contains(gate_of("2"), "is broken: 7.0 at wait; over the limit too: pay [gate-broken]"));
  CHECK(contains(gate_of("5"), "is broken: 7.0 at wait [gate-broken]"));
}

TEST_CASE("a gate that does not hold stands in every format") {
  Folder folder;
  folder.with(
      "a.yaml",
      "project: { gates: { gap_at_most: 2, known_at_least: 90, delivered_at_least: 40 } }\n"
      "touchpoints: [{ id: pay, name: Pay, importance: 4, desired: 9, actual: 4 }, { id: wait, name: Wait, importance: 4, desired: 9 }]\n");
  const std::string file = (folder / "a.yaml").string();
  for (const char* format : {"text", "json", "sarif", "github", "gitlab", "junit"}) {
    CAPTURE(format);
    const auto ran = run_mot({"check", file, "--format", format});
    CHECK(ran.code == 1);
    for (const char* gate :
         {"gate 'gap_at_most: 2' is broken: 5.0 at pay", "gate 'known_at_least: 90' is broken: 50.0; nobody gave a score: wait",
          "gate 'delivered_at_least: 40' cannot be decided: 44.4, from 22.2 to 72.2 with what is not known at worst and at best"}) {
      std::string escaped = gate;
      if (std::string(format) == "junit")
        for (auto at = escaped.find('\''); at != std::string::npos; at = escaped.find('\'')) escaped.replace(at, 1, "&#39;");
      CAPTURE(gate);
      CHECK((contains(ran.out, gate) || contains(ran.out, escaped)));
    }
    CHECK(run_mot({"check", file, "--format", format, "--fail-on", "never"}).code == 0);
  }
  const json document = json::parse(run_mot({"check", file, "--format", "json"}).out);
  const json& gates = document["gates"];
  REQUIRE(gates.size() == 3);
  CHECK(gates[0]["holds"].is_null());
  CHECK(gates[1]["holds"] == false);
  CHECK(gates[1]["breaking"] == json{"pay"});
}

/// A workspace whose gates hold as soon as half the answers of `desk` are lost.
void write_half_lost(Folder& folder, const std::string& gates) {
  std::string cells = "q\n";
  for (int i = 0; i < 20; ++i) cells += "2 - bad\n9\n";
  folder.with("m.csv", cells)
      .with("mot.yaml", "project: { gates: { " + gates +
                            " } }\n"
                            "touchpoints: [{ id: desk, name: Desk, importance: 5, desired: 9, moment_of_truth: true }]\n"
                            "sources: [{ id: s, file: m.csv, columns: { desk: q } }]\n");
}

TEST_CASE("behind an error that takes figures away no gate is judged, in any format") {
  Folder folder;
  write_half_lost(folder, "coverage_at_least: 10, delivered_at_least: 70, gap_at_most: 2, known_at_least: 100");
  const std::string root = folder.path().string();
  for (const char* format : {"text", "json", "sarif", "github", "gitlab", "junit"}) {
    CAPTURE(format);
    const auto ran = run_mot({"-C", root, "check", "--format", format});
    CHECK(ran.code == 1);
    CHECK(contains(ran.out + ran.err, "are not judged: errors take figures away"));
    CHECK_FALSE(contains(ran.out + ran.err, "holds:"));
  }
  const json gates = json::parse(run_mot({"-C", root, "check", "--format", "json"}).out)["gates"];
  REQUIRE(gates.size() == 4);
  for (const json& gate : gates) {
    CHECK(gate["holds"].is_null());
    CHECK(gate["value"].is_null());
    CHECK(gate["judged"] == false);
  }
  CHECK(contains(run_mot({"-C", root, "check", "--format", "junit"}).out,
                 "<testcase classname=\"gates\" name=\"delivered_at_least: 70\">\n      <skipped message="));
}

TEST_CASE("lost answers that a baseline knows still judge no gate") {
  Folder folder;
  write_half_lost(folder, "delivered_at_least: 70");
  const std::string root = folder.path().string(), known = (folder / "known.json").string();
  run_mot({"-C", root, "check", "--write-baseline", known});
  const auto ran = run_mot({"-C", root, "check", "--baseline", known});
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "gate 'delivered_at_least: 70' is not judged"));
  write_half_lost(folder, "delivered_at_least: 70, undecided: allow");
  CHECK(run_mot({"-C", root, "check", "--baseline", known}).code == 0);
}

TEST_CASE("figures of lost answers say so, hold no gate, and tell nobody that nothing got worse") {
  Folder folder;
  write_half_lost(folder, "delivered_at_least: 70");
  const std::string root = folder.path().string(), known = (folder / "known.json").string();
  const auto gaps = run_mot({"-C", root, "gaps"});
  CHECK(gaps.code == 0);
  CHECK(contains(gaps.out, "gate 'delivered_at_least: 70' is not judged"));
  for (const char* command : {"gaps", "coverage", "plan", "data", "map"}) {
    CAPTURE(command);
    CHECK(contains(run_mot({"-C", root, command, "-o", (folder / "x").string() + (command == std::string("map") ? ".svg" : ".json")}).err,
                   "20 of 40 cells of column 'q'"));
  }
  run_mot({"-C", root, "gaps", "-o", known});
  const auto compared = run_mot({"-C", root, "gaps", "--baseline", known});
  CHECK(compared.code == 1);
  CHECK(contains(compared.err, "nobody can tell whether anything got worse"));
}

TEST_CASE("a workspace without moments decides no gate") {
  Folder folder;
  folder.with("a.yaml",
              "project: { gates: { gap_at_most: 2, known_at_least: 90, delivered_at_least: 40, coverage_at_least: 10, "
              "below_adequate_at_most: 0, moment_of_truth_gap_at_most: 1 } }\n");
  const auto ran = run_mot({"check", (folder / "a.yaml").string()});
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "6 errors"));
}

TEST_CASE("findings are chosen by rule and by tier, and what takes figures away can't be left out") {
  Folder folder;
  folder.with("a.yaml", "touchpoint: { id: pay, name: Pay, importance: 9 }\naction: { id: x, name: X, due: 2020-01-01 }\n");
  const std::string file = (folder / "a.yaml").string();
  CHECK(contains(run_mot({"validate", file, "--select", "service"}).out, "1 error, 1 warning in"));
  CHECK(contains(run_mot({"validate", file, "--select", "overdue-action"}).out, "[overdue-action]"));
  CHECK_FALSE(contains(run_mot({"validate", file, "--ignore", "service"}).out, "[overdue-action]"));
  CHECK(run_mot({"validate", file, "--fail-on", "never"}).code == 0);
  for (const char* locked : {"shape", "links", "bad-value", "gate-broken"}) {
    CAPTURE(locked);
    const auto refused = run_mot({"validate", file, "--ignore", locked});
    CHECK(refused.code == 2);
    CHECK(contains(refused.err, "can't be ignored"));
  }
}

TEST_CASE("a gate of a number of touchpoints says a whole number") {
  Folder folder;
  folder.with("a.yaml",
              "project: { gates: { below_adequate_at_most: 0 } }\n"
              "touchpoint: { id: pay, name: Pay, desired: { customer: { score: 9, adequate: 6 } }, actual: 4 }\n");
  CHECK(contains(run_mot({"check", (folder / "a.yaml").string()}).out, "gate 'below_adequate_at_most: 0' is broken: 1 at pay"));
}

TEST_CASE("a gate that was broken before passes until it gets worse") {
  Folder folder;
  const std::string file = (folder / "a.yaml").string(), known = (folder / "known.json").string();
  const auto lived = [&](const char* score) {
    folder.with("a.yaml", std::string("project: { gates: { gap_at_most: 2 } }\ntouchpoint: { id: pay, name: Pay, desired: 9, actual: ") +
                              score + " }\n");
  };
  lived("4");
  CHECK(run_mot({"check", file, "--write-baseline", known}).code == 1);
  const auto same = run_mot({"check", file, "--baseline", known});
  CHECK(same.code == 0);
  CHECK(contains(same.err, "gate 'gap_at_most: 2' is broken: 5.0 at pay; the baseline knows it\n"));
  lived("5");
  CHECK(run_mot({"check", file, "--baseline", known}).code == 0);
  lived("3.5");
  CHECK(run_mot({"check", file, "--baseline", known, "-q"}).code == 1);
  CHECK(run_mot({"validate", file, "--write-baseline", known}).code == 0);  // validate knows no gates
  CHECK(run_mot({"check", file, "--baseline", known}).code == 1);
  for (const char* gates : {"7", "[7]", "[{}]", "[{\"name\": \"gap_at_most\"}]", "[{\"name\": \"gap_at_most\", \"value\": \"5\"}]"}) {
    CAPTURE(gates);
    folder.with("known.json", std::string("{\"format_version\": 1, \"findings\": [], \"gates\": ") + gates + "}");
    const auto refused = run_mot({"check", file, "--baseline", known});
    CHECK(refused.code == 2);
    CHECK(contains(refused.err, "'gates'"));
  }
}

TEST_CASE("what is not found any more is called mended only where it would have been seen") {
  Folder folder;
  const std::string file = (folder / "a.yaml").string(), known = (folder / "known.json").string();
  folder.with("a.yaml", "touchpoints: [{ id: pay, name: Pay }]\n");
  CHECK(run_mot({"validate", file, "--write-baseline", known}).code == 0);
  const struct {
    const char* text;
    std::vector<std::string> options;
    const char* said;
  } cases[] = {
      {"touchpoints: [{ id: pay, name: Pay, importance: 3 }]\n", {}, "1 is mended and can be pruned"},
      {"touchpoints: [{ id: pay, name: Pay, importance: 3 }]\n", {"--select", "missing-actual"}, "may be mended or only out of sight"},
      {"touchpoints: [{ id: pay, name: Pay, importance: high }]\n", {}, "may be mended or only out of sight"},
      {"touchpoints: [{ id: pay\n", {}, "may be mended or only out of sight"},
  };
  for (const auto& [text, options, said] : cases) {
    CAPTURE(text);
    folder.with("a.yaml", text);
    std::vector<std::string> arguments = {"validate", file, "--baseline", known};
    arguments.insert(arguments.end(), options.begin(), options.end());
    CHECK(contains(run_mot(arguments).err, said));
  }
}

TEST_CASE("a baseline lets pass what is known, and only that") {
  Folder folder;
  folder.with("a.yaml", "touchpoints: [{ id: pay, name: Pay }]\n");
  const std::string file = (folder / "a.yaml").string(), known = (folder / "known.json").string();
  CHECK(run_mot({"validate", file, "--fail-on", "warning"}).code == 1);
  CHECK(run_mot({"validate", file, "--write-baseline", known}).code == 0);
  CHECK(run_mot({"validate", file, "--baseline", known, "--fail-on", "warning"}).code == 0);
  folder.with("a.yaml", "touchpoints: [{ id: pay, name: Pay }, { id: wait, name: Wait, importance: 2 }]\n");
  const auto grown = run_mot({"validate", file, "--baseline", known, "--fail-on", "warning"});
  CHECK(grown.code == 1);
  CHECK(contains(grown.out, "'wait'"));
  CHECK_FALSE(contains(grown.out, "'pay'"));
  folder.with("a.yaml", "touchpoints: [{ id: pay, name: Pay, importance: 2 }]\n");
  CHECK(contains(run_mot({"validate", file, "--baseline", known}).err, "mended and can be pruned"));
  folder.with("known.json", "{]");
  CHECK(run_mot({"check", file, "--baseline", known}).code == 2);
}

TEST_CASE("the schema is printed as it stands in the repository") {
  CHECK(run_mot({"schema"}).out == text_of(MOT_SOURCE_DIR "/schemas/mot.schema.json"));
}

TEST_CASE("tables are written to files in the format of their extension") {
  const Folder folder;
  const auto ran = run_mot({"coverage", bakery, "-o", (folder / "c.csv").string(), "-o", (folder / "c.md").string()});
  CHECK(ran.code == 0);
  CHECK(contains(text_of(folder / "c.csv"), "birthday-cake"));
  CHECK(contains(text_of(folder / "c.md"), "| "));
}
