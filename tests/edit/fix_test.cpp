// What `mot validate --fix` mends, and what it leaves alone.
#include "mot/edit/fix.h"

#include <doctest/doctest.h>

#include <sstream>

#include "support/checked_workspace.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;
using mot::testing::run_mot;
using mot::testing::text_of;

namespace {

Span at(std::uint32_t begin, std::uint32_t end) {
  return {0, begin, end};
}

/// The touchpoint of a workspace that has nothing else to say.
std::string workspace_with(std::string_view touchpoint) {
  return fmt::format("mot: 1\ntouchpoints:\n  # what follows is one\n  - {}\n", touchpoint);
}

std::string fixed(const std::string& text) {
  const Reviewed reviewed(text);
  const auto files = fixed_files(reviewed.all.findings, reviewed.loaded.sources);
  return files.empty() ? text : files[0].text;
}

}  // namespace

TEST_CASE("an edited text keeps every byte that no edit names") {
  CHECK(edited("abc", {}) == "abc");
  CHECK(edited("abc", {{at(1, 2), "XY"}}) == "aXYc");
  CHECK(edited("abc", {{at(3, 3), "!"}, {at(0, 0), "?"}}) == "?abc!");
  CHECK(edited("abc", {{at(0, 3), ""}}).empty());
  CHECK(edited("abc", {{at(0, 2), "x"}, {at(1, 3), "y"}}) == "xc");  // they overlap: the first holds
  CHECK(edited("abc", {{at(1, 2), "x"}, {at(1, 2), "x"}}) == "axc");
}

TEST_CASE("what can only be meant one way is mended") {
  const struct {
    const char* before;
    const char* after;
  } cases[] = {
      {"{ id: a, name: A, importence: 3 }", "{ id: a, name: A, importance: 3 }"},
      {"{ id: a, name: A, 'rolle': Clerk }", "{ id: a, name: A, role: Clerk }"},
      {"{ id: a, name: A, importance:3 }", "{ id: a, name: A, importance: 3 }"},
      {"{ id: a, name: A, visibility: front-stage }", "{ id: a, name: A, visibility: frontstage }"},
      {"{ id: a, name: A, moment_of_truth: yes }", "{ id: a, name: A, moment_of_truth: true }"},
      {"{ id: a, name: A, importance: \"3\" } # kept", "{ id: a, name: A, importance: 3 } # kept"},
      {"{ id: a, name: A, review_by: 30.12.2026 }", "{ id: a, name: A, review_by: 2026-12-30 }"},
      {"{ id: a, name: A, desired: 8/10 }", "{ id: a, name: A, desired: 8 }"},
      {"{ id: a, name: A, desired: ~7 }", "{ id: a, name: A, desired: 7 }"},
      {"{ id: a, name: A, desired: { customer: 8 points } }", "{ id: a, name: A, desired: { customer: 8 } }"},
      {"id: a\n    name:\u00A0A\n", "id: a\n    name: A\n"},
      {"id: a\n\u00A0\u00A0\u00A0\u00A0name: A\n", "id: a\n    name: A\n"},
      {"{ id: a, name: A, actual: '4' }", "{ id: a, name: A, actual: 4 }"},
      {"id: a\n    name: A\n    actual: 4,5\n", "id: a\n    name: A\n    actual: 4.5\n"},
      {"id: a\n    name:A\n    importance: 3\n", "id: a\n    name: A\n    importance: 3\n"},
      {"id: a\n    name: A  # mot: ignore past-review because it was one\n", "id: a\n    name: A\n"},
      {"id: a\n    # mot: ignore past-review because it was one\n    name: A\n", "id: a\n    name: A\n"},
  };
  for (const auto& [before, after] : cases) {
    CAPTURE(before);
    CHECK(fixed(workspace_with(before)) == workspace_with(after));
  }
}

TEST_CASE("tabs become blanks where only one depth can be meant") {
  CHECK(fixed("project:\n\tname: X\ntouchpoints:\n\t- name: A\n\t  actual: 3\n") ==
        "project:\n  name: X\ntouchpoints:\n  - name: A\n    actual: 3\n");
  CHECK(fixed("project:\n\tscale:\n\t\tmin: 0\n\t\tmax: 5\n") == "project:\n  scale:\n    min: 0\n    max: 5\n");
  const std::string deeper = "touchpoints:\n  - name: A\n    desired:\n\t\tcompany: 3\n";
  CHECK(fixed(deeper) == deeper);
}

TEST_CASE("a dash gets its plain blank") {
  CHECK(fixed("touchpoints:\n  -\u00A0name: A\n") == "touchpoints:\n  - name: A\n");
  CHECK(fixed("touchpoints:\n  -name: A\n") == "touchpoints:\n  - name: A\n");
  CHECK(fixed("touchpoints:\n  - name: A\n  -\u00A0name: B\n") == "touchpoints:\n  - name: A\n  - name: B\n");
}

TEST_CASE("what is only named becomes a thing of that name") {
  CHECK(fixed("journey:\n  name: J\n  stages:\n    - Plan & book  # first\n") ==
        "journey:\n  name: J\n  stages:\n    - { name: Plan & book }  # first\n");
  CHECK(fixed("personas: \"Ines, exporter\"\n") == "personas: [{ name: \"Ines, exporter\" }]\n");
  CHECK(fixed("touchpoints: [{ name: A, owner: [Clerk] }]\n") == "touchpoints: [{ name: A, owner: Clerk }]\n");
  const std::string by_name = "touchpoints:\n  pay:\n    name: Pay\n";
  CHECK(fixed(by_name) == by_name);
}

TEST_CASE("one thing becomes a list of one") {
  CHECK(fixed("touchpoints:\n  id: a\n  name: A\n  actual:\n    score: 4\n\nmot: 1\n") ==
        "touchpoints:\n  - id: a\n    name: A\n    actual:\n      score: 4\n\nmot: 1\n");
  CHECK(fixed("touchpoints: { id: a, name: A, evidence: shadowing }\n") == "touchpoints: [{ id: a, name: A, evidence: shadowing }]\n");
  CHECK(fixed("touchpoints: [{ id: a, name: A, evidence: shadowing }]\n") == "touchpoints: [{ id: a, name: A, evidence: [shadowing] }]\n");
}

TEST_CASE("a name is mended to the id it stands for") {
  const std::string things =
      "personas: [{ id: ines, name: Ines B }]\nchannels: [{ id: at the desk, name: Desk }]\ndepartments: [{ id: ground, name: Ground "
      "handling }]\n"
      "touchpoints:\n  - { id: lost-bag-desk, name: Lost-bag desk }\n";
  CHECK(fixed(things +
              "  - { id: a, name: A, recovery: Lost-bag desk, department: Ground handling, channel: Desk, flags: { Ines B: Papers } }\n") ==
        things + "  - { id: a, name: A, recovery: lost-bag-desk, department: ground, channel: at the desk, flags: { ines: Papers } }\n");
}

TEST_CASE("what can be meant in two ways is left to people") {
  const char* cases[] = {
      "{ id: a, name: A, review_by: 3.4.2026 }",           // April or March
      "{ id: a, name: A, desired: 4/5 }",                  // of a scale that begins at 0, or at 1
      "{ id: a, name: A, importance: 3, importence: 4 }",  // there is one already
      "{ id: a, name: A, recovery: b }",                   // an id may still be to come
      "{ id: Big A, name: A }",                            // other files may say it so
  };
  for (const char* touchpoint : cases) {
    CAPTURE(touchpoint);
    CHECK(fixed(workspace_with(touchpoint)) == workspace_with(touchpoint));
  }
}

TEST_CASE("of two slips that mean the same key one is mended") {
  CHECK(fixed(workspace_with("{ id: a, name: A, importence: 3, importanc: 4 }")) ==
        workspace_with("{ id: a, name: A, importance: 3, importanc: 4 }"));
}

TEST_CASE("validate --fix goes on until nothing is left to mend, and keeps line ends and comments") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\r\ntouchpoints:\r\n- id: a\r\n  name:A\r\n  importence: 3 # why\r\n");
  const auto ran = run_mot({"-C", folder.path().string(), "validate", "--fix", "--fail-on", "error"});
  CHECK(ran.code == 0);
  CHECK(ran.err.find("mended 2 findings\n") != std::string::npos);
  CHECK(text_of(folder / "mot.yaml") == "mot: 1\r\ntouchpoints:\r\n- id: a\r\n  name: A\r\n  importance: 3 # why\r\n");
}

TEST_CASE("only the files that were named are mended") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ninclude: [b.yaml]\ntouchpoints: [{ id: a, name: A, importence: 3 }]\n");
  folder.with("b.yaml", "touchpoints: [{ id: b, name: B, importence: 3 }]\n");
  CHECK(run_mot({"validate", "--fix", (folder / "b.yaml").string()}).code == 0);
  CHECK(text_of(folder / "mot.yaml").find("importence") != std::string::npos);
  CHECK(text_of(folder / "b.yaml") == "touchpoints: [{ id: b, name: B, importance: 3 }]\n");
}

TEST_CASE("what stands on standard input can't be mended") {
  const auto ran = run_mot({"validate", "--fix", "-"});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("--fix mends files, and '-' is none") != std::string::npos);
}
