// What cells and rows of touchpoint tables hold beside plain values: sums below them, several channels, importance in words, stages.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/imported_workspace.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

std::string outline(const std::string& text) {
  const Loaded loaded = loaded_from(imported_from("way.csv", text));
  CHECK(errors_of(loaded) == "");
  return outline_of(loaded.workspace);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
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
    return note.fate == Fate::undecided && has(note.text, "channels that may be several: 'Counter, hall B'");
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
    CHECK(has(said, "is an old Excel workbook (.xls), or one with a password; save it as .xlsx without one"));
  }
}

TEST_CASE("journeys and departments stand in the order of the table, whatever their files are called") {
  const Loaded loaded = loaded_from(
      imported_from("way.csv", "Touchpoint,Journey,Stage,Department\nPay,Way,Go,Sales\nCall,Before,Ask,Desk\nLeave,Way,Go,Desk\n"));
  REQUIRE(loaded.workspace.journeys.size() == 2);
  const auto files = importing::workspace_files(
      imported_from("way.csv", "Touchpoint,Journey,Stage,Department\nPay,Way,Go,Sales\nCall,Before,Ask,Desk\n").workspace);
  CHECK(has(files.front().text,
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
