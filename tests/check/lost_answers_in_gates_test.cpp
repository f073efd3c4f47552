// Answers that can't be read, however few, turn no gate green: each counts there as the worst there is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/check/gate_findings.h"
#include "mot/write/explain/rule_text.h"
#include "support/checked_workspace.h"
#include "support/rows.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;
using mot::testing::rows;

namespace {

/// A survey whose answers from 1 to 5 are all of one moment, of which everything is wanted.
struct Case {
  std::string source;  ///< what the source says beside its file and scale
  std::string csv;
  std::string more = "";  ///< of the project
  std::string gates = "delivered_at_least: 93, gap_at_most: 0.7";
  std::string touchpoint = "desired: { company: 10 }";
  std::string top = "";  ///< of the file
};

Reviewed reviewed(const Case& is) {
  Folder folder;
  folder.with("m.csv", is.csv)
      .with("mot.yaml", fmt::format("{}project: {{ name: P, scale: {{ min: 0, max: 10 }}, {}gates: {{ {} }} }}\n"
                                    "touchpoints: [{{ id: a, name: A, importance: 5, {} }}]\n"
                                    "sources: [{{ id: s, file: m.csv, {} }}]\n",
                                    is.top, is.more, is.gates, is.touchpoint, is.source));
  return Reviewed(folder);
}

/// How the gates stand, in their order.
std::string verdicts(const Reviewed& of) {
  std::string all;
  for (const GateResult& gate : held_behind(of.all.findings, judge_gates(of.loaded.workspace, of.all.analysis)))
    all += std::string(all.empty() ? "" : " ") + (!gate.holds ? "undecided" : *gate.holds ? "holds" : "broken");
  return all;
}

const std::string wide = "scale: { min: 1, max: 5 }, columns: { a: q }";
const std::string labelled = "scale: { min: 1, max: 5, missing: [1 - bad] }, columns: { a: q }";

}  // namespace

TEST_CASE("a gate that is broken is not held by answers that nobody can read") {
  CHECK(verdicts(reviewed({wide, "q\n" + rows(901, "5") + rows(99, "1")})) == "broken broken");
  CHECK(verdicts(reviewed({wide, "q\n" + rows(901, "5") + rows(99, "1 - bad")})) == "undecided undecided");
  CHECK(verdicts(reviewed({wide, "q\n" + rows(997, "5") + rows(3, "1 - bad")})) == "holds holds");
  CHECK(verdicts(reviewed({"scale: { min: 1, max: 5 }, weight: w, columns: { a: q }", "w,q\n" + rows(901, "1,5") + rows(99, "0,1")})) ==
        "holds holds");  // nor are those that are said to weigh nothing
  CHECK(verdicts(reviewed({labelled, "q\n" + rows(901, "5") + rows(99, "1 - bad")})) == "holds holds");  // they are no answers
}

TEST_CASE("whatever loses answers, a gate takes them for the worst") {
  const Case cases[] = {
      {"scale: { min: 1, max: 5 }, columns: { a: q }", "q,c\n" + rows(901, "5,x") + rows(99, "1,x,y")},            // ragged rows
      {"scale: { min: 1, max: 5 }, weight: w, columns: { a: q }", "w,q\n" + rows(901, "1,5") + rows(99, "-1,1")},  // weights that are none
      {"scale: { min: 1, max: 5 }, weight: w, columns: { a: q }", "w,q\n" + rows(901, "1,5") + rows(99, ",1")},
      {"scale: { min: 1, max: 5 }, weight: w, columns: { a: q }", "w,q\n" + rows(970, "1,5") + rows(30, "9,bad")},
      {"scale: { min: 1, max: 5 }, where: { k: z }, columns: { a: q }", "k,q\n" + rows(901, "z,5") + rows(99, "Z,1")},
      {"scale: { min: 1, max: 5 }, date: { column: d }, columns: { a: q }", "d,q\n" + rows(901, "2026-05-01,5") + rows(99, "1.5.26,1"),
       "period: { from: 2026-01-01 }, "},
      {"scale: { min: 1, max: 5 }, skip: 100, columns: { a: q }", "q\n" + rows(99, "1") + "q\n" + rows(901, "5")},
      {"scale: { min: 1, max: 5 }, columns: { a: { actual: [p, q] } }", "p,q\n" + rows(901, "5,5") + rows(99, "bad,bad")},
      {"scale: { min: 1, max: 5 }, long: { touchpoint: t, score: q }", "t,q\n" + rows(901, "a,5") + rows(99, "a,bad")},
      {"scale: { min: 1, max: 5 }, long: { touchpoint: t, score: q }", "t,q\n" + rows(901, "a,5") + rows(99, "aa,1")},
      {"scale: { min: 1, max: 5 }, summary: { touchpoint: t, n: n, mean: q, sd: s }", "t,n,q,s\na,901,5,0\na,99,bad,0\n"},
      {"scale: { min: 1, max: 5 }, summary: { touchpoint: t, n: n, mean: q, sd: s }", "t,n,q,s\na,901,5,0\na,99,1\n"},
      {"scale: { min: 1, max: 5 }, columns: { a: { actual: q, desired: w } }", "q,w\n" + rows(901, "3,3") + rows(99, "3,much"), "",
       "delivered_at_least: 93, gap_at_most: 0.1", "tags: [x]"},
  };
  for (const Case& is : cases) {
    CAPTURE(is.source);
    CAPTURE(is.csv.substr(is.csv.size() - 30));
    const Reviewed of = reviewed(is);
    const std::string stand = verdicts(of);
    CHECK(stand == "undecided undecided");
    CHECK(of.all.findings.count(Severity::error) == 0);  // a warning, and no more
  }
}

TEST_CASE("a stated score gives way to lost answers as it does to those that were read") {
  const Case stated = {"scale: { min: 1, max: 5 }, long: { touchpoint: t, score: q }", "t,q\n" + rows(900, "b,5") + rows(40, "aa,1"), "",
                       "gap_at_most: 2",
                       "desired: { company: 10 }, actual: 9 }, { id: b, name: B, importance: 5, desired: { company: 10 }"};
  CHECK(verdicts(reviewed(stated)) == "undecided");
  Case told = stated;
  told.csv = "t,q\n" + rows(900, "b,5") + rows(40, "c,1");
  told.source = "scale: { min: 1, max: 5 }, long: { touchpoint: { column: t, values: { c: none } }, score: q }";
  CHECK(verdicts(reviewed(told)) == "holds");
}

TEST_CASE("lost answers about the whole decide no gate either") {
  const auto of = [](std::string_view kind, std::string_view lost, double target) {
    return reviewed({fmt::format("scale: {{ min: 1, max: 5 }}, columns: {{ a: q }}, "
                                 "outcomes: [{{ id: o, name: Whole, kind: {}, column: r, target: {} }}]",
                                 kind, target),
                     "q,r\n" + rows(901, "5,5") + rows(99, lost), "", "kpis_met_at_least: 100"});
  };
  CHECK(verdicts(of("score", "5,1", 9.5)) == "broken");
  CHECK(verdicts(of("score", "5,bad", 9.5)) == "undecided");
  CHECK(verdicts(of("score", "5,", 9.5)) == "holds");
}

TEST_CASE("to silence what was lost changes no gate, and what it says is not to silence it") {
  const std::string csv = "q\n" + rows(901, "5") + rows(99, "1 - bad");
  Case silenced{wide, csv};
  silenced.top = "rules: { off-scale-answers: ignore, ragged-rows: ignore }\n";
  CHECK(verdicts(reviewed(silenced)) == "undecided undecided");
  for (const char* rule : {"off-scale-answers", "ragged-rows"}) {
    CHECK(rule_text(RuleId::named(rule)->rule()).find("ignore") == std::string::npos);
    CHECK(rule_text(RuleId::named(rule)->rule()).find("turns no gate green") != std::string::npos);
  }
}

TEST_CASE("a gate that lost answers keep from holding says where, and how bad it may be") {
  const Reviewed of = reviewed({wide, "q\n" + rows(901, "5") + rows(99, "1 - bad")});
  std::vector<std::string> said;
  for (const GateResult& gate : judge_gates(of.loaded.workspace, of.all.analysis)) said.push_back(gate_text(gate, of.loaded.workspace));
  REQUIRE(said.size() == 2);
  for (const std::string& line : said) {
    CAPTURE(line);
    CHECK(line.find("cannot be decided") != std::string::npos);
    CHECK(line.find("answers that could not be used might break it: a") != std::string::npos);
  }
  CHECK(said[0].find("100.0, from 8") != std::string::npos);
}

TEST_CASE("what a gate leaves out for an unknown spread is named") {
  const Reviewed of =
      reviewed({"scale: { min: 1, max: 5 }, summary: { touchpoint: t, mean: q }", "t,q\na,5\n", "", "delivered_at_least: 93"});
  const auto gates = judge_gates(of.loaded.workspace, of.all.analysis);
  REQUIRE(gates.size() == 1);
  CHECK_FALSE(gates[0].holds);
  CHECK(gate_text(gates[0], of.loaded.workspace).find("how answers spread is not known: a") != std::string::npos);
}

TEST_CASE("a gate tells moments that nobody scored from those that too few did, on the page by their names") {
  const auto told = [](std::string_view language, GateReader reader) {
    Case asked{"scale: { min: 1, max: 5 }, columns: { a: q, b: r }", "q,r\n" + rows(4, "5,5") + rows(20, ",5")};
    asked.gates = "gap_at_most: 1, known_at_least: 60";
    asked.more = fmt::format("language: {}, ", language);
    asked.touchpoint =
        "desired: 10 }, { id: b, name: Best of all, desired: 10 }, { id: c, name: Counter, desired: 10 }, { id: d, name: Desk, actual: 5";
    const Reviewed of = reviewed(asked);
    const Wording wording(of.loaded.workspace.project);
    std::string all;
    for (const GateResult& gate : judge_gates(of.loaded.workspace, of.all.analysis))
      all += gate_text(gate, of.loaded.workspace, wording, reader) + "\n";
    return all;
  };
  CHECK(told("en", GateReader::of_files) ==
        "gate 'gap_at_most: 1' cannot be decided: 0.0, surely over −0.4, at b; nobody gave a score: c; nobody said what is wanted: d; "
        "too few answers: a (4 of at least 10)\n"
        "gate 'known_at_least: 60' is broken: 50.0; nobody gave a score: c; nobody said what is wanted: d\n");
  CHECK(told("en", GateReader::of_the_page) ==
        "No moment may fall short by more than 1 point. This cannot be decided: 0.0 points, surely over −0.4, at Best of all; nobody gave "
        "a score: Counter; "
        "nobody said what is wanted: Desk; too few answers: A (4 of at least 10)\n"
        "It must be known of at least 60 % of the moments what is wanted and what is lived. This does not hold: 50.0 %; "
        "nobody gave a score: Counter; nobody said what is wanted: Desk\n");
  for (const std::string_view language : {"de", "es", "fr", "pt"}) {
    const std::string text = told(language, GateReader::of_the_page);
    CAPTURE(text);
    CHECK(text.find("_at_") == std::string::npos);
    CHECK(text.find("Counter") != std::string::npos);
    CHECK(text.find("This") == std::string::npos);
    CHECK(text.find("nobody") == std::string::npos);
  }
}
