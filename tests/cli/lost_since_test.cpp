// What was lost since a baseline, or left out of a run, and might make it worse: nothing is green by it.
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

TEST_CASE("a baseline of figures is not green where what was lost since would make it worse") {
  const struct {
    const char* what;
    std::string source, before, worse, lost, few;
    std::string said_of_worse, said_of_lost;
    std::vector<std::string> options = {};
  } cases[] = {
      // (136·8 + 135·9 + 29·0) / 300 = 7.68
      {"a score", "columns: { a: q }", answers(), answers(29, "0"), answers(29, "0 - awful"), answers(1, "0 - awful"),
       "worse: 'a' is lived at 7.68, was 8.50, p ", "might be worse: 'a' is lived at 7.68, was 8.50, p "},
      // 200 of 300 promote and none detracts: 66.67; 181 and 29: 50.67
      {"the whole", "columns: { a: q }, outcomes: [{ id: o, kind: nps, column: r }]", "q,r\n" + rows(200, "8,10") + rows(100, "9,8"),
       "q,r\n" + rows(181, "8,10") + rows(90, "9,8") + rows(29, "8,0"), "q,r\n" + rows(181, "8,10") + rows(90, "9,8") + rows(29, "8,never"),
       "q,r\n" + rows(200, "8,10") + rows(99, "9,8") + "9,never\n", "worse: outcome 'o': 50.67, was 66.67, p ",
       "might be worse: outcome 'o': 50.67, was 66.67, p "},
      {"thumbs", "columns: { a: { verdict: v } }", "v\n" + rows(270, "up") + rows(30, "down"), "v\n" + rows(241, "up") + rows(59, "down"),
       "v\n" + rows(241, "up") + rows(30, "down") + rows(29, "nope"), "v\n" + rows(270, "up") + rows(29, "down") + "nope\n",
       "worse: thumbs up at 'a': 80.33 %, was 90.00 %, p ", "might be worse: thumbs up at 'a': 80.33 %, was 90.00 %, p "},
      // Nobody can tell whose the last ones are: (100·8 + 100·9 + 29·0) / 229 = 7.42
      {"a persona",
       "persona: g, columns: { a: q }",
       "g,q\n" + rows(100, "x,8") + rows(100, "x,9") + rows(100, "y,9"),
       "g,q\n" + rows(100, "x,8") + rows(100, "x,9") + rows(29, "x,0") + rows(71, "y,9"),
       "g,q\n" + rows(100, "x,8") + rows(100, "x,9") + rows(29, "xx,0") + rows(71, "y,9"),
       "g,q\n" + rows(100, "x,8") + rows(100, "x,9") + "xx,8\n" + rows(99, "y,9"),
       "worse: 'a' is lived at 7.42, was 8.50, p ",
       "might be worse: 'a' is lived at 7.42, was 8.50, p ",
       {"--persona", "x"}},
  };
  for (const auto& is : cases) {
    CAPTURE(is.what);
    Folder folder;
    const WorkingDirectory here(folder.path());
    const auto gaps = [&](const std::string& csv, std::vector<std::string> more) {
      folder.with("mot.yaml", survey(is.source)).with("s.csv", csv);
      more.insert(more.begin(), "gaps");
      more.insert(more.end(), is.options.begin(), is.options.end());
      return run_mot(more);
    };
    REQUIRE(gaps(is.before, {"-o", "then.json"}).code == 0);
    const Ran worse = gaps(is.worse, {"--baseline", "then.json"});
    CHECK(worse.code == 1);
    CHECK(contains(worse.err, is.said_of_worse));
    const Ran lost = gaps(is.lost, {"--baseline", "then.json"});
    CHECK(lost.code == 1);
    CHECK(contains(lost.err, is.said_of_lost));
    CHECK(contains(lost.err, ", if 29 answers that could not be used said the worst; mend them\n"));
    const Ran few = gaps(is.few, {"--baseline", "then.json"});  // one answer can't make it worse
    CHECK(few.code == 0);
    CHECK(contains(few.err, nothing_worse));
    REQUIRE(gaps(is.lost, {"-o", "lost.json"}).code == 0);
    CHECK(gaps(is.lost, {"--baseline", "lost.json"}).code == 0);  // the baseline knows of them
  }
}

TEST_CASE("a difference names what was lost, and what that may hide") {
  Folder folder;
  folder.with("old/mot.yaml", survey("columns: { a: q }")).with("old/s.csv", answers());
  folder.with("new/mot.yaml", survey("columns: { a: q }")).with("new/s.csv", answers(29, "0 - awful"));
  folder.with("one/mot.yaml", survey("columns: { a: q }")).with("one/s.csv", answers(1, "0 - awful"));
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"diff", "old", "new", "--exit-code"});
  CHECK(ran.code == 1);
  CHECK(contains(ran.out, "Answers that could not be used"));
  CHECK(contains(ran.out, "might hide that it got worse"));
  const auto losses = [](const char* before, const char* after) {
    return json::parse(run_mot({"diff", before, after, "--format", "json"}).out)["answers_lost"];
  };
  CHECK(losses("old", "new") == json::parse(R"([{"id": "a", "question": "actual", "before": 0.0, "after": 29.0, "may_hide": true}])"));
  CHECK(losses("new", "old") == json::parse(R"([{"id": "a", "question": "actual", "before": 29.0, "after": 0.0, "may_hide": false}])"));
  CHECK(losses("old", "one") == json::parse(R"([{"id": "a", "question": "actual", "before": 0.0, "after": 1.0, "may_hide": false}])"));
  CHECK(losses("new", "new") == json::array());
}

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
                                        "sources: [{{ id: s, database: postgresql, connect: '${{NOWHERE}}', table: t, {} }}]\n",
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

TEST_CASE("a baseline of a part is none of the whole") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml",
              "departments: [{ id: d, name: D }, { id: e, name: E }]\n"
              "touchpoints: [{ id: a, name: A, department: d, desired: 9, actual: 5, moment_of_truth: true }, "
              "{ id: b, name: B, department: e, desired: 9, actual: 8 }]\n"
              "journeys: [{ id: j, name: J, stages: [{ id: t, name: T, touchpoints: [a] }] }]\n");
  const std::pair<std::vector<std::string>, const char*> parts[] = {
      {{"--department", "d"}, "department D"}, {{"--journey", "j"}, "journey J"}, {{"--moments-of-truth"}, "moments of truth"}};
  for (const auto& [options, part] : parts) {
    std::vector<std::string> write = {"gaps", "-o", "then.json"};
    write.insert(write.end(), options.begin(), options.end());
    REQUIRE(run_mot(write).code == 0);
    CHECK(json::parse(text_of("then.json"))["narrowed_to"] == part);
    const Ran ran = run_mot({"gaps", "--baseline", "then.json"});
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, fmt::format("the baseline is about a part of a workspace, {}, and the figures about all of it", part)));
  }
  REQUIRE(run_mot({"gaps", "-o", "then.json", "--top", "1"}).code == 0);
  CHECK(json::parse(text_of("then.json"))["narrowed_to"].is_null());
  CHECK(run_mot({"gaps", "--baseline", "then.json"}).code == 0);
  CHECK(run_mot({"gaps", "--baseline", "then.json", "--department", "d"}).code == 2);
}

TEST_CASE("what was lost stands beside what is delivered") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", survey("columns: { a: q }")).with("s.csv", answers(29, "0 - awful"));
  const std::string said = "answers that could not be used are in no figure: a (29)";
  CHECK(contains(run_mot({"gaps"}).out, said));
  CHECK(contains(run_mot({"gaps", "--format", "csv"}).out, ",answers_lost"));
  const json document = json::parse(run_mot({"gaps", "--format", "json"}).out);
  CHECK(document["summary"]["answers_lost"] == 29.0);
  CHECK(document["touchpoints"][0]["lost"]["actual"] == 29.0);
  REQUIRE(run_mot({"report", "-o", "r.md", "-o", "r.html"}).code == 0);
  const std::string page = text_of("r.md");
  CHECK(contains(page, said));
  CHECK(page.find(said) < page.find("\n## "));  // at its head
  CHECK(contains(text_of("r.html"), said));
  folder.with("s.csv", answers());
  CHECK_FALSE(contains(run_mot({"gaps"}).out, "answers that could not be used"));
}
