// What cells and rows of touchpoint tables hold beside plain values: sums below them, several channels, importance in words, stages.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/imported_workspace.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& text) {
  const Loaded loaded = loaded_from(imported_from("way.csv", text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

}  // namespace

TEST_CASE("rows below a table that sum it up or tell where it is from are no touchpoints") {
  const auto imported =
      imported_from("way.csv", "Touchpoint,Score,Importance\nPay,4,5\nTotal,3,4\nLeave,3,4\nTotal,3.5,4.5\nSource: our guests,,\n");
  CHECK(outline("Touchpoint,Score,Importance\nPay,4,5\nTotal,3,4\nLeave,3,4\nTotal,3.5,4.5\nSource: our guests,,\n") ==
        "way: All [pay 4, total 3, leave 3]");
  std::string dropped;
  for (const auto& note : imported.notes) dropped += note.fate == Fate::dropped ? note.text + "\n" : "";
  CHECK(dropped ==
        "line 6: 'Source: our guests' is no touchpoint, but a row below the table\nline 5: 'Total' is no touchpoint, but a row below the "
        "table\n");
  CHECK(outline("Touchpoint,Department\nPay,Desk\nTotal,Desk\n") == "way: All [pay ?, total ?]");
}

TEST_CASE("a cell may name several channels") {
  const auto channels_of = [](const std::string& cells) {
    const Loaded loaded = loaded_from(imported_from("way.csv", "Touchpoint,Channel\n" + cells));
    CHECK(errors_of(loaded) == "");
    std::string text;
    for (const Touchpoint& touchpoint : loaded.workspace.touchpoints) {
      for (const auto& channel : touchpoint.channels) text += channel.value + " ";
      text += "/ ";
    }
    return text;
  };
  CHECK(channels_of("Pay,Web; App\nLeave,Desk / Phone\n") == "Web App / Desk Phone / ");
  CHECK(channels_of("Pay,\"Web, App\"\nLeave,App\n") == "Web App / App / ");
  CHECK(channels_of("Pay,\"Web, Phone\"\nLeave,\"Phone, Desk\"\nAsk,Desk\n") == "Web Phone / Phone Desk / Desk / ");
  CHECK(channels_of("Pay,\"Counter, hall B\"\nLeave,App\n") == "Counter, hall B / App / ");
  const auto imported = imported_from("way.csv", "Touchpoint,Channel\nPay,\"Counter, hall B\"\nLeave,App\n");
  CHECK(std::ranges::any_of(imported.notes, [](const auto& note) {
    return note.fate == Fate::undecided && contains(note.text, "channels that may be several: 'Counter, hall B'");
  }));
}

TEST_CASE("an old workbook is refused by what it is, whatever its name") {
  for (const char* name : {"way.xls", "way.csv", "way.txt"}) {
    CAPTURE(name);
    std::string said;
    try {
      imported_from(name, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
    } catch (const importing::CannotImport& error) {
      said = error.what();
    }
    CHECK(contains(said, "is an old Excel workbook (.xls), or one with a password; save it as .xlsx without one"));
  }
}

TEST_CASE("journeys and departments stand in the order of the table, whatever their files are called") {
  const Loaded loaded = loaded_from(
      imported_from("way.csv", "Touchpoint,Journey,Stage,Department\nPay,Way,Go,Sales\nCall,Before,Ask,Desk\nLeave,Way,Go,Desk\n"));
  REQUIRE(loaded.workspace.journeys.size() == 2);
  const auto files = importing::workspace_files(
      imported_from("way.csv", "Touchpoint,Journey,Stage,Department\nPay,Way,Go,Sales\nCall,Before,Ask,Desk\n").workspace);
  CHECK(contains(files.front().text,
                 "include: [\"*.yaml\", departments/sales.yaml, departments/desk.yaml, departments/*.yaml, journeys/way.yaml, "
                 "journeys/before.yaml, journeys/*.yaml]"));
}

TEST_CASE("importance is brought onto 1 to 5 from words of three steps or five, and from the scale of its heading") {
  const auto importances = [](const std::string& heading, const std::vector<std::string>& cells) {
    std::string csv = "Touchpoint," + heading + "\n";
    for (std::size_t i = 0; i < cells.size(); ++i) csv += fmt::format("T{},{}\n", i, cells[i]);
    const Loaded loaded = loaded_from(imported_from("way.csv", csv));
    CHECK(errors_of(loaded) == "");
    std::string text;
    for (const Touchpoint& touchpoint : loaded.workspace.touchpoints)
      text += touchpoint.importance ? fmt::format("{} ", touchpoint.importance->value) : "? ";
    return text;
  };
  CHECK(importances("Importance", {"high", "medium", "low"}) == "5 3 1 ");
  CHECK(importances("Importance", {"very high", "high", "medium", "low", "very low"}) == "5 4 3 2 1 ");
  CHECK(importances("Wichtigkeit", {"sehr hoch", "hoch", "mittel", "gering", "sehr gering"}) == "5 4 3 2 1 ");
  CHECK(importances("Importance", {"very important", "important", "rather important", "not important"}) == "5 4 3 1 ");
  CHECK(importances("Importance (1-10)", {"10", "1", "2", "5.5", "11"}) == "5 1 1.4 3 ? ");
  CHECK(importances("Importance", {"4.6", "\"3,5\"", "6"}) == "4.6 3.5 ? ");
}

TEST_CASE("rows of a single cell part a table into stages, and the newer of two years holds") {
  CHECK(outline("Touchpoint,Actual\nBEFORE,\nBook,3\nPay,4\nDURING,\nSleep,5\n") == "way: BEFORE [book 3, pay 4] DURING [sleep 5]");
  CHECK(outline("Touchpoint,Actual\nBook,3\nPay,\nSleep,5\n") == "way: All [book 3, pay ?, sleep 5]");
  CHECK(outline("Touchpoint,Actual 2025,Actual 2026\nBook,3,4\n") == "way: All [book 4]");
  CHECK(outline("Moment of truth,Department,Actual\nBook,Desk,3\n") == "way: All [book 3]");
}

TEST_CASE("scores in per cent, stars and fractions are put on the scale of the headings, of the numbers beside them or their own") {
  const struct {
    const char *what, *csv, *outline, *scale;
  } cases[] = {
      {"per cent", "Touchpoint,Stage,Actual\nDesk,A,80%\nRoom,A,60 %\n", "t: A [desk 80, room 60]", "0 to 100"},
      {"stars", "Touchpoint,Stage,Actual\nDesk,A,\u2605\u2605\u2605\u2605\u2606\nRoom,A,\u2605\u2605\n", "t: A [desk 4, room 2]", "1 to 5"},
      {"fractions", "Touchpoint,Stage,Actual\nDesk,A,4/5\nRoom,A,2 von 5\n", "t: A [desk 4, room 2]", "1 to 5"},
      {"of ten", "Touchpoint,Stage,Actual\nDesk,A,8/10\nRoom,A,2.5/10\n", "t: A [desk 8, room 2.5]", "0 to 10"},
      {"declared", "Touchpoint,Stage,Actual (0-10)\nDesk,A,85%\nRoom,A,3/5\n", "t: A [desk 8.5, room 5]", "0 to 10"},
      {"beside numbers", "Touchpoint,Stage,Actual\nDesk,A,9\nRoom,A,60%\n", "t: A [desk 9, room 6]", "0 to 10"},
      {"sentences", "Touchpoint,Stage,Actual\nDesk,A,80% on time\nRoom,A,5/10 early\n", "t: A [desk ?, room ?]", ""},
  };
  for (const auto& [what, csv, outline, scale] : cases) {
    CAPTURE(what);
    const auto imported = imported_from("t.csv", csv);
    CHECK(outline_of(loaded_from(imported).workspace) == outline);
    const std::string told = notes_of(imported, Fate::converted);
    CHECK((told.find("scores in per cent, stars or fractions, on the scale " + std::string(scale)) != std::string::npos) ==
          !std::string(scale).empty());
  }
  const Loaded importance =
      loaded_from(imported_from("t.csv", "Touchpoint,Stage,Importance\nDesk,A,\u2605\u2605\u2605\u2605\nRoom,A,5/5\nBar,A,50%\n"));
  CHECK(importance.workspace.touchpoints[0].importance->value == 4);
  CHECK(importance.workspace.touchpoints[1].importance->value == 5);
  CHECK(importance.workspace.touchpoints[2].importance->value == 3);
}

TEST_CASE("a row of merged headings above is left out, and headings in two rows are one") {
  const struct {
    const char *what, *csv;
  } cases[] = {
      {"above all", ",,Scores,\nTouchpoint,Stage,Desired,Actual\nDesk,A,9,8\n"},
      {"above each", "Moment,,Rating,\nTouchpoint,Stage,Desired,Actual\nDesk,A,9,8\n"},
      {"beside", "Touchpoint,Stage,Scores,\n,,Desired,Actual\nDesk,A,9,8\n"},
      {"known words", "Touchpoint,Stage,Experience,\n,,Desired,Actual\nDesk,A,9,8\n"},
      {"German", "Kontaktpunkt,Phase,Bewertung,\n,,Soll,Ist\nDesk,A,9,8\n"},
  };
  for (const auto& [what, csv] : cases) {
    CAPTURE(what);
    const auto imported = imported_from("t.csv", csv);
    const Loaded loaded = loaded_from(imported);
    CHECK(outline_of(loaded.workspace) == "t: A [desk 8]");
    CHECK(loaded.workspace.touchpoints.at(0).desired->company->score->value == 9);
    const bool is_told = notes_of(imported, Fate::converted).find("headings in two rows") != std::string::npos ||
                         notes_of(imported, Fate::dropped).find("what stands above the headings") != std::string::npos;
    CHECK(is_told);
  }
}

TEST_CASE("a row for each persona is one touchpoint: wishes under 'by', means of what they live, all of what hurts") {
  const auto imported = imported_from("t.csv",
                                      "Touchpoint,Stage,Persona,Importance,Customer wish,Actual,Pain points\n"
                                      "Desk,A,Ines,4,9,8,queues\nDesk,A,Tom,5,7,6,noise\nRoom,A,Ines,5,8,6,\nRoom,A,Tom,5,8,6,\n");
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(outline_of(loaded.workspace) == "t: A [desk 7, room 6]");
  const Touchpoint& desk = loaded.workspace.touchpoints[0];
  CHECK(desk.importance->value == 4.5);
  CHECK(desk.pains.size() == 2);
  CHECK(desk.desired->customer->score->value == 8);
  REQUIRE(desk.desired->customer->by.size() == 2);
  const std::string text = importing::workspace_text(imported.workspace);
  CHECK(text.find("desired: { customer: { score: 8, by: { ines: 9, tom: 7 } } }") != std::string::npos);
  CHECK(text.find("# actual.score of Tom was 6") != std::string::npos);
  CHECK(notes_of(imported, Fate::converted)
            .find("'Desk' in lines 2, 3, a row for each persona (Ines, Tom): one touchpoint; what each wishes") != std::string::npos);
  // Two rows without a persona, or of one, are what they were.
  const Loaded twice = loaded_from(imported_from("t.csv", "Touchpoint,Stage,Persona,Actual\nDesk,A,Ines,8\nDesk,A,Ines,6\n"));
  CHECK(twice.workspace.touchpoints.size() == 2);
}
