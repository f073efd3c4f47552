// What `mot import` prints, writes, and refuses to write.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

const std::string diagram = "journey\n title Way\n section Go\n Walk: 3: Me\n Run: 9: Me\n";
const std::string table = "Touchpoint,Stage,Department\nBook,Plan,Sales\nBags,Arrive,Ground\nLost,Arrive,\n";

}  // namespace

TEST_CASE("import prints YAML, and beside it what became of the file") {
  Folder folder;
  folder.with("way.mmd", diagram);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "way.mmd"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "touchpoints:\n  - id: walk\n    name: Walk\n    actual: 3\n"));
  CHECK(contains(ran.err, "kept\n  the journey 'Way': 1 section as stages, 2 tasks as touchpoints\n"));
  CHECK(contains(ran.err, "dropped\n  line 5: the score '9' of 'Run' is off the scale of 1 to 5; it stands in a comment\n"));
  CHECK(run_mot({"import", "way.mmd", "--quiet"}).err == "");
  CHECK(run_mot({"import", "-"}, {.in = diagram}).out == ran.out);
  CHECK(run_mot({"-C", "..", "import", folder.path().filename().string() + "/way.mmd"}).out == ran.out);
}

TEST_CASE("import writes a workspace that validates, a file a department") {
  Folder folder;
  folder.with("t.csv", table);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "t.csv", "-o", "new"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out,
                 "made new/mot.yaml\nmade new/departments/sales.yaml\nmade new/departments/ground.yaml\nmade new/touchpoints.yaml\n"
                 "made new/journeys/t.yaml\n"));
  CHECK(run_mot({"-C", "new", "validate"}).code == 0);
  CHECK(run_mot({"-C", "new", "map", "-o", "map.svg"}).code == 0);
  CHECK(run_mot({"import", "t.csv", "-o", "one.yaml"}).code == 0);
  CHECK(run_mot({"validate", "one.yaml"}).code == 0);
}

TEST_CASE("import overwrites nothing, and leaves nothing half made") {
  Folder folder;
  folder.with("t.csv", table).with("new/touchpoints.yaml", "mine");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "t.csv", "-o", "new"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "would overwrite 'new/touchpoints.yaml'"));
  CHECK_FALSE(fs::exists("new/mot.yaml"));
  CHECK(text_of("new/touchpoints.yaml") == "mine");
}

TEST_CASE("a dry run writes nothing and says what it would") {
  Folder folder;
  folder.with("t.csv", table);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "t.csv", "--output", "new", "--dry-run"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "would write new/departments/ground.yaml\n"));
  CHECK(contains(ran.out, "column 'Department': department\n"));
  CHECK_FALSE(fs::exists("new"));
}

TEST_CASE("several files make one workspace, if their scores are on one scale") {
  Folder folder;
  folder.with("a.mmd", diagram).with("b.mmd", "journey\n title Back\n Ride: 4\n").with("c.csv", "Step,Actual\nA,9\n");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.mmd", "b.mmd"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "name: Back\n"));
  CHECK(contains(run_mot({"import", "a.mmd", "c.csv"}).err, "the scores of 'c.csv' are on another scale"));
}

TEST_CASE("what can't be imported is one sentence and exit 2") {
  Folder folder;
  folder.with("a.mmd", "flowchart TD\n").with("s.csv", "Q1\n1\n");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.mmd"});
  CHECK(ran.code == 2);
  CHECK(ran.err == "mot: 'a.mmd' begins with 'flowchart': only Mermaid's diagrams of the kind 'journey' can be imported\n");
  CHECK(run_mot({"import", "nothing.mmd"}).code == 2);
  CHECK(run_mot({"import"}).code == 2);
}
