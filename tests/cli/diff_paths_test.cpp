// What `mot diff` tells of the way through a journey, and of figures that are finer than two decimals.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "support/folder.h"
#include "support/program.h"

using namespace mot::testing;

namespace {

/// A workspace whose only stage holds these steps.
std::string with_steps(const std::string& steps) {
  return "touchpoints: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]\n"
         "journeys:\n  - { id: sub, name: Sub, stages: [{ id: s, name: S, touchpoints: [c] }] }\n"
         "  - id: main\n    name: Main\n    stages: [{ id: one, name: One, touchpoints: [" +
         steps + "] }]\n";
}

std::string with_kpi(const std::string& value) {
  return "touchpoint: { id: a, name: A, kpis: [{ id: e, name: Errors, value: " + value + ", target: 0.003, better: lower }] }\n";
}

}  // namespace

TEST_CASE("a journey whose way is another one differs, in its order, its branches and the journeys inside") {
  const std::string before = "a, b, { when: late, share: 25, touchpoints: [c], then: b }";
  const std::pair<const char*, const char*> ways[] = {
      {"b, a, { when: late, share: 25, touchpoints: [c], then: b }", "b; a; late: [c] 25 % → b"},
      {"a, b, { when: late, share: 90, touchpoints: [c], then: b }", "a; b; late: [c] 90 % → b"},
      {"a, b, { when: too late, share: 25, touchpoints: [c], then: b }", "a; b; too late: [c] 25 % → b"},
      {"a, b, { when: late, share: 25, touchpoints: [c], then: end }", "a; b; late: [c] 25 % → end"},
      {"a, b, c", "a; b; c"},
      {"a, { journey: sub }, b, { when: late, share: 25, touchpoints: [c], then: b }", "a; {sub}; b; late: [c] 25 % → b"},
  };
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("before/mot.yaml", with_steps(before));
  CHECK(run_mot({"diff", "before", "before", "--exit-code"}).code == 0);
  for (const auto& [after, told] : ways) {
    CAPTURE(after);
    folder.with("after/mot.yaml", with_steps(after));
    const Ran ran = run_mot({"diff", "before", "after", "--exit-code", "--format", "json"});
    CHECK(ran.code == 1);
    CHECK_MESSAGE(contains(ran.out, told), ran.out);
  }
}

TEST_CASE("a KPI is shown with all the decimals that it was typed with") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("before/mot.yaml", with_kpi("0.002")).with("after/mot.yaml", with_kpi("0.004"));
  const Ran told = run_mot({"diff", "before", "after"});
  CHECK_MESSAGE(contains(told.out, "0.002  0.004"), told.out);
  CHECK(contains(told.out, "0.003"));
  CHECK(contains(run_mot({"gaps", "after", "--kpis"}).out, "0.004"));
  CHECK(contains(run_mot({"gaps", "after", "--kpis"}).out, "0.001"));  // short of it
}
