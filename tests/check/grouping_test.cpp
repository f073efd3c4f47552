// Findings of one cause told as one.
#include "mot/check/grouping.h"

#include <doctest/doctest.h>

#include "mot/check/baseline.h"
#include "support/checked_workspace.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::Reviewed;

namespace {

/// Touchpoints of which only the owner is missing, as `d/a d/b /c`: a department, where there is one, and an id.
std::string workspace_of(const std::string& touchpoints, const std::string& rest = "") {
  std::string text = "departments: [{id: d, name: D}, {id: e, name: E}]\n" + rest + "touchpoints:\n";
  std::istringstream in(touchpoints);
  for (std::string word; in >> word;) {
    const auto slash = word.find('/');
    const std::string department = slash == 0 ? "" : "department: " + word.substr(0, slash) + ", ";
    const std::string id = word.substr(slash + 1);
    text += fmt::format("- {{id: {0}, name: The {0}, {1}visibility: support, desired: 8, actual: 8, importance: 3}}\n", id, department);
  }
  return text;
}

/// `no-owner a b (1 note)`, findings of `no-owner` alone.
std::string told(const Findings& findings) {
  std::string list;
  for (const Finding& finding : findings) {
    if (finding.rule.id() != "no-owner") continue;
    list += fmt::format("{}{}", list.empty() ? "" : ", ", fmt::join(finding.subjects, " "));
    if (!finding.notes.empty()) list += fmt::format(" ({})", finding.notes.size());
  }
  return list;
}

Findings grouped_in(const Reviewed& reviewed) {
  return grouped(reviewed.all.findings, reviewed.loaded.workspace);
}

}  // namespace

TEST_CASE("what several touchpoints of a department lack is told once, of one alone as ever") {
  const struct {
    const char* touchpoints;
    const char* findings;
  } cases[] = {
      {"d/a", "a"},
      {"d/a d/b", "a b (1)"},
      {"d/a e/b", "a, b"},
      {"d/a e/b d/c", "a c (1), b"},
      {"/a d/b /c e/f", "a c (1), b, f"},
      {"d/a d/b d/c e/f e/g", "a b c (2), f g (1)"},
  };
  for (const auto& [touchpoints, findings] : cases) {
    CAPTURE(touchpoints);
    CHECK(told(grouped_in(Reviewed(workspace_of(touchpoints)))) == findings);
  }
}

TEST_CASE("the message names five and counts the others, and notes say where each stands") {
  const Reviewed reviewed(workspace_of("d/a d/b d/c d/f d/g d/h d/i", "rules: {empty-department: ignore}\n"));
  const Findings findings = grouped_in(reviewed);
  REQUIRE(findings.size() == 1);
  const Finding& finding = *findings.begin();
  CHECK(finding.message == "nobody answers for 'a', 'b', 'c', 'f', 'g' and 2 more: name their owners, or a lead of their department");
  CHECK(reviewed.loaded.sources.text_of(finding.span) == "a");
  REQUIRE(finding.notes.size() == 6);
  CHECK(reviewed.loaded.sources.text_of(finding.notes.back().span) == "i");
  CHECK(finding.notes.back().message == "nobody answers for 'i'");
}

TEST_CASE("rules that contradict or count are told for each touchpoint") {
  const std::string text = workspace_of("d/a d/b", "rules: {empty-department: ignore, no-owner: ignore}\n") +
                           "actions: [{id: x, name: X, due: 2020-01-01}, {id: y, name: Y, due: 2020-01-01}]\n";
  CHECK(grouped_in(Reviewed(text)).size() == 2);
}

TEST_CASE("a suppression takes its touchpoint out of the list") {
  std::string text = workspace_of("d/a d/b d/c");
  text.insert(text.find("- {id: b"), "# mot: ignore no-owner because a lead starts in May\n");
  CHECK(told(grouped_in(Reviewed(text))) == "a c (1)");
}

TEST_CASE("a baseline knows touchpoints, so that only new ones are told") {
  const Reviewed before(workspace_of("d/a d/b")), now(workspace_of("d/a d/b d/c d/f"));
  const Baseline baseline = baseline_of(before.all.findings, before.loaded.sources);
  CHECK(told(grouped(compare(now.all.findings, baseline, now.loaded.sources).fresh, now.loaded.workspace)) == "c f (1)");
  CHECK(told(grouped(compare(before.all.findings, baseline, before.loaded.sources).fresh, before.loaded.workspace)) == "");
}

TEST_CASE("a journey that was only written down gets a finding for each thing to do") {
  std::string text = "touchpoints:\n";
  std::string ids;
  for (char id = 'a'; id <= 'j'; ++id) {
    text += fmt::format("- {{id: {0}, name: Moment {0}}}\n", id);
    ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id);
  }
  const Reviewed reviewed(text + "journey: {id: x, name: X, stages: [{id: s, name: S, touchpoints: [" + ids + "]}]}\n");
  CHECK(reviewed.all.findings.size() == 51);
  CHECK(grouped_in(reviewed).size() == 6);
}

TEST_CASE("columns that the file of a source lacks are one finding, for it is most often another file") {
  const auto messages = [](const char* header) {
    Folder folder;
    folder.with("s.csv", std::string(header) + "\n7,8,9\n")
        .with("mot.yaml",
              "touchpoints: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
              "source: {id: s, file: s.csv, scale: {min: 0, max: 10}, columns: {a: paid, b: greeted, c: waited}}\n");
    const Reviewed reviewed(folder);
    std::string list;
    for (const Finding& finding : grouped_in(reviewed)) {
      if (finding.rule.id() == "unknown-column") list += fmt::format("{} ({})", finding.message, finding.notes.size());
    }
    return list;
  };
  CHECK(messages("paid,greeted,waited") == "");
  CHECK(messages("paid,x1,waited") ==
        "'s.csv' has no column 'greeted'; it has 'paid', 'x1', 'waited'; if another row names the columns, say which with 'header', or "
        "pass over those above with 'skip' (0)");
  CHECK(messages("x1,y2,z3") ==
        "'s.csv' has no column 'paid'; it has 'x1', 'y2', 'z3'; if another row names the columns, say which with 'header', or pass over "
        "those above with 'skip'; nor 2 more that are asked for: is it the right file? (2)");
}
