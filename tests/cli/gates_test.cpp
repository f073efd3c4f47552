// Gates that nobody can talk into holding: scores that answers deny, baselines, limits that hold nothing, and where it is told.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "support/folder.h"
#include "support/program.h"

using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;
using nlohmann::json;

namespace {

/// A survey of forty who all answered alike at one touchpoint.
std::string answers(int score) {
  std::string text = "GUEST,PAY\n";
  for (int guest = 0; guest < 40; ++guest) text += fmt::format("{},{}\n", guest, guest % 4 == 0 ? score + 1 : score);
  return text;
}

/// What `check` says with a baseline.
Ran checked(const char* baseline = nullptr) {
  return baseline == nullptr ? run_mot({"check"}) : run_mot({"check", "--baseline", baseline});
}

/// A touchpoint an entry, each wanted at 9, with what is judged of it; `?` of which nobody knows.
std::string judged(const std::string& gates, std::initializer_list<std::pair<const char*, const char*>> scores) {
  std::string text = "project: { name: Shop, gates: { " + gates + " } }\ntouchpoints:\n";
  for (const auto& [id, score] : scores) {
    text += fmt::format("  - {{ id: {0}, name: At {0}, importance: 3, desired: 9", id);
    text += std::string_view(score) == "?" ? " }\n" : fmt::format(", actual: {} }}\n", score);
  }
  return text;
}

}  // namespace

TEST_CASE("a score that ten answers or more deny holds no gate, however little they count") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const auto with = [&](const char* score, const char* design_effect) {
    folder.with("a.csv", answers(2))
        .with("mot.yaml", fmt::format(R"(project:
  name: Shop
  scale: {{ min: 0, max: 10 }}
  gates: {{ delivered_at_least: 70, gap_at_most: 3 }}
touchpoint: {{ id: pay, name: Pay, importance: 3, desired: 9, actual: {} }}
source: {{ id: guests, file: a.csv, scale: {{ min: 0, max: 10 }}, design_effect: {}, columns: {{ pay: PAY }} }}
)",
                                      score, design_effect));
  };
  for (const char* design_effect : {"8", "30", "100"}) {
    CAPTURE(design_effect);
    with("9", design_effect);
    const Ran ran = checked();
    CHECK(ran.code == 1);
    CHECK(contains(ran.out, "gate 'delivered_at_least: 70' cannot be decided"));
    CHECK(contains(ran.out, "gate 'gap_at_most: 3' cannot be decided: unknown; too few answers: pay ("));
    CHECK(contains(ran.out, "we say '9' and 40 answers say 2.25: they count as "));
    CHECK(contains(ran.out, "too few to count in its place, and no gate goes by ours"));
  }
  // What they don't deny stands, and a score below theirs denies nobody a gate.
  folder.with("a.csv", answers(8));
  with("9", "100");
  folder.with("a.csv", answers(8));
  const Ran near = checked();
  CHECK(contains(near.err, "gate 'gap_at_most: 3' holds: 0.0 at pay"));
  CHECK_FALSE(contains(near.out, "actual-disagrees-with-evidence"));
}

TEST_CASE("a baseline covers a broken gate only where what broke it then breaks it now, and no further") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", judged("gap_at_most: 2", {{"a", "4"}, {"b", "8"}, {"c", "8"}}));
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  CHECK(json::parse(text_of(folder / "known.json"))["gates"] ==
        json::parse(R"([{"name": "gap_at_most", "value": 5.0, "holds": false, "breaking": {"gap_at_most/a": 5.0}}])"));
  const struct {
    std::initializer_list<std::pair<const char*, const char*>> scores;
    const char* said;  // empty: it passes
  } cases[] = {
      {{{"a", "4"}, {"b", "8"}, {"c", "8"}}, ""},
      {{{"a", "5"}, {"b", "8"}, {"c", "8"}}, ""},
      {{{"a", "9"}, {"b", "8"}, {"c", "8"}}, ""},
      {{{"a", "3"}, {"b", "8"}, {"c", "8"}}, "not covered by the baseline: worse now: a [gate-broken]"},
      {{{"a", "9"}, {"b", "4"}, {"c", "8"}}, "not covered by the baseline: new: b [gate-broken]"},  // another one, as bad
      {{{"a", "4"}, {"b", "6"}, {"c", "8"}}, "not covered by the baseline: new: b [gate-broken]"},  // one more, less bad
      {{{"a", "3"}, {"b", "6"}, {"c", "8"}}, "not covered by the baseline: new: b; worse now: a [gate-broken]"},
  };
  for (const auto& [scores, said] : cases) {
    CAPTURE(said);
    folder.with("mot.yaml", judged("gap_at_most: 2", scores));
    const Ran ran = checked("known.json");
    CHECK(ran.code == (*said != '\0' ? 1 : 0));
    CHECK(contains(ran.out, said));
  }
  folder.with("mot.yaml", judged("gap_at_most: 2", {{"a", "4"}, {"b", "8"}, {"c", "8"}}))
      .with("known.json", R"({"format_version": 1, "findings": [], "gates": [{"name": "gap_at_most", "value": 5.0}]})");
  const Ran old = checked("known.json");
  CHECK(old.code == 1);
  CHECK(contains(old.out, "not covered by the baseline: it does not say what broke the gate; write it anew"));
  // A gate that held then was not known to be broken.
  folder.with("mot.yaml", judged("gap_at_most: 9", {{"a", "4"}}));
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 0);
  folder.with("mot.yaml", judged("gap_at_most: 2", {{"a", "4"}}));
  CHECK(contains(checked("known.json").out, "not covered by the baseline: the gate held"));
}

TEST_CASE("renaming an id renames it in what a baseline knows of gates") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", judged("gap_at_most: 2", {{"a", "4"}}));
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  CHECK(run_mot({"rename", "a", "till"}).code == 0);
  CHECK(checked("known.json").code == 0);
}

TEST_CASE("a baseline that was just written fails nobody, and one more unknown does") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const char* const gates = "delivered_at_least: 80, gap_at_most: 3, below_adequate_at_most: 1";
  folder.with("mot.yaml", judged(gates, {{"a", "8"}, {"b", "?"}, {"c", "8"}}));
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  const Ran same = checked("known.json");
  CHECK(same.code == 0);
  CHECK(contains(same.err, "gate 'delivered_at_least: 80' cannot be decided"));
  CHECK(contains(same.err, "nobody gave a score: b; the baseline knows it\n"));
  CHECK(contains(same.out, "nothing new to mend"));
  const std::string cases = run_mot({"check", "--baseline", "known.json", "--format", "junit"}).out;
  CHECK(contains(cases, "<testcase classname=\"gates\" name=\"delivered_at_least: 80\">"));
  CHECK(contains(cases, "nobody gave a score: b; the baseline knows it</system-out>"));
  folder.with("mot.yaml", judged(gates, {{"a", "8"}, {"b", "?"}, {"c", "?"}}));
  const Ran lost = checked("known.json");
  CHECK(lost.code == 1);
  CHECK(contains(lost.out, "not covered by the baseline: not known any more: c; find out what is missing"));
  folder.with("mot.yaml", judged(gates, {{"a", "6"}, {"b", "?"}, {"c", "6"}}));  // what is known falls short now
  CHECK(contains(checked("known.json").out, "not covered by the baseline: the gate was undecided [gate-broken]"));
  folder.with("mot.yaml", judged(gates, {{"a", "8"}, {"b", "2"}, {"c", "8"}}));
  CHECK(contains(checked("known.json").out, "not covered by the baseline: the gate was undecided [gate-broken]"));
}

TEST_CASE("gates that can't but hold, and gates that are none, are told") {
  const struct {
    const char* gates;
    const char* said;  // empty: nothing of the kind
  } cases[] = {
      {"{ gap_at_most: 10 }", ":2:43: warning: gate 'gap_at_most: 10' always holds, for no figure is more than 10"},
      {"{ gap_at_most: 99 }", "always holds"},
      {"{ gap_at_most: 9.5 }", ""},
      {"{ moment_of_truth_gap_at_most: 10 }", "always holds"},
      {"{ delivered_at_least: 0 }", "gate 'delivered_at_least: 0' always holds, for no figure is less than 0"},
      {"{ delivered_at_least: 1 }", ""},
      {"{ coverage_at_least: 0 }", "always holds"},
      {"{ known_at_least: 0 }", "always holds"},
      {"{ kpis_met_at_least: 0 }", "always holds"},
      {"{ below_adequate_at_most: 1 }", "always holds"},
      {"{ below_adequate_at_most: 0 }", ""},
      {"{}", ":2:28: error: no gate stands under 'gates', so nothing is held"},
      {"{ undecided: allow }", ":2:28: error: no gate stands under 'gates', so nothing is held"},
      {"~", ":2:21: error: nothing stands behind 'gates', so nothing is held"},
      {"", ":2:21: error: nothing stands behind 'gates', so nothing is held"},
      {"{ x-delivered_at_least: 80 }", "error: no gate begins with 'x-', so nothing is held; write 'delivered_at_least', or take it out"},
      {"{ gap_at_most: 3, x-note: 80 }", "error: this is not a gate, so nothing is held; write one, or take it out"},
      {"{ x-limit: &limit 3, gap_at_most: *limit }", ""},
      {"TBD", "warning: 'TBD' says nothing"},
  };
  for (const auto& [gates, said] : cases) {
    CAPTURE(gates);
    const std::string out =
        run_mot({"check", "-"}, {.in = fmt::format("mot: 1\nproject: {{ name: A, gates: {} }}\ntouchpoint: {{ id: a, name: A, desired: 9, "
                                                   "actual: 8 }}\n",
                                                   gates)})
            .out;
    CAPTURE(out);
    CHECK(contains(out, said));
    if (*said == '\0') CHECK_FALSE(contains(out, "always holds"));
  }
}

TEST_CASE("sections that stand under a key that is left alone are told") {
  const struct {
    const char* line;
    const char* said;  // empty: nothing
  } cases[] = {
      {"x-project: { gates: { gap_at_most: 3 } }",
       "'x-project' is left alone, for it begins with 'x-'; a workspace file has the key 'project'"},
      {"x-gates: { gap_at_most: 3 }", "'x-gates' is left alone, for it begins with 'x-', and so is 'gap_at_most' in it"},
      {"x-off: { project: { name: A } }", "'x-off' is left alone, for it begins with 'x-', and so is 'project' in it"},
      {"x-off: { touchpoints: [] }", "and so is 'touchpoints' in it"},
      {"x-build: { include: a, name: b }", ""},
      {"x-shared: &shared { touchpoints: [] }", ""},
      {"x-team: blue", ""},
  };
  for (const auto& [line, said] : cases) {
    CAPTURE(line);
    const std::string out = run_mot({"check", "-"}, {.in = std::string("mot: 1\n") + line + "\ntouchpoint: { id: a, name: A }\n"}).out;
    CHECK(contains(out, said));
    CHECK(contains(out, "is left alone") == (*said != '\0'));
  }
}

TEST_CASE("the head of the report says how the gates stand, broken ones first") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", judged("known_at_least: 50, delivered_at_least: 60, gap_at_most: 2", {{"a", "4"}, {"b", "8"}, {"c", "?"}}));
  CHECK(run_mot({"report", "-o", "r.html", "-o", "r.md"}).code == 0);
  const std::string markdown = text_of(folder / "r.md"), page = text_of(folder / "r.html");
  const auto place_in = [](const std::string& text, const char* what) { return text.find(what); };
  for (const auto& [text, broken, open, held] :
       {std::tuple{&markdown, "- **No moment may fall", "- **At least 60 % of what is wanted",
                   "- It must be known of at least 50 % of the moments"},
        std::tuple{
            &page,
            "<p class=\"gate broken-gate\"><strong>No moment may fall short by more than 2 points. This does not hold: 5.0 points at At a",
            "<p class=\"gate open-gate\"><strong>At least 60 %", "<p class=\"gate weak\">It must be known"}}) {
    CHECK(place_in(*text, broken) < place_in(*text, open));
    CHECK(place_in(*text, open) < place_in(*text, held));
    CHECK(place_in(*text, held) != std::string::npos);
  }
  CHECK(place_in(page, "broken-gate\">") < place_in(page, "<ul class=\"figures\">"));
  CHECK(run_mot({"report", "--department", "none", "-o", "r.md"}).code == 2);
  folder.with("mot.yaml",
              judged("gap_at_most: 2", {{"a", "4"}}) + "journey: { id: j, name: J, stages: [{ name: S, touchpoints: [a] }] }\n");
  CHECK(run_mot({"report", "--journey", "j", "-o", "r.md"}).code == 0);
  CHECK_FALSE(contains(text_of(folder / "r.md"), "This does not hold"));  // gates are about the whole
}
