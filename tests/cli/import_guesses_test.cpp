// `mot import` of surveys, all the way: what it guesses gives the right figures, and what it writes always validates.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

using namespace mot::testing;

namespace {

/// What `mot gaps` says of a survey that a workspace is made of.
std::string gaps_of(const std::string& csv) {
  Folder folder;
  folder.with("s.csv", csv);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "s.csv", "--as", "survey", "-o", "."});
  CHECK(ran.code == 0);
  CHECK(run_mot({"validate"}).code == 0);
  return run_mot({"gaps", "--format", "csv"}).out;
}

}  // namespace

TEST_CASE("the best answer is the best, whichever number it has") {
  // 40 of 43 say 1 - Very good, one each 3, 4 and 5: on 1 to 5 with 1 the best, the mean is 6 less (40 + 3 + 4 + 5) / 43 = 4.79.
  std::string csv = "Date,Check-in\n";
  for (int i = 0; i < 40; ++i) csv += "2026-03-01,1 - Very good\n";
  csv += "2026-03-01,3 - Fair\n2026-03-01,4 - Poor\n2026-03-01,5 - Very poor\n";
  CHECK(contains(gaps_of(csv), "4.79"));
  // Three ones and a six among school grades of 1 to 6: 7 less 9 / 4 is 4.75.
  CHECK(contains(gaps_of("\"Schulnote (1 = sehr gut, 6 = ungen\u00fcgend): Empfang\"\n1\n1\n1\n6\n"), "4.75"));
}

TEST_CASE("what import writes validates, whatever the survey") {
  std::string words = "Room,How likely are you to recommend us?\n", twice = "Check-in,Food,Check-in\n", nameless = "Room,,Food\n";
  const char* likely[] = {"Very likely", "Likely", "Neutral", "Unlikely", "Very unlikely"};
  for (int i = 0; i < 40; ++i) {
    words += fmt::format("{},{}\n", 1 + i % 5, likely[i % 5]);
    twice += fmt::format("{},{},{}\n", 1 + i % 5, 1 + i / 2 % 5, 1 + i / 3 % 5);
    nameless += fmt::format("{},{},{}\n", 1 + i % 5, 1 + i / 2 % 5, 1 + i / 3 % 5);
  }
  CHECK(contains(gaps_of(words), "Room"));
  CHECK(contains(gaps_of(twice), "Food"));
  CHECK(contains(gaps_of(nameless), "Room"));
  gaps_of(",Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied\nRoom,1,2,3,4,5\nFood,2,3,4,5,6\n");
  gaps_of("Room (0-100)\n55\n12\n99\n100\n0\n");
}

TEST_CASE("a workspace made of a German survey speaks German") {
  Folder folder;
  folder.with("s.csv", "Empfang;\u00c4rztin\nSehr zufrieden;Zufrieden\nZufrieden;Unzufrieden\nUnzufrieden;Sehr zufrieden\n");
  const WorkingDirectory here(folder.path());
  CHECK(contains(run_mot({"import", "s.csv", "-o", "."}).out, "the language is 'de'"));
  CHECK(contains(text_of("mot.yaml"), "language: de"));
  CHECK(contains(text_of("touchpoints.yaml"), "id: aerztin"));
}

TEST_CASE("answers that a table counts by rows are not taken for one each, and a word that many say is not taken away") {
  Folder folder;
  folder.with("n.csv", "Touchpoint,Answer,n\nDesk,5,40\nDesk,4,30\nDesk,3,5\nBags,5,5\nBags,1,2\n");
  std::string words = "Date,Desk\n";
  for (int i = 0; i < 40; ++i)
    words += fmt::format("2026-03-{:02},{}\n", 1 + i % 28, i % 4 == 0 ? "Delighted" : i % 2 == 0 ? "Satisfied" : "Very dissatisfied");
  folder.with("w.csv", words);
  const WorkingDirectory here(folder.path());
  const Ran counted = run_mot({"import", "n.csv", "-o", "-"});
  CHECK(contains(counted.out, "    # long: { touchpoint: "));
  CHECK(contains(counted.out, "a row stands for as many answers as 'n' says"));
  const Ran said = run_mot({"import", "w.csv", "-o", "-"});
  CHECK_FALSE(contains(said.out, "missing: [Delighted]"));
  CHECK(contains(said.err, "'Delighted': of no scale like the others; its answers are lost until it has a score"));
}

TEST_CASE("the mean of what a customer answered, beside the answers, is no published table") {
  Folder folder;
  std::string rows = "Who,Desk,Bags,Average\n";
  for (int i = 0; i < 9; ++i) rows += fmt::format("guest {},{},{},{}\n", i, 1 + i % 5, 1 + i % 4, (2 + i % 5 + i % 4) / 2.0);
  folder.with("s.csv", rows);
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"import", "s.csv", "-o", "."}).code == 0);
  CHECK_FALSE(contains(text_of("sources.yaml"), "summary:"));
  CHECK(contains(text_of("sources.yaml"), "\n      desk: Desk"));
}

TEST_CASE("tables that say in each row what it is about are read as such, and validate") {
  std::string rows = "respondent,date,question,answer\n";
  for (int i = 0; i < 40; ++i)
    rows += fmt::format("{},2026-05-{:02},{},{}\n", i / 2, 1 + i % 28, i % 2 == 0 ? "Desk: a" : "Belt", 1 + i % 5);
  const struct {
    std::string file;
    const char* source;
    const char* used;
  } cases[] = {
      {rows,
       "long: { touchpoint: { column: question, values: { Belt: belt, \"Desk: a\": desk-a } }, score: answer, respondent: respondent }",
       "\"used\": 40"},
      {"Satisfaction 2026 - results\nSource: panel\n\nService,Very satisfied,Satisfied,Neither satisfied nor "
       "dissatisfied,Dissatisfied,Very "
       "dissatisfied,Base\nBins,10,20,30,20,20,100\nParks,40,20,10,20,10,100\nTax office,1,2,3,4,5,15\nOwn survey\n",
       "shares: { 1: Very dissatisfied, 2: Dissatisfied, 3: Neither satisfied nor dissatisfied, 4: Satisfied, 5: Very satisfied } }", ""},
      {"Service,Very satisfied,Satisfied,In between,Dissatisfied,Very dissatisfied\nBins,1,2,3,4,5\nTax office,1,2,3,4,5\n",
       "    # summary: { touchpoint: { column: Service, values: { Bins: bins, Tax office: tax-office } }, shares: { 1: ", ""},
      {"Service,Very satisfied,Fairly satisfied,Neither,Fairly dissatisfied,Very dissatisfied\nBins,1,2,3,4,5\nTax office,1,2,3,4,5\n",
       "shares: { 1: Very dissatisfied, 2: Fairly dissatisfied, 3: Neither, 4: Fairly satisfied, 5: Very satisfied } }", ""},
      {"Question,Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied,Base\nBins,40%,30%,10%,10%,10%,500\nTax "
       "office,20%,30%,20%,20%,10%,480\n",
       "values: { Bins: bins, Tax office: tax-office } }, n: Base, shares: { 1: Very dissatisfied,", ""},
      {"Dienst;Mittelwert (1-5);Standardabweichung;Anzahl\nBins;4,1;0,9;120\nTax office;3,2;1,1;118\n",
       "values: { Bins: bins, Tax office: tax-office } }, n: Anzahl, mean: \"Mittelwert (1-5)\", sd: Standardabweichung }", ""},
      {"Service,Mean,Base\nBins,4.1,120\nTax office,3.2,118\n",
       "    # summary: { touchpoint: { column: Service, values: { Bins: bins, Tax office: tax-office } }, n: Base, mean: Mean }    # on "
       "which "
       "scale are these means?",
       ""},
      {"item,1,2,3,4,5\nTax office,40,119,405,464,243\n", "shares: { 1: \"1\", 2: \"2\", 3: \"3\", 4: \"4\", 5: \"5\" } }", ""},
  };
  for (const auto& [file, source, used] : cases) {
    CAPTURE(file);
    Folder folder;
    folder.with("s.csv", file);
    const WorkingDirectory here(folder.path());
    CHECK(run_mot({"import", "s.csv", "-o", "."}).code == 0);
    CHECK(contains(text_of("sources.yaml"), source));
    CHECK(run_mot({"validate"}).code == 0);
    CHECK(contains(run_mot({"data", "--format", "json"}).out, used));
    CHECK(contains(run_mot({"gaps", "--format", "json"}).out, file == rows ? "\"id\": \"desk-a\"" : "\"id\": \"tax-office\""));
  }
}

TEST_CASE("a sheet of codes beside the answers gives the right figures, wherever it stands in the workbook") {
  const auto body_of = [](const std::vector<std::vector<std::string>>& rows) {
    std::string body = "<sheetData>";
    for (const auto& row : rows) body += xlsx_row(row);
    return body + "</sheetData>";
  };
  std::vector<std::vector<std::string>> answers = {{"Q1", "Q2"}};
  for (int i = 0; i < 20; ++i) answers.push_back({std::to_string(1 + i % 4), std::to_string(i % 4 == 3 ? 9 : 5 - i % 4)});
  const std::vector<std::vector<std::string>> codes = {{"Variable", "Wert", "Bedeutung"},
                                                       {"Q1", "1", "sehr gut"},
                                                       {"", "2", "gut"},
                                                       {"", "3", "mittel"},
                                                       {"", "4", "schlecht"},
                                                       {"", "5", "sehr schlecht"},
                                                       {"Q2", "1", "sehr schlecht"},
                                                       {"", "5", "sehr gut"},
                                                       {"", "9", "wei\u00df nicht"}};
  Folder folder;
  folder.with("s.xlsx", zip_of(xlsx_parts({{"Codierung", body_of(codes)}, {"Antworten", body_of(answers)}})));
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "s.xlsx", "-o", "."});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "the sheet 'Codierung': what answers mean, of 2 columns"));
  CHECK(run_mot({"validate"}).code == 0);
  // Of 1, 2, 3, 4 with 1 the best: 6 less 2.5. Of 5, 4, 3, and 9 which is no answer: 4.
  const std::string gaps = run_mot({"gaps", "--format", "csv"}).out;
  CHECK(contains(gaps, "3.5"));
  const std::string data = run_mot({"data", "--format", "json"}).out;
  CHECK(contains(data, "\"used\": 15"));
}
