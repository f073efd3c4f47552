// Slips of the pen: where their rules speak and where they are silent.
#include <doctest/doctest.h>

#include "mot/analysis/circles.h"
#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

/// Touchpoints that lead on, as `a>b,c b>a c`.
std::string touchpoints_that(const std::string& key, const std::string& ways) {
  std::string text = "touchpoints:\n";
  std::istringstream in(ways);
  for (std::string word; in >> word;) {
    const auto arrow = word.find('>');
    const std::string id = word.substr(0, arrow);
    text += fmt::format("- {{id: {0}, name: The {0}, visibility: support", id);
    if (arrow != std::string::npos) text += ", " + key + ": [" + word.substr(arrow + 1) + "]";
    text += "}\n";
  }
  return text;
}

/// The subjects of a rule's findings, `a b, c`.
std::string found(std::string_view rule, const Reviewed& reviewed) {
  std::string list;
  for (const Finding& finding : reviewed.all.findings) {
    if (finding.rule.id() == rule) list += fmt::format("{}{}", list.empty() ? "" : ", ", fmt::join(finding.subjects, " "));
  }
  return list;
}

}  // namespace

TEST_CASE("circles of recovery and of support are told once each, with all that stand in them") {
  const struct {
    const char* ways;
    const char* circles;
  } cases[] = {
      {"a b", ""},
      {"a>b b", ""},
      {"a>b,c b>c c", ""},
      {"a>a", "a"},
      {"a>a,b b", "a"},
      {"a>b b>a", "a b"},
      {"a>b b>c c>a f>a", "a b c"},
      {"a>b b>a c>f f>c", "a b, c f"},
      {"a>b b>a,c c>f f>c", "a b, c f"},
      {"a>missing b", ""},
  };
  for (const auto& [ways, circles] : cases) {
    CAPTURE(ways);
    CHECK(found("circular-recovery", Reviewed(touchpoints_that("recovery", ways))) == circles);
    CHECK(found("circular-support", Reviewed(touchpoints_that("supports", ways))) == circles);
  }
}

TEST_CASE("a circle is marked where it leads on, and notes show the way round") {
  const Reviewed reviewed(touchpoints_that("recovery", "x a>b b>a"));
  for (const Finding& finding : reviewed.all.findings) {
    if (finding.rule.id() != "circular-recovery") continue;
    CHECK(finding.message == "'a', 'b' take over from each other in a circle: name a moment outside it (recovery)");
    CHECK(reviewed.loaded.sources.text_of(finding.span) == "b");
    REQUIRE(finding.notes.size() == 1);
    CHECK(finding.notes[0].message == "'b' leads to 'a'");
  }
  CHECK(found("circular-recovery", reviewed) == "a b");
}

TEST_CASE("a circle as long as a workspace is found without running out of stack") {
  Steps steps;
  for (std::size_t i = 0; i < 200'000; ++i) steps.push_back({(i + 1) % 200'000});
  REQUIRE(circles_in(steps).size() == 1);
  CHECK(circles_in(steps).front().size() == 200'000);
  CHECK(circles_in({}).empty());
}

TEST_CASE("the least that is accepted lies at or below the wish") {
  const auto finds = [](const char* customer) {
    return Reviewed(fmt::format("touchpoint: {{id: a, name: A, desired: {{company: 8, customer: {{{}}}}}}}\n", customer))
        .of("adequate-above-wish");
  };
  CHECK(finds("score: 8, adequate: 6") == "");
  CHECK(finds("score: 8, adequate: 8") == "");
  CHECK(finds("score: 8, adequate: 8.5") == "8.5");
  CHECK(finds("adequate: 8.5") == "");
}

TEST_CASE("what is dated after today was not heard yet") {
  const auto finds = [](const std::string& fields) {
    return Reviewed("touchpoint: {id: a, name: A, " + fields + "}\n").of("evidence-from-the-future");
  };
  CHECK(finds("evidence: [{from: x, date: 2026-06-30}]") == "");
  CHECK(finds("evidence: [{from: x, date: 2026-07-01}, {from: y, date: 2026-01-01}]") == "2026-07-01");
  CHECK(finds("promise: {text: Soon, kept: {count: 3, of: 4, date: 2027-01-01}}") == "2027-01-01");
  CHECK(finds("standard: {text: Soon, kept: {count: 3, of: 4, date: 2026-01-01}}") == "");
  CHECK(finds("kpis: [{name: Rolls, value: 3, date: 2027-01-01}]") == "2027-01-01");
  CHECK(finds("kpis: [{name: Rolls, value: 3, date: 2026-01-01}]") == "");
  Folder folder;
  folder.with("s.csv", "day,a\n2024-01-01,8\n2027-01-02,8\n")
      .with("mot.yaml",
            "touchpoint: {id: a, name: A}\nsource: {id: s, file: s.csv, scale: {min: 0, max: 10}, date: day, columns: {a: a}}\n");
  CHECK(Reviewed(folder).of("evidence-from-the-future") == "s");
}

TEST_CASE("a scale far wider than all that is written on it makes every gap look small") {
  const auto finds = [](const char* scale, int touchpoints, const char* scores) {
    std::string text = fmt::format("project: {{name: P, scale: {}}}\ntouchpoints:\n", scale);
    for (int i = 0; i < touchpoints; ++i) text += fmt::format("- {{id: a{}, name: A {}, {}}}\n", i, i, scores);
    return Reviewed(text).of("scale-looks-wrong");
  };
  CHECK(finds("{min: -100, max: 10}", 4, "desired: 9, actual: 4") == "P");
  CHECK(finds("{min: 0, max: 100}", 4, "desired: 9, actual: 4") == "P");
  CHECK(finds("{min: 0, max: 100}", 3, "desired: 9, actual: 4") == "");
  CHECK(finds("{min: 0, max: 100}", 4, "desired: 90, actual: 81") == "");
  CHECK(finds("{min: 0, max: 10}", 4, "desired: 9, actual: 8") == "");
  CHECK(finds("{min: 0, max: 10}", 4, "desired: 9, actual: 9") == "");
  CHECK(finds("{min: 1, max: 5}", 4, "desired: 5, actual: 5") == "");
}

TEST_CASE("newer answers than a period's end are told") {
  const auto finds = [](const char* period) {
    Folder folder;
    folder.with("s.csv", "day,a\n2026-01-01,8\n2026-05-02,2\n")
        .with("mot.yaml", fmt::format("project: {{ scale: {{min: 0, max: 10}}, period: {} }}\ntouchpoint: {{id: a, name: A}}\n"
                                      "source: {{id: s, file: s.csv, date: day, columns: {{a: a}}}}\n",
                                      period));
    const Reviewed reviewed(folder);
    for (const Finding& finding : reviewed.all.findings) {
      if (finding.rule.id() == "stale-evidence") CHECK(finding.severity == Severity::info);
    }
    return reviewed.of("stale-evidence");
  };
  CHECK(finds("{ from: 2026-01-01, to: 2026-02-01 }") == "2026-02-01");
  CHECK(finds("{ from: 2026-01-01, to: 2026-05-02 }") == "");
  CHECK(finds("{ last: 12 months }") == "");
}

TEST_CASE("no more people answer than were asked, and no sample is a tenth as wide as chance makes it") {
  const auto finds = [](const char* more) {
    Folder folder;
    folder.with("s.csv", "a\n8\n7\n6\n")
        .with("mot.yaml", fmt::format("touchpoint: {{id: a, name: A}}\nsource: {{id: s, file: s.csv, scale: {{min: 0, max: 10}}, {}, "
                                      "columns: {{a: a}}}}\n",
                                      more));
    return Reviewed(folder).of("bad-value");
  };
  CHECK(finds("asked: 2") == "2");
  CHECK(finds("asked: 3") == "");
  CHECK(finds("population: 2") == "2");
  CHECK(finds("design_effect: 0.01") == "0.01");
  CHECK(finds("design_effect: 0.5") == "");
}

TEST_CASE("a lift ends within the scale, give or take a tenth of it") {
  const auto finds = [](const char* actual, const char* lift) {
    return found("lift-beyond-scale", Reviewed(fmt::format("touchpoints: [{{id: a, name: A{0}}}, {{id: b, name: B, actual: 2}}]\n"
                                                           "action: {{id: x, name: X, touchpoints: [a, b], lift: {1}}}\n",
                                                           *actual ? std::string(", actual: ") + actual : "", lift)));
  };
  CHECK(finds("7", "3") == "");
  CHECK(finds("7", "4") == "");
  CHECK(finds("7", "4.5") == "x a");
  CHECK(finds("7", "9.5") == "x a b");
  CHECK(finds("", "4.5") == "");
  CHECK(finds("", "10") == "x b");
  CHECK(finds("", "11") == "x a b");
  CHECK(finds("7", "{a: 2, b: 3}") == "");
  CHECK(finds("7", "{a: 6, b: 3}") == "x a");
}

TEST_CASE("a mean of several says how far they disagreed, as evidence and in a table") {
  const auto finds = [](const char* evidence) {
    return found("evidence-without-spread", Reviewed(fmt::format("touchpoint: {{id: a, name: A, evidence: [{{{}}}]}}\n", evidence)));
  };
  CHECK(finds("from: talks, voice: customer, score: 7, n: 2") == "a");
  CHECK(finds("from: shadowing, voice: top-performer, score: 7, n: 2") == "a");
  CHECK(finds("from: talks, voice: customer, score: 7, n: 2, sd: 0") == "");
  CHECK(finds("from: talks, voice: customer, score: 7, n: 1") == "");
  CHECK(finds("from: talks, voice: customer, score: 7") == "");
  CHECK(finds("from: talks, voice: customer, n: 14") == "");
  const auto finds_in_table = [](const char* sd) {
    Folder folder;
    folder.with("s.csv", "item,n,mean,sd\na,40,7,1\n")
        .with("mot.yaml", fmt::format("touchpoint: {{id: a, name: A}}\nsource: {{id: s, file: s.csv, scale: {{min: 0, max: 10}}, "
                                      "summary: {{touchpoint: item, n: n, mean: mean{}}}}}\n",
                                      sd));
    return found("evidence-without-spread", Reviewed(folder));
  };
  CHECK(finds_in_table("") == "s");
  CHECK(finds_in_table(", sd: sd") == "");
}

TEST_CASE("a column asks about one touchpoint") {
  const auto finds = [](const char* columns) {
    Folder folder;
    folder.with("s.csv", "p,q\n7,8\n")
        .with("mot.yaml", fmt::format("touchpoints: [{{id: a, name: A}}, {{id: b, name: B}}]\n"
                                      "source: {{id: s, file: s.csv, scale: {{min: 0, max: 10}}, columns: {{{}}}}}\n",
                                      columns));
    return found("column-used-twice", Reviewed(folder));
  };
  CHECK(finds("a: p, b: q") == "");
  CHECK(finds("a: p, b: p") == "s a b");
  CHECK(finds("a: {actual: p, desired: q}, b: {actual: q}") == "s a b");
  CHECK(finds("a: {actual: p, importance: p}") == "s a a");
  CHECK(finds("a: {actual: p, desired: p}") == "s a a");
}

TEST_CASE("a column is read by one source, unless each says which rows are its own") {
  const auto finds = [](const char* second, const char* rows_of_first = "") {
    Folder folder;
    folder.with("s.csv", "p,q,k\n7,8,x\n6,7,y\n")
        .with("mot.yaml", fmt::format("touchpoints: [{{id: a, name: A}}, {{id: b, name: B}}]\nsources:\n"
                                      "- {{id: s, file: s.csv, scale: {{min: 0, max: 10}}, columns: {{a: p}}{}}}\n- {{id: t, {}}}\n",
                                      rows_of_first, second));
    return found("column-used-twice", Reviewed(folder));
  };
  CHECK(finds("file: ./s.csv, scale: {min: 10, max: 0}, columns: {a: p}") == "t a");
  CHECK(finds("file: s.csv, scale: {min: 0, max: 10}, columns: {b: q}") == "");
  CHECK(finds("file: s.csv, scale: {min: 0, max: 10}, columns: {a: q}") == "");
  CHECK(finds("file: s.csv, scale: {min: 0, max: 10}, columns: {a: {desired: p}}") == "");
  const char* of_y = "file: s.csv, scale: {min: 0, max: 10}, where: {k: y}, columns: {a: p}";
  CHECK(finds(of_y) == "t a");  // which the other one reads, too
  CHECK(finds(of_y, ", where: {k: [x, y]}") == "t a");
  CHECK(finds(of_y, ", where: {q: 8}") == "t a");
  CHECK(finds(of_y, ", where: {k: x}") == "");
  CHECK(finds(of_y, ", where: {q: 8, k: x}") == "");
}

TEST_CASE("a table is read by one source, in a file or in a database") {
  const auto finds = [](const std::string& one, const std::string& other) {
    Folder folder;
    folder.with("s.csv", "t,s,v,n\na,8,up,3\n")
        .with("mot.yaml", fmt::format("touchpoint: {{id: a, name: A}}\nsources:\n- {{id: s, {}}}\n- {{id: t, {}}}\n", one, other));
    return found("column-used-twice", Reviewed(folder));
  };
  const std::string of_scores = "file: s.csv, scale: {min: 0, max: 10}, long: {touchpoint: t, score: s}";
  const std::string of_thumbs = "file: s.csv, long: {touchpoint: t, verdict: v}";
  const std::string ready_made = "file: s.csv, scale: {min: 0, max: 10}, summary: {touchpoint: t, n: n, mean: s}";
  const std::string in_database = "database: postgresql, connect: '${DB}', table: x, long: {touchpoint: t, score: s}";
  CHECK(found("column-used-twice", Reviewed("touchpoint: {id: a, name: A}\n")) == "");
  CHECK(finds(of_scores, of_scores) == "t s");
  CHECK(finds(of_scores, of_thumbs) == "");
  CHECK(finds(ready_made, ready_made) == "t s");
  CHECK(finds(in_database, in_database) == "t s");
  CHECK(finds(in_database, "database: postgresql, connect: '${DB}', table: y, long: {touchpoint: t, score: s}") == "");
  CHECK(finds(of_scores, of_scores + ", where: {v: up}") == "t s");
  CHECK(finds(of_scores + ", where: {v: down}", of_scores + ", where: {v: up}") == "");
  const std::string of_sheet = "file: s.xlsx, scale: {min: 0, max: 10}, columns: {a: q}, sheet: ";
  CHECK(finds(of_sheet + "'2025'", of_sheet + "'2026'") == "");
}

TEST_CASE("rows don't count by what they answer") {
  const auto finds = [](const char* keys) {
    Folder folder;
    folder.with("s.csv", "p,q,k\n7,8,x\n6,7,y\n")
        .with("mot.yaml", fmt::format("touchpoints: [{{id: a, name: A}}]\nsource: {{id: s, file: s.csv, {}}}\n", keys));
    return found("column-used-twice", Reviewed(folder));
  };
  CHECK(finds("columns: {a: p}, where: {p: [7]}") == "s p");
  CHECK(finds("columns: {a: p}, where: {q: [8]}") == "");
  CHECK(finds("columns: {a: {actual: p, desired: q}}, where: {q: [8]}") == "s q");
  CHECK(finds("columns: {a: p}, weight: p") == "s p");
  CHECK(finds("columns: {a: p}, weight: q") == "");
  CHECK(finds("outcomes: [{id: o, kind: score, column: q}], where: {q: [8]}") == "s q");
  CHECK(finds("summary: {touchpoint: k, n: p, mean: q}, where: {q: [8]}") == "s q");
  CHECK(finds("long: {touchpoint: {column: k, values: {x: a, y: a}}, score: p, weight: p}") == "s p");
}

TEST_CASE("the same answers count once, as evidence and beside the source that holds them") {
  const auto finds = [](const char* evidence) {
    Folder folder;
    folder.with("s.csv", "p\n7\n6\n")
        .with("mot.yaml", fmt::format("touchpoints: [{{id: a, name: A, evidence: [{}]}}, {{id: b, name: B}}]\n"
                                      "source: {{id: guests-2026, file: s.csv, columns: {{a: p}}}}\n",
                                      evidence));
    return found("evidence-twice", Reviewed(folder));
  };
  const std::string one = "{from: talks, date: 2026-01-02, voice: customer, score: 7, n: 9, sd: 1}";
  CHECK(finds((one + ", " + one).c_str()) == "a");
  CHECK(finds((one + ", {id: x, quote: Nice, from: talks, date: 2026-01-02, voice: customer, score: 7, n: 9, sd: 1}").c_str()) == "a");
  CHECK(finds((one + ", {from: talks, date: 2026-01-03, voice: customer, score: 7, n: 9, sd: 1}").c_str()) == "");
  CHECK(finds((one + ", {from: talks, date: 2026-01-02, voice: customer, score: 7, n: 8, sd: 1}").c_str()) == "");
  CHECK(finds((one + ", {from: talks, date: 2026-01-02, voice: observer, score: 7, n: 9, sd: 1}").c_str()) == "");
  CHECK(finds("{from: talks, voice: customer, score: 7}, {from: talks, voice: customer, score: 7}") == "");
  CHECK(finds("{from: Guests 2026, voice: customer, score: 6.5, n: 2, sd: 1}") == "a guests-2026");
  CHECK(finds("{from: s.csv, voice: customer, score: 6.5, n: 2, sd: 1}") == "a guests-2026");
  CHECK(finds("{from: s.csv, voice: customer, score: 6}") == "");
}

TEST_CASE("names tell the touchpoints of a department apart") {
  const auto finds = [](const char* first, const char* second) {
    return found("same-name", Reviewed(fmt::format("departments: [{{id: d, name: D}}, {{id: e, name: E}}]\n"
                                                   "touchpoints: [{{id: a, {}}}, {{id: b, {}}}]\n",
                                                   first, second)));
  };
  CHECK(finds("name: Pay", "name: Wait") == "");
  CHECK(finds("name: Pay", "name: Pay") == "a b");
  CHECK(finds("name: Pay at  the till", "name: pay at the till.") == "a b");
  CHECK(finds("name: Pay, department: d", "name: Pay, department: d") == "a b");
  CHECK(finds("name: Pay, department: d", "name: Pay, department: e") == "");
  CHECK(finds("name: Pay, department: d", "name: Pay") == "");
  CHECK(finds("name: '?'", "name: '!'") == "");
}
