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

TEST_CASE("a diagram that is imported into a workspace is a part of it: on its scale, with what stands there, in a file of its own") {
  Folder folder;
  folder
      .with("w/mot.yaml",
            "mot: 1\nproject: { name: Klinik, language: de, scale: { min: 0, max: 10 } }\ninclude: [journeys/*.yaml]\n"
            "channels: [{ id: tel, name: Telefon }]\ndepartments: [{ id: kueche, name: K\u00fcche }]\npersonas: [{ id: pat, name: "
            "Patientin }]\n"
            "touchpoints:\n  - { id: desk, name: Anmelden am Empfang, department: kueche, actual: 7 }\n"
            "  - { id: essen, name: Essen w\u00e4hlen, department: kueche }\n")
      .with("w/journeys/way.yaml", "journey: { id: weg, name: Weg, stages: [{ id: a, name: A, touchpoints: [desk, essen] }] }\n")
      .with("way.mmd",
            "journey\n title Weg\n section Hin\n Anmelden am Empfang: 3: Patientin, Fahrer\n Essen waehlen: 4: Fahrer\n T\u00fcr: 1: "
            "Fahrer, K\u00fcche\n "
            "Raus: 5: Fahrer\n")
      .with("t.csv", "Kontaktpunkt;Phase;Abteilung;Kanal;Ist\nSuppe;Essen;K\u00fcche;Telefon;2\nTee;Essen;K\u00fcche;Bote;3\n");
  const std::string before = text_of(folder / "w/mot.yaml");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "way.mmd", "-o", "w"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "made w/journeys/weg.yaml\n"));
  CHECK(contains(ran.out, "scores from 1 to 5 are put on the scale of the workspace, 0 to 10: 1 is 0, 3 is 5, 5 is 10"));
  CHECK(contains(ran.out, "touchpoints that stand in the workspace: used as they are: 'Anmelden am Empfang' (desk)"));
  CHECK(contains(ran.out, "'Essen waehlen' is nearly 'Essen w\u00e4hlen' (essen)"));
  CHECK(contains(ran.out, "the journey 'Weg': the workspace has one that is called so ('weg'); this is another one"));
  const std::string made = text_of(folder / "w/journeys/weg.yaml");
  CHECK_FALSE(contains(made, "project:"));
  CHECK_FALSE(contains(made, "id: desk"));
  CHECK(contains(made, "  - id: tuer\n"));
  CHECK(contains(made, "    actual: 0\n"));
  CHECK(contains(made, "actual: 7.5"));
  CHECK(contains(made, "touchpoints: [desk, essen-waehlen, tuer, raus]"));
  CHECK(contains(made, "personas: [pat, fahrer]"));
  CHECK(contains(made, "name: T\u00fcr\n    department: kueche\n"));
  CHECK(contains(ran.out, "actors that are departments of the workspace: K\u00fcche: the tasks that they take part in are theirs"));
  CHECK(contains(ran.out, "actors: personas of the journey (Patientin, Fahrer); who"));
  CHECK(contains(
      ran.out,
      "what is said of touchpoints that stand in the workspace: 'Anmelden am Empfang' (actual.score: 5, x-actors: Patientin, Fahrer)"));
  CHECK_FALSE(contains(made, "name: Patientin"));
  CHECK(contains(made, "id: weg-2"));
  CHECK(run_mot({"-C", "w", "validate"}).code == 0);
  CHECK(text_of(folder / "w/mot.yaml") == before);

  const Ran again = run_mot({"import", "way.mmd", "-o", "w"});
  CHECK(again.code == 2);
  CHECK(text_of(folder / "w/journeys/weg.yaml") == made);
  const Ran printed = run_mot({"-C", "w", "import", "../t.csv"});
  CHECK(contains(printed.err, "scores are taken to be on the scale of the workspace, 0 to 10"));
  CHECK_FALSE(contains(printed.err, "correct it if it is another"));
  CHECK(contains(printed.out, "department: kueche\n    channel: tel\n"));
  CHECK(contains(printed.out,
                 "channels:                               # { id: web, self_service: true } where customers serve themselves\n  - Bote\n"));
  CHECK_FALSE(contains(printed.out, "departments:"));
  CHECK(contains(printed.out, "actual: 2\n"));
}

TEST_CASE("an id that a table gives twice is told") {
  Folder folder;
  folder.with("t.csv", "Id,Touchpoint,Stage\nx,A,S\nx,B,S\n");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "t.csv"});
  CHECK(contains(ran.out, "id: b\n"));
  CHECK(contains(ran.err, "'B': the id 'x' is that of 'A' already; it gets 'b'"));
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

TEST_CASE("a project is called by a title alone: a file's name is no name, and is asked for") {
  Folder folder;
  folder.with("moments.csv", "Touchpoint,Stage,Actual\nDesk,Arrive,4\nRoom,Stay,3\n")
      .with("titled.csv", "The stay,,\nTouchpoint,Stage,Actual\nDesk,Arrive,4\nRoom,Stay,3\n")
      .with("answers/answers.csv", "Desk,Room\n1,2\n2,3\n3,4\n4,5\n5,1\n");
  const WorkingDirectory here(folder.path());
  for (const auto& [file, name] : {std::pair("moments.csv", std::string("moments")), {"answers/answers.csv", "answers"}}) {
    CHECK(run_mot({"import", file, "-o", name}).code == 0);
    CHECK(contains(text_of(name + "/mot.yaml"), "  # name: "));
    CHECK_FALSE(contains(text_of(name + "/mot.yaml"), "\n  name: "));
    CHECK(run_mot({"-C", name, "validate"}).code == 0);
    CHECK(run_mot({"-C", name, "map", "-o", name + ".svg"}).code == 0);
  }
  CHECK(run_mot({"import", "titled.csv", "-o", "titled"}).code == 0);
  CHECK(contains(text_of("titled/mot.yaml"), "\n  name: The stay\n"));
}

TEST_CASE("notes go into the table of touchpoints and come back") {
  Folder folder;
  folder.with(
      "shop/mot.yaml",
      "project: { name: Shop }\ntouchpoints:\n  - { id: desk, name: Desk, notes: \"ask twice; be kind\" }\n  - { id: bar, name: Bar }\n");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"-C", "shop", "export", "--format", "csv"});
  CHECK(contains(ran.out, ",tags,notes\n"));
  CHECK(contains(ran.out, ",ask twice; be kind\n"));
  CHECK_FALSE(contains(ran.err, "notes"));
  folder.with("t.csv", ran.out);
  CHECK(run_mot({"import", "t.csv", "-o", "new"}).code == 0);
  CHECK(contains(text_of("new/touchpoints.yaml"), "ask twice; be kind"));
}
