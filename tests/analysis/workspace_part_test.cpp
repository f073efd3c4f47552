// Parts of a workspace: which touchpoints pass, what stays with them, and that each keeps its figures.
#include "mot/analysis/workspace_part.h"

#include <doctest/doctest.h>

#include "mot/analysis/plan.h"
#include "mot/model/tags.h"
#include "support/small_workspace.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// `a` and `d` on the trip's first stage, `b` on its second; `b c` on the stay. Action `fix`, with the tag `quick`, lifts c; `build` a, b.
Small town() {
  Small small = small_of({"a dep=sales channel=desk mot imp=5 company=10 actual=4 recovery=c",
                          "b dep=care channel=web channel=desk imp=3 company=8 actual=6", "c dep=care imp=4 company=9 actual=8",
                          "d dep=sales channel=web when imp=2"});
  add_journey(small, "trip", "a d | b");
  add_journey(small, "stay", "b c");
  small.workspace.personas.emplace_back().id.value = "ann";
  small.workspace.journeys[0].personas.push_back({{"ann", {}}, 0});
  small.workspace.touchpoints[1].tags = {{"money", {}}};
  small.workspace.journeys[1].tags = {{"calm", {}}};
  small.workspace.personas[0].tags = {{"loyal", {}}};
  const auto add_action = [&](const char* id, std::initializer_list<std::size_t> lifted) {
    Action& action = small.workspace.actions.emplace_back();
    action.id.value = action.name.value = id;
    action.lift = Lift{.each = Number{1, {}}, .by_touchpoint = {}};
    for (const std::size_t i : lifted) action.touchpoints.push_back({{small.workspace.touchpoints[i].id.value, {}}, i});
  };
  add_action("fix", {2});
  add_action("build", {0, 1});
  small.workspace.actions[0].tags = {{"quick", {}}};
  return small;
}

/// `a d | trip/1 | build`: touchpoints, stages by journey, actions; `nothing` where none is left.
std::string shown(const std::optional<WorkspacePart>& part) {
  if (!part) return "nothing";
  std::string text;
  for (const Touchpoint& touchpoint : part->workspace.touchpoints) text += touchpoint.id.value + " ";
  text += "|";
  for (const Journey& journey : part->workspace.journeys) {
    for (const Stage& stage : journey.stages) text += " " + journey.id.value + "/" + stage.id.value.substr(6);
  }
  text += " |";
  for (const Action& action : part->workspace.actions) text += " " + action.id.value;
  return text;
}

std::optional<WorkspacePart> part_of(const Small& small, const TouchpointFilter& filter) {
  return select_touchpoints(filter, small.workspace, small.answers, analyse(small.workspace, small.answers));
}

}  // namespace

TEST_CASE("a filter lets through what every part of it holds for") {
  const Small small = town();
  const struct {
    TouchpointFilter filter;
    const char* left;
  } cases[] = {
      {{.journey = 0}, "a b d | trip/1 trip/2 | build"},
      {{.stage = "stage-1"}, "a b c d | trip/1 stay/1 | fix build"},
      {{.stage = "trip/stage-2"}, "b | trip/2 | build"},
      {{.journey = 1, .stage = "trip/stage-2"}, "nothing"},
      {{.department = 0}, "a d | trip/1 | build"},
      {{.channel = 0}, "a b | trip/1 trip/2 stay/1 | build"},
      {{.channel = 1}, "b d | trip/1 trip/2 stay/1 | build"},
      {{.tag = "money"}, "b | trip/2 stay/1 | build"},
      {{.tag = "calm"}, "b c | trip/2 stay/1 | fix build"},
      {{.tag = "loyal"}, "a b d | trip/1 trip/2 stay/1 | build"},
      {{.tag = "quick"}, "c | stay/1 | fix"},
      {{.traveller = 0}, "a b d | trip/1 trip/2 | build"},
      {{.moments_of_truth = true}, "a | trip/1 | build"},
      {{.department = 1, .moments_of_truth = true}, "nothing"},
  };
  for (const auto& [filter, left] : cases) {
    CAPTURE(left);
    CHECK(shown(part_of(small, filter)) == left);
  }
}

TEST_CASE("a touchpoint keeps its figures and its rank, and sums are of what is left") {
  const Small small = town();
  const Analysis whole = analyse(small.workspace, small.answers);
  const auto part = part_of(small, {.department = 1});
  REQUIRE(part);
  CHECK(part->touchpoints == std::vector<std::size_t>{1, 2});
  CHECK(part->analysis.touchpoints[0] == whole.touchpoints[1]);
  CHECK(part->analysis.touchpoints[1] == whole.touchpoints[2]);
  CHECK(part->analysis.ranking == std::vector<std::size_t>{0, 1});
  CHECK(part->analysis.touchpoints[0].rank == 2);  // a stands before it in the whole
  CHECK(part->analysis.crosshair == whole.crosshair);
  CHECK(part->analysis.all.touchpoints == 2);
  CHECK(part->analysis.all.delivered == whole.departments[1].delivered);
  CHECK(part->analysis.departments[1] == whole.departments[1]);
  CHECK(part->analysis.departments[0].touchpoints == 0);
  REQUIRE(part->analysis.journeys.size() == 2);
  CHECK(part->analysis.journeys[1] == whole.journeys[1]);
}

TEST_CASE("what leads out of the part keeps its id, and what leads on inside leads there") {
  const Small small = town();
  const auto with_recovery = part_of(small, {.stage = "stage-1"}), without = part_of(small, {.department = 0});
  CHECK(with_recovery->workspace.touchpoints[0].recovery[0].index == 2);
  CHECK_FALSE(without->workspace.touchpoints[0].recovery[0].index);
  CHECK(without->workspace.touchpoints[0].recovery[0].value == "c");
  // Recovery is asked of c no more than in the whole.
  const auto calm = part_of(small, {.tag = "calm"});
  CHECK(calm->analysis.touchpoints[1].missing == analyse(small.workspace, small.answers).touchpoints[2].missing);
  const ActionPlan plan = plan_of(calm->workspace, calm->analysis);
  REQUIRE(plan.actions.size() == 2);
  CHECK(plan.actions[0].value == 4);  // `fix`: 4 times 1
  CHECK(plan.actions[1].value == 3);  // `build`: b alone
}

TEST_CASE("tags are listed once each, in alphabetical order") {
  const Small small = town();
  CHECK(tags_in(small.workspace) == std::vector<std::string_view>{"calm", "loyal", "money", "quick"});
}
