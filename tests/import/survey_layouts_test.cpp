// Layouts that no source reads: they are refused by name, with the way out, and never read as something else.
#include <doctest/doctest.h>

#include "mot/evidence/csv/lines.h"
#include "mot/import/survey/other_layouts.h"
#include "support/exported_surveys.h"

using namespace mot;
using namespace mot::testing;

TEST_CASE("a column for each answer of a question is none, however its answers are marked") {
  const struct {
    const char *what, *csv, *questions;
  } cases[] = {
      {"X", "Id,Desk - very good,Desk - good,Desk - bad\n1,X,,\n2,,X,\n3,,,X\n", "'Desk'"},
      {"0 and 1", "Id,Desk: very good,Desk: good,Desk: bad\n1,1,0,0\n2,0,1,0\n3,0,0,1\n", "'Desk'"},
      {"its own name", "Id,Desk [sehr gut],Desk [gut],Desk [schlecht]\n1,sehr gut,,\n2,,gut,\n3,,,schlecht\n", "'Desk'"},
      {"yes", "Id,Desk (very good),Desk (good),Desk (bad)\n1,yes,no,no\n2,no,yes,no\n3,no,no,yes\n", "'Desk'"},
      {"two questions", "Id,A - good,A - fair,A - bad,B - good,B - fair,B - bad\n1,x,,,,x,\n2,,x,,,,x\n3,,,x,x,,\n", "'A', 'B'"},
  };
  for (const auto& [what, csv, questions] : cases) {
    CAPTURE(what);
    const Survey survey = survey_from(csv);
    CHECK(survey.refusal == fault_of_answers_across(questions));
  }
  // Beside a question that can be read they are left out, and told.
  const Survey other = survey_from("Desk - good,Desk - fair,Desk - bad,Room\n1,0,0,1\n0,1,0,2\n0,0,1,3\n1,0,0,4\n1,0,0,5\n");
  CHECK(other.refusal == "");
  CHECK(other.grounds[0] == "one answer of 'Desk': have one column for the question, with the answer in it");
  // Questions that have scores, or two answers, are what they are.
  CHECK(survey_from(csv_of({{"Desk - good", one_to_five}, {"Desk - fair", one_to_five}, {"Desk - bad", one_to_five}})).refusal == "");
}

TEST_CASE("a column for each respondent is refused with what was seen and the way out, and respondents in rows are not") {
  const std::vector<KnownTouchpoint> hotel{{"desk", "Check-in"}, {"room", "Room"}, {"bar", "Bar"}};
  const struct {
    const char *what, *csv;
    bool is_refused;
  } cases[] = {
      {"numbered", "Question,R1,R2,R3,R4\nStay,5,4,3,1\nPrice,1,2,5,4\n", true},
      {"by number alone", "Frage,1,2,3,4,5,6,7,8,9,10,11,12\nA,5,4,3,2,1,5,4,3,2,1,2,3\nB,5,4,3,2,1,5,4,3,2,1,2,3\n", true},
      {"by names", ",Ann,Ben,Max\nCheck-in,5,4,3\nRoom,1,2,99\nBar,2,3,4\n", true},
      {"words", "Item,Guest 1,Guest 2,Guest 3\nPool,good,bad,very good\nGym,bad,bad,good\n", true},
      {"question marks", ",P01,P02,P03\nWas it clean?,5,4,3\nWas it fair?,1,2,5\n", true},
      {"people in rows", "Name,Check-in,Room,Bar\nAnn,5,4,3\nBen,1,2,5\nMax,2,3,4\n", false},
      {"numbered questions", "Name,Q1,Q2,Q3\nAnn,5,4,3\nBen,1,2,5\nMax,2,3,4\n", false},
      {"numbered rows", "ID,P1,P2,P3\n1,5,4,3\n2,1,2,5\n3,2,3,4\n", false},
      {"means", "Service,Mean (1-5),N\nCheck-in,3.4,50\nRoom,4.1,50\nBar,2.2,48\n", false},
      {"shares", "Service,1,2,3,4,5\nCheck-in,3,4,5,6,7\nRoom,3,4,5,6,7\n", false},
      {"questions of customers", "Question,Speed,Kindness,Price\nWhere?,5,4,3\nWhen?,1,2,5\nWho?,3,3,3\nWhy?,4,4,4\n", false},
      {"one row an answer", "Respondent,Question,Score\nr1,Room,5\nr1,Bar,4\nr2,Room,1\nr2,Bar,2\n", false},
  };
  for (const auto& [what, csv, is_refused] : cases) {
    CAPTURE(what);
    CHECK(survey_from(csv, hotel).refusal.empty() != is_refused);
  }
  CHECK(survey_from(cases[0].csv).refusal ==
        "has a question in each row and a column for each respondent ('R1', 'R2', 'R3', \u2026, 4 columns), and a source reads one "
        "respondent a row; transpose it (in a spreadsheet: copy, paste special, transpose) and import that");
}

TEST_CASE("a summary with a block for each question is refused") {
  const char* csv =
      "How was the desk?,,\nAnswer Choices,Responses,\nVery satisfied,40.00%,40\nSatisfied,60.00%,60\n,Answered,100\n\n"
      "How was the room?,,\nAnswer Choices,Responses,\nVery satisfied,50.00%,50\nSatisfied,50.00%,50\n,Answered,100\n";
  CHECK(survey_from(csv).refusal == fault_of_summary_blocks);
  for (const auto& cells : std::vector<std::vector<std::string_view>>{{"Antwortoptionen", "Beantwortungen"},
                                                                      {"Choix de r\u00e9ponses", "R\u00e9ponses"},
                                                                      {"Opciones de respuesta", "Respuestas"},
                                                                      {"Op\u00e7\u00f5es de resposta", "Respostas"},
                                                                      {"", "Answer Options", "", "Response Percent"}})
    CHECK(heads_summary_block(cells));
  CHECK_FALSE(heads_summary_block(std::vector<std::string_view>{"Question", "Responses"}));
}

TEST_CASE("a web page is no table, whatever its name says") {
  for (const char* start :
       {"<html><body><table>", "<!DOCTYPE HTML PUBLIC", "\n  <TABLE border=1>", "\xEF\xBB\xBF<html>", "MIME-Version: 1.0\n"})
    CHECK(contains(std::string(evidence::fault_of_other_file(start)), "is a web page (HTML) with a table in it"));
  CHECK(contains(std::string(evidence::fault_of_other_file("<?xml version=\"1.0\"?>")), "is XML"));
  CHECK(evidence::fault_of_other_file("Id,<b>Desk</b>\n") == "");
  CHECK(evidence::fault_of_other_file("< 1 year,Desk\n") == "");
}
