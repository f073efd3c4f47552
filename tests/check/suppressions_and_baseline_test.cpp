#include <doctest/doctest.h>

#include <stdexcept>

#include "mot/check/baseline.h"
#include "mot/check/suppressions.h"
#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

/// An action that is overdue, on the line after the text.
std::string before_overdue(const std::string& text) {
  return text + "\naction: {id: x, name: X, due: 2020-01-01}\n";
}

Findings findings_of(std::initializer_list<const char*> ids) {
  Findings findings;
  for (const char* id : ids) findings.report("no-owner", {0, 0, 1}, "nobody answers for it").subjects = {id};
  return findings;
}

std::string subjects_of(const Findings& findings) {
  std::string list;
  for (const Finding& finding : findings) list += finding.subjects.front() + " ";
  return list;
}

}  // namespace

TEST_CASE("a suppression holds for the rule it names, with a reason, up to its day") {
  const struct {
    const char* comment;
    const char* findings;
  } cases[] = {
      {"# nothing", "overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action because we wait for the till", ""},
      {"#mot:  ignore  overdue-action  because  we wait", ""},
      {"# mot: ignore overdue-action until 2026-06-30 because we wait", ""},
      {"# mot: ignore overdue-action until 2026-06-29 because we wait",
       "expired-suppression # mot: ignore overdue-action until 2026-06-29 because we wait, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action", "suppression-without-reason # mot: ignore overdue-action"},
      {"# mot: ignore overdue-action because", "suppression-without-reason # mot: ignore overdue-action because"},
      {"# mot: ignore overdue-action until 2027-01-01", "suppression-without-reason # mot: ignore overdue-action until 2027-01-01"},
      {"# mot: ignore no-owner because we wait", "unused-suppression # mot: ignore no-owner because we wait, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-acton because we wait", "bad-suppression overdue-acton, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action, no-owner because we wait", "bad-suppression overdue-action,, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action until 1.1.2027 because we wait", "bad-suppression 1.1.2027, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action until", "bad-suppression # mot: ignore overdue-action until, overdue-action 2020-01-01"},
      {"# mot: ignore overdue-action for now", "bad-suppression for, overdue-action 2020-01-01"},
      {"# mot: ignore", "bad-suppression # mot: ignore, overdue-action 2020-01-01"},
      {"# mot: ignroe overdue-action because we wait", "bad-suppression ignroe, overdue-action 2020-01-01"},
      {"# mot: a method of moments of truth", "overdue-action 2020-01-01"},
      {"# see mot: ignore overdue-action because", "overdue-action 2020-01-01"},
      {"mot: 1", "overdue-action 2020-01-01"},
  };
  for (const auto& [comment, findings] : cases) {
    CAPTURE(comment);
    CHECK(Reviewed(before_overdue(comment)).by_text() == findings);
  }
}

TEST_CASE("a misspelt rule in a suppression is offered the one that was meant") {
  const Reviewed reviewed("# mot: ignore no-ownr because we wait\nproject: {name: A}\n");
  CHECK(reviewed.only().message == "no rule has the id 'no-ownr'; did you mean 'no-owner'?");
}

TEST_CASE("a suppression is about the next line with content, or about its own") {
  const std::string comment = "# mot: ignore overdue-action because we wait";
  const std::string other = "# mot: ignore past-review because it is new";
  const struct {
    std::string text;
    const char* findings;
  } cases[] = {
      {comment + "\n\n  # more\n" + "action: {id: x, name: X, due: 2020-01-01}\n", ""},
      {comment + "\n" + other + "\naction: {id: x, name: X, due: 2020-01-01}\n", "2:1 unused-suppression"},
      {"# mot: ignore past-review because\n" + comment + "\naction: {id: x, name: X, due: 2020-01-01}\n", "1:1 unused-suppression"},
      {"action: {id: x, name: X, due: 2020-01-01}  " + comment + "\n", ""},
      {"action:\n  id: x\n  name: X\n  " + comment + "\n  due: 2020-01-01\n", ""},
      {comment + "\naction:\n  id: x\n  name: X\n  due: 2020-01-01\n", "1:1 unused-suppression, 5:8 overdue-action"},
      {"action: {id: x, name: X, due: 2020-01-01}\n" + comment + "\n", "1:31 overdue-action, 2:1 unused-suppression"},
      {"action: {id: x, name: X, due: 2020-01-01}\n" + comment, "1:31 overdue-action, 2:1 unused-suppression"},
      {"\xEF\xBB\xBF" + comment + "\r\naction: {id: x, name: X, due: 2020-01-01}\r\n", ""},
  };
  for (const auto& [text, findings] : cases) {
    CAPTURE(text);
    CHECK(Reviewed(text).by_place() == findings);
  }
}

TEST_CASE("what a text says about suppressions suppresses nothing") {
  const std::string action = "action: {id: x, due: 2020-01-01, name: ";
  const struct {
    std::string text;
    const char* findings;
  } cases[] = {
      {action + "\"a # mot: ignore overdue-action because b\"}\n", "1:22 overdue-action"},
      {action + "'\n # mot: ignore overdue-action because b\n '}\n", "1:22 overdue-action"},
      {"action:\n  id: x\n  name: |\n    # mot: ignore overdue-action because b\n    c\n  due: 2020-01-01\n", "6:8 overdue-action"},
      {"action:\n  id: x\n  name: >\n    c\n  # mot: ignore overdue-action because b\n  due: 2020-01-01\n", ""},
      {action + "a#mot:ignore overdue-action because b}\n", "1:22 overdue-action"},
  };
  for (const auto& [text, findings] : cases) {
    CAPTURE(text);
    CHECK(Reviewed(text).by_place() == findings);
  }
}

TEST_CASE("a suppression whose rule had to be silent is not called unused") {
  const std::string comment = "# mot: ignore no-owner because we wait\n";
  CHECK(Reviewed(comment + "project: {name: A}\n").by_place() == "1:1 unused-suppression");
  CHECK(Reviewed(comment + "project: {nam: A}\n").by_place() == "2:11 unknown-key");
  CHECK(Reviewed(comment + "source: {id: s, database: odbc, connect: '${DB}', table: t, columns: {}}\ntouchpoints: []\n").by_place() ==
        "1:1 unused-suppression");
  CHECK(Reviewed(comment + "source: {id: s, database: odbc, connect: '${DB}', table: t, columns: {a: Q}}\ntouchpoint: {id: a, name: A, "
                           "visibility: support, owner: O, "
                           "desired: 8, actual: 8, importance: 3}\n")
            .by_place() == "");
}

TEST_CASE("suppressing what is ignored anyway is no mistake") {
  CHECK(Reviewed("rules: {overdue-action: ignore}\n" + before_overdue("# mot: ignore overdue-action because we wait")).by_place() == "");
}

TEST_CASE("many suppressions in a row are read in one pass") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "# mot: ignore no-owner because\n";
  Folder folder;
  folder.with("mot.yaml", text + "mot: 1\n");
  const Loaded loaded = load({.directory = folder.path()});
  Findings findings;
  const auto suppressions = read_suppressions(loaded.sources, loaded.directives, findings);
  REQUIRE(suppressions.size() == 100'000);
  CHECK(loaded.sources.begin_of(suppressions.front().line).line == 100'001);
}

TEST_CASE("a baseline lets what is known pass, as often as it is known") {
  Sources sources;
  sources.add({"a.yaml", "a"});
  const struct {
    std::initializer_list<const char*> before, now;
    const char* fresh;
    std::size_t known, fixed;
  } cases[] = {
      {{}, {}, "", 0, 0},         {{}, {"a", "b"}, "a b ", 0, 0},  {{"a", "b"}, {"b", "a"}, "", 2, 0}, {{"a", "b"}, {"b", "c"}, "c ", 1, 1},
      {{"a", "b"}, {}, "", 0, 2}, {{"a"}, {"a", "a"}, "a ", 1, 0}, {{"a", "a"}, {"a"}, "", 1, 1},
  };
  for (const auto& [before, now, fresh, known, fixed] : cases) {
    CAPTURE(fresh);
    const Baseline baseline = baseline_from_json(to_json(baseline_of(findings_of(before), sources)));
    CHECK(baseline == baseline_of(findings_of(before), sources));
    const BaselineComparison compared = compare(findings_of(now), baseline, sources);
    CHECK(subjects_of(compared.fresh) == fresh);
    CHECK(compared.known.size() == known);
    CHECK(compared.fixed == fixed);
  }
}

TEST_CASE("a baseline is sorted, a finding a line") {
  Sources sources;
  sources.add({"a.yaml", "a"});
  CHECK(to_json(baseline_of(findings_of({"pay", "line"}), sources)) ==
        "{\n  \"format_version\": 1,\n  \"findings\": [\n    \"no-owner/line\",\n    \"no-owner/pay\"\n  ]\n}\n");
}

TEST_CASE("a baseline stays the same when lines move or the file is read from elsewhere") {
  const std::string text = "touchpoint: {id: a, name: A, visibility: support}\naction: {id: x, name: X, effort: 9}\n";
  const auto fingerprints = [](const std::string& moved) {
    const Reviewed reviewed(moved);
    return baseline_of(reviewed.all.findings, reviewed.loaded.sources).fingerprints;
  };
  CHECK(fingerprints(text) == fingerprints("# A line more.\n\n" + text));
  CHECK(fingerprints(text).size() == 5);
}

TEST_CASE("what is no baseline is refused with the reason") {
  const struct {
    const char* json;
    const char* message;
  } cases[] = {
      {"", "the baseline is not JSON; write a new one with --write-baseline"},
      {"[]", "the baseline has no list 'findings'; write a new one with --write-baseline"},
      {"{\"findings\": {}}", "the baseline has no list 'findings'; write a new one with --write-baseline"},
      {"{\"findings\": []}", "the baseline is not of format version 1; write a new one with --write-baseline"},
      {"{\"findings\": [], \"format_version\": \"1\"}", "the baseline is not of format version 1; write a new one with --write-baseline"},
      {"{\"findings\": [1], \"format_version\": 1}",
       "the baseline holds something in 'findings' that is not a text; write a new one with --write-baseline"},
      {R"({"format_version": 1, "findings": [], "amounts": {"a": -1}})",
       "the baseline holds something in 'amounts' that is not a count; write a new one with --write-baseline"},
      {R"({"format_version": 1, "findings": [], "amounts": {"a": 1e300}})",
       "the baseline holds something in 'amounts' that is not a count; write a new one with --write-baseline"},
      {R"({"format_version": 1, "findings": [], "amounts": {"a": "NaN"}})",
       "the baseline holds something in 'amounts' that is not a count; write a new one with --write-baseline"},
      {R"({"format_version": 1, "findings": [], "amounts": {"a": 18446744073709551615}})",
       "the baseline holds an amount in 'amounts' that nobody can have counted; write a new one with --write-baseline"},
      {R"({"format_version": 1, "findings": [], "gates": [{"name": "gap_at_most", "value": "NaN"}]})",
       "the baseline holds something in 'gates' that is not a gate; write a new one with --write-baseline"},
  };
  for (const auto& [json, message] : cases) {
    CAPTURE(json);
    CHECK_THROWS_WITH_AS(baseline_from_json(json), message, std::runtime_error);
  }
}

TEST_CASE("rules are set by their name and by their tier, the name over the tier") {
  const struct {
    const char* rules;
    const char* findings;
  } cases[] = {
      {"{}", "overdue-action 2020-01-01"},
      {"{overdue-action: ignore}", ""},
      {"{overdue-action: off}", ""},
      {"{service: off}", ""},
      {"{service: ignore, overdue-action: warning}", "overdue-action 2020-01-01"},
      {"{overdue-action: warning, service: ignore}", "overdue-action 2020-01-01"},
      {"{sense: off}", "overdue-action 2020-01-01"},
  };
  for (const auto& [rules, findings] : cases) {
    CAPTURE(rules);
    CHECK(Reviewed(before_overdue(std::string("rules: ") + rules)).by_text() == findings);
  }
}

TEST_CASE("what takes figures away can be neither silenced nor lowered, and the attempt is reported") {
  const struct {
    const char* text;
    const char* findings;
  } cases[] = {
      {"rules: {bad-value: ignore}\ntouchpoint: {id: a, name: A, importance: 9}", "locked-rule bad-value, bad-value 9"},
      {"rules: {shape: off}\ntouchpoint: {id: a, name: A, importance: 9}", "locked-rule shape, bad-value 9"},
      {"rules: {links: info}\naction: {id: a, name: A, touchpoints: [x]}", "locked-rule links, unknown-touchpoint x"},
      {"rules: {score-off-scale: warning}\ntouchpoint: {id: a, name: A, actual: 99, visibility: backstage, owner: me, importance: 3, "
       "desired: 9}",
       "locked-rule score-off-scale, score-off-scale 99"},
      {"rules: {gate-broken: info}", "locked-rule gate-broken"},
      {"rules: {gate-broken: error, shape: error}", ""},
      {"# mot: ignore bad-value because it is nearly right\ntouchpoint: {id: a, name: A, importance: 9}",
       "locked-rule # mot: ignore bad-value because it is nearly right, bad-value 9"},
  };
  for (const auto& [text, findings] : cases) {
    CAPTURE(text);
    CHECK(Reviewed(text).by_text() == findings);
  }
}

TEST_CASE("more of what a baseline counts is news, and less is not") {
  const auto lost = [](std::size_t cells) {
    Findings findings;
    Finding& finding = findings.report("off-scale-answers", {0, 0, 1}, "cells of column 'x' are off");
    finding.subjects = {"s", "x"};
    finding.amount = cells;
    return findings;
  };
  const Sources sources;
  const Baseline known = baseline_from_json(to_json(baseline_of(lost(5), sources)));
  const struct {
    std::size_t cells;
    std::size_t fresh;
  } cases[] = {{4, 0}, {5, 0}, {6, 1}, {500, 1}};
  for (const auto& [cells, fresh] : cases) {
    CAPTURE(cells);
    const BaselineComparison compared = compare(lost(cells), known, sources);
    CHECK(compared.fresh.size() == fresh);
    CHECK(compared.fixed == 0);
  }
  for (const char* amounts : {"7", "[1]", R"({"a": -1})", R"({"a": "x"})"}) {
    CAPTURE(amounts);
    CHECK_THROWS_AS(baseline_from_json(std::string(R"({"format_version": 1, "findings": [], "amounts": )") + amounts + "}"),
                    std::runtime_error);
  }
}

TEST_CASE("one file can't turn off in silence what another turned on") {
  const auto told = [](const char* of_project, const char* of_department) {
    Folder folder;
    folder.with("mot.yaml", fmt::format("include: [d.yaml]\nrules: {{ {} }}\n", of_project))
        .with("d.yaml", fmt::format("rules: {{ {} }}\n", of_department));
    return Reviewed(folder).by_place();
  };
  CHECK(told("no-owner: error", "no-owner: ignore") == "1:10 duplicate-key");
  CHECK(told("coverage: error", "coverage: ignore, no-owner: ignore") == "1:10 duplicate-key");
  CHECK(told("no-owner: error", "no-owner: error") == "");
  CHECK(told("no-owner: error", "no-recovery: ignore") == "");
}
