// What stands around a touchpoint table, and marks in its cells: none of it changes a figure untold.
#include <doctest/doctest.h>

#include "mot/import/import.h"
#include "mot/import/workspace_text.h"
#include "mot/load/load.h"
#include "support/folder.h"
#include "support/imported_workspace.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const importing::Imported& imported) {
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

std::string refusal(const std::string& text) {
  try {
    imported_from("way.csv", text);
  } catch (const importing::CannotImport& refused) {
    return refused.what();
  }
  return "";
}

const std::string rows = "Touchpoint,Stage,Desired,Actual\nA,S,5,3\nB,S,5,2\n";

}  // namespace

TEST_CASE("boxes that are not ticked, and a no with a remark, make no moment of truth; what is neither is told") {
  const auto imported =
      imported_from("way.csv",
                    "Step,Moment of truth\nA,\u2610\nB,\u274c\nC,\u25cb\nD,No - see notes\nE,maybe\nF,2\nG,low\nH,rather no\n"
                    "I,\u2611\ufe0f\nJ,\u25cf\nK,first impression\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  std::string decisive;
  for (const Touchpoint& touchpoint : loaded.workspace.touchpoints)
    decisive += touchpoint.moment_of_truth.value ? touchpoint.name.value : "";
  CHECK(decisive == "IJK");
  const std::string dropped = notes_of(imported, Fate::dropped);
  CHECK(contains(dropped, "line 5: moment_of_truth 'No - see notes' is read as no; it stands in a comment"));
  for (const char* cell : {"line 6: moment_of_truth 'maybe' ", "line 7: moment_of_truth '2' ", "line 8: moment_of_truth 'low' ",
                           "line 9: moment_of_truth 'rather no' "})
    CHECK_MESSAGE(contains(dropped, std::string(cell) + "says neither yes nor no nor why"), cell);
  CHECK(contains(notes_of(imported, Fate::converted), "with a reason in words: 'first impression' in line 12"));
}

TEST_CASE("a standard or a promise that is a number is a text") {
  const auto imported = imported_from("way.csv", "Step,SLA,Promise\nA,95%,24\nB,80/20,1.5\nC,+49 1,in a day\nD,2026-05-01,4/5\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(loaded.workspace.touchpoints[0].standard->text->value == "95%");
  CHECK(loaded.workspace.touchpoints[0].promise->text->value == "24");
  CHECK(loaded.workspace.touchpoints[1].standard->text->value == "80/20");
  CHECK(loaded.workspace.touchpoints[3].promise->text->value == "4/5");
}

TEST_CASE("a department whose name is a truth value has an id that is a text") {
  Folder folder;
  for (const auto& file : importing::workspace_files(imported_from("way.csv", "Step,Department\nA,True\nB,No\n").workspace))
    folder.with(file.path, file.text);
  const Loaded loaded = load({.directory = folder.path().string()});
  CHECK(errors_of(loaded) == "");
  CHECK(loaded.workspace.departments.size() == 2);
}

TEST_CASE("the scale that is said above, over or below a table holds for its scores") {
  const struct {
    std::string table;
    double min, max;
  } cases[] = {{",,Scores (1-7),\n" + rows, 1, 7},
               {"Scores from 0 to 10,,,\n" + rows, 0, 10},
               {rows + "Scale: 1 = bad to 7 = good,,,\n", 1, 7},
               {"Step,Stage,Punkte (1-10),\n,,Soll,Ist\nA,S,5,3\nB,S,5,2\n", 1, 10},
               {"Plan 2020 to 2024,,,\n" + rows, 1, 5}};
  for (const auto& [table, min, max] : cases) {
    CAPTURE(table);
    const auto imported = imported_from("way.csv", table);
    CHECK(contains(outline(imported), "S [a 3, b 2]"));
    CHECK(imported.workspace.scale == Scale{min, max});
  }
}

TEST_CASE("where a text beside the table says that the smallest number is the best, its scores are refused with the way out") {
  for (const std::string& table : {"\"Scores: 1 = best, 5 = worst\",,,\n" + rows, rows + "Scale: 1 = best and 5 = worst,,,\n",
                                   rows + "\"Note: 1 = very good, 5 = very bad\",,,\n"}) {
    CAPTURE(table);
    CHECK(contains(refusal(table), "says that the smallest number is the best"));
    CHECK(contains(refusal(table), "of 1 to 5 each is 6 less itself"));
  }
}

TEST_CASE("sums among the rows, and remarks below them, are no touchpoints, and each is told") {
  const auto imported = imported_from("way.csv",
                                      "Touchpoint,Stage,Desired,Actual\nA,S,5,3\nSubtotal S,,9,5\nB,T,4,2\nSous-total,,4,2\nTotal,,13,7\n"
                                      "* preliminary,,,\nAs of May 2026,,,\nn = 240,,,\nprepared by Ines,,,\n5 = very good,,,\n");
  CHECK(outline(imported) == "way: S [a 3] T [b 2]");
  CHECK(imported.workspace.scale == Scale{1, 5});
  const std::string dropped = notes_of(imported, Fate::dropped);
  for (const char* text : {"line 3: 'Subtotal S'", "line 5: 'Sous-total'", "line 6: 'Total'", "line 7: '* preliminary'",
                           "line 8: 'As of May 2026'", "line 9: 'n = 240'", "line 10: 'prepared by Ines'", "line 11: '5 = very good'"})
    CHECK_MESSAGE(contains(dropped, text), text);
  const auto remarks = imported_from("way.csv", rows + ",,,\nNext steps:,,,\ncall Bob,,,\n");
  CHECK(outline(remarks) == "way: S [a 3, b 2]");
  CHECK(contains(notes_of(remarks, Fate::dropped), "remarks below the table, from line 5 on: 'Next steps:', 'call Bob'"));
  // A moment of that name that says more than numbers is one.
  CHECK(contains(outline(imported_from("way.csv", rows + "Total,Pay,4,2\nTotal loss,S,4,2\n")), "total-loss 2"));
}

TEST_CASE("text around a table or a diagram in Markdown is told line by line") {
  const std::string table = "| Touchpoint | Stage |\n|---|---|\n| A | S |\n";
  const auto imported = imported_from("way.md", "# Hotel\n\nWe met on Tuesday.\n\n" + table + "\nThe budget is 3000 EUR.\n");
  CHECK(outline(imported) == "way: S [a ?]");
  CHECK(notes_of(imported, Fate::dropped) ==
        "text beside it: '# Hotel' in line 1, 'We met on Tuesday.' in line 3, 'The budget is 3000 EUR.' in line 9\n");
  const auto diagram = imported_from("way.md", "Intro\n```mermaid\njourney\n  section S\n    A: 3: Ines\n```\n- ask Bob\n");
  CHECK(contains(notes_of(diagram, Fate::dropped), "text beside it: 'Intro' in line 1, '- ask Bob' in line 7\n"));
  CHECK_FALSE(contains(notes_of(imported_from("way.md", table), Fate::dropped), "text"));
}

TEST_CASE("a few bytes that are no UTF-8 do not make nonsense of a whole file") {
  const std::string start = "Step,Stage\n\u00c4pfel sch\u00e4len,K\u00fcche\n";
  CHECK(contains(refusal(start + "caf\xe9,S\n"), "is UTF-8 but for 1 byte, the first byte 0xe9 in line 3; mend it there"));
  CHECK(contains(outline(imported_from("way.csv",
                                       "Step,Stage\nsch\xe4len,K\xfc"
                                       "che\n")),
                 "schalen"));
}

TEST_CASE("notes with commas, and mixed bullets, are a wall of notes and no survey") {
  for (const std::string text :
       {"Long queue, no seats\nNobody helps, really\nCold coffee, again\n", "too long; no seat\ntoo loud; no help\n",
        "- too long\n* no seats\nnobody helps\n", "1. too long\n2. no seats\nnobody helps\n"}) {
    CAPTURE(text);
    const Loaded loaded = loaded_from(imported_from("wall.txt", text));
    CHECK(errors_of(loaded) == "");
    CHECK(loaded.workspace.touchpoints.size() == static_cast<std::size_t>(std::ranges::count(text, '\n')));
  }
  const auto grouped = imported_from("wall.txt", "- a b\n- b c\nArrive\n- c d\n");
  CHECK(contains(notes_of(grouped, Fate::converted), "what groups the notes: 1 stage ('Arrive')"));
}
