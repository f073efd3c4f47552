// The sentences that a picture begins with, made of figures by a rule.
#include "mot/picture/verdict.h"

#include <doctest/doctest.h>

#include "mot/picture/gap_text.h"
#include "support/journeys.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::string verdict_on(const std::string& touchpoints, const std::string& stages, const std::string& project = "") {
  const Workspace workspace = workspace_from(project + touchpoints_from(touchpoints) + journey_from(stages));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return verdict_text(workspace, analyse(workspace, answers), workspace.journeys.front());
}

}  // namespace

TEST_CASE("a gap is never told as one of another class: just over a limit or just under it") {
  const Wording wording{Project{}};
  const Scale ten{0, 10}, odd{0, 3.5};
  CHECK(gap_text(wording, 3, ten) == "3");
  CHECK(gap_text(wording, 2.96, ten) == "3");
  CHECK(gap_text(wording, 3.002, ten) == ">3");
  CHECK(gap_text(wording, 3.06, ten) == "3.1");
  CHECK(gap_text(wording, 0.35, odd) == "0.35");  // green, and 0.4 would be yellow
}

TEST_CASE("the verdict names the stages that hurt and the moments that fall shortest, and says what nobody knows") {
  const struct {
    const char* touchpoints;
    const char* stages;
    const char* verdict;
  } cases[] = {
      {"a=9/9 b=2/9", "a|b", "Moment b falls 7 points short (judged) of what is wanted."},
      {"a=4/9 b=2/9", "a|b", "Moment b falls 7 points short (judged) of what is wanted, Moment a 5 (judged)."},
      {"a=3/9 b=2/9 c=1/9!", "a b c", "Moment c falls 8 points short (judged) of what is wanted, Moment b 7 and Moment a 6 (judged)."},
      {"a=7/9 b=2/9 c=6/9", "a b c", "Moment b falls 7 points short (judged) of what is wanted, Moment c 3 (judged)."},
      {"a=2/9 b=2/9 c=2/9 d=2/9 e=4/9 f=7/9", "a b c d e f",
       "Moment a falls 7 points short (judged) of what is wanted, Moment b 7 and Moment c 7 (judged); 2 more fall over 3 points short."},
      {"a=7/9 b=7/9 c=7.5/9", "a b c",
       "Moment a falls 2 points short (judged) of what is wanted, Moment b 2 (judged); 1 more falls over 1 point short."},
      {"a=8/9 b=9/9", "a b", "No known moment falls more than 1 short of what is wanted."},
      {"a=8/9 b=/9", "a b", "No known moment falls more than 1 short of what is wanted. Nobody knows what is lived at Moment b."},
      {"a=2/9 b=/9 c=/9", "a b c",
       "Moment a falls 7 points short (judged) of what is wanted. Nobody knows what is lived at 2 of 3 moments."},
      {"a=/9 b=/9", "a b", "Nothing is known yet of how far what is lived falls short of what is wanted."},
      {"a=5.96/9 b=9/9 c=5.94/9", "a b c", "Moment c falls 3.1 points short (judged) of what is wanted, Moment a >3 (judged)."},
      {"a=/", "", ""},
  };
  for (const auto& [touchpoints, stages, verdict] : cases) {
    CAPTURE(touchpoints);
    CHECK(verdict_on(touchpoints, stages) == verdict);
  }
}

namespace {

/// `importance gap` of each moment, in order.
std::string touchpoints_with_gaps(const std::vector<std::pair<int, int>>& moments) {
  std::string yaml = "touchpoints:\n";
  char id = 'a';
  for (const auto& [importance, gap] : moments) {
    yaml += fmt::format("  - {{id: {0}, name: Moment {0}, importance: {1}, desired: 9, actual: {2}}}\n", id, importance, 9 - gap);
    ++id;
  }
  return yaml;
}

std::string stage_in_verdict(const std::vector<std::pair<int, int>>& moments, const std::string& stages) {
  const Workspace workspace = workspace_from(touchpoints_with_gaps(moments) + journey_from(stages));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  const auto stage = stage_that_hurts(workspace, analysis, workspace.journeys.front());
  return stage ? workspace.journeys.front().stages[*stage].name.value : "";
}

}  // namespace

TEST_CASE("the stage that hurts is the one with the largest mean gap, as the matrix has it, and none where two are alike") {
  CHECK(stage_in_verdict({{5, 6}, {5, 0}, {5, 4}}, "a b|c") == "Stage 2");
  CHECK(stage_in_verdict({{5, 6}, {1, 0}, {5, 4}}, "a b|c") == "Stage 1");
  CHECK(stage_in_verdict({{5, 4}, {5, 4}}, "a|b") == "");
  CHECK(stage_in_verdict({{5, 4}, {5, 2}}, "a b") == "");
  CHECK(stage_in_verdict({{5, 1}, {5, 0}}, "a|b") == "");
  const Workspace workspace = workspace_from(touchpoints_with_gaps({{5, 6}, {5, 0}, {5, 4}}) + journey_from("a b|c"));
  Answers answers;
  answers.touchpoints.resize(3);
  CHECK(verdict_text(workspace, analyse(workspace, answers), workspace.journeys.front()) ==
        "Moment a falls 6 points short (judged) of what is wanted, Moment c 4 (judged). Of the stages “Stage 2” falls furthest short: 4 "
        "points on "
        "average.");
}

TEST_CASE("the verdict says of how many moments of the stage that falls furthest short the gap is known") {
  const Workspace workspace = workspace_from(
      "touchpoints: [{id: a, name: A, importance: 5, desired: 9, actual: 3}, {id: b, name: B, importance: 5, desired: 9}, "
      "{id: c, name: C, importance: 5, desired: 9, actual: 8}]\n" +
      journey_from("a b|c"));
  Answers answers;
  answers.touchpoints.resize(3);
  CHECK(verdict_text(workspace, analyse(workspace, answers), workspace.journeys.front())
            .find("“Stage 1” falls furthest short: 6 points on average (1 of its 2 moments known).") != std::string::npos);
}

TEST_CASE("of equal gaps the one that is mended first is named first") {
  const std::string yaml =
      "touchpoints: [{id: a, name: A, importance: 4, desired: 9, actual: 3}, {id: b, name: B, importance: 4, moment_of_truth: true, "
      "desired: 9, actual: 3}]\n" +
      journey_from("a b");
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(2);
  CHECK(moments_that_hurt(workspace, analyse(workspace, answers), workspace.journeys.front()) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("what falls short of customers' own wishes is told as theirs, and else as what is wanted") {
  const auto told = [](const std::string& of_a, const std::string& of_b) {
    const Workspace workspace =
        workspace_from(fmt::format("project: {{words: {{customer: guest}}}}\ntouchpoints: [{{id: a, name: A, desired: "
                                   "{}, actual: 2}}, {{id: b, name: B, desired: {}, actual: 3}}]\n",
                                   of_a, of_b) +
                       journey_from("a b"));
    Answers answers;
    answers.touchpoints.resize(2);
    return shortfall_text(workspace, analyse(workspace, answers), workspace.journeys.front());
  };
  CHECK(told("{customer: 9}", "{company: 8, customer: 9}") == "A falls 7 points short (judged) of what guests want, B 6 (judged)");
  CHECK(told("{customer: 9}", "{company: 9}") == "A falls 7 points short (judged) of what is wanted, B 6 (judged)");
  CHECK(told("9", "{customer: 9}") == "A falls 7 points short (judged) of what is wanted, B 6 (judged)");
}

TEST_CASE("a visit that comes again counts once") {
  const std::string yaml =
      "project: {words: {customer: guest}}\n"
      "touchpoints: [{id: a, name: A, importance: 5, desired: {customer: 9}, actual: 3}, {id: b, name: B, importance: 1, desired: 9, "
      "actual: 2}]\n" +
      journey_from("a a|b");
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(2);
  const Analysis analysis = analyse(workspace, answers);
  CHECK(moments_that_hurt(workspace, analysis, workspace.journeys.front()) == std::vector<std::size_t>{1, 0});
  CHECK(shortfall_text(workspace, analysis, workspace.journeys.front()) ==
        "B falls 7 points short (judged) of what is wanted, A 6 (judged)");
}

TEST_CASE("what no customer sees is not named among what falls short, and counted apart from it") {
  const Workspace workspace = workspace_from(touchpoints_from("a=5/9 b=4/9 c=3/9 d=5/9") +
                                             "  - {id: back, name: Back, visibility: backstage, supports: [a], desired: 9, actual: 1}\n"
                                             "  - {id: deep, name: Deep, visibility: support, supports: [a], desired: 9}\n" +
                                             journey_from("a back b c d deep"));
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  const Analysis analysis = analyse(workspace, answers);
  CHECK(shortfall_text(workspace, analysis, workspace.journeys.front()) ==
        "Moment c falls 6 points short (judged) of what is wanted, Moment b 5 (judged); 2 more fall over 3 points short, and 1 behind the "
        "scenes");
  CHECK(verdict_text(workspace, analysis, workspace.journeys.front()).find("Nobody knows") == std::string::npos);
}

TEST_CASE("a name that ends in a figure, or is read from the right in an English sentence, stands in quotation marks") {
  const std::string moments =
      "touchpoints:\n"
      "  - {id: a, name: تسليم الأمتعة, desired: 9, actual: 2}\n"
      "  - {id: b, name: Call, desired: 9, actual: 4}\n";
  const auto verdict = [&](const std::string& project) {
    const Workspace workspace = workspace_from(project + moments + journey_from("a b"));
    Answers answers;
    answers.touchpoints.resize(workspace.touchpoints.size());
    return verdict_text(workspace, analyse(workspace, answers), workspace.journeys.front());
  };
  CHECK(verdict("") == "“\u2068تسليم الأمتعة\u2069” falls 7 points short (judged) of what is wanted, Call 5 (judged).");
  const std::string arabic =
      "project: {name: S, words: {phrases: {'{moment} falls {points} points short ({basis}) of what is wanted': '{moment} أقل بـ "
      "{points}'}}}\n";
  CHECK(verdict(arabic).starts_with("\u2068تسليم الأمتعة\u2069 أقل بـ 7"));
  const Workspace gates = workspace_from(
      "touchpoints: [{id: a, name: Gate 5, desired: 9, actual: 2}, {id: b, name: Call, desired: 9, actual: 4}]\n" + journey_from("a b"));
  Answers answers;
  answers.touchpoints.resize(2);
  CHECK(verdict_text(gates, analyse(gates, answers), gates.journeys.front()).starts_with("“Gate 5” falls 7 points short"));
}
