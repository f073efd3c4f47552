// What was left out of a run and might make it worse: nothing is green by it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

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

std::string rows(int count, std::string_view row) {
  std::string text;
  for (int i = 0; i < count; ++i) text.append(row).append("\n");
  return text;
}

/// 300 answers to one question, so many of which are what is said of the last ones; the others are as they were, an 8 and a 9 in turns.
std::string answers(int others = 0, std::string_view other = "") {
  std::string text = "q\n";
  for (int i = 0; i < 300 - others; ++i) text += i % 2 == 0 ? "8\n" : "9\n";
  return text + rows(others, other);
}

/// Without rules of its own, or silent on what it lost.
std::string survey(const std::string& source, const std::string& project = "") {
  return fmt::format(
      "project: {{ name: P{} }}\nrules: {{ off-scale-answers: ignore }}\npersonas: [{{ id: x, name: X }}, {{ id: y, name: Y }}]\n"
      "touchpoints: [{{ id: a, name: A, importance: 3, desired: 9 }}]\nsources: [{{ id: s, file: s.csv, {} }}]\n",
      project, source);
}

const std::string nothing_worse = "nothing got worse since the baseline";

}  // namespace

TEST_CASE("a baseline that knows a gate as broken or undecided covers no answers that were lost since") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  for (const char* const gates : {", gates: { gap_at_most: 0.3, delivered_at_least: 95 }", ", gates: { gap_at_most: 0.7 }"}) {
    CAPTURE(gates);
    const auto checked = [&](const std::string& csv, const char* option) {
      folder.with("mot.yaml", survey("columns: { a: q }", gates)).with("s.csv", csv);
      return run_mot({"check", option, "b.json"});
    };
    checked(answers(4, "5"), "--write-baseline");
    CHECK(checked(answers(4, "5"), "--baseline").code == 0);
    const Ran lost = checked(answers(29, "0 - awful"), "--baseline");
    CHECK(lost.code == 1);
    CHECK(contains(lost.out, "not covered by the baseline"));
    checked(answers(29, "0 - awful"), "--write-baseline");
    CHECK(checked(answers(29, "0 - awful"), "--baseline").code == 0);  // it knows of as many
  }
  // No gate goes by a lost answer where even the worst is covered.
  folder.with("mot.yaml", survey("columns: { a: q }", ", gates: { gap_at_most: 0.3 }")).with("s.csv", answers(150, "2"));
  CHECK(run_mot({"check", "--write-baseline", "b.json"}).code == 1);
  folder.with("s.csv", "q\n" + rows(75, "8") + rows(75, "9") + rows(149, "2") + "bad\n");
  CHECK(run_mot({"check", "--baseline", "b.json"}).code == 0);
}

TEST_CASE("with a database left out, what is typed decides no gate") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  const auto with = [&](const char* layout) {
    folder.with("mot.yaml", fmt::format("project: {{ name: P, gates: {{ gap_at_most: 3, delivered_at_least: 70 }} }}\n"
                                        "touchpoints: [{{ id: a, name: A, desired: 9, importance: 3, actual: 8 }}]\n"
                                        "sources: [{{ id: s, database: postgresql, connect: 'host=nowhere.invalid', table: t, {} }}]\n",
                                        layout));
  };
  for (const char* const layout :
       {"long: { touchpoint: tp, score: q }", "columns: { a: q }", "summary: { touchpoint: tp, n: n, mean: q }"}) {
    CAPTURE(layout);
    with(layout);
    const Ran check = run_mot({"check", "--offline"}), gaps = run_mot({"gaps", "--offline"});
    CHECK(check.code == 1);
    for (const std::string& said : {check.out, gaps.out}) {
      CHECK(contains(said, "gate 'gap_at_most: 3' cannot be decided"));
      CHECK(contains(said, "gate 'delivered_at_least: 70' cannot be decided"));
      CHECK(contains(said, "answers that could not be used might break it: a"));
    }
    REQUIRE(run_mot({"report", "--offline", "-o", "r.md"}).code == 0);
    CHECK(contains(text_of("r.md"), "cannot be decided"));
  }
  with("columns: { a: { quote: q } }");
  CHECK(contains(run_mot({"check", "--offline"}).err, "gate 'gap_at_most: 3' holds"));  // it measures nothing
}
