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
    CHECK(has(std::string(evidence::fault_of_other_file(start)), "is a web page (HTML) with a table in it"));
  CHECK(has(std::string(evidence::fault_of_other_file("<?xml version=\"1.0\"?>")), "is XML"));
  CHECK(evidence::fault_of_other_file("Id,<b>Desk</b>\n") == "");
  CHECK(evidence::fault_of_other_file("< 1 year,Desk\n") == "");
}
