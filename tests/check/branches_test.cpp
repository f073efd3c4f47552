// Rules of branches: where they speak and where they are silent.
#include <doctest/doctest.h>

#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Reviewed;

namespace {

std::string branching(const std::string& steps) {
  std::string text = "touchpoints:\n";
  for (const char id : std::string("abcdef")) text += fmt::format("- {{id: {0}, name: The {0}}}\n", id);
  return text + fmt::format("journey: {{id: j, name: J, stages: [{{id: s, name: S, touchpoints: {}}}]}}\n", steps);
}

std::string messages_of(std::string_view rule, const Reviewed& reviewed) {
  std::string list;
  for (const Finding& finding : reviewed.all.findings) {
    if (finding.rule.id() == rule) list += finding.message + "\n";
  }
  return list;
}

}  // namespace

TEST_CASE("shares of branches that follow from one step are no more than all customers, or than those who take the branch around them") {
  const struct {
    const char* steps;
    const char* message;
  } cases[] = {
      {"[a, {when: x, share: 60, touchpoints: [b]}, {when: y, share: 40, touchpoints: [c]}, d]", ""},
      {"[a, {when: x, share: 60, touchpoints: [b]}, d, {when: y, share: 60, touchpoints: [c]}]", ""},
      {"[a, {when: x, share: 60, touchpoints: [b]}, {when: y, share: 50, touchpoints: [c]}, d]",
       "110 % of customers come through branches here, more than all customers: each share is of all who travel the journey (share)\n"},
      {"[a, {when: x, share: 20, touchpoints: [b, {when: y, share: 20, touchpoints: [c]}]}]", ""},
      {"[a, {when: x, share: 20, touchpoints: [b, {when: y, share: 30, touchpoints: [c]}]}]",
       "30 % of customers come through a branch here, more than the 20 % who take the branch around it: each share is of all who travel "
       "the "
       "journey (share)\n"},
  };
  for (const auto& [steps, message] : cases) {
    CAPTURE(steps);
    CHECK(messages_of("shares-over-whole", Reviewed(branching(steps))) == message);
  }
}

TEST_CASE("a share of 0 is told where it stands") {
  const char* const message =
      "nobody comes this way by a share of 0, so what lies on it counts in full: say how many come, or take the branch out\n";
  CHECK(messages_of("branch-of-nobody", Reviewed(branching("[a, {when: x, share: 0, touchpoints: [b]}]"))) == message);
  CHECK(messages_of("branch-of-nobody", Reviewed(branching("[a, {when: x, share: 5, touchpoints: [{when: y, share: 0, then: end}]}]"))) ==
        message);
  CHECK(messages_of("branch-of-nobody", Reviewed(branching("[a, {when: x, share: 0.1, touchpoints: [b]}]"))) == "");
  CHECK(messages_of("branch-of-nobody", Reviewed(branching("[a, {when: x, touchpoints: [b]}]"))) == "");
}

TEST_CASE("ways that are told twice, and places that come twice, are named") {
  const struct {
    const char* steps;
    const char* message;
  } cases[] = {
      {"[a, {when: x, touchpoints: [b]}, {when: y, touchpoints: [b], then: d}, c, d]", ""},
      {"[a, {when: x, touchpoints: [b]}, c, {when: x, touchpoints: [b]}]", ""},
      {"[a, {when: x, touchpoints: [b]}, {when: x, touchpoints: [c]}, d]",
       "'x' is the condition of another branch here: tell the two apart, or make them one\n"},
      {"[a, {when: x, touchpoints: [b, c]}, {when: y, touchpoints: [b, c]}, d]",
       "another branch leads by the same steps to the same place: make them one\n"},
      {"[a, b, a, {when: x, touchpoints: [c], then: a}, d]",
       "'a' comes 2 times on this path, so the way may go on at any of them: name a step that comes once\n"},
  };
  for (const auto& [steps, message] : cases) {
    CAPTURE(steps);
    CHECK(messages_of("branch-twice", Reviewed(branching(steps))) == message);
  }
}

TEST_CASE("a journey inside another one need not decide anything, and its moments have their place") {
  const Reviewed reviewed(
      "touchpoints: [{id: a, name: A, moment_of_truth: true}, {id: b, name: B}, {id: c, name: C}]\n"
      "journeys:\n"
      "- {id: j, name: J, stages: [{id: s, name: S, touchpoints: [{journey: i}, {when: x, touchpoints: [c]}]}]}\n"
      "- {id: i, name: I, stages: [{id: s, name: S, touchpoints: [a]}]}\n"
      "- {id: k, name: K, stages: [{id: s, name: S, touchpoints: [b, {journey: l}]}]}\n"
      "- {id: l, name: L, stages: [{id: s, name: S, touchpoints: [c]}]}\n");
  CHECK(messages_of("journey-without-moment-of-truth", reviewed) ==
        "no moment on the journey 'k' decides: choose the few that do (moment_of_truth)\n");
  CHECK(messages_of("orphan-touchpoint", reviewed) == "");
}
