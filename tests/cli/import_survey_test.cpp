// `mot import` of surveys: what it writes reads them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

std::string answers() {
  std::string csv = "date,Q1Desk,Q1Belt,Q1Lounge,Q2 overall\n";
  for (int i = 0; i < 40; ++i)
    csv += fmt::format("2026-03-{:02},{},{},{},{}\n", 1 + i % 28, 1 + i % 5, 1 + i / 2 % 5, i % 6, 1 + i / 3 % 5);
  return csv;
}

const std::string shop =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\ninclude: [\"*.yaml\"]\n"
    "touchpoints: [{ id: desk, name: Check-in desk }, { id: belt, name: Bags at the belt }]\n";

}  // namespace

TEST_CASE("a survey is read by the source that import writes for the workspace") {
  Folder folder;
  folder.with("mot.yaml", shop).with("evidence/a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "evidence/a.csv", "-o", "sources.yaml"});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "'Q1Desk': scores 1 to 5"));
  CHECK(contains(text_of("sources.yaml"), "file: \"evidence/a.csv\""));
  CHECK(contains(text_of("sources.yaml"), "#   TOUCHPOINT: Q1Lounge"));
  const Ran data = run_mot({"data", "--format", "json"});
  CHECK(data.code == 0);
  CHECK(contains(data.out, "\"use\": \"actual of desk\""));
  CHECK(contains(data.out, "\"used\": 40"));
  CHECK(run_mot({"import", "evidence/a.csv", "-o", "sources.yaml"}).code == 2);
  CHECK(contains(run_mot({"import", "evidence/a.csv"}).out, "id: a-2\n"));
}

TEST_CASE("names, questions and ids in rows above each other are found where the first row alone leaves nothing read") {
  const auto answers_below = [](std::string heads) {
    for (int i = 0; i < 40; ++i) heads += fmt::format("2026-03-{:02};{};{}\n", 1 + i % 28, 1 + i % 5, 1 + i / 2 % 5);
    return heads;
  };
  const struct {
    std::string heads;
    const char* header;
  } cases[] = {
      {"StartDate;Q1_1;Q1_2\nStart Date;How was the check-in?;How was the room?\n", "header: [2]"},
      {"StartDate;Q1_1;Q1_2\nStart Date;How was the check-in?;How was the room?\n"
       R"("{""ImportId"":""d""}";"{""ImportId"":""Q1""}";"{""ImportId"":""Q2""}")"
       "\n",
       "header: [2, 3]"},
      {"When;Check-in;Room\n", ""},
      {"D;Q1;Q2\nDate;Overall, how was your visit?;Why?\n", "header: [2]"},
  };
  for (const auto& [heads, header] : cases) {
    CAPTURE(heads);
    Folder folder;
    folder.with("s.csv", answers_below(heads));
    const WorkingDirectory here(folder.path());
    const Ran ran = run_mot({"import", "s.csv", "-o", "."});
    CHECK(ran.code == 0);
    const std::string written = text_of("sources.yaml");
    CHECK(contains(written, *header ? header : "columns:"));
    CHECK(contains(written, "header:") == (*header != 0));
    const Ran data = run_mot({"data", "--format", "json"});
    CHECK(data.code == 0);
    CHECK(contains(data.out, "\"used\": 40"));
  }
}

namespace {

/// Heads with questions above their items, as they are exported; the columns are a respondent, three items, a recommendation and words.
const std::vector<std::vector<std::string>> matrix = {{"Respondent ID", "Please rate", "", "", "Would you recommend us?", "Any comments?"},
                                                      {"", "Check-in desk", "Bags at the belt", "Lounge", "", "Open-Ended Response"}};

std::vector<std::string> matrix_answer(int i) {
  return {std::to_string(11400 + i), std::to_string(1 + i % 5), std::to_string(1 + i / 2 % 5),
          std::to_string(5 - i % 5), std::to_string(i % 11),    i % 9 == 0 ? "all was well in the end" : ""};
}

std::string joined(const std::vector<std::string>& cells, char separator) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() && &cell == &cells.front() ? "" : std::string(1, separator)) + cell;
  return line + "\n";
}

void check_matrix(const std::string& file, const std::string& skipped) {
  CAPTURE(file);
  const Ran ran = run_mot({"import", file, "-o", "sources.yaml"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "columns are named in row 1 and 2: the second says what the first leaves blank"));
  const std::string written = text_of("sources.yaml");
  CHECK(contains(written, "header: [1, 2]"));
  CHECK(contains(written, "skip: ") == !skipped.empty());
  CHECK(contains(written, skipped));
  CHECK(contains(written, "desk: \"Please rate: Check-in desk\""));
  CHECK(contains(written, "belt: \"Please rate: Bags at the belt\""));
  CHECK(contains(written, "kind: nps, column: \"Would you recommend us?\""));
  const Ran data = run_mot({"data", "--format", "json"});
  CHECK(data.code == 0);
  CHECK(contains(data.out, "\"used\": 40"));
  CHECK_FALSE(contains(data.out, "\"unmatched\": 1"));
}

}  // namespace

TEST_CASE("questions merged above their items name the columns together, in a file and in a workbook with merged cells") {
  const struct {
    const char* titles;
    const char* skipped;
  } cases[] = {{"", ""}, {"Passenger survey 2026", "skip: 1"}};
  for (const auto& [title, skipped] : cases) {
    for (const char separator : {',', ';'}) {
      Folder folder;
      std::string csv = *title ? std::string(title) + "\n" : "";
      for (const auto& row : matrix) csv += joined(row, separator);
      for (int i = 0; i < 40; ++i) csv += joined(matrix_answer(i), separator);
      folder.with("mot.yaml", shop).with("s.csv", csv);
      const WorkingDirectory here(folder.path());
      check_matrix("s.csv", skipped);
    }
    Folder folder;
    std::string body = *title ? xlsx_row({title}) : "";
    for (const auto& row : matrix) body += xlsx_row(row);
    for (int i = 0; i < 40; ++i) body += xlsx_row(matrix_answer(i));
    const std::string merged = *title ? R"(<mergeCell ref="A1:F1"/><mergeCell ref="B2:D2"/>)" : R"(<mergeCell ref="B1:D1"/>)";
    folder.with("mot.yaml", shop)
        .with("s.xlsx", zip_of(xlsx_parts({{"Answers", "<sheetData>" + body + "</sheetData><mergeCells>" + merged + "</mergeCells>"}})));
    const WorkingDirectory here(folder.path());
    check_matrix("s.xlsx", skipped);
  }
}

TEST_CASE("a second row that is blank under questions without items, and boxes that say their own name, are a header still") {
  std::string csv =
      "Respondent ID,How was?,,,Would you recommend us?,Used,,Comment\n,Desk,Meal,Room,,Caf\u00e9,Parking,Open-Ended Response\n";
  const char* words[] = {"Dissatisfied", "Neutral", "Satisfied", "Very satisfied", "Very dissatisfied"};
  for (int i = 0; i < 20; ++i)
    csv += fmt::format("{},{},{},{},{},{},{},{}\n", 100 + i, words[i % 5], words[(i + 1) % 5], words[(i + 2) % 5], i % 11,
                       i % 2 ? "Caf\u00e9" : "", i % 3 ? "Parking" : "", i % 4 ? "" : "too long");
  Folder folder;
  folder.with("s.csv", csv);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "s.csv"});
  CHECK(contains(ran.err, "columns are named in row 1 and 2: the second says what the first leaves blank"));
  CHECK(contains(ran.err, "'How was?: Desk', 'How was?: Meal', 'How was?: Room': scores 1 to 5"));
  CHECK(contains(ran.out, "column: \"Would you recommend us?\""));
  CHECK(contains(ran.err, "s.csv: 20 rows"));
}

TEST_CASE("names of columns have no ids of Qualtrics, and those of older sources that have them are found") {
  Folder folder;
  std::string csv = "Q1,Q2,Q3\nHow was it?,Same,Same\n";
  csv += R"("{""ImportId"":""Q1""}","{""ImportId"":""Q2""}","{""ImportId"":""Q3""}")";
  csv += "\n5,1,2\n4,2,3\n3,3,4\n2,4,5\n1,5,1\n";
  folder.with("s.csv", csv)
      .with("mot.yaml",
            "touchpoints: [{ id: a, name: A }, { id: b, name: B }]\nsources:\n"
            "  - { id: s, file: s.csv, header: [2, 3], scale: { min: 1, max: 5 }, columns: { a: 'How was it?', b: "
            "'Same: {\"ImportId\":\"Q3\"}' } }\n"
            "  - { id: t, file: s.csv, header: [2, 3], scale: { min: 1, max: 5 }, columns: { a: 'How was it?: "
            "{\"ImportId\":\"Q1\"}' } }\n");
  const Ran data = run_mot({"-C", folder.path().string(), "data", "--format", "csv"});
  CHECK(data.code == 0);
  CHECK(contains(data.out, "s,How was it?,actual of a,"));
  CHECK(contains(data.out, "actual of b,"));
  CHECK(contains(data.out, "t,How was it?"));
}

TEST_CASE("data shows the columns that no source reads, and those that only tell rows apart") {
  Folder folder;
  folder.with("s.csv", "Date,q,Segment,Comment,Block\n2026-01-01,5,A,,x\n2026-01-02,4,B,fine,y\n")
      .with("mot.yaml",
            "touchpoints: [{ id: a, name: A }]\n"
            "source: { id: s, file: s.csv, scale: { min: 1, max: 5 }, date: { column: Date }, cluster: Block, where: { Segment: [A, B] }, "
            "columns: { a: q } }\n");
  const Ran data = run_mot({"-C", folder.path().string(), "data", "--format", "csv"});
  CHECK(contains(data.out, "s,Comment,not used,,,,,,,,,,"));
  CHECK(contains(data.out, "s,Block,told apart by,"));
  CHECK(contains(data.out, "s,Segment,where,"));
  CHECK_FALSE(contains(data.out, "s,Date,not used"));
  const Ran json = run_mot({"-C", folder.path().string(), "data", "--format", "json"});
  CHECK(contains(json.out, "\"use\": \"not used\""));
  CHECK(contains(json.out, "\"used\": null"));
}

TEST_CASE("a question alone above columns of nothing but its items is part of their names; above others it is a title") {
  const struct {
    const char* heads;
    const char* header;
  } cases[] = {{"Please rate,,\nCheck-in desk,Bags at the belt,Lounge\n", "header: [1, 2]"},
               {"Wave 1 of 2026,,\nCheck-in desk,Bags at the belt,Flight\n", "skip: 1"},
               {"Wave 1 of 2026\nCheck-in desk,Bags at the belt,Lounge\n", "skip: 1"}};
  for (const auto& [heads, header] : cases) {
    CAPTURE(heads);
    const bool has_flight = contains(heads, "Flight");
    std::string csv = heads;
    for (int i = 0; i < 40; ++i) csv += fmt::format("{},{},{}\n", 1 + i % 5, 1 + i / 2 % 5, has_flight ? 400 + i : 5 - i % 5);
    Folder folder;
    folder.with("mot.yaml", shop).with("s.csv", csv);
    const WorkingDirectory here(folder.path());
    CHECK(run_mot({"import", "s.csv", "-o", "sources.yaml"}).code == 0);
    CHECK(contains(text_of("sources.yaml"), header));
    CHECK(contains(run_mot({"data", "--format", "json"}).out, "\"used\": 40"));
  }
}

TEST_CASE("a scale that a heading tells in brackets is the column's, and no part of what it asks about") {
  std::string rows = "Datum;Freundlichkeit (1-10);Tempo [0 \u2013 100];Preis (Stufe 1);\u00bfRecomendar\u00eda el hotel?\n";
  for (int i = 0; i < 40; ++i)
    rows += fmt::format("May {}, 2026;{};{},5;{};{}\n", 1 + i % 28, i % 9 == 0 ? 99 : 1 + i % 10, i, 1 + i % 2, i % 11);
  Folder folder;
  folder.with("s.csv", rows);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "s.csv", "-o", "."});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "'Datum': dates like %b %d, %Y"));
  CHECK(contains(ran.out, "'Freundlichkeit (1-10)': scores 1 to 10, for its heading says so; no answers: 99"));
  CHECK(contains(ran.out, "a net promoter question, by its heading"));
  const std::string sources = text_of("sources.yaml");
  CHECK(contains(sources, "freundlichkeit: "));
  CHECK(contains(sources, "tempo: "));
  CHECK_FALSE(contains(sources, "\n      preis"));
  CHECK(run_mot({"validate"}).code == 0);
}

TEST_CASE("answers in words are no names of columns, however few they are and whatever the first row leaves blank") {
  Folder folder;
  std::string csv = "Name,Check-in desk,,Lounge,,Comment,,,,\n";
  const char* words[] = {"Agree", "Strongly agree", "Disagree", "Neutral", "Strongly disagree"};
  for (int i = 0; i < 20; ++i) csv += fmt::format("P{},{},x{},{},,,,,,\n", i, words[i % 5], i, words[(i + 1) % 5]);
  folder.with("mot.yaml", shop).with("s.csv", csv);
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"import", "s.csv", "-o", "sources.yaml"}).code == 0);
  CHECK_FALSE(contains(text_of("sources.yaml"), "header:"));
  CHECK(contains(run_mot({"data", "--format", "json"}).out, "\"used\": 20"));
}

TEST_CASE("a survey or a sheet that is not UTF-8 is read in the encoding that every byte of it is in, and that is told") {
  Folder folder;
  folder
      .with("s.csv",
            "Gr\xF6\xDF"
            "e;Z\xFCge\n1;2\n2;3\n3;4\n4;5\n5;1\n")
      .with("t.csv",
            "Schritt;Phase\nPr\xFC"
            "fen;Start\n");
  const WorkingDirectory here(folder.path());
  const Ran survey = run_mot({"import", "s.csv", "-o", "."});
  CHECK(survey.err == "");
  CHECK(contains(survey.out, "encoding windows-1252: every byte can be read in it"));
  CHECK(contains(text_of("sources.yaml"), "encoding: windows-1252"));
  CHECK(run_mot({"validate"}).code == 0);
  CHECK(contains(run_mot({"data", "--format", "json"}).out,
                 "\"column\": \"Gr\xC3\xB6\xC3\x9F"
                 "e\""));
  const Ran table = run_mot({"import", "t.csv"});
  CHECK(contains(table.out,
                 "name: Pr\xC3\xBC"
                 "fen"));
  CHECK(contains(table.err, "not UTF-8: read as windows-1252"));
}

TEST_CASE("where there is no workspace, one is made of the questions") {
  Folder folder;
  folder.with("a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.csv", "-o", "."});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "no workspace stands here: one is made, with 3 touchpoints"));
  CHECK(run_mot({"validate"}).code == 0);
  CHECK(contains(run_mot({"gaps", "--format", "json"}).out, "\"id\": \"lounge\""));
  CHECK(run_mot({"map", "-o", "a.svg"}).code == 0);
}

TEST_CASE("a workspace that is made elsewhere has a copy of its survey, and what is wrong with a file is said before where it lies") {
  Folder folder;
  folder.with("a.csv", answers()).with("empty.csv", "");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.csv", "-o", "new"});
  CHECK(ran.err == "");
  CHECK(contains(ran.out, "a copy of it lies in the new folder"));
  CHECK(text_of(folder / "new/a.csv") == answers());
  CHECK(run_mot({"-C", "new", "validate"}).code == 0);
  CHECK(contains(run_mot({"import", "empty.csv", "-o", "other"}).err, "'empty.csv' is empty"));
  CHECK_FALSE(std::filesystem::exists(folder / "other"));
}

TEST_CASE("a survey outside the workspace, or several at once, is refused with the way out") {
  Folder folder;
  folder.with("w/mot.yaml", shop).with("a.csv", answers());
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"-C", "w", "import", "../a.csv"});
  CHECK(ran.code == 2);
  CHECK(contains(ran.err, "lies outside the workspace's folder 'w', which sources are read from; copy it there first"));
  CHECK(contains(run_mot({"import", "a.csv", "a.csv", "--as", "survey"}).err, "surveys are imported one at a time"));
  folder.with("b.tab", "Desk\tBags\n4\t5\n1\t2\n3\t3\n");
  CHECK(contains(run_mot({"import", "a.csv", "b.tab"}).err, "surveys are imported one at a time"));
  CHECK(contains(run_mot({"import", "b.tab"}).out, "desk: Desk"));
  CHECK(contains(run_mot({"import", "-", "--as", "survey"}).err, "from a file"));
  CHECK(contains(run_mot({"import", "a.csv", "--as", "touchpoints"}).err, "has no headings of a touchpoint table"));
}

TEST_CASE("of an airport's survey of 2017 it finds the scale, the codes, the weight and the questions") {
  const fs::path answers_of_2017 = fs::path(MOT_SOURCE_DIR) / "../shared/data/sfo-2017.csv";
  if (!fs::exists(answers_of_2017)) return;
  Folder folder;
  fs::copy_file(answers_of_2017, folder / "sfo-2017.csv");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "sfo-2017.csv", "-o", "."});
  CHECK(ran.code == 0);
  const std::string sources = text_of("sources.yaml");
  CHECK(contains(sources, "scale: { min: 1, max: 5, missing: [0, 6, Blank] }"));
  CHECK(contains(sources, "# or scale: { min: 0, max: 6 }, if 0 is the worst answer"));
  CHECK(contains(sources, "weight: WEIGHT"));
  CHECK(contains(sources, "kind: score, column: Q7ALL, derives_importance: true"));
  CHECK(contains(sources, "kind: nps, column: NETPRO, scale: { min: 0, max: 10, missing: [11] }"));
  CHECK(contains(sources, "      screens: Q7SCREENS"));
  CHECK(run_mot({"validate"}).code == 0);
}

TEST_CASE("a workbook of answers is imported from its first sheet with anything in it, behind the rows that are titles") {
  std::vector<std::vector<std::string>> rows = {{"Report of 2026"}, {}, {"Q1 Desk", "Q1 Belt", "Comment"}};
  for (int i = 0; i < 40; ++i) rows.push_back({std::to_string(1 + i % 5), std::to_string(1 + i / 2 % 5), i % 9 == 0 ? "" : "so so"});
  std::string body;
  for (std::size_t i = 0; i < rows.size(); ++i) body += xlsx_row(rows[i]);
  Folder folder;
  folder.with("mot.yaml", shop)
      .with("answers.xlsx", zip_of(xlsx_parts({{"Codes", "<sheetData>" + xlsx_row({"c"}) + "</sheetData>", "hidden"},
                                               {"Wave 1", "<sheetData>" + body + "</sheetData>"}})));
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "answers.xlsx", "-o", "sources.yaml"});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "the sheet 'Wave 1': the first to be seen that holds answers, a cover or a list of codes aside"));
  CHECK(contains(ran.out, "sheets: 'Codes' (hidden)"));
  CHECK(contains(text_of("sources.yaml"), "sheet: Wave 1"));
  CHECK(contains(text_of("sources.yaml"), "skip: 1"));
  const Ran data = run_mot({"data", "--format", "json"});
  CHECK(data.code == 0);
  CHECK(contains(data.out, "\"use\": \"actual of desk\""));
  CHECK(contains(data.out, "\"used\": 40"));
  CHECK(contains(data.out, "\"highest\": 5"));
}

TEST_CASE("a title above the headings of a sheet of touchpoints names the journey, merged or not, in Excel's and in LibreOffice's files") {
  Folder folder;
  const std::string table = xlsx_row({"Journey of passengers"}) +
                            "<row r=\"4\"><c t=\"str\"><v>Touchpoint</v></c><c "
                            "t=\"str\"><v>Stage</v></c><c t=\"str\"><v>Department</v></c></row>" +
                            xlsx_row({"Check in", "Arrive", "Desk"});
  const auto cell = [](const std::string& text, const std::string& more = "") {
    return "<table:table-cell table:value-type=\"string\"" + more + "><text:p>" + text + "</text:p></table:table-cell>";
  };
  const std::string covered = "<table:covered-table-cell table:number-columns-repeated=\"2\"/>";
  folder
      .with("t.xlsx",
            zip_of(xlsx_parts({{"Desk", "<sheetData>" + table + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"}})))
      .with("t.ods", ods_of("<table:table table:name=\"A\"><table:table-row>" +
                            cell("Journey of passengers", " table:number-columns-spanned=\"3\"") + covered +
                            "</table:table-row><table:table-row/><table:table-row/><table:table-row>" + cell("Touchpoint") + cell("Stage") +
                            cell("Department") + "</table:table-row><table:table-row>" + cell("Check in") + cell("Arrive") + cell("Desk") +
                            "</table:table-row></table:table>"));
  const WorkingDirectory here(folder.path());
  for (const char* file : {"t.xlsx", "t.ods"}) {
    CAPTURE(file);
    const Ran ran = run_mot({"import", file});
    CHECK(ran.code == 0);
    CHECK(contains(ran.err, "the title in line 1, 'Journey of passengers': the name of the project and of the journey"));
    CHECK(contains(ran.out, "- id: check-in\n"));
  }
}

TEST_CASE("every sheet of touchpoints becomes part of the workspace, and a workbook that can't be read ends in a sentence") {
  Folder folder;
  folder
      .with("moments.xlsx", zip_of(xlsx_parts({{"Desk", "<sheetData>" + xlsx_row({"Touchpoint", "Stage", "Department"}) +
                                                            xlsx_row({"Check in", "Arrive", "Desk"}) + "</sheetData>"},
                                               {"Bags", "<sheetData>" + xlsx_row({"Kontaktpunkt", "Phase", "Abteilung"}) +
                                                            xlsx_row({"Bags at the belt", "Leave", "Bags"}) + "</sheetData>"},
                                               {"Notes", "<sheetData>" + xlsx_row({"Dear all"}) + "</sheetData>"}})))
      .with("deep.xlsx", zip_of(xlsx_parts({{"A", "<sheetData><row><c><v>" + std::string(2u << 20, ' ') + "</v></c></row></sheetData>"}})))
      .with("locked.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, 'x'))
      .with("notes.ods", ods_of("<table:table table:name=\"A\"/>"));
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "moments.xlsx"});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "name: Check in"));
  CHECK(contains(ran.out, "name: Bags at the belt"));
  CHECK(contains(ran.err, "sheets that hold no touchpoints: 'Notes'"));
  const Ran locked = run_mot({"import", "locked.xlsx"});
  CHECK(locked.code == 2);
  CHECK(contains(locked.err, "'locked.xlsx' is encrypted with a password, or an old .xls; save it as .xlsx without a password"));
  CHECK(run_mot({"import", "notes.ods"}).code == 2);
  const Ran deep = run_mot({"import", "deep.xlsx"});
  CHECK(deep.code == 2);
  CHECK(contains(deep.err, "'deep.xlsx' has a cell of more than 1 MiB"));
}

TEST_CASE("a source that the workspace does not reach, and columns that are all in doubt, are said and leave a workspace that loads") {
  Folder folder;
  folder.with("w/mot.yaml", "project: { name: Shop }\ninclude: [departments/*.yaml]\ntouchpoints: [{ id: taxi, name: Taxi }]\n")
      .with("w/departments/a.yaml", "department: { id: a, name: A }\n")
      .with("w/s.csv", answers());
  const WorkingDirectory here(folder / "w");
  const Ran ran = run_mot({"import", "s.csv", "-o", "sources.yaml"});
  CHECK(ran.code == 0);
  CHECK(ran.err == "the workspace does not read 'sources.yaml' yet: add 'sources.yaml' to 'include' in mot.yaml\n");
  CHECK(run_mot({"import", "s.csv", "-o", "departments/s.yaml"}).err == "");
  CHECK(contains(text_of("departments/s.yaml"), "    # columns:"));
  const Ran validated = run_mot({"validate"});
  CHECK_FALSE(contains(validated.out, "error"));
  std::string chosen = text_of("departments/s.yaml");
  for (const std::string line : {"    # columns:", "    #   TOUCHPOINT: Q1Desk"}) {
    const std::size_t at = chosen.find(line);
    REQUIRE(at != std::string::npos);
    chosen.erase(at + 4, 2);
  }
  chosen.replace(chosen.find("TOUCHPOINT: Q1Desk"), 10, "taxi");
  folder.with("w/departments/s.yaml", chosen);
  CHECK(contains(run_mot({"data"}).out, "actual of taxi"));
}
