// Which touchpoint of a workspace a row of a table means that has no id.
#include <doctest/doctest.h>

#include <string>

#include "support/folder.h"
#include "support/program.h"

using namespace mot::testing;

namespace {

/// What `mot import t.csv --update` adds, fills in and does not take; a second time it changes nothing.
std::string filled(const std::string& table) {
  Folder folder;
  folder.with("t.csv", table)
      .with("mot.yaml",
            "departments: [{ id: front, name: Front }, { id: back, name: Back }]\n"
            "touchpoints:\n"
            "  - { id: wait-f, name: Wait, department: front }\n"
            "  - { id: wait-b, name: Wait, department: back }\n"
            "  - { id: pay-1, name: Pay, department: front }\n"
            "  - { id: pay-2, name: Pay, department: front }\n"
            "  - { id: solo, name: Solo, department: front }\n"
            "journey: { id: j, name: J, stages: [{ id: s, name: Start, touchpoints: [pay-1, wait-f] },"
            " { id: e, name: End, touchpoints: [pay-2, wait-b] }] }\n");
  const std::vector<std::string> update = {"-C", folder.path().string(), "import", "t.csv", "--update"};
  const Ran ran = run_mot(update);
  CHECK(ran.code == 0);
  const std::string text = text_of(folder / "mot.yaml");
  CHECK(run_mot(update).err.starts_with("nothing to change: "));
  CHECK(text_of(folder / "mot.yaml") == text);
  std::string told;
  for (const std::string_view what : {"added\n", "filled in\n", "not taken\n"}) {
    const std::size_t at = ran.out.find(what);
    if (at == std::string::npos) continue;
    for (std::size_t line = at + what.size(); ran.out.compare(line, 2, "  ") == 0; line = ran.out.find('\n', line) + 1) {
      const std::string said = ran.out.substr(line + 2, ran.out.find('\n', line) - line - 2);
      told += said.substr(0, said.find(", in /")) + "\n";
    }
  }
  return told;
}

}  // namespace

TEST_CASE("of several touchpoints of one name a row means that of its department and stage") {
  CHECK(filled("Touchpoint,Department,Actual\nWait,Front,7\nWait,back,8\n") == "wait-f: actual.score '7'\nwait-b: actual.score '8'\n");
  CHECK(filled("Touchpoint,Stage,Actual\nPay,Start,7\nPay,End,8\nWait,End,4\n") ==
        "pay-1: actual.score '7'\npay-2: actual.score '8'\nwait-b: actual.score '4'\n");
  CHECK(filled("Touchpoint,Department,Stage,Actual\nPay,Front,End,8\nWait,Front,End,4\n") ==
        "pay-2: actual.score '8'\nwait-f: actual.score '4'\n");
  CHECK(filled("Touchpoint,Department,Persona,Actual\nWait,Front,Ines,7\nWait,Back,Tom,8\n") ==
        "wait-f: actual.score '7'\nwait-b: actual.score '8'\n");
  CHECK(filled("Touchpoint,Department,Actual\nPay,Front,4\nWait,,3\n") ==
        "'Pay': several touchpoints are called so in its department; say which by its id\n"
        "'Wait': several touchpoints are called so; say which by its id\n");
  // Two of one name that are of two departments are two new ones, and who has a row is not meant by another's.
  CHECK(filled("Touchpoint,Department,Actual\nNew one,Front,7\nNew one,Back,8\n") ==
        "new-one: 'New one'\nnew-one-2: 'New one'\nnew-one: actual.score '7'\nnew-one-2: actual.score '8'\n");
  CHECK(filled("Touchpoint,Department,Actual\nSolo,Back,7\nSolo,Front,6\n") ==
        "solo-2: 'Solo'\nsolo-2: actual.score '7'\nsolo: actual.score '6'\n");
  CHECK(filled("Touchpoint,Department,Actual\nSolo,Back,7\n") ==
        "'Solo': 'solo' is called so and is not of the department 'Back'; say which is meant by its id, or 'mot add touchpoint' adds "
        "another one\n");
}

TEST_CASE("a table that becomes a file of a workspace uses the touchpoint of its row's department") {
  Folder folder;
  folder.with("t.csv", "Touchpoint,Stage,Department\nWait,S,Back\nWait,T,Front\n")
      .with("mot.yaml",
            "include: [\"j/*.yaml\"]\ndepartments: [{ id: front, name: Front }, { id: back, name: Back }]\n"
            "touchpoints: [{ id: wait-f, name: Wait, department: front }, { id: wait-b, name: Wait, department: back }]\n")
      .with("j/old.yaml", "mot: 1\n");
  CHECK(run_mot({"-C", folder.path().string(), "import", "t.csv", "-o", (folder / "j/new.yaml").string()}).code == 0);
  const std::string text = text_of(folder / "j/new.yaml");
  CHECK(contains(text, "{ id: s, name: S, touchpoints: [wait-b] }"));
  CHECK(contains(text, "{ id: t, name: T, touchpoints: [wait-f] }"));
}
