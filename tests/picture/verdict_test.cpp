// The sentences that a picture begins with, made of figures by a rule.
#include "mot/picture/verdict.h"

#include <doctest/doctest.h>

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

TEST_CASE("the verdict names the stages that hurt and the moments that fall shortest, and says what nobody knows") {
  const struct {
    const char* touchpoints;
    const char* stages;
    const char* verdict;
  } cases[] = {
      {"a=9/9 b=2/9", "a|b", "“Stage 2” hurts most: Moment b falls 7 points short (judged) of what is wanted."},
      {"a=4/9 b=2/9", "a|b", "“Stage 2” hurts most: Moment b falls 7 points short (judged) of what is wanted, Moment a 5 (judged)."},
      {"a=3/9 b=2/9", "a|b",
       "“Stage 2” and “Stage 1” hurt most: Moment b falls 7 points short (judged) of what is wanted, Moment a 6 (judged)."},
      {"a=3/9 b=2/9 c=1/9!", "a b c",
       "“Stage 1” hurts most: Moment c falls 8 points short (judged) of what is wanted, Moment b 7 and Moment a 6 (judged)."},
      {"a=7/9 b=2/9 c=6/9", "a b c",
       "“Stage 1” hurts most: Moment b falls 7 points short (judged) of what is wanted, Moment c 3 (judged)."},
      {"a=8/9 b=9/9", "a b", "No known moment falls more than 1 short of what is wanted."},
      {"a=8/9 b=/9", "a b", "No known moment falls more than 1 short of what is wanted. Nobody knows what is lived at Moment b."},
      {"a=2/9 b=/9 c=/9", "a b c",
       "“Stage 1” hurts most: Moment a falls 7 points short (judged) of what is wanted. Nobody knows what is lived at 2 of 3 moments."},
      {"a=/9 b=/9", "a b", "Nothing is known yet of how far what is lived falls short of what is wanted."},
      {"a=/", "", ""},
  };
  for (const auto& [touchpoints, stages, verdict] : cases) {
    CAPTURE(touchpoints);
    CHECK(verdict_on(touchpoints, stages) == verdict);
  }
}

TEST_CASE("a moment that is wanted by customers is told as theirs, and a visit that comes again counts once") {
  const std::string yaml =
      "project: {words: {customer: guest}}\n"
      "touchpoints: [{id: a, name: A, importance: 5, desired: {customer: 9}, actual: 3}, {id: b, name: B, importance: 1, desired: 9, "
      "actual: 2}]\n" +
      journey_from("a a|b");
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(2);
  const Analysis analysis = analyse(workspace, answers);
  CHECK(stages_that_hurt(analysis, workspace.journeys.front()) == std::vector<std::size_t>{0});
  CHECK(moments_that_hurt(workspace, analysis, workspace.journeys.front()) == std::vector<std::size_t>{1, 0});
  CHECK(shortfall_text(workspace, analysis, workspace.journeys.front()) ==
        "B falls 7 points short (judged) of what is wanted, A 6 (judged)");
}
