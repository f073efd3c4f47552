// What is a record of answers, and where in a file it stands.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "support/folder.h"
#include "support/program.h"
#include "support/workbooks.h"

namespace fs = std::filesystem;
using namespace mot::testing;

TEST_CASE("behind a cover or a list of codes it is the sheet with the answers") {
  const std::string cover = "<sheetData>" + xlsx_row({"Visitors of 2026", "by post"}) + xlsx_row({"1", "bad"}) + "</sheetData>";
  std::string body = xlsx_row({"Date", "Desk", "Belt"});
  for (int i = 0; i < 20; ++i) body += xlsx_row({"2026-03-01", std::to_string(1 + i % 5), std::to_string(1 + i / 2 % 5)});
  Folder folder;
  folder.with("a.xlsx", zip_of(xlsx_parts({{"Info", cover, ""}, {"Data", "<sheetData>" + body + "</sheetData>", ""}})));
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.xlsx", "-o", "."});
  CHECK(ran.code == 0);
  CHECK(contains(ran.out, "the sheet 'Data'"));
  CHECK(contains(ran.out, "sheets: 'Info'"));
}

TEST_CASE("a record of answers is no table of touchpoints, whatever words its questions hold") {
  const char* files[] = {
      "ID,Start time,Completion time,Email,Name,How satisfied are you with our "
      "staff?\n1,3/1/26,3/1/26,a@x.org,Ann,4\n2,3/1/26,3/1/26,b@x.org,Bo,2\n",
      "Name,Email,How would you rate the service?,Please rate the waiting time\nAnn,a@x.org,4,5\nBo,b@x.org,1,2\n",
      "Respondent,Touchpoint,Score,Comment\n1,Book,4,so so\n1,Wait,2,\n2,Book,5,\n",
      "Date,Step 1: Booking,Step 2: Service\n2026-03-01,4,5\n2026-03-02,2,1\n",
      "Zeitstempel,Name,Bewertung Service\n01.03.2026,Ann,4\n02.03.2026,Bo,2\n",
  };
  for (const char* file : files) {
    CAPTURE(file);
    Folder folder;
    folder.with("answers.csv", file);
    const WorkingDirectory here(folder.path());
    const Ran ran = run_mot({"import", "answers.csv", "-o", "."});
    CHECK_FALSE(contains(ran.out, "rows as touchpoints"));
    CHECK_FALSE(contains(text_of("touchpoints.yaml"), "x.org"));
  }
}

TEST_CASE("letters of Windows' command line are read as what they are") {
  Folder folder;
  std::string csv =
      "Datum;Begr\x81\xE1ung;Fr\x81hst\x81"
      "ck\n";
  for (int i = 0; i < 30; ++i) csv += fmt::format("2026-03-{:02};{};{}\n", 1 + i % 28, 1 + i % 5, 1 + i / 2 % 5);
  folder.with("a.csv", csv);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.csv", "-o", "."});
  CHECK(contains(ran.out, "encoding cp850"));
  CHECK(contains(text_of("sources.yaml"), "Begrüßung"));
  CHECK(run_mot({"validate"}).code == 0);
}

TEST_CASE("UTF-16 without a mark at its beginning is read as what it is") {
  Folder folder;
  std::string csv;
  for (const char c : std::string("Date,Desk,Bags\n2026-03-01,4,5\n2026-03-02,1,2\n2026-03-03,3,3\n2026-03-04,5,4\n")) csv += {c, '\0'};
  folder.with("a.csv", csv);
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"import", "a.csv", "-o", "."});
  CHECK(contains(ran.out, "encoding utf-16le"));
  CHECK(contains(text_of("sources.yaml"), "desk: Desk"));
  CHECK(run_mot({"validate"}).code == 0);
}

TEST_CASE("names that come again and again, with a score and a date beside them, are answers a row") {
  Folder folder;
  folder.with("a.csv", "Date,Step,Rating\n2026-03-01,Desk,4\n2026-03-01,Bags,5\n2026-03-02,Desk,3\n2026-03-02,Bags,2\n2026-03-03,Desk,1\n");
  folder.with("t.csv", "Step,Stage,Department,Score\nDesk,Go,A,4\nBags,Go,B,5\nDesk,Come,A,3\nBags,Come,B,2\n");
  const WorkingDirectory here(folder.path());
  CHECK(contains(run_mot({"import", "a.csv", "-o", "-"}).out,
                 "long: { touchpoint: { column: Step, values: { Bags: bags, Desk: desk } }, score: Rating }"));
  CHECK(contains(run_mot({"import", "t.csv", "-o", "-"}).err, "rows as touchpoints"));
}
