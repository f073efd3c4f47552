// What `mot export` wrote into a table comes back by `mot import` as it was.
#include <doctest/doctest.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"

using namespace mot::testing;

TEST_CASE("an export comes back with its line breaks, bullets, marks and names that several have") {
  Folder folder;
  folder.with(
      "mot.yaml",
      "project: { name: Shop }\n"
      "departments:\n"
      "  - id: desk\n    name: Desk\n    touchpoints:\n"
      "      - { id: a, name: A, notes: \"one\\ntwo\", pains: [\"x\\ny\", z], desired: { company: \"p\\nq\" }, gains: \"p; q\" }\n"
      "      - { id: b, name: B, pains: [\"- a\", \"1. b\"], tags: [\"c, d\"], customer_does: \"first\\nsecond\" }\n"
      "journeys:\n"
      "  - { id: trip, name: Trip, stages: [ { id: go, name: Go, touchpoints: [a, b] }, { id: go-2, name: Go, touchpoints: [a] } ] }\n"
      "  - { id: trip-2, name: Trip, stages: [ { id: go, name: Go, touchpoints: [b] } ] }\n");
  for (const std::string format : {"csv", "xlsx"}) {
    CAPTURE(format);
    const std::string at = folder.path().string(), table = at + "/t." + format;
    CHECK(run_mot({"-C", at, "export", "-o", table}).code == 0);
    CHECK(run_mot({"-C", at, "import", table, "--update"}).err == "nothing to change: the files say so already\n");
    const std::string text = run_mot({"-C", at + "/none", "import", table}).out;
    for (const char* part : {"notes: |-\n      one\n      two\n", "pains: [\"x\\ny\", z]", "{ company: { experience: \"p\\nq\" } }",
                             "gains: \"p; q\"", "pains: [\"- a\", \"1. b\"]", "tags: \"c, d\"", "customer_does: \"first\\nsecond\"",
                             "name: \"Trip (2)\"", "name: \"Go (2)\", touchpoints: [a] }"})
      CHECK_MESSAGE(contains(text, part), part);
  }
}

TEST_CASE("an export comes back with texts that look like scores") {
  Folder folder;
  const std::string touchpoint =
      "desired: { company: { experience: \"50 %\", score: 8 }, customer: { experience: \"0012\", score: 6 } }\n"
      "    actual: { experience: \"-5\", score: 4 }\n";
  folder.with("mot.yaml", "project: { name: Shop }\ntouchpoints:\n  - id: a\n    name: A\n    " + touchpoint +
                              "journey: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\n");
  for (const std::string format : {"csv", "xlsx"}) {
    CAPTURE(format);
    const std::string at = folder.path().string(), table = at + "/t." + format;
    CHECK(run_mot({"-C", at, "export", "-o", table}).code == 0);
    CHECK(run_mot({"-C", at, "import", table, "--update"}).err == "nothing to change: the files say so already\n");
    CHECK(contains(run_mot({"-C", at + "/none", "import", table}).out, touchpoint));
  }
}
