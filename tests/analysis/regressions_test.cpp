// What got worse since a baseline, and what is no baseline.
#include "mot/analysis/compare/regressions.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <stdexcept>

#include "mot/write/json/gaps_json.h"
#include "support/folder.h"
#include "support/program.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// The figures of a small workspace, written down and read again.
KnownFigures written_down(const Small& small) {
  const Analysis analysis = analyse(small.workspace, small.answers);
  return known_figures_from_json(
      gaps_json({.workspace = small.workspace, .analysis = analysis, .gates = judge_gates(small.workspace, analysis)}));
}

/// `lived_worse a 6 4`, a line a regression.
std::string regressions(const Small& before, const Small& now) {
  const Analysis analysis = analyse(now.workspace, now.answers);
  std::string text;
  for (const Regression& found : find_regressions(written_down(before), now.workspace, analysis, judge_gates(now.workspace, analysis))) {
    constexpr const char* kinds[] = {"lived_worse",       "no_longer_known", "gate_broken",        "figure_worse",     "figure_lost",
                                     "kpi_missed",        "kpi_lost",        "no_longer_measured", "no_longer_tested", "touchpoint_gone",
                                     "figure_not_tested", "kpi_gone",        "aim_lowered",        "yardstick_moved"};
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kinds[static_cast<int>(found.kind)], found.id);
  }
  return text;
}

std::string refusal(const std::string& json) {
  try {
    known_figures_from_json(json);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("only what got worse is a regression") {
  const struct {
    const char* before;
    const char* now;
    const char* found;
  } cases[] = {
      {"a company=9 actual=6", "a company=9 actual=6", ""},
      {"a company=9 actual=6", "a company=9 actual=5", "lived_worse a"},
      {"a company=9 actual=6", "a company=9 actual=7", ""},
      {"a company=7 actual=6", "a company=10 actual=6", ""},  // more ambition
      {"a company=9 actual=6", "a company=9", "no_longer_known a"},
      {"a company=9", "a company=9 actual=1", ""},
      {"a company=9 actual=6", "b company=9 actual=1", "touchpoint_gone a"},  // removed, and another
      {"a company=9", "b company=9", ""},                                     // nobody knew anything of it
      {"a company=9 answered=6x40~2", "a company=9 answered=4x40~2", "lived_worse a"},
      {"a company=9 answered=6x40~2", "a company=9 answered=5.9x40~2", ""},  // no evidence of change
      {"a company=9 answered=6x40~2", "a company=9 answered=6x40~2", ""},
      {"a company=9 answered=6x40~2", "a company=9 answered=4x9~2", "no_longer_tested a"},  // too few to tell
      {"a company=9 answered=6x9~2", "a company=9 answered=4x8~2", ""},                     // as before
      {"a company=9 answered=6x40~2", "a company=9 actual=9", "no_longer_measured a"},
      {"a company=9 answered=6x5~2", "a company=9 actual=9", "no_longer_measured a"},
      {"a company=9 answered=6x40~2", "a company=9 actual=9 answered=6x5~2", "no_longer_measured a"},
      {"a company=9 imp=3 owner=Rosa answered=6x40~2", "b company=9 imp=3 owner=Rosa answered=4x40~2", "lived_worse b"},  // renamed
      {"a company=9 imp=3 owner=Rosa answered=6x40~2", "b company=9 imp=3 owner=Rosa answered=6x40~2", ""},
      {"a company=9 imp=3 owner=Rosa answered=6x40~2", "b company=9 imp=4 owner=Rosa answered=4x40~2", "touchpoint_gone a"},
      {"a company=9 answered=6x40", "a company=9 answered=5x40~2", ""},  // the widest spread is supposed
      {"a company=9 answered=9x100~0", "a company=9 answered=3x100~0", "lived_worse a"},
      {"a company=9 answered=8x300~1", "a company=9 answered=2x300~1 said=2x2", "lived_worse a"},
      {"a company=9 actual=6", "a company=9 answered=4x40~2", ""},  // judged before, measured now
  };
  for (const auto& [before, now, found] : cases) {
    CAPTURE(before);
    CAPTURE(now);
    CHECK(regressions(small_of({before}), small_of({now})) == found);
  }
}

TEST_CASE("p values are adjusted for how many touchpoints are compared") {
  // scipy: 6 and 4.9, n 40, s 2, with an answer more at 0 and at 10: p = 0.0357; twice that is over 0.05
  const char *before = "a company=9 answered=6x40~2", *now = "a company=9 answered=4.9x40~2";
  CHECK(regressions(small_of({before}), small_of({now})) == "lived_worse a");
  CHECK(regressions(small_of({before, "b company=9 answered=6x40~2"}), small_of({now, "b company=9 answered=6.1x40~2"})) == "");
}

TEST_CASE("a gate is a regression where its value is worse or its limit asks for less, not where it asks for more") {
  const auto with_gates = [](const char* line, double gap_at_most, double delivered_at_least) {
    Small small = small_of({line});
    small.workspace.project.gates.gap_at_most = Number{gap_at_most, {}};
    small.workspace.project.gates.delivered_at_least = Within<0, 100>{{delivered_at_least, {}}};
    return small;
  };
  const char *good = "a imp=5 company=10 actual=8", *worse = "a imp=5 company=10 answered=6x40~1";
  CHECK(regressions(with_gates(good, 3, 50), with_gates(worse, 3, 50)) == "gate_broken gap_at_most");
  CHECK(regressions(with_gates(good, 3, 50), with_gates(good, 1, 90)) == "");
  CHECK(regressions(with_gates(worse, 1, 90), with_gates(worse, 1, 90)) == "");
  CHECK(regressions(with_gates(good, 3, 70), with_gates(worse, 9, 70)) == "gate_broken delivered_at_least, yardstick_moved gap_at_most");
  CHECK(regressions(small_of({good}), with_gates(worse, 3, 50)) == "gate_broken gap_at_most");  // was not known
}

TEST_CASE("what is no baseline is refused with the reason") {
  const struct {
    const char* json;
    const char* reason;
  } cases[] = {
      {"", "is not a JSON object"},
      {"[]", "is not a JSON object"},
      {"{}", "is not of format version 1"},
      {R"({"format_version": 2})", "is not of format version 1"},
      {R"({"format_version": 1})", "has no scale"},
      {R"({"format_version": 1, "scale": {"min": 0, "max": 10}})", "has no list 'touchpoints'"},
      {R"({"format_version": 1, "scale": {"min": 0, "max": 10}, "touchpoints": [7]})", "has an entry that is not an object"},
      {R"({"format_version": 1, "scale": {"min": 0, "max": 10}, "touchpoints": [{"id": 7}]})",
       "holds something in 'id' that is not a text"},
      {R"({"format_version": 1, "scale": {"min": 0, "max": 10}, "touchpoints": [{"id": "a", "actual": "6"}]})",
       "holds something in 'actual' that is not a number"},
      {R"({"format_version": 1, "scale": {"min": 0, "max": 10}, "touchpoints": []})", "has no list 'gates'"},
      {R"({"format_version": 1, "findings": []})", "has no scale"},
  };
  for (const auto& [json, reason] : cases) {
    CAPTURE(json);
    CHECK(refusal(json) == fmt::format("the baseline {}; write a new one with 'mot gaps -o baseline.json'", reason));
  }
}

TEST_CASE("a baseline of figures that nobody can have measured is refused, for nothing could ever be worse") {
  const auto baseline = [](const std::string& touchpoint, const std::string& gate = "", const std::string& more = "") {
    return fmt::format(R"({{"format_version": 1, "scale": {{"min": 0, "max": 10}}, "touchpoints": [{{"id": "a"{}}}], "gates": [{}]{}}})",
                       touchpoint, gate, more);
  };
  const std::string measured = R"(, "actual": 6, "actual_kind": "measured", "n": 40, "n_effective": 40, "sd": 2)";
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string changed = measured;
    return baseline(changed.replace(changed.find(what), what.size(), by));
  };
  CHECK(refusal(baseline(measured, R"({"name": "gap_at_most", "value": -1.5}, {"name": "delivered_at_least", "value": null})")) == "");
  const std::string of_answers =
      "the baseline holds figures of 'a' that no answers can give; write a new one with 'mot gaps -o baseline.json'";
  CHECK(refusal(with("6", "-1e300")) == of_answers);
  CHECK(refusal(with("6", "11")) == of_answers);
  CHECK(refusal(with("\"sd\": 2", "\"sd\": 1e9")) == of_answers);
  CHECK(refusal(with("\"sd\": 2", "\"sd\": -2")) == of_answers);
  CHECK(refusal(with("\"n_effective\": 40", "\"n_effective\": -40")) == of_answers);
  CHECK(refusal(baseline(R"(, "actual": -3, "actual_kind": "judged")")) == of_answers);
  CHECK(refusal(baseline(R"(, "importance": 1000)")) == of_answers);
  const auto gate = [&](const char* text) {
    return refusal(baseline(measured, text)).find("that no workspace can have") != std::string::npos;
  };
  CHECK(gate(R"({"name": "gap_at_most", "value": 1e300})"));
  CHECK(gate(R"({"name": "below_adequate_at_most", "value": -1})"));
  CHECK(gate(R"({"name": "delivered_at_least", "value": -1e300})"));
  CHECK(refusal(R"({"format_version": 1, "scale": {"min": 10, "max": 0}, "touchpoints": [], "gates": []})") ==
        "the baseline has a scale from 10 to 0; write a new one with 'mot gaps -o baseline.json'");

  Folder folder;
  folder.with("mot.yaml", "project: { gates: { gap_at_most: 1 } }\ntouchpoint: { id: pay, name: Pay, desired: 9, actual: 2 }\n")
      .with("known.json", R"({"format_version": 1, "findings": [], "gates": [{"name": "gap_at_most", "value": 1e300}]})");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"check", "--baseline", "known.json"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "the baseline holds a value of the gate 'gap_at_most' that no workspace can have; write a new one with"));
}

TEST_CASE("a moment that is gone is a regression until the baseline is written anew") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const std::string both = "touchpoints: [{ id: a, name: A, desired: 9, actual: 2 }, { id: b, name: B, desired: 9, actual: 6 }]\n";
  const std::string one = "touchpoints: [{ id: b, name: B, desired: 9, actual: 6 }]\n";
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = both}).code == 0);
  const Ran ran = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = one});
  CHECK(ran.code == 1);
  CHECK(ran.err ==
        "worse: nobody knows any more what customers live at 'a', was 2.00: it is not in the workspace\n"
        "where something is gone or lower on purpose, write the baseline anew\n");
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = one}).code == 0);
  CHECK(run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = one}).code == 0);
}

TEST_CASE("who asks for less is told so, and nobody where customers say what they want") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const auto shop = [](const char* touchpoint) {
    return fmt::format("project: {{ gates: {{ gap_at_most: 5 }} }}\ntouchpoints: [{{ id: pay, name: Pay, actual: 2{} }}]\n", touchpoint);
  };
  const std::string then = shop(", importance: 5, moment_of_truth: true, desired: { company: 9, customer: 8 }");
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = then}).code == 0);
  CHECK(run_mot({"check", "-", "--write-baseline", "known.json"}, {.in = then}).code == 1);
  const struct {
    const char* touchpoint;
    const char* lower;  // empty: nothing is
  } cases[] = {
      {", importance: 5, moment_of_truth: true, desired: { company: 9, customer: 8 }", ""},
      {", importance: 5, moment_of_truth: it decides, desired: { company: 10, customer: 7 }", ""},
      {", importance: 5, moment_of_truth: true, desired: { company: 4, customer: 9 }", ""},
      {", importance: 5, moment_of_truth: true, desired: { company: 6, customer: 8 }", "8.0 is wanted, was 9.0"},
      {", importance: 5, moment_of_truth: true, desired: { company: 6, customer: 3 }", "6.0 is wanted, was 9.0"},
      {", importance: 1, moment_of_truth: true, desired: { company: 9 }", "importance 1.0, was 5.0"},
      {", moment_of_truth: true, desired: { company: 9 }", "importance unknown, was 5.0"},
      {", importance: 5", "nothing is wanted, was 9.0; no moment of truth any more"},
  };
  for (const auto& [touchpoint, lower] : cases) {
    CAPTURE(touchpoint);
    const Ran gaps = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = shop(touchpoint)});
    const Ran check = run_mot({"check", "-", "--baseline", "known.json"}, {.in = shop(touchpoint)});
    const bool is_lower = *lower != '\0';
    if (is_lower) CHECK(gaps.code == 1);
    if (is_lower) CHECK(check.code == 1);
    CHECK(contains(gaps.err, "worse: less is asked of 'pay': " + std::string(lower) + "\n") == is_lower);
    CHECK(contains(check.out, "[aim-lowered]") == is_lower);
    CHECK(contains(check.out, "'pay' is held against less than the baseline knows: " + std::string(lower) + "; where") == is_lower);
    CHECK(contains(run_mot({"check", "-", "--baseline", "known.json", "--fail-on", "warning"}, {.in = shop(touchpoint)}).out,
                   "aim-lowered") == is_lower);
  }
  const std::string silenced = "rules: { aim-lowered: off }\n" + shop(", importance: 1, moment_of_truth: true, desired: 9");
  CHECK(contains(run_mot({"check", "-", "--baseline", "known.json"}, {.in = silenced}).out, "importance 1.0, was 5.0"));
}

TEST_CASE("a gate does not hold because what broke it was deleted or goes by another id") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const std::string head = "project: { gates: { gap_at_most: 5 } }\ntouchpoints:\n  - { id: sit, name: Sit, desired: 8, actual: 7 }\n";
  const std::string pay = "  - { id: pay, name: Pay, desired: 9, actual: 2 }\n";
  CHECK(run_mot({"check", "-", "--write-baseline", "known.json"}, {.in = head + pay}).code == 1);
  const auto held = [](const std::string& workspace) { return run_mot({"check", "-", "--baseline", "known.json"}, {.in = workspace}); };
  CHECK(held(head + pay).code == 0);
  for (const std::string& now : {head, head + "  - { id: paying, name: Pay, desired: 9, actual: 4 }\n"}) {
    const Ran ran = held(now);
    CHECK(ran.code == 1);
    CHECK(contains(ran.out, "'pay' is not in the workspace any more (9.0 was wanted), and what it broke is not found any more; where"));
  }
  const Ran ignored = run_mot({"check", "-", "--baseline", "known.json", "--select", "no-owner"}, {.in = head});
  CHECK(ignored.code == 1);
  const Ran unreadable = held(head + "  - { id: pay, name: Pay, desired: 9, actual: [2 }\n");
  CHECK(unreadable.code == 1);
  CHECK(!contains(unreadable.out, "not in the workspace any more"));
}

TEST_CASE("a gate that was broken already says by which moments it is since") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const auto shop = [](int other) {
    return fmt::format(
        "project: {{ gates: {{ gap_at_most: 5 }} }}\ntouchpoints: [{{ id: a, name: A, desired: 9, actual: 2 }}, "
        "{{ id: b, name: B, desired: 9, actual: {} }}]\n",
        other);
  };
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = shop(6)}).code == 0);
  CHECK(run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = shop(3)}).err ==
        "worse: 'b' is lived at 3.00, was 6.00, judged\nworse: gate 'gap_at_most' is broken at 7.00, was 7.00; new: b\n");
}

TEST_CASE("a moment that was renamed is held against what it was") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const auto shop = [](const char* id, const char* score) {
    return fmt::format("touchpoints: [{{ id: {}, name: Pay, desired: 9, actual: {} }}]\n", id, score);
  };
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = shop("pay", "6")}).code == 0);
  CHECK(run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = shop("till", "6")}).code == 0);
  const Ran worse = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = shop("till", "4")});
  CHECK(worse.code == 1);
  CHECK(worse.err == "worse: 'till' (was 'pay') is lived at 4.00, was 6.00, judged\n");
}

TEST_CASE("a KPI that is gone, that lost its value, or whose target fell with it, is a regression") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const auto with_kpis = [](const std::string& kpis) {
    return "project: { name: A, kpis: [" + kpis + "] }\ntouchpoint: { id: a, name: A }\n";
  };
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = with_kpis("{ name: On time, value: 90, target: 85, better: higher }")}).code == 0);
  const struct {
    const char* kpis;
    const char* said;
  } cases[] = {
      {"{ name: On time, value: 86, target: 85, better: higher }", "nothing got worse since the baseline\n"},
      {"{ name: On time, value: 86, target: 88, better: higher }", "worse: KPI 'on-time' misses its target at 86.00, was 90.00\n"},
      {"{ name: On time, value: 60, target: 50, better: higher }",
       "worse: KPI 'on-time' misses its target at 60.00, was 90.00\nworse: 'project/on-time': its target is 50, was 85\n"
       "where something is gone or lower on purpose, write the baseline anew\n"},
      {"{ name: On time, value: 99, better: higher }",
       "worse: 'project/on-time': it has no target any more, which was 85\n"
       "where something is gone or lower on purpose, write the baseline anew\n"},
      {"{ name: On time, target: 85, better: higher }", "worse: nobody knows any more: KPI 'on-time', was 90.00\n"},
      {"{ name: Punctual, value: 20, target: 10, better: higher }",
       "worse: nobody knows any more: KPI 'on-time', was 90.00: it is not in the workspace\n"
       "where something is gone or lower on purpose, write the baseline anew\n"},
  };
  for (const auto& [kpis, said] : cases) {
    CAPTURE(kpis);
    const Ran ran = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = with_kpis(kpis)});
    CHECK(ran.err == said);
    CHECK(ran.code == (std::string_view(said).starts_with("worse") ? 1 : 0));
  }
}

TEST_CASE("mot gaps fails on a baseline only where something got worse") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const auto workspace = [](const char* score, const char* max) {
    return fmt::format(
        "project: {{ name: Shop, scale: {{ min: 0, max: {} }} }}\ntouchpoint: {{ id: pay, name: Pay, desired: 9, actual: {} }}\n", max,
        score);
  };
  CHECK(run_mot({"gaps", "-", "-o", "then.json"}, {.in = workspace("6", "10")}).code == 0);
  const Ran same = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = workspace("6", "10")});
  CHECK(same.code == 0);
  CHECK(same.err == "nothing got worse since the baseline\n");
  const Ran worse = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = workspace("4", "10")});
  CHECK(worse.code == 1);
  CHECK(worse.err == "worse: 'pay' is lived at 4.00, was 6.00, judged\n");
  CHECK(contains(worse.out, "Pay"));
  const Ran other = run_mot({"gaps", "-", "--baseline", "then.json"}, {.in = workspace("6", "12")});
  CHECK(other.code == 2);
  CHECK(contains(other.err, "the baseline is on a scale from 0 to 10, and the workspace on one from 0 to 12; write a new one"));
  CHECK(run_mot({"gaps", "-", "--baseline", "never.json"}, {.in = workspace("6", "10")}).code == 2);
}
