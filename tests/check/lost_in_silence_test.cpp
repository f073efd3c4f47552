// Ways to lose answers and limits by a slip, each of which is told.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "mot/analysis/gates.h"
#include "mot/check/gate_findings.h"
#include "support/checked_workspace.h"
#include "support/program.h"
#include "support/rows.h"
#include "support/workbooks.h"

using namespace mot;
using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::Reviewed;
using mot::testing::rows;

namespace {

/// A survey of one question about one moment, with more to say of the source.
Reviewed survey(const std::string& cells, const std::string& source = "", const std::string& project = "gates: { gap_at_most: 2 }") {
  Folder folder;
  folder.with("m.csv", cells)
      .with("mot.yaml", fmt::format("project: {{ {} }}\ntouchpoints: [{{ id: a, name: A, importance: 5, desired: 8 }}]\n"
                                    "sources: [{{ id: s, file: m.csv, {}columns: {{ a: q }} }}]\n",
                                    project, source));
  return Reviewed(folder);
}

bool does_a_gate_hold(const Reviewed& reviewed) {
  const auto gates = held_behind(reviewed.all.findings, judge_gates(reviewed.loaded.workspace, reviewed.all.analysis));
  REQUIRE(gates.size() == 1);
  return gates[0].holds == true;
}

/// The rules that say what is lost.
std::string losses(const Reviewed& reviewed) {
  std::string ids;
  for (const Finding& finding : reviewed.all.findings) {
    const std::string_view id = finding.rule.id();
    const bool is_loss = id == "answers-lost" || id == "off-scale-answers" || id == "ragged-rows" || finding.rule.rule().is_about_files();
    if (is_loss) ids.append(ids.empty() ? "" : " ").append(id);
  }
  return ids;
}

}  // namespace

TEST_CASE("no gate holds by a score of our own that lies above all that the few who answered can mean") {
  const auto gate_of = [](const char* gate, int actual) {
    Folder folder;
    folder.with("m.csv", "q\n" + rows(9, "1"))
        .with("mot.yaml",
              fmt::format("project: {{ name: P, scale: {{ min: 0, max: 10 }}, gates: {{ {} }} }}\n"
                          "touchpoint: {{ id: a, name: A, importance: 5, desired: {{ company: 8, customer: {{ score: 8, adequate: 6 }} }}, "
                          "actual: {} }}\nsource: {{ id: s, file: m.csv, scale: {{ min: 1, max: 5 }}, columns: {{ a: q }} }}\n",
                          gate, actual));
    const Reviewed reviewed(folder);
    const auto gates = judge_gates(reviewed.loaded.workspace, reviewed.all.analysis);
    REQUIRE(gates.size() == 1);
    return !gates[0].holds ? "undecided" : *gates[0].holds ? "holds" : "broken";
  };
  for (const char* gate : {"gap_at_most: 3", "delivered_at_least: 70", "below_adequate_at_most: 0"}) {
    CAPTURE(gate);
    CHECK(gate_of(gate, 9) == std::string("undecided"));
    CHECK(gate_of(gate, 1) == std::string("broken"));
  }
}

TEST_CASE("a quotation mark does not swallow rows in silence") {
  for (const std::string& swallowed : {"31,\"9\n" + rows(30, "32,1") + "\"\n", "\"\n" + rows(30, "32,1") + "\"\n"}) {
    const Reviewed reviewed = survey("id,q\n" + rows(30, "1,9") + swallowed);
    CHECK(losses(reviewed) == "unreadable-evidence");
    CHECK_FALSE(does_a_gate_hold(reviewed));
  }
  CHECK(losses(survey("id,why,q\n1,\"Dear all,\nthank you, really,\nit was fine.\n\nBye, Ines\",9\n2,,8\n")) == "");
}

TEST_CASE("blanks that nobody sees are no answer, and hide none") {
  const Reviewed reviewed = survey("id,q\n1,9\n2,\u00A0\n3,\u200B8\n4,7\u00A0\n");
  CHECK(losses(reviewed) == "");
  CHECK(reviewed.all.answers.touchpoints[0].actual.n == 3);
}

TEST_CASE("a date to come does not push the answers of today out of the period") {
  const std::string period = "period: { last: 12 months }, gates: { gap_at_most: 2 }";
  const std::string today = "d,q\n" + rows(30, "2026-05-01,1");
  CHECK(losses(survey(today, "date: { column: d }, ", period)) == "");
  CHECK(losses(survey(today + "2024-01-01,9\n", "date: { column: d }, ", period)) == "");
  const Reviewed slipped = survey(today + rows(30, "2062-05-01,9"), "date: { column: d }, ", period);
  CHECK(losses(slipped) == "answers-lost");
  CHECK_FALSE(does_a_gate_hold(slipped));
}

TEST_CASE("rows without a weight are told where they are many") {
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(10, ",1"), "weight: w, ")) == "off-scale-answers");
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(10, "0,1"), "weight: w, ")) == "");
  CHECK(losses(survey("w,q\n" + rows(20, "1,9") + ",1\n", "weight: w, ")) == "");
}

TEST_CASE("where most of those who answered have no weight, what is left tells of nobody") {
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(11, "0,1"), "weight: w, ")) == "answers-lost");
  CHECK_FALSE(does_a_gate_hold(survey("w,q\n" + rows(10, "1,9") + rows(11, "0,1"), "weight: w, ")));
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(6, "0,1") + rows(5, ",1"), "weight: w, ")) == "answers-lost off-scale-answers");
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(11, "-1,1"), "weight: w, ")) == "answers-lost");
  CHECK(losses(survey("w,q\n" + rows(40, "1,9") + rows(60, "0.001,1"), "weight: w, ")) == "answers-lost");
  CHECK(losses(survey("w,q\n" + rows(40, "1,9") + rows(60, "1e-9,1"), "weight: w, ")) == "answers-lost");
  CHECK(losses(survey("w,q\n" + rows(40, "1,9") + rows(60, "0.1,1"), "weight: w, ")) == "");
  CHECK(losses(survey("w,q\n" + rows(60, "1,9") + rows(40, "0.001,1"), "weight: w, ")) == "");
  CHECK(losses(survey("w,q\n" + rows(10, "1,9") + rows(11, "0,"), "weight: w, ")) == "");  // weightless are those who were not asked
}

TEST_CASE("a conflict that git left in a file is no row of it") {
  const std::string ours = rows(20, "1,9"), theirs = rows(20, "1,2");
  CHECK(losses(survey("id,q\n<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n")) == "unreadable-evidence");
}

TEST_CASE("rows of answers that skip and header pass over are told, titles and codes are not") {
  const std::string header = "id,q\n", title = "Our survey\n", codes = "1,5\n";
  CHECK(losses(survey(header + rows(30, "1,1") + header + rows(30, "2,9"), "skip: 31, ")) == "answers-lost");
  CHECK_FALSE(does_a_gate_hold(survey(header + rows(30, "1,1") + header + rows(30, "2,9"), "skip: 31, ")));
  CHECK(losses(survey(header + rows(30, "1,1") + header + rows(30, "2,9"), "header: 32, ")) == "answers-lost");
  CHECK(losses(survey(header + rows(2, "1,1") + header + rows(60, "2,9"), "header: 4, ")) == "off-scale-answers");
  CHECK(losses(survey(title + "\n" + header + rows(30, "2,9"), "skip: 2, ")) == "");
  CHECK(losses(survey(title + header + rows(30, "2,9"), "header: 2, ")) == "");
  CHECK(losses(survey(codes + header + rows(30, "2,9"), "header: 2, ")) == "");
}

TEST_CASE("the same of a workbook") {
  const auto said_of = [](const std::string& form) {
    Folder folder;
    std::vector<std::vector<std::string>> cells = {{"id", "q"}};
    for (int i = 0; i < 30; ++i) cells.push_back({"1", "1"});
    cells.push_back({"id", "q"});
    for (int i = 0; i < 30; ++i) cells.push_back({"2", "9"});
    folder.with("m.xlsx", mot::testing::xlsx_of(cells))
        .with("mot.yaml", "touchpoints: [{ id: a, name: A, importance: 5, desired: 8 }]\nsources: [{ id: s, file: m.xlsx, " + form +
                              "columns: { a: q } }]\n");
    return losses(Reviewed(folder));
  };
  CHECK(said_of("skip: 31, ") == "answers-lost");
  CHECK(said_of("header: 32, ") == "answers-lost");
  CHECK(said_of("skip: 60, ") != "");
}

TEST_CASE("items that do not go together, and one that is asked the other way round, are named") {
  const auto said_of = [](int respondents, const auto& row) {
    std::string cells = "q1,q2,q3\n";
    for (int i = 0; i < respondents; ++i) cells += row(i) + "\n";
    Folder folder;
    folder.with("m.csv", cells)
        .with("mot.yaml",
              "touchpoints: [{ id: a, name: A, importance: 5, desired: 8 }]\n"
              "sources: [{ id: s, file: m.csv, scale: { min: 1, max: 5 }, columns: { a: { actual: [q1, q2, q3] } } }]\n");
    return Reviewed(folder).of("scale-looks-wrong");
  };
  const auto together = [](int i) { return fmt::format("{},{},{}", 1 + i % 5, 1 + i % 5, 1 + (i + i % 2) % 5); };
  const auto turned = [](int i) { return fmt::format("{},{},{}", 1 + i % 5, 1 + i % 5, 5 - i % 5); };
  const auto apart = [](int i) { return fmt::format("{},{},{}", 1 + i % 5, 1 + i / 5 % 5, 1 + i / 25 % 5); };
  CHECK(said_of(50, together) == "");
  CHECK(said_of(50, turned) == "q3");
  CHECK(said_of(29, turned) == "");
  CHECK(said_of(125, apart) != "");
}

TEST_CASE("a weight that swallows the others takes their answers away") {
  CHECK(losses(survey("w,q\n" + rows(199, "1,1") + "1000000,9\n", "weight: w, ")) == "answers-lost");
  CHECK(losses(survey("w,q\n" + rows(199, "1,1") + "20,9\n", "weight: w, ")) == "");
  CHECK(losses(survey("w,q\n" + rows(20, "1,1") + "1000000,9\n", "weight: w, ")) == "");
  CHECK_FALSE(does_a_gate_hold(survey("w,q\n" + rows(199, "1,1") + "1000000,9\n", "weight: w, ")));
}

TEST_CASE("what is typed does not stand in for answers that all of a filter's rows took away") {
  const auto judged = [](const std::string& cells, const std::string& source, const std::string& period = "") {
    Folder folder;
    folder.with("m.csv", cells)
        .with("mot.yaml", fmt::format("project: {{ {}gates: {{ gap_at_most: 2 }} }}\n"
                                      "touchpoints: [{{ id: a, name: A, importance: 5, desired: 8, actual: 8 }}]\n"
                                      "sources: [{{ id: s, file: m.csv, {}columns: {{ a: q }} }}]\n",
                                      period, source));
    return Reviewed(folder);
  };
  const std::string cells = "w,d,k,q\n" + rows(20, "0,2026-05-01,x,1") + rows(20, ",2026-05-01,y,1");
  const struct {
    const char* source;
    const char* period;
    const char* losses;
  } cases[] = {
      {"where: { k: z }, ", "", "answers-lost"},
      {"where: { k: x }, weight: w, ", "", "answers-lost"},
      {"weight: w, ", "", "answers-lost off-scale-answers"},
      {"date: { column: d }, ", "period: { from: 2027-01-01 }, ", "answers-lost"},
      {"date: { column: d }, ", "period: { to: 2025-12-31 }, ", "answers-lost"},
  };
  for (const auto& [source, period, expected] : cases) {
    CAPTURE(source);
    CAPTURE(period);
    const Reviewed reviewed = judged(cells, source, period);
    CHECK(losses(reviewed) == expected);
    CHECK_FALSE(does_a_gate_hold(reviewed));
  }
  CHECK(losses(judged(cells, "where: { k: x }, ")) == "");
  CHECK(losses(judged(cells + "1,2027-03-01,x,9\n", "date: { column: d }, ", "period: { from: 2027-01-01 }, ")) == "");
}

TEST_CASE("a gate without a limit is an error") {
  CHECK(Reviewed("project: { gates: { gap_at_most: } }\n").by_text() == "bad-value gap_at_most");
  CHECK(Reviewed("project:\n  gates:\n    delivered_at_least:\n").by_text() == "bad-value delivered_at_least");
  CHECK(Reviewed("project: { gates: { gap_at_most: TBD } }\n").by_text() == "wrong-type TBD");
  CHECK(Reviewed("project: { gates: }\n").by_text() == "bad-value gates");
}

namespace {

/// A ready-made table about two moments, of which one is judged at 8.
Reviewed ready_made(const std::string& columns, const std::string& cells) {
  Folder folder;
  folder.with("m.csv", cells)
      .with("mot.yaml", fmt::format("project: {{ name: P, gates: {{ gap_at_most: 3 }} }}\n"
                                    "touchpoints: [{{ id: a, name: A, importance: 4, desired: 8, actual: 8 }}, "
                                    "{{ id: b, name: B, importance: 4, desired: 8 }}]\n"
                                    "sources: [{{ id: s, file: m.csv, scale: {{ min: 1, max: 5 }}, summary: {{ touchpoint: t, {} }} }}]\n",
                                    columns));
  return Reviewed(folder);
}

std::string rules_of(const Reviewed& reviewed, std::string_view rule) {
  std::string messages;
  for (const Finding& finding : reviewed.all.findings) {
    if (finding.rule.id() == rule) messages += finding.message + "\n";
  }
  return messages;
}

}  // namespace

TEST_CASE("a blank cell in a row of a ready-made table takes no answers away in silence") {
  const std::string shares = "shares: { 1: c1, 2: c2, 3: c3, 4: c4, 5: c5 }", of_n = "n: n, " + shares, mean = "n: n, mean: m, sd: s";
  const std::string head = "t,c1,c2,c3,c4,c5\n", head_n = "t,c1,c2,c3,c4,c5,n\n", head_mean = "t,n,m,s\n";
  const std::string b = "b,0,0,0,40,60\n", b_n = "b,0,0,0,40,60,100\n", b_mean = "b,100,5,0\n";
  const struct {
    std::string columns, cells;
    const char* column;  ///< that the finding is about
  } lost[] = {
      {shares, head + "a,90,5,3,1,\n" + b, "c5"},        // 99 answers, or more
      {of_n, head_n + "a,90,5,3,2,0,\n" + b_n, "n"},     // of who knows how many
      {of_n, head_n + "a,90,5,3,1,,100\n" + b_n, "c5"},  // one of a hundred is not told
      {of_n, head_n + "a,,,,,,100\n" + b_n, "c1"},      {mean, head_mean + "a,100,,1\n" + b_mean, "m"},
      {mean, head_mean + "a,,1.2,1\n" + b_mean, "n"},
  };
  for (const auto& [columns, cells, column] : lost) {
    CAPTURE(cells);
    const Reviewed of = ready_made(columns, cells);
    const std::string told = rules_of(of, "answers-lost") + rules_of(of, "off-scale-answers");
    CHECK(contains(told, fmt::format("of column '{}'", column)));
    CHECK(contains(told, "blank once (in line 2)"));
    CHECK(rules_of(of, "missing-actual") == "");
    CHECK_FALSE(does_a_gate_hold(of));
    CHECK_FALSE(judge_gates(of.loaded.workspace, of.all.analysis)[0].holds);
  }
  const struct {
    std::string columns, cells;
    double lived;  ///< (Σ share·(answer − 1)/4·10) / Σ share
  } none[] = {
      {of_n, head_n + "a,90,5,3,2,,100\n" + b_n, 0.425},  // (5·2.5 + 3·5 + 2·7.5)/100
      {of_n, head_n + "a,90,5,3,2,,250\n" + b_n, 0.425},  // per cent
      {of_n, head_n + "a,90,5,3,1,,99\n" + b_n, 35.0 / 99},
      {shares, head + "a,90,5,3,2,\n" + b, 8},  // per cent of who knows how many are published: the typed score goes before
  };
  for (const auto& [columns, cells, lived] : none) {
    CAPTURE(cells);
    const Reviewed of = ready_made(columns, cells);
    CHECK(losses(of) == "");
    CHECK(of.all.analysis.touchpoints[0].actual.value_or(-1) == doctest::Approx(lived));
  }
  const Reviewed empty = ready_made(of_n, head_n + "a,,,,,,\n" + b_n);  // nobody was asked
  CHECK(losses(empty) == "");
  CHECK(empty.all.analysis.touchpoints[0].actual == 8);
}

TEST_CASE("nobody is to ask customers whose answers lie there unread") {
  const Reviewed unread = survey("q\n" + rows(12, "3 - ok"), "scale: { min: 1, max: 5 }, ");
  CHECK(losses(unread) == "answers-lost");
  CHECK(rules_of(unread, "missing-actual") == "");
  CHECK(rules_of(survey("q,c\n,1\n,2\n"), "missing-actual") != "");
}

TEST_CASE("scores that are written at a touchpoint and contradict each other are not pooled in silence") {
  const auto told = [](const char* first, const char* second) {
    Folder folder;
    folder.with("mot.yaml", fmt::format("touchpoints:\n  - id: a\n    name: A\n    importance: 3\n    desired: 8\n    evidence:\n"
                                        "      - {{ id: old, from: a poll, voice: customer, {} }}\n"
                                        "      - {{ id: new, from: a poll, voice: customer, {} }}\n",
                                        first, second));
    return rules_of(Reviewed(folder), "sources-disagree");
  };
  const std::string said = told("score: 10, n: 1000", "score: 1, n: 100");
  CHECK(contains(said, "its evidence 'new' says 1 (100 answers), and its evidence 'old' says 10 (1000 answers)"));
  CHECK(told("score: 8, n: 100, sd: 1", "score: 8.1, n: 100, sd: 1") == "");
  CHECK(told("score: 8, n: 1", "score: 1, n: 1") == "");  // two voices
  CHECK(told("date: 2026-05-01, score: 8, n: 100, sd: 1", "date: 2026-05-01, score: 4, n: 100, sd: 1") != "");
  CHECK(told("date: 2025-05-01, score: 8, n: 100, sd: 1", "date: 2026-05-01, score: 4, n: 100, sd: 1") == "");  // waves
}

TEST_CASE("sources of other days that say another thing are told to be waves, and how to count one") {
  const auto told = [](const char* first_month, const char* second_month) {
    Folder folder;
    const auto answers = [](const char* month, int low) {
      std::string text = "day,pay\n";
      for (int i = 0; i < 40; ++i) text += fmt::format("2026-{}-{:02},{}\n", month, 1 + i % 28, low + i % 3);
      return text;
    };
    folder.with("one.csv", answers(first_month, 2)).with("two.csv", answers(second_month, 7));
    folder.with("mot.yaml",
                "touchpoints: [{ id: pay, name: Pay, importance: 3, desired: 8 }]\n"
                "sources:\n"
                "  - { id: one, file: one.csv, date: day, scale: { min: 0, max: 10 }, columns: { pay: pay } }\n"
                "  - { id: two, file: two.csv, date: day, scale: { min: 0, max: 10 }, columns: { pay: pay } }\n");
    return rules_of(Reviewed(folder), "sources-disagree");
  };
  const std::string waves = told("04", "09");
  CHECK(contains(waves, "their answers are of other days (2026-04-01 to 2026-04-28, then 2026-09-01 to 2026-09-28)"));
  CHECK(contains(waves, "'period: { from: 2026-09-01 }' of the project counts the newer ones alone"));
  CHECK(contains(told("09", "04"), "then 2026-09-01 to 2026-09-28"));
  CHECK(contains(told("04", "04"), "find out whom each asked"));
}
