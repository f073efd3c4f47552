// Nothing that a cell or a row says is lost in silence: line breaks, items, placeholders, odd scores, rows that say one thing twice.
#include <doctest/doctest.h>

#include "support/imported_workspace.h"
#include "support/text_parts.h"
#include "support/workbooks.h"

using namespace mot;
using namespace mot::testing;
using importing::Fate;

namespace {

Loaded loaded_table(const std::string& table, const std::string& name = "way.csv") {
  Loaded loaded = loaded_from(imported_from(name, table));
  CHECK(errors_of(loaded) == "");
  return loaded;
}

std::string outline(const std::string& table) {
  return outline_of(loaded_table(table).workspace);
}

std::string converted(const std::string& table) {
  return notes_of(imported_from("way.csv", table), Fate::converted);
}

}  // namespace

TEST_CASE("line breaks of prose and of the items of lists stay, and are told where a text has one line") {
  const std::string table =
      "Touchpoint;Stage;Owner;Notes;Desired;Pains;Budget;Channel\n"
      "Pay;Book;\"Ann\nBob\";\"one\r\n\n two \";\"first\nsecond\";\"- slow\n  at noon\n- rude\";\"1\n2\";\"web\napp\"\n";
  const Loaded loaded = loaded_table(table);
  const Touchpoint& pay = loaded.workspace.touchpoints.front();
  CHECK(pay.notes->value == "one\n\ntwo");
  CHECK(pay.desired->company->experience->value == "first\nsecond");
  REQUIRE(pay.pains.size() == 2);
  CHECK(pay.pains[0].text.value == "slow\nat noon");
  CHECK(pay.channels.size() == 2);
  CHECK(pay.owner->value == "Ann Bob");
  CHECK(contains(converted(table), "line breaks in 1 cell of owner: blanks\n"));
  const std::string text = importing::workspace_text(imported_from("way.csv", table).workspace);
  CHECK(contains(text, "    notes: |-\n      one\n\n      two\n"));
  CHECK(contains(text, "    x-budget: |-\n      1\n      2\n"));
  const Loaded markdown = loaded_table("| Step | Stage | Notes |\n|--|--|--|\n| Pay | Book | one<br>two <BR/> `<br>` |\n", "way.md");
  CHECK(markdown.workspace.touchpoints.front().notes->value == "one\ntwo\n<br>");
}

TEST_CASE("cells that say nothing are told one by one") {
  const auto imported = imported_from("way.csv",
                                      "Touchpoint;Stage;When;Owner;Tags;Notes;Pains;Moment of truth\n"
                                      "A;Go;?;TBD;#;null;\"slow\n-\";n/a\nB;Go;;TBD;#, vip;;;no\n");
  CHECK(notes_of(imported, Fate::dropped) ==
        "8 cells that say nothing: when '?' in line 2, owner 'TBD' in lines 2, 4, tags '#' in lines 2, 4, notes 'null' in line 2, pains "
        "'-' in line 2, moment_of_truth 'n/a' in line 2\n");
}

TEST_CASE("a list is read alike in a table and in a journey map") {
  const auto items = [](const std::vector<Text>& texts) {
    std::string all;
    for (const Text& text : texts) all += "[" + text.value + "]";
    return all;
  };
  const struct {
    const char* cell;
    const char* items;
  } cases[] = {{"looks; buys", "[looks][buys]"},
               {"\"looks\nbuys; pays\"", "[looks][buys; pays]"},
               {"- looks; buys", "[looks; buys]"},
               {"\"- looks\n  twice\n- buys\"", "[looks\ntwice][buys]"}};
  for (const auto& [cell, expected] : cases) {
    CAPTURE(cell);
    const std::string quoted = *cell == '"' ? cell : "\"" + std::string(cell) + "\"";
    const Loaded table = loaded_table("Touchpoint,Stage,Customer does\nA,Go," + quoted + "\n");
    CHECK(items(table.workspace.touchpoints.front().customer_does) == expected);
    const Loaded map = loaded_table("Stage,Go,Stay\nTouchpoints,A,B\nDoing," + quoted + ",sits\nThinking,hm,ok\n");
    CHECK(items(map.workspace.journeys.front().stages.front().customer_does) == expected);
  }
  CHECK(contains(converted("Touchpoint,Stage,Tags,Pains\nA,Go,\"a, b; c\",slow; rude\n"),
                 "cells with several items between marks: 'a, b; c', 'slow; rude'\n"));
}

TEST_CASE("scores of a journey map may be fractions, per cents and stars") {
  const std::string map =
      "Stage,Go,Stay,Leave\nTouchpoints,A,B,C\nDoing,x,y,z\nThinking,hm,ok,oh\nScore,4/5,80%,\xE2\x98\x85\xE2\x98\x85\n";
  CHECK(outline_of(loaded_table(map).workspace) == "way: Go [a 75] Stay [b 80] Leave [c 25]");
}

TEST_CASE("days and formulas without a result are no texts of what is lived or wished") {
  const auto imported =
      imported_from("way.csv", "Touchpoint;Stage;Actual;Desired score;Notes;Importance\nA;Go;2026-04-05;#VALUE!;#REF!;2026-04-05\n");
  const std::string dropped = notes_of(imported, Fate::dropped);
  CHECK(contains(dropped, "line 2: actual '2026-04-05' is a day, as spreadsheets make one of 4/5 or 4.5"));
  CHECK(contains(dropped, "line 2: importance '2026-04-05' is a day"));
  CHECK(contains(dropped, "line 2: desired.company.score '#VALUE!' is a formula without a result; it stands in a comment"));
  CHECK(contains(dropped, "line 2: notes '#REF!' is a formula without a result"));
}

TEST_CASE("fractions of one table are on one scale, also where somebody gave none of five") {
  CHECK(outline("Touchpoint,Stage,Actual\nA,Go,4/5\nB,Go,0/5\n") == "way: Go [a 4, b 0]");
}

TEST_CASE("a row more of one persona joins the moment, and so does one that speaks for all") {
  const std::string table =
      "Touchpoint;Stage;Persona;Customer wish;Actual;Moment of truth\n"
      "Desk;A;Ines;9;4;yes\nDesk;A;Tom;7;6;no\nDesk;A;Tom;5;5;\nRoom;A;;9;4;x\nRoom;A;Tom;7;6;\n";
  const auto imported = imported_from("way.csv", table);
  const std::string text = importing::workspace_text(imported.workspace), told = notes_of(imported, Fate::converted);
  CHECK(outline(table) == "way: A [desk 5, room 4]");
  CHECK(contains(text, "desired: { customer: { score: 7, by: { ines: 9, tom: 6 } } }"));
  CHECK(contains(text, "desired: { customer: { score: 9, by: { tom: 7 } } }"));
  CHECK(contains(told, "'Desk' in lines 2, 3, 4, a row for each persona (Ines, Tom): one touchpoint, some with several; what each wishes"));
  CHECK(contains(told, "desired.customer.score: 9 (Ines), 7 (Tom), 5 (Tom), their mean 7 is taken for all"));
  CHECK(contains(told, "moment_of_truth: true (Ines), false (Tom), the first is taken"));
  CHECK(contains(told, "'Room' in lines 5, 6, a row for each persona (all, Tom): one touchpoint"));
  CHECK(contains(told, "actual.score: 4 (all), 6 (Tom), that of all is taken"));
  CHECK(contains(told, "moment_of_truth in some of the rows only"));
  CHECK(contains(text, "# moment_of_truth of Tom was false\n"));
}

TEST_CASE("rows of one name are one touchpoint where they say nothing else, and told where they do") {
  CHECK(outline("Step,Stage,Role\nA,S,x\nA,T,\n") == "way: S [a ?] T [a ?]");
  const std::string other = "Step,Stage,Role,Actual\nA,S,x,3\nA,T,y,4\n";
  CHECK(outline(other) == "way: S [a 3] T [a-2 4]");
  CHECK(contains(
      converted(other),
      "'A' stands in several rows that are touchpoints of their own, in lines 2, 3: they differ in actual.score, role; make them alike"));
  CHECK(contains(converted("Step,Stage,Role\nA,S,x\nA,S,x\n"),
                 "in lines 2, 3: they say the same at one place; take one out if they are one"));
}

TEST_CASE("a stage that comes again is another one where the order says so, and told either way") {
  const std::string apart = "Step,Stage\nA,Wait\nB,Ride\nC,Wait\n";
  CHECK(outline(apart) == "way: Wait [a ?] Ride [b ?] Wait [c ?]");
  CHECK(contains(converted(apart), "stages of 'way' that come again after others, 'Wait' (line 4): another one each, of the same name"));
  const std::string mixed = "Step,Stage\nA,Go\nB,Ride\nC,Go\nD,Ride\nE,Go\n";
  CHECK(outline(mixed) == "way: Go [a ?, c ?, e ?] Ride [b ?, d ?]");
  CHECK(contains(converted(mixed), "'Go' (line 4), 'Go' (line 6), 'Ride' (line 5): one each, where it stands first"));
  CHECK(outline("Step,Stage,Department\nA,Go,Bus\nB,Ride,Bus\nC,Leave,Bus\nD,Go,Tram\nE,Leave,Tram\n") ==
        "way: Go [a ?, d ?] Ride [b ?] Leave [c ?, e ?]");
}

TEST_CASE("journeys of one name are told where they become one") {
  CHECK(contains(converted("Step,Journey,Stage\nA,Trip,Go\nB,Other,Go\nC,Trip,Go\n"),
                 "rows of one journey that stand apart are one journey: 'Trip'"));
  const auto imported = imported_from(
      "way.md", "| Step | Journey | Stage |\n|--|--|--|\n| A | Trip | Go |\n\n| Step | Journey | Stage |\n|--|--|--|\n| B | Trip | Go |\n");
  CHECK(contains(notes_of(imported, Fate::converted), "a journey that stands in another table too is one: 'Trip'"));
}

TEST_CASE("a sheet that explains words by its name is no table of touchpoints beside one that is") {
  const auto sheet = [](const std::string& name, const std::vector<std::string>& row) {
    return XlsxSheet{name, "<sheetData>" + xlsx_row({"Name", "Beschreibung", "Bedeutung"}) + xlsx_row(row) + "</sheetData>"};
  };
  const std::string table =
      "<sheetData>" + xlsx_row({"Kontaktpunkt", "Phase", "Ist"}) + xlsx_row({"Empfang", "Ankunft", "4"}) + "</sheetData>";
  for (const char* name : {"Legende", "Glossar", "3 Abk\u00fcrzungen"}) {
    CAPTURE(name);
    const auto imported =
        imported_from("way.xlsx", zip_of(xlsx_parts({XlsxSheet{"Reise", table}, sheet(name, {"Empfang", "der Tresen", "hoch"})})));
    CHECK(outline_of(loaded_from(imported).workspace) == "way: Ankunft [empfang 4]");
    CHECK(contains(notes_of(imported, Fate::dropped), fmt::format("the sheet '{}': it explains words, by its name", name)));
  }
  CHECK(imported_from("way.xlsx", zip_of(xlsx_parts({sheet("Legende", {"Empfang", "der Tresen", "hoch"})}))).workspace.touchpoints.size() ==
        1);
}

TEST_CASE("a legend below a table is left out and told") {
  const auto imported = imported_from("way.csv", "Kontaktpunkt;Phase;Ist\nEmpfang;A;4\n;;\nLegende:;;\nA = Ankunft;;\nIst;wie es ist;\n");
  CHECK(imported.workspace.touchpoints.size() == 1);
  CHECK(contains(notes_of(imported, Fate::dropped),
                 "a legend below the table, from line 4 on: 'Legende:', 'A = Ankunft', 'Ist', 'wie es ist'"));
  CHECK(imported_from("way.csv", "Step;Stage;Actual\nKey;A;4\nRoom;A;3\n").workspace.touchpoints.size() == 2);
}

TEST_CASE("workbooks of LibreOffice: lines in cells, merged and repeated cells, per cents, days and formulas") {
  const auto cell = [](const std::string& attributes, const std::string& lines) {
    return "<table:table-cell " + attributes + ">" + lines + "</table:table-cell>";
  };
  const auto text = [&](const std::string& words, const std::string& attributes = {}) {
    return cell("o:value-type=\"string\" " + attributes, "<text:p>" + words + "</text:p>");
  };
  const std::string empty_rows =
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"9\"/></table:table-row>";
  const std::string ods =
      ods_of("<table:table table:name=\"Reise\">" + empty_rows + "<table:table-row>" + text("Kontaktpunkt") + text("Phase") +
             text("Abteilung", "table:number-columns-spanned=\"1\"") + text("Ist") + text("Soll") + text("Notizen") + "</table:table-row>" +
             "<table:table-row>" + text("Empfang") + text("Ankunft", "table:number-rows-spanned=\"2\"") + text("Front") +
             cell("o:value-type=\"percentage\" o:value=\"0.55\"", "<text:p>55 %</text:p>") +
             cell("table:formula=\"of:=[.A1]\" o:value-type=\"float\" o:value=\"7.5\"", "<text:p>7,5</text:p>") +
             cell("o:value-type=\"string\"", "<text:p>eins</text:p><text:p>zwei<text:line-break/>drei</text:p>") + "</table:table-row>" +
             "<table:table-row>" + text("Zimmer") + "<table:covered-table-cell/>" + text("Haus") +
             text("7,5", "table:number-columns-repeated=\"2\"") +
             cell("o:value-type=\"date\" o:date-value=\"2026-03-04\"", "<text:p>04.03.26</text:p>") + "</table:table-row>" + empty_rows +
             "</table:table>");
  const auto imported = imported_from("way.ods", ods);
  const Loaded loaded = loaded_from(imported);
  CHECK(errors_of(loaded) == "");
  CHECK(outline_of(loaded.workspace) == "way: Ankunft [empfang 5.5, zimmer 7.5]");
  CHECK(loaded.workspace.touchpoints[0].desired->company->score->value == 7.5);
  CHECK(loaded.workspace.touchpoints[0].notes->value == "eins\nzwei\ndrei");
  CHECK(loaded.workspace.touchpoints[1].notes->value == "2026-03-04");
}
