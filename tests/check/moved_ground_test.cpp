// A gate does not turn green by what it is held against, or by which answers are let go.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "mot/check/baseline.h"
#include "support/folder.h"
#include "support/program.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

const std::string shop = R"(project:
  name: Shop
  scale: { min: 0, max: 10 }
  gates: { below_adequate_at_most: 0, gap_at_most: 4, kpis_met_at_least: 100, delivered_at_least: 60 }
  kpis: [{ name: On time, value: 80, target: 90, better: higher, date: 2026-11-01 }]
touchpoints:
  - id: wait
    name: Wait
    importance: 4
    visibility: backstage
    owner: Rosa
    desired: { company: 9, customer: { score: 8, adequate: 5 } }
source: { id: s, file: a.csv, columns: { wait: { actual: { column: w, scale: { min: 1, max: 5 } } } }, outcomes: [{ id: all, column: o, scale: { min: 1, max: 5 }, target: 8 }], date: { column: d } }
)";

std::string answers_of_shop() {
  std::string rows = "w,o,d\n";
  for (int i = 0; i < 80; ++i) rows += fmt::format("2,{},2026-0{}-10\n", 2 + i % 2, 1 + i % 9);
  for (int i = 0; i < 12; ++i) rows += fmt::format("{},4,2026-10-01\n", 4 + i % 2);
  return rows;
}

std::string with_other(std::string text, std::string_view old, std::string_view other) {
  const auto at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), other);
}

Ran held_to_known(Folder& folder, const std::string& now) {
  folder.with("mot.yaml", now);
  return run_mot({"check", "--baseline", "known.json"});
}

/// What is said in check and in gaps alike.
std::string reason_in(std::string_view told) {
  constexpr std::string_view before = "than the baseline knows: ";
  const auto at = told.find(before);
  return std::string(at == std::string_view::npos ? told : told.substr(at + before.size()));
}

}  // namespace

TEST_CASE("whoever moves what gates are held against, or which answers count, is told so until the baseline is written anew") {
  Folder folder;
  folder.with("mot.yaml", shop).with("a.csv", answers_of_shop());
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  CHECK(run_mot({"gaps", "-o", "then.json"}).code == 0);
  CHECK(held_to_known(folder, shop).code == 0);
  CHECK(run_mot({"gaps", "--baseline", "then.json"}).code == 0);
  const struct {
    const char* old;
    const char* other;
    const char* told;
  } cases[] = {
      {"adequate: 5", "adequate: 1", "'wait' is held against less than the baseline knows: 1.0 is accepted at least, was 5.0"},
      {", adequate: 5", "", "nothing is accepted at least, was 5.0"},
      {"target: 90", "target: 70", "'project/on-time': its target is 70, was 90"},
      {", target: 90, better: higher", "", "'project/on-time': it has no target any more, which was 90"},
      {"better: higher", "better: lower", "'project/on-time': lower is better now, higher was"},
      {"target: 8", "target: 1", "'outcome/all': its target is 1, was 8"},
      {", target: 8", "", "'outcome/all': it has no target any more, which was 8"},
      {"gap_at_most: 4", "gap_at_most: 9", "'gap_at_most': its limit is 9.0, was 4.0"},
      {"delivered_at_least: 60", "delivered_at_least: 6", "'delivered_at_least': its limit is 6.0, was 60.0"},
      {"gap_at_most: 4, ", "", "'gap_at_most': the gate is gone, its limit was 4.0"},
      {"scale: { min: 0, max: 10 }", "scale: { min: 0, max: 30 }", "'scale': scores stand on a scale of 0 to 30, was 0 to 10"},
      {"column: w, scale: { min: 1, max: 5 }", "column: w, scale: { min: 5, max: 1 }",
       "'reading/s/actual/wait': it is 'w on 5 to 1', was 'w on 1 to 5'"},
      {"source: { id: s, file: a.csv, columns: { wait: { actual: { column: w, scale: { min: 1, max: 5 }",
       "source: { id: t, file: a.csv, columns: { wait: { actual: { column: w, scale: { min: 5, max: 1 }",
       "'reading/s': its answers are not read any more"},
      {"date: { column: d }", "date: { column: d }, where: { w: [2, 4, 5] }",
       "'reading/s/rows': it is 'where w is 2 or 4 or 5', was 'every row'"},
      {"date: { column: d }", "date: { column: d }, weight: w", "'reading/s/sample': it is 'weight w', was 'as it is'"},
      {"gates: {", "gates: { undecided: allow,", "'gates/undecided': it is 'passes', was 'fails'"},
      {"  gates:", "  period: { from: 2026-10-01 }\n  gates:", "measured by 12 answers, was 92"},
      {"date: { column: d }", "date: { column: d }, where: { d: [2026-10-01] }", "measured by 12 answers, was 92"},
      {"columns: { wait: { actual: { column: w, scale: { min: 1, max: 5 } } } }, ", "", "measured by 92 answers then, and not any more"},
  };
  for (const auto& [old, other, told] : cases) {
    CAPTURE(old);
    CAPTURE(other);
    const Ran ran = held_to_known(folder, with_other(shop, old, other));
    CHECK(ran.code == 1);
    CHECK(contains(ran.out, "[aim-lowered]"));
    CHECK(contains(ran.out, told));
    const Ran gaps = run_mot({"gaps", "--baseline", "then.json"});
    CHECK(gaps.code == (std::string_view(old).starts_with("scale") ? 2 : 1));
    if (gaps.code == 1 && !std::string_view(told).ends_with("and not any more")) CHECK(contains(gaps.err, reason_in(told)));
  }
  const struct {
    const char* old;
    const char* other;
  } better[] = {{"target: 90", "target: 95"},
                {"gap_at_most: 4", "gap_at_most: 3"},
                {"adequate: 5", "adequate: 6"},
                {"target: 8", "target: 9"},
                {"source: { id: s,", "source: { id: of-spring,"}};
  for (const auto& [old, other] : better) {
    CAPTURE(other);
    CHECK(!contains(held_to_known(folder, with_other(shop, old, other)).out, "aim-lowered"));
    const std::string said = run_mot({"gaps", "--baseline", "then.json"}).err;
    CHECK(!contains(said, "less is asked"));
    CHECK(!contains(said, "worse: 'project/on-time'"));
    CHECK(!contains(said, "reading/"));
  }
}

TEST_CASE("a share that was too low does not reach its limit by touchpoints that are new") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const std::string head =
      "project: { gates: { delivered_at_least: 60 } }\ntouchpoints:\n"
      "  - { id: pay, name: Pay, importance: 4, desired: 9, actual: 2 }\n";
  folder.with("mot.yaml", head);
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  std::string more = head;
  for (int i = 0; i < 4; ++i) more += fmt::format("  - {{ id: new-{0}, name: New {0}, importance: 4, desired: 9, actual: 9 }}\n", i);
  const Ran diluted = held_to_known(folder, more);
  CHECK(diluted.code == 1);
  CHECK(contains(diluted.out,
                 "'delivered_at_least' holds only with 4 touchpoints that the baseline does not know: of those that it knows it is "
                 "22.2; where they belong there, write the baseline anew"));
  CHECK(!contains(held_to_known(folder, with_other(more, "actual: 2", "actual: 8")).out, "aim-lowered"));
  CHECK(run_mot({"check", "--baseline", "known.json", "--write-baseline", "known.json"}).code == 0);
}

TEST_CASE("what figures are held against comes back from a baseline as it was written, or is refused") {
  Baseline baseline;
  baseline.aims["pay"] = {9, 8, 9, 4, true, 5.5, 92, false, 8, 7};
  baseline.yardsticks = {.scale = Scale{0, 10},
                         .limits = {{"gap_at_most", 4}},
                         .targets = {{"project/on-time", {90, "higher"}}},
                         .terms = {{"reading/s/actual/pay", "w on 1 to 5"}}};
  CHECK(baseline_from_json(to_json(baseline)) == baseline);
  for (const char* wrong : {R"("yardsticks": [])", R"("yardsticks": {"scale": [0]})", R"("yardsticks": {"scale": ["a", 1]})",
                            R"("yardsticks": {"limits": {"gap_at_most": null}})", R"("yardsticks": {"targets": {"a": 4}})",
                            R"("yardsticks": {"targets": {"a": {"target": 4}}})", R"("yardsticks": {"terms": {"a": 4}})",
                            R"("aims": {"aim-lowered/pay": {"answers": -1}})"}) {
    CAPTURE(wrong);
    CHECK_THROWS(baseline_from_json(fmt::format(R"({{"format_version": 1, "findings": [], {}}})", wrong)));
  }
}

TEST_CASE("beside --baseline a new one is written only where nothing fails that the old one does not know") {
  Folder folder;
  folder.with("mot.yaml", shop).with("a.csv", answers_of_shop());
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  const std::string before = testing::text_of(folder / "known.json");
  folder.with("mot.yaml", with_other(shop, "adequate: 5", "adequate: 1"));
  const Ran lower = run_mot({"check", "--baseline", "known.json", "--write-baseline", "known.json"});
  CHECK(lower.code == 1);
  CHECK(
      contains(lower.err, "'known.json' is left as it is: it would know what fails here; write it without --baseline where that is meant"));
  CHECK(testing::text_of(folder / "known.json") == before);
  CHECK(run_mot({"check", "--baseline", "known.json", "--write-baseline", "known.json", "--fail-on", "never"}).code == 0);
  CHECK(testing::text_of(folder / "known.json") == before);
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  CHECK(run_mot({"check", "--baseline", "known.json", "--write-baseline", "known.json"}).code == 0);
}

TEST_CASE("a baseline on another scale is no broken one") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const std::string wide =
      "project: { scale: { min: 0, max: 10 }, gates: { gap_at_most: 1 } }\ntouchpoint: { id: pay, name: Pay, desired: 9, actual: 2 }\n";
  folder.with("mot.yaml", wide);
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  const Ran ran = held_to_known(folder, with_other(with_other(wide, "max: 10", "max: 5"), "desired: 9", "desired: 5"));
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "'scale': scores stand on a scale of 0 to 5, was 0 to 10"));
}
