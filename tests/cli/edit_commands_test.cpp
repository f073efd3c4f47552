// What `mot set`, `add`, `rename`, `move` and `fmt` print, write, and refuse to write.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

const std::string head =
    "mot: 1\n"
    "project: { name: Shop }\n"
    "departments: [{ id: desk, name: Desk }]\n";
const std::string touchpoints =
    "touchpoints:\n"
    "  - { id: pay, name: Pay, department: desk }  # at the till\n"
    "  - { id: wait, name: Wait, department: desk, recovery: pay }\n";
const std::string journey = "journey: { id: pay, name: Way, stages: [{ id: in, name: In, touchpoints: [wait, pay] }] }\n";

void make_shop(Folder& folder) {
  folder.with("mot.yaml", head + touchpoints + journey);
}

}  // namespace

TEST_CASE("a field is set, or what would be set is shown as a patch") {
  Folder folder;
  make_shop(folder);
  const std::string at = folder.path().string();
  const Ran dry = run_mot({"-C", at, "set", "pay", "importance", "5", "--dry-run"});
  CHECK(dry.code == 0);
  CHECK(contains(dry.out,
                 "-  - { id: pay, name: Pay, department: desk }  # at the till\n"
                 "+  - { id: pay, name: Pay, department: desk, importance: 5 }  # at the till\n"));
  CHECK(text_of(folder / "mot.yaml") == head + touchpoints + journey);
  const Ran set = run_mot({"-C", at, "set", "pay", "importance", "5"});
  CHECK(set.code == 0);
  CHECK(set.out == "");
  CHECK(set.err.starts_with("changed "));
  CHECK(contains(text_of(folder / "mot.yaml"), "importance: 5 }  # at the till\n"));
  CHECK(contains(run_mot({"-C", at, "set", "pay", "importance", "5"}).err, "nothing to change: the files say so already"));
  CHECK(run_mot({"set", "pay", "name", "Pay here", "--kind", "journey", "--in", (folder / "mot.yaml").string()}).code == 0);
  CHECK(contains(text_of(folder / "mot.yaml"), "journey: { id: pay, name: Pay here,"));
}

TEST_CASE("a patch steers no terminal") {
  Folder folder;
  make_shop(folder);
  const std::vector<std::string> call = {"-C", folder.path().string(), "set", "pay", "name", "a\u202Eb", "--dry-run"};
  CHECK(contains(run_mot(call).out, "name: a\u202Eb,"));
  CHECK(contains(run_mot(call, {.out_is_terminal = true}).out, "name: a\\u202eb,"));
}

TEST_CASE("what can't be set is an error with its cause, and changes nothing") {
  Folder folder;
  make_shop(folder);
  const struct {
    std::vector<std::string> arguments;
    const char* said;
  } cases[] = {
      {{"set", "pya", "importance", "5"}, "nothing has the id 'pya'; did you mean 'pay'?"},
      {{"set", "pay", "importance", "7"}, "would say: '7' is not between 1 and 5"},
      {{"set", "pay", "importance"}, "'mot set' takes an ID, a FIELD and a VALUE"},
      {{"add", "department", "X"}, "'department' can't be added; 'touchpoint', 'evidence' and 'action' can"},
      {{"add", "touchpoint", "X", "importance"}, "'importance' is not FIELD=VALUE"},
      {{"add", "touchpoint", "X", "--before", "pay"}, "--before and --after stand with --stage"},
      {{"add", "evidence", "pay"}, "evidence says something"},
      {{"move", "pay", "out"}, "no stage has the id 'out'"},
      {{"rename", "pay", "wait"}, "there is a touchpoint 'wait' already"},
      {{"fmt", "-", "mot.yaml"}, "'-' stands alone"},
  };
  for (const auto& [arguments, said] : cases) {
    CAPTURE(said);
    std::vector<std::string> words = {"-C", folder.path().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Ran ran = run_mot(words);
    CHECK(ran.code == 2);
    CHECK_MESSAGE(contains(ran.err, said), ran.err);
    CHECK(text_of(folder / "mot.yaml") == head + touchpoints + journey);
  }
}

TEST_CASE("a column that a source's file has not is refused with the nearest") {
  Folder folder;
  const std::string files = head + touchpoints + "source: { id: sv, file: a.csv, columns: { pay: Q1 } }\n";
  folder.with("mot.yaml", files).with("a.csv", "Q1,Gate\n3,4\n");
  const std::string at = folder.path().string();
  const Ran ran = run_mot({"-C", at, "set", "sv", "columns.pay", "Gat"});
  CHECK(ran.code == 2);
  CHECK(ran.err == "mot: nothing was changed: 'a.csv' has no column 'Gat'; did you mean 'Gate'?\n");
  CHECK(run_mot({"-C", at, "set", "sv", "columns.wait", "Q9"}).code == 2);
  CHECK(text_of(folder / "mot.yaml") == files);
  CHECK(run_mot({"-C", at, "set", "sv", "columns.pay", "Gate"}).code == 0);
}

TEST_CASE("a touchpoint is added to its department and its journey, moved, and renamed in a baseline too") {
  Folder folder;
  make_shop(folder);
  const std::string at = folder.path().string();
  CHECK(run_mot({"-C", at, "add", "touchpoint", "Greet", "importance=3", "--stage", "in", "--before", "wait"}).code == 0);
  std::string text = text_of(folder / "mot.yaml");
  CHECK(contains(text, "  - id: greet\n    name: Greet\n    department: desk\n    importance: 3\n"));
  CHECK(contains(text, "touchpoints: [greet, wait, pay] }"));
  CHECK(run_mot({"-C", at, "move", "greet", "in", "--after", "pay"}).code == 0);
  CHECK(contains(text_of(folder / "mot.yaml"), "touchpoints: [wait, pay, greet] }"));
  CHECK(run_mot({"-C", at, "add", "evidence", "greet", "quote=Nice", "voice=customer"}).code == 0);
  CHECK(run_mot({"-C", at, "add", "action", "Smile", "touchpoints=[greet]"}).code == 0);
  CHECK(run_mot({"-C", at, "validate", "--write-baseline", (folder / "known.json").string(), "--fail-on", "error"}).code == 0);
  CHECK(contains(text_of(folder / "known.json"), "/greet\""));
  Folder outside;
  fs::copy_file(folder / "known.json", outside / "too.json");
  const Ran ran = run_mot({"-C", at, "rename", "greet", "hello", "--baseline", (outside / "too.json").string()});
  CHECK(ran.code == 0);
  CHECK(contains(ran.err, "touchpoint greet is now hello, in 3 places"));
  for (const fs::path& file : {folder / "mot.yaml", folder / "known.json", outside / "too.json"}) {
    CHECK_FALSE(contains(text_of(file), "greet"));
    CHECK(contains(text_of(file), "hello"));
  }
  CHECK(run_mot({"-C", at, "validate", "--baseline", (folder / "known.json").string(), "--fail-on", "info"}).code == 0);
}

TEST_CASE("fmt tidies files up, or says which it would") {
  Folder folder;
  make_shop(folder);
  folder.with("mot.yaml", head + touchpoints + "x-list: [ 1,2 ]  \n\n\n");
  const std::string at = folder.path().string();
  const Ran check = run_mot({"-C", at, "fmt", "--check"});
  CHECK(check.code == 1);
  CHECK(contains(check.out, "mot.yaml\n"));
  CHECK(contains(run_mot({"-C", at, "fmt", "--dry-run"}).out, "+x-list: [1, 2]\n"));
  CHECK(run_mot({"-C", at, "fmt"}).code == 0);
  CHECK(text_of(folder / "mot.yaml") == head + touchpoints + "x-list: [1, 2]\n");
  CHECK(run_mot({"-C", at, "fmt", "--check"}).code == 0);
  CHECK(run_mot({"fmt", "-"}, {.in = "mot: 1\nx-a: {b: 1}"}).out == "mot: 1\nx-a: { b: 1 }\n");
}

TEST_CASE("what begins with a dash is a value where it is a number or stands behind '--'") {
  const struct {
    std::vector<std::string> arguments;
    const char* written;  // null: refused with what is said
    const char* said;
  } cases[] = {
      {{"set", "pay", "actual", "-2"}, "actual: -2", ""},
      {{"set", "pay", "actual", "-.5", "--in", "mot.yaml"}, "actual: -0.5", ""},
      {{"set", "--quiet", "pay", "name", "--", "- x"}, "name: \"- x\"", ""},
      {{"set", "--", "pay", "name", "--dry-run"}, "name: --dry-run", ""},
      {{"set", "pay", "name", "--", "--"}, "name: --", ""},
      {{"add", "touchpoint", "--", "-x", "department=desk", "id=x"}, "name: -x", ""},
      {{"set", "pay", "name", "- x"}, nullptr, "there is no option '- x'; if it is none, put it behind '--'"},
      {{"set", "pay", "name", "-x"}, nullptr, "there is no option '-x'; if it is none, put it behind '--'"},
      {{"fmt", "--", "--check"}, nullptr, "'--check'"},
  };
  for (const auto& [arguments, written, said] : cases) {
    CAPTURE(arguments.back());
    Folder folder;
    folder.with("mot.yaml",
                "mot: 1\nproject: { name: Shop, scale: { min: -3, max: 3 } }\ndepartments: [{ id: desk, name: Desk }]\n" + touchpoints);
    const WorkingDirectory here(folder.path());
    const Ran ran = run_mot(arguments);
    CHECK_MESSAGE(ran.code == (written == nullptr ? 2 : 0), ran.err);
    if (written != nullptr) CHECK_MESSAGE(contains(text_of(folder / "mot.yaml"), written), text_of(folder / "mot.yaml"));
    if (written == nullptr) CHECK_MESSAGE(contains(ran.err, said), ran.err);
  }
}

TEST_CASE("what was done is told once it is written") {
  Folder folder;
  make_shop(folder);
  const std::string at = folder.path().string();
  const Ran renamed = run_mot({"-C", at, "rename", "wait", "queue"});
  CHECK(renamed.err.find("changed ") < renamed.err.find("touchpoint wait is now queue"));
  const Ran added = run_mot({"-C", at, "add", "touchpoint", "Greet", "department=desk"});
  CHECK(added.err.find("changed ") < added.err.find("added touchpoint greet"));
}

TEST_CASE("of several visits the one is moved that stands in the stage, or that --from names") {
  Folder folder;
  folder.with("mot.yaml",
              head + touchpoints +
                  "journey: { id: way, name: Way, stages: [{ id: in, touchpoints: [wait, pay] }, { id: mid, touchpoints: [pay, wait] }, "
                  "{ id: out, touchpoints: [] }] }\n");
  const std::string at = folder.path().string();
  const Ran unclear = run_mot({"-C", at, "move", "wait", "out"});
  CHECK(unclear.code == 2);
  CHECK(unclear.err ==
        "mot: 'wait' stands several times on the journey 'way', in the stages in and mid; say which is to be moved, as in --from in\n");
  CHECK(contains(run_mot({"-C", at, "move", "wait", "mid", "--before", "pay", "--dry-run"}).out,
                 "[wait, pay] }, { id: mid, touchpoints: [wait, pay] }"));
  CHECK(contains(run_mot({"-C", at, "move", "wait", "out", "--from", "mid", "--dry-run"}).out,
                 "[wait, pay] }, { id: mid, touchpoints: [pay] }, { id: out, touchpoints: [wait] }"));
}
