// Walls of sticky notes, as lists and as boards export them: a touchpoint each, and what groups them is a stage.
#include "mot/import/note_wall.h"

#include <doctest/doctest.h>

#include "support/imported_workspace.h"
#include "support/text_parts.h"
#include "support/workbooks.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& name, const std::string& text) {
  const Loaded loaded = loaded_from(imported_from(name, text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

}  // namespace

TEST_CASE("each note of a list is a touchpoint, below the headings that group it") {
  CHECK(outline("wall.txt", "Check in at the desk\nWait for the lift, with bags\nFind the room\n") ==
        "wall: All [check-in-at-the-desk ?, wait-for-the-lift-with-bags ?, find-the-room ?]");
  CHECK(outline("wall.md", "# A night at ours\n\n## Arrive\n- Check in\n- Lift\n\n## Leave\n* Pay the bill\n") ==
        "A night at ours: Arrive [check-in ?, lift ?] Leave [pay-the-bill ?]");
  CHECK(outline("wall.txt", "Arrive:\n- Check in\n- Lift\nLeave\n- Pay the bill\n") ==
        "wall: Arrive [check-in ?, lift ?] Leave [pay-the-bill ?]");
  CHECK(outline("wall.md", "## Arrive\n\nCheck in\nLift\n") == "wall: Arrive [check-in ?, lift ?]");
}

TEST_CASE("what stands below a note, inside of a group, or says nothing is kept or told") {
  const auto imported = imported_from(
      "wall.md", "## Arrive\n### Desk\n- Check in\n  - too slow\n  - rude\n- TBD\n- Lift\n- Key\n- Bags\nand so on\n## Leave\n- Bill\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(loaded.workspace.touchpoints.size() == 5);
  CHECK(loaded.workspace.touchpoints[0].notes->value == "too slow\nrude");
  CHECK(contains(importing::workspace_text(imported.workspace), "x-group: Desk"));
  CHECK(contains(importing::workspace_text(imported.workspace), "# What no such file holds, asked of each touchpoint."));
  CHECK(contains(notes_of(imported, Fate::dropped), "notes that say nothing: 'TBD' in line 6"));
  CHECK(contains(notes_of(imported, Fate::dropped), "lines between the notes: 'and so on' in line 10"));
  CHECK(contains(notes_of(imported, Fate::undecided), "a touchpoint each until you say"));
}

TEST_CASE("a long note is called by its beginning, and stands whole in its notes") {
  const std::string note =
      "We wait at the desk although nobody else is there, and the clerk looks at a screen that we can't see for minutes";
  const Loaded loaded = loaded_from(imported_from("wall.txt", note + "\nFind the room\n"));
  const Touchpoint& first = loaded.workspace.touchpoints.front();
  CHECK(first.name.value.ends_with(" \u2026"));
  CHECK(note.starts_with(first.name.value.substr(0, first.name.value.size() - 4)));
  CHECK(first.notes->value == note);
}

TEST_CASE("exports of boards have their texts, frames and tags, and all else under keys of its own") {
  const std::string board =
      "Text,Color,Tags,Frame\n\"Check in\nat night\",yellow,\"slow, desk\",Arrive\nLift,red,,Arrive\nBill,red,,Leave\n,blue,,\n";
  CHECK(outline("wall.csv", board) == "wall: Arrive [check-in ?, lift ?] Leave [bill ?]");
  const auto imported = imported_from("wall.csv", board);
  const Loaded loaded = loaded_from(imported);
  CHECK(loaded.workspace.touchpoints[0].notes->value == "Check in\nat night");
  CHECK(loaded.workspace.touchpoints[0].tags.size() == 2);
  CHECK(contains(notes_of(imported, Fate::converted), "column 'Color': kept as x-color"));
  CHECK(contains(notes_of(imported, Fate::dropped), "1 row without a text"));
  CHECK(outline("wall.csv", "Check in at the desk\nFind the room\n") == "wall: All [check-in-at-the-desk ?, find-the-room ?]");
  CHECK(outline("wall.csv", "Check in at the desk\nFind the room\nWait, then wait\n") ==
        "wall: All [check-in-at-the-desk ?, find-the-room ?, wait-then-wait ?]");
  CHECK(outline("wall.xlsx", xlsx_of({{"Notes"}, {"Check in at the desk"}, {"Find the room"}})) ==
        "wall: All [check-in-at-the-desk ?, find-the-room ?]");
}

TEST_CASE("surveys, tables and prose are no walls") {
  for (const char* csv :
       {"Q1\n4\n5\n", "What did you like best?\nThe food here\nThe nice room\n", "Comment\nThe food was good\nThe room was nice\n",
        "Text,Score\nThe food here,4\nA nice room,5\n", "City\nRome\nParis\n", "id,text\n"}) {
    CAPTURE(csv);
    CHECK_FALSE(importing::is_table_of_notes(importing::front_rows_of_csv(csv)));
  }
  const std::string prose(500, 'x');
  for (const std::string& text :
       {std::string("4\n5\n"), prose + "\n" + prose + "\n", std::string("a;b\n1;2\n"), std::string("only one note\n")}) {
    CAPTURE(text);
    CHECK_FALSE(importing::is_list_of_notes(text));
  }
  CHECK_THROWS_WITH_AS(imported_from("wall.md", "Some prose.\nMore of it.\n\n- one\n- two\n"), doctest::Contains("is no list of notes"),
                       importing::CannotImport);
}

TEST_CASE("columns of a board that are called alike have a key each, and what says nothing is told") {
  const std::string board = "Text,Color,color,Tags,Frame\n\"Check in, now\",yellow,red,\"?; slow\",TBD\nFind the room,pink,,#,Arrive\n";
  const importing::Imported imported = imported_from("board.csv", board);
  CHECK(errors_of(loaded_from(imported)) == "");
  const std::string written = importing::workspace_text(imported.workspace);
  CHECK(contains(written, "x-color: yellow"));
  CHECK(contains(written, "x-color-2: red"));
  CHECK(contains(notes_of(imported, Fate::dropped), "'?' in line 2"));
  CHECK(contains(notes_of(imported, Fate::dropped), "the group 'TBD' in line 2"));
  CHECK(contains(notes_of(imported, Fate::dropped), "'#' in line 3"));
  CHECK(contains(notes_of(imported, Fate::converted), "1 stage ('Arrive'),"));
}
