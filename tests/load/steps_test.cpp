// Steps of paths: touchpoints, journeys inside, branches; what of them leads nowhere or into itself.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "mot/load/load.h"
#include "support/workspaces.h"

namespace mot {
namespace {

Loaded loaded_with(const std::string& touchpoints) {
  std::istringstream in(
      "touchpoints: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
      "journeys:\n"
      "- {id: inner, name: Inner, stages: [{id: i, name: I, touchpoints: [c]}]}\n"
      "- {id: j, name: J, stages: [{id: s, name: S, touchpoints: " +
      touchpoints + "}]}\n");
  return load({.paths = {"-"}, .in = &in});
}

std::string said_of(const Loaded& loaded) {
  std::string text;
  for (const Finding& finding : loaded.findings) text += std::string(finding.rule.id()) + ": " + finding.message + "\n";
  return text;
}

/// `a > when x 12% [b, journey inner] then a`.
std::string outline(const std::vector<PathStep>& steps) {
  std::string text;
  for (const PathStep& step : steps) {
    if (!text.empty()) text += ", ";
    if (!step.is_branch()) text += step.touchpoint.value.empty() ? "journey " + step.journey.value : step.touchpoint.value;
    if (step.when) text += "when " + step.when->value;
    if (step.share) text += " " + std::to_string(static_cast<int>(step.share->value)) + "%";
    if (!step.steps.empty()) text += " [" + outline(step.steps) + "]";
    if (step.then) text += " then " + step.then->value;
  }
  return text;
}

}  // namespace

TEST_CASE("a step is a touchpoint, a journey or a branch, nested as deep as anybody likes") {
  const struct {
    const char* yaml;
    const char* steps;
  } cases[] = {
      {"[a, b]", "a, b"},
      {"a", "a"},
      {"[{touchpoint: a}]", "a"},
      {"[a, {journey: inner}]", "a, journey inner"},
      {"[a, {when: x, touchpoints: [b]}]", "a, when x [b]"},
      {"[a, {when: x, touchpoints: b}]", "a, when x [b]"},
      {"[a, {when: x, touchpoint: b, then: end}]", "a, when x [b] then end"},
      {"[a, {when: x, journey: inner}]", "a, when x [journey inner]"},
      {"[a, {when: x, share: 12, touchpoints: [b, {when: y, touchpoints: [c]}], then: a}]", "a, when x 12% [b, when y [c]] then a"},
      {"[a, {when: x, then: c}, b, c]", "a, when x then c, b, c"},
  };
  for (const auto& [yaml, expected] : cases) {
    CAPTURE(yaml);
    const Loaded loaded = loaded_with(yaml);
    CHECK(said_of(loaded) == "");
    CHECK(outline(loaded.workspace.journeys[1].stages[0].steps) == expected);
  }
}

TEST_CASE("what is wrong with a step is said at its place") {
  const struct {
    const char* yaml;
    const char* findings;
  } cases[] = {
      {"[{touchpoint: a, journey: inner}]", "bad-value: a step is a touchpoint or a journey; write one after the other\n"},
      {"[{touchpoint: a, share: 5}]", "bad-value: 'share' and 'then' are a branch's; say when it is taken (when)\n"},
      {"[a, {when: x, share: 120, touchpoints: [b]}]", "bad-value: '120' is not between 0 and 100\n"},
      {"[a, {journey: iner}]", "unknown-journey: no journey has the id 'iner'; did you mean 'inner'?\n"},
      {"[a, {when: x, touchpoints: [d]}]", "unknown-touchpoint: no touchpoint has the id 'd'; it may be 'a', 'b' or 'c'\n"},
      {"[a, {journey: j}]", "journey-in-itself: 'j' stands inside itself here; name another journey, or go back by a branch's 'then'\n"},
      {"[a, {when: x}]",
       "branch-leads-nowhere: nothing follows when this happens; list what does (touchpoints), or say where the way goes on (then)\n"},
      {"[a, {when: x, touchpoints: [b], then: c}]",
       "branch-leads-nowhere: 'c' does not stand on the path of 'j'; name a touchpoint or a journey of the path, or 'end' where it leaves "
       "the "
       "journey\n"},
      {"[a, {when: x, touchpoints: [b, c], then: b}]",
       "branch-leads-nowhere: 'b' stands in this very branch, so nobody ever leaves it; go on outside of it\n"},
  };
  for (const auto& [yaml, expected] : cases) {
    CAPTURE(yaml);
    CHECK(said_of(loaded_with(yaml)) == expected);
  }
}

TEST_CASE("an id may be any word, and the schema's other forms of one step are read as lists") {
  std::istringstream in(
      "touchpoints: [{id: unknown, name: U}, {id: 7, name: Seven}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [unknown, 7]}]}\n");
  const Loaded loaded = load({.paths = {"-"}, .in = &in});
  CHECK(said_of(loaded) == "");
  CHECK(outline(loaded.workspace.journeys[0].stages[0].steps) == "unknown, 7");
}

TEST_CASE("journeys in a circle are told once, and following what is left comes to an end") {
  std::istringstream in(
      "journeys:\n"
      "- {id: a, name: A, stages: [{id: s, name: S, touchpoints: [{journey: b}]}]}\n"
      "- {id: b, name: B, stages: [{id: s, name: S, touchpoints: [{journey: c}]}]}\n"
      "- {id: c, name: C, stages: [{id: s, name: S, touchpoints: [{journey: a}]}]}\n");
  const Loaded loaded = load({.paths = {"-"}, .in = &in});
  REQUIRE(loaded.findings.size() == 1);
  const Finding& finding = *loaded.findings.begin();
  CHECK(finding.message == "'c' leads back to 'a', which it stands inside of; take one of the two out");
  CHECK(finding.notes.size() == 2);
  CHECK(loaded.workspace.journeys[1].stages[0].steps[0].journey.index == 2);
  CHECK_FALSE(loaded.workspace.journeys[2].stages[0].steps[0].journey.index);
}

TEST_CASE("a hundred thousand journeys inside each other are a finding, not a crash") {
  std::string yaml = "journeys:\n";
  constexpr int count = 100'000;
  for (int i = 0; i < count; ++i) {
    const std::string next = i + 1 < count ? "{journey: j" + std::to_string(i + 1) + "}" : "";
    yaml += "- {id: j" + std::to_string(i) + ", name: J, stages: [{id: s, name: S, touchpoints: [" + next + "]}]}\n";
  }
  std::istringstream in(yaml);
  const Loaded loaded = load({.paths = {"-"}, .in = &in});
  REQUIRE(!loaded.findings.empty());
  CHECK(loaded.findings.begin()->rule.id() == "too-deep");
}

}  // namespace mot
