// Paths with branches and journeys inside: the ways somebody can take, who comes where, and what that does to figures.
#include "mot/analysis/journey_path.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string>

#include "mot/analysis/journey_tree.h"
#include "mot/analysis/paths.h"
#include "mot/analysis/sets.h"
#include "mot/analysis/times.h"
#include "mot/analysis/workspace_part.h"
#include "mot/load/load.h"

namespace mot {
namespace {

/// Touchpoints a to f, each wanted at 10, lived as its place in the alphabet (a 1, b 2), of importance 1, taking as many minutes.
Workspace workspace_with(const std::string& journeys) {
  std::string yaml = "touchpoints:\n";
  for (int i = 0; i < 6; ++i) {
    const char id = static_cast<char>('a' + i);
    yaml += fmt::format("- {{id: {}, name: {}, importance: 1, desired: 10, actual: {}, takes: {} min}}\n", id, static_cast<char>('A' + i),
                        i + 1, i + 1);
  }
  std::istringstream in(yaml + journeys);
  Loaded loaded = load({.paths = {"-"}, .in = &in});
  for (const Finding& finding : loaded.findings) FAIL(finding.message);
  return std::move(loaded.workspace);
}

std::string journey(const std::string& id, const std::string& steps) {
  return fmt::format("- {{id: {}, name: {}, stages: [{{id: s, name: S, touchpoints: {}}}]}}\n", id, id, steps);
}

Workspace workspace_of(const std::string& steps) {
  return workspace_with("journeys:\n" + journey("j", steps));
}

std::string letters_of(const Workspace& workspace, const std::vector<std::size_t>& touchpoints) {
  std::string text;
  for (const std::size_t touchpoint : touchpoints) text += workspace.touchpoints[touchpoint].id.value;
  return text;
}

/// `a>b a>c c>b`; a way back is `<`.
std::string ways_of(const Workspace& workspace) {
  const JourneyPath path = path_of(workspace, workspace.journeys[0]);
  const auto name = [&](std::size_t stop) {
    const Stop& at = path.stops[stop];
    return at.touchpoint ? workspace.touchpoints[*at.touchpoint].id.value : workspace.journeys[*at.journey].id.value;
  };
  std::string text;
  for (const Way& way : path.ways)
    text += fmt::format("{}{}{}{}", text.empty() ? "" : " ", name(way.from), way.is_back() ? "<" : ">", name(way.to));
  return text;
}

std::string weights_of(const Workspace& workspace) {
  std::string text;
  for (const Weighed& weighed : weighed_touchpoints(workspace, workspace.journeys[0]))
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", workspace.touchpoints[weighed.touchpoint].id.value, weighed.weight);
  return text;
}

}  // namespace

TEST_CASE("ways are those that somebody can take") {
  const struct {
    const char* steps;
    const char* ways;
    const char* main_path;
  } cases[] = {
      {"[a, b]", "a>b", "ab"},
      {"[a, {when: x, touchpoints: [c, d]}, b]", "a>c c>d a>b d>b", "ab"},
      {"[a, {when: x, touchpoints: [c], then: e}, b, e]", "a>c a>b b>e c>e", "abe"},
      {"[a, b, {when: x, touchpoints: [c], then: a}, e]", "a>b b>c b>e c<a", "abe"},
      {"[a, {when: x, touchpoints: [c], then: end}, b]", "a>c a>b", "ab"},
      {"[a, {when: x, then: e}, b, e]", "a>b b>e a>e", "abe"},
      {"[a, {when: x, touchpoints: [c]}, {when: y, touchpoints: [d]}, b]", "a>c a>d a>b c>b d>b", "ab"},
      {"[a, {when: x, touchpoints: [c, {when: y, touchpoints: [d]}]}, b]", "a>c c>d a>b c>b d>b", "ab"},
      {"[a, {when: x, touchpoints: [c, {when: y, touchpoints: [d]}, e], then: end}, b]", "a>c c>d c>e a>b d>e", "ab"},
      {"[{when: x, touchpoints: [c]}, a]", "c>a", "a"},
      {"[a, {when: x, touchpoints: [c]}]", "a>c", "a"},
  };
  for (const auto& [steps, ways, path] : cases) {
    CAPTURE(steps);
    const Workspace workspace = workspace_of(steps);
    CHECK(ways_of(workspace) == ways);
    CHECK(letters_of(workspace, main_path(workspace, workspace.journeys[0])) == path);
  }
}

TEST_CASE("a touchpoint's own condition is a branch of one") {
  std::istringstream in(
      "touchpoints: [{id: a, name: A}, {id: b, name: B, when: x}, {id: c, name: C}]\n"
      "journey: {id: j, name: J, stages: [{id: s, name: S, touchpoints: [a, b, c]}]}\n");
  const Workspace workspace = load({.paths = {"-"}, .in = &in}).workspace;
  CHECK(ways_of(workspace) == "a>b a>c b>c");
  CHECK_FALSE(path_of(workspace, workspace.journeys[0]).branches[0].is_written);
}

TEST_CASE("a branch weighs by the share of customers who take it, where that is known") {
  const struct {
    const char* steps;
    const char* weights;
  } cases[] = {
      {"[a, {when: x, share: 20, touchpoints: [b]}]", "a 1, b 0.2"},
      {"[a, {when: x, touchpoints: [b]}]", "a 1, b 1"},
      {"[a, {when: x, share: 20, touchpoints: [b, {when: y, touchpoints: [c]}]}]", "a 1, b 0.2, c 0.2"},
      {"[a, {when: x, share: 20, touchpoints: [b, {when: y, share: 5, touchpoints: [c]}]}]", "a 1, b 0.2, c 0.05"},
      {"[a, {when: x, share: 20, touchpoints: [b]}, {when: y, share: 30, touchpoints: [b, c]}]", "a 1, b 0.5, c 0.3"},
      {"[a, {when: x, share: 20, touchpoints: [a]}]", "a 1"},
      {"[a, {when: x, share: 20, touchpoints: [b]}, {when: y, touchpoints: [b]}]", "a 1, b 1"},
      {"[a, {when: x, share: 0, touchpoints: [b]}]", "a 1, b 1"},
      {"[a, {when: x, share: 20, touchpoints: [{when: y, share: 0, touchpoints: [b]}]}]", "a 1, b 0.2"},
  };
  for (const auto& [steps, weights] : cases) {
    CAPTURE(steps);
    CHECK(weights_of(workspace_of(steps)) == weights);
  }
  // (0.1 + 0.2 * 0.6) / 1.2
  const Workspace workspace = workspace_of("[a, {when: x, share: 20, touchpoints: [f]}]");
  const Delivered delivered = analyse(workspace, {}).journeys[0].delivered;
  CHECK(*delivered.value == doctest::Approx(100 * 0.22 / 1.2));
  CHECK(delivered.by_share == 1);
  CHECK(analyse(workspace_of("[a, {when: x, touchpoints: [f]}]"), {}).journeys[0].delivered.by_share == 0);
}

TEST_CASE("the touchpoints of a journey inside count once in the one around it") {
  const Workspace workspace = workspace_with("journeys:\n" + journey("j", "[a, {journey: i}, b, {journey: i}]") +
                                             journey("i", "[b, c, {when: x, share: 10, touchpoints: [d]}]"));
  CHECK(letters_of(workspace, touchpoints_of(workspace, workspace.journeys[0])) == "abcd");
  CHECK(letters_of(workspace, main_path(workspace, workspace.journeys[0])) == "abcb");
  CHECK(weights_of(workspace) == "a 1, b 1, c 1, d 0.2");
  CHECK(analyse(workspace, {}).journeys[0].touchpoints == 4);
  const Workspace branched = workspace_with("journeys:\n" + journey("j", "[a, {when: x, share: 50, journey: i}]") +
                                            journey("i", "[b, {when: x, share: 10, touchpoints: [d]}]"));
  CHECK(weights_of(branched) == "a 1, b 0.5, d 0.05");
}

TEST_CASE("a seam within a journey inside is crossed by that one alone, and those to it by the one around it") {
  std::istringstream in(
      "departments: [{id: x, name: X}, {id: y, name: Y}]\n"
      "touchpoints: [{id: a, name: A, department: x}, {id: b, name: B, department: y}, {id: c, name: C, department: x}]\n"
      "journeys:\n" +
      journey("j", "[a, {journey: i}, b]") + journey("i", "[b, c]"));
  const Workspace workspace = load({.paths = {"-"}, .in = &in}).workspace;
  std::string text;
  for (const Seam& seam : seams(workspace, std::vector<Figures>(3)))
    text +=
        fmt::format("{}{} {} ", workspace.touchpoints[seam.from].id.value, workspace.touchpoints[seam.to].id.value, seam.journeys.size());
  CHECK(text == "ab 1 cb 1 bc 1 ");
}

TEST_CASE("times tell the fastest and the slowest way, loops gone once") {
  const struct {
    const char* steps;
    int fastest, slowest;  // minutes; 0: only one way
  } cases[] = {
      {"[a, b]", 0, 0},
      {"[a, {when: x, touchpoints: [f]}, b]", 3, 9},
      {"[a, {when: x, then: e}, b, c, e]", 6, 11},
      {"[a, {when: x, touchpoints: [f], then: end}, b]", 3, 7},
      {"[a, b, {when: x, touchpoints: [f], then: a}, c]", 6, 12},
      {"[a, {when: x, then: end}, b]", 1, 3},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d]}], then: end}, b]", 3, 11},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d]}], then: end}, b, c]", 6, 11},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d]}], then: a}, b]", 3, 13},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d], then: a}]}, b]", 3, 13},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d], then: a}, b], then: end}, c]", 4, 13},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d], then: a}], then: end}, b, c]", 6, 11},
      {"[a, {when: x, touchpoints: [f, {when: y, touchpoints: [d], then: a}], then: c}, b, c]", 6, 14},
      {"[a, {when: x, touchpoints: [f]}, b, a]", 3, 9},
      {"[a, {when: x, touchpoints: [f], then: end}, b, f]", 7, 9},
      {"[a, {when: x, touchpoints: [f]}, {when: y, touchpoints: [f, d]}, b]", 3, 13},
  };
  for (const auto& [steps, fastest, slowest] : cases) {
    CAPTURE(steps);
    const auto ways = times_along(workspace_of(steps)).back().ways;
    REQUIRE(ways.has_value() == (fastest > 0));
    if (!ways) continue;
    CHECK(ways->fastest.seconds == fastest * 60);
    CHECK(ways->slowest.seconds == slowest * 60);
  }
}

TEST_CASE("a filter keeps journeys inside those it names, and takes what is left empty out") {
  const Workspace workspace =
      workspace_with("journeys:\n" + journey("j", "[a, {journey: i}]") + journey("i", "[b, c]") + journey("k", "[d]"));
  const Analysis analysis = analyse(workspace, {});
  const auto of_journey = select_touchpoints({.journey = 0}, workspace, {}, analysis);
  REQUIRE(of_journey);
  CHECK(letters_of(of_journey->workspace, touchpoints_of(of_journey->workspace, of_journey->workspace.journeys[0])) == "abc");
  CHECK(of_journey->workspace.journeys.size() == 2);
  const auto of_inner = select_touchpoints({.journey = 1}, workspace, {}, analysis);
  REQUIRE(of_inner);
  CHECK(of_inner->workspace.journeys.size() == 1);
  CHECK(letters_of(of_inner->workspace, touchpoints_of(of_inner->workspace, of_inner->workspace.journeys[0])) == "bc");
}

TEST_CASE("journeys in journeys are a tree from above; what comes again is not told again") {
  const Workspace workspace = workspace_with("journeys:\n" + journey("j", "[a, {journey: i}, {journey: k}]") +
                                             journey("i", "[b, {journey: k}]") + journey("k", "[{journey: l}]") + journey("l", "[c]"));
  std::string text;
  for (const TreeLine& line : journey_tree(workspace))
    text += fmt::format("{}{}{} ", std::string(line.depth, '-'), workspace.journeys[line.journey].id.value, line.is_again ? "*" : "");
  CHECK(text == "j -i --k ---l -k* ");
  CHECK(journey_tree(workspace_of("[a]")).empty());
}

}  // namespace mot
