// What `mot validate --fix` mends, and what it leaves alone.
#include "mot/edit/fix.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <tuple>

#include "mot/load/document.h"
#include "mot/yaml/node.h"
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
  const auto files = fixed_files(reviewed.all.findings, reviewed.loaded.sources).files;
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
      {"{ id: a, name: A, desired: 90% }", "{ id: a, name: A, desired: 9 }"},
      {"{ id: Big A, name: A }", "{ id: big-a, name: A }"},
      {"{ id: \"Big A\", name: A } # kept", "{ id: big-a, name: A } # kept"},
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
  CHECK(fixed("project:\n  name: X\n\tscale: { min: 0, max: 10 }\n") == "project:\n  name: X\n  scale: { min: 0, max: 10 }\n");
  CHECK(fixed("touchpoints:\n  - name: A\n\timportance: 3\n  \towner: Clerk\n  - name: B\n") ==
        "touchpoints:\n  - name: A\n    importance: 3\n    owner: Clerk\n  - name: B\n");
  CHECK(fixed("touchpoints:\n  - name: A\n\t- name: B\n") == "touchpoints:\n  - name: A\n  - name: B\n");
  // Beside the name, or beside the desired scores: nobody knows.
  const std::string nested = "touchpoints:\n  - name: A\n    desired:\n      company: 8\n\timportance: 3\n";
  CHECK(fixed(nested) == nested);
  const std::string going_on = "touchpoints:\n  - name: A\n    notes: The door\n\tis shut\n";
  CHECK(fixed(going_on) == going_on);
  const std::string deeper = "touchpoints:\n  - name: A\n    desired:\n\t\tcompany: 3\n";
  CHECK(fixed(deeper) == deeper);
}

TEST_CASE("a dash gets its plain blank") {
  CHECK(fixed("touchpoints:\n  -\u00A0name: A\n") == "touchpoints:\n  - name: A\n");
  CHECK(fixed("touchpoints:\n  -name: A\n") == "touchpoints:\n  - name: A\n");
  CHECK(fixed("touchpoints:\n  - name: A\n  -\u00A0name: B\n") == "touchpoints:\n  - name: A\n  - name: B\n");
}

TEST_CASE("a no-break space behind a dash is mended where it stands among other items") {
  Folder folder;
  folder.with("mot.yaml", "touchpoints:\n  -\u00A0id: nb\n    name: Nb\n  - id: tb\n    name: Tb\n");
  run_mot({"-C", folder.path().string(), "validate", "--fix"});
  CHECK(text_of(folder / "mot.yaml") == "touchpoints:\n  - id: nb\n    name: Nb\n  - id: tb\n    name: Tb\n");
}

TEST_CASE("an id that can't be one is mended with all that names it") {
  Folder folder;
  folder
      .with("mot.yaml",
            "include: [b.yaml]\npersonas: [{ id: Ms Ines, name: Ines }]\ndepartments: [{ id: Front Office, name: Front }]\n"
            "sources: [{ id: S 1, file: m.csv, columns: { Front Desk: q }, persona: { column: p, values: { i: Ms Ines } } }]\n"
            "journey: { name: J, personas: [Ms Ines], stages: [{ name: S, touchpoints: [b, Front Desk] }] }\n"
            "actions: [{ id: x, name: X, touchpoints: [Front Desk], lift: { Front Desk: 1 } }]\n")
      .with("m.csv", "q,p\n5,i\n")
      .with("b.yaml",
            "touchpoints:\n  - { id: Front Desk, name: Desk, department: Front Office, flags: { Ms Ines: Papers } }\n"
            "  - { id: b, name: Front Desk, recovery: 'Front Desk', supports: [Front Desk], involves: [Front Office],\n"
            "      desired: { customer: { score: 8, heard: S 1, by: { Ms Ines: 7 } } } }\n");
  run_mot({"-C", folder.path().string(), "validate", "--fix"});
  CHECK(text_of(folder / "mot.yaml") ==
        "include: [b.yaml]\npersonas: [{ id: ms-ines, name: Ines }]\ndepartments: [{ id: front-office, name: Front }]\n"
        "sources: [{ id: s-1, file: m.csv, columns: { front-desk: q }, persona: { column: p, values: { i: ms-ines } } }]\n"
        "journey: { name: J, personas: [ms-ines], stages: [{ name: S, touchpoints: [b, front-desk] }] }\n"
        "actions: [{ id: x, name: X, touchpoints: [front-desk], lift: { front-desk: 1 } }]\n");
  CHECK(text_of(folder / "b.yaml") ==
        "touchpoints:\n  - { id: front-desk, name: Desk, department: front-office, flags: { ms-ines: Papers } }\n"
        "  - { id: b, name: Front Desk, recovery: front-desk, supports: [front-desk], involves: [front-office],\n"
        "      desired: { customer: { score: 8, heard: s-1, by: { ms-ines: 7 } } } }\n");
}

TEST_CASE("an id stays where something that was not named, or that nobody follows, goes by it") {
  Folder folder;
  folder.with("mot.yaml", "mot: 1\ninclude: [b.yaml]\ntouchpoints: [{ id: a, name: A, recovery: Big B }]\n")
      .with("b.yaml", "touchpoints: [{ id: Big B, name: B }]\n");
  run_mot({"validate", "--fix", (folder / "b.yaml").string()});
  CHECK(text_of(folder / "b.yaml") == "touchpoints: [{ id: Big B, name: B }]\n");
  const std::string way =
      "touchpoints: [{ id: Big B, name: B }, { id: c, name: C }]\n"
      "journey: { name: J, stages: [{ name: S, touchpoints: [Big B, { when: late, then: Big B }] }] }\n";
  CHECK(fixed(way) == way);
}

TEST_CASE("a fix that would leave a file worse is not made, and the others are") {
  Findings findings;
  Sources sources;
  const auto file = sources.add({"mot.yaml", "touchpoints:\n  - { id: a, name: A, importence: 3 }\n"});
  const auto key = static_cast<std::uint32_t>(sources[file].text.find("importence"));
  findings.report("unknown-key", {file, key, key + 10}, "good").fix = Edit{{file, key, key + 10}, "importance"};
  findings.report("bad-value", {file, 15, 16}, "bad").fix = Edit{{file, 15, 16}, "- ["};
  findings.report("bad-value", {file, 17, 18}, "bad too").fix = Edit{{file, 17, 18}, "{ nme: x, "};
  const Fixes fixes = fixed_files(findings, sources);
  REQUIRE(fixes.files.size() == 1);
  CHECK(fixes.files[0].text == "touchpoints:\n  - { id: a, name: A, importance: 3 }\n");
  CHECK(fixes.files[0].fixes == 1);
  CHECK(fixes.refused == 2);
}

TEST_CASE("whatever slips into an example, its fixes leave it no worse") {
  const auto state_of = [](const std::string& text) {
    Sources sources;
    Findings faults, findings;
    const auto file = sources.add({"", text});
    yaml::parse(sources, file, faults);
    const Document document = read_document(sources, file, findings);
    return std::tuple(faults.size(), document.is_complete ? 0 : 1, findings.size());
  };
  const std::pair<std::string_view, std::string_view> slips[] = {
      {"  - ", "  -\u00A0"},  {"    ", "\t"}, {": ", ":"}, {"- id: ", "- id: A "}, {"name: ", "nme: "}, {"\n  - ", "\n  -"}, {"[", ""},
      {"  ", "\u00A0\u00A0"}, {": ", ": ~"},  {", ", ","}};
  std::size_t mended = 0, changed = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(MOT_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string whole = text_of(entry.path());
    for (std::size_t i = 0; i < std::size(slips); ++i) {
      const auto& [right, wrong] = slips[i];
      std::size_t at = whole.find(right, (whole.size() / std::size(slips)) * i);
      if (at == std::string::npos) continue;
      const std::string text = whole.substr(0, at) + std::string(wrong) + whole.substr(at + right.size());
      CAPTURE(entry.path().string());
      CAPTURE(text.substr(at > 30 ? at - 30 : 0, 60));
      const std::string after = fixed(text);
      changed += 1;
      mended += after != text ? 1 : 0;
      const auto [faults, lost, count] = state_of(after);
      const auto [faults_before, lost_before, count_before] = state_of(text);
      CHECK(faults <= faults_before);
      if (faults == faults_before) CHECK(lost <= lost_before);
      if (faults == faults_before && lost == lost_before) CHECK(count <= count_before);
    }
  }
  CHECK(changed > 50);
  CHECK(mended > 10);
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
      "{ id: Big A, name: A }, { id: big-a, name: B }",    // it is taken
      "{ id: Big A, name: A }, { id: Big  A, name: B }",   // it would be two things
      "{ id: '-', name: A }",                              // nothing is left of it
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
