// Survey files as they are exported: other encodings, names of columns in several rows, thumbs and words beside the scores.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/survey_files.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

std::string utf16_of(std::string_view ascii) {
  std::string text = "\xFF\xFE";
  for (const char c : ascii) text += {c, '\0'};
  return text;
}

std::string read_with(std::string_view bytes, const char* encoding, std::string column) {
  Survey survey;
  SurveySource& source = survey.source(bytes);
  if (encoding[0] != '\0') source.encoding = survey.text(encoding);
  survey.ask(source, 0, std::move(column));
  survey.read();
  return survey.findings.empty() ? brief(survey.answers.touchpoints[0].actual) : survey.messages();
}

std::string read_with_header(std::string_view csv, std::vector<std::size_t> rows, std::string column) {
  Survey survey;
  SurveySource& source = survey.source(csv);
  for (const std::size_t row : rows) source.header.push_back({row, survey.place()});
  survey.ask(source, 0, std::move(column));
  survey.read();
  return survey.findings.empty() ? brief(survey.answers.touchpoints[0].actual) : survey.messages();
}

}  // namespace

TEST_CASE("a file is read in the encoding that its source names") {
  CHECK(read_with("Gr\xF6\xDF"
                  "e\n4\n2\n",
                  "windows-1252",
                  "Gr\xC3\xB6\xC3\x9F"
                  "e") == "n 2 mean 3");
  CHECK(read_with("Gr\xF6\xDF"
                  "e\n4\n2\n",
                  "latin-1",
                  "Gr\xC3\xB6\xC3\x9F"
                  "e") == "n 2 mean 3");
  CHECK(read_with(utf16_of("A\n4\n2\n"), "utf-16", "A") == "n 2 mean 3");
  CHECK(read_with(utf16_of("A\n4\n2\n").substr(2), "utf-16le", "A") == "n 2 mean 3");
  CHECK(read_with("\x83\x41\n4\n2\n", "shift-jis", "\xE3\x82\xA2") == "n 2 mean 3");
  CHECK(read_with("A\n4\n2\n", "UTF-8", "A") == "n 2 mean 3");
}

TEST_CASE("a file of another encoding is not read, and the finding names the one that reads every byte of it") {
  const std::string german = read_with(
      "Gr\xF6\xDF"
      "e\n4\n",
      "", "A");
  CHECK(contains(
      german,
      "is not UTF-8: byte 0xf6 in line 1; every byte can be read with the line 'encoding: windows-1252' in the source, or save it"));
  CHECK(contains(read_with("A\n\x81\xE9\n", "", "A"), "'encoding: latin-1'"));
  CHECK(contains(read_with(utf16_of("A\n4\n").substr(2), "", "A"),
                 "is not text, or not UTF-8; every byte can be read with the line 'encoding: utf-16le' in the source"));
  CHECK(contains(read_with(utf16_of("A\n4\n"), "", "A"), "is UTF-16, not UTF-8; every byte can be read with the line 'encoding: utf-16'"));
}

TEST_CASE("an encoding that is none, or that a file is not in, is told with the byte") {
  CHECK(contains(read_with("A\n4\n", "klingon", "A"), "can't be read as 'klingon', which is no encoding that iconv knows"));
  CHECK(contains(read_with("A\n4\n", "utf-16//IGNORE", "A"), "which is no encoding that iconv knows"));
  CHECK(contains(read_with("A\n\x81\n", "windows-1252", "A"), "is not windows-1252: byte 0x81 stands for nothing there"));
  CHECK(contains(read_with(utf16_of("A\n4\n") + "x", "utf-16", "A"), "is not utf-16"));
}

TEST_CASE("long files keep their letters whole where a buffer ends") {
  std::string csv = "A;" + std::string(70000, 'x') + "\xE9\n";
  for (int i = 0; i < 60000; ++i) csv += fmt::format("{};\xE9t\xE9\n", 1 + i % 5);
  CHECK(read_with(csv, "windows-1252", "A") == "n 60000 mean 3");
}

TEST_CASE("names of columns stand in the row that is named, or in several that are joined") {
  const char* matrix = "How was it?,,Name\nDesk,Belt,Response\n4,2,x\n2,1,y\n";
  CHECK(read_with_header(matrix, {1, 2}, "How was it?: Belt") == "n 2 mean 1.5");
  CHECK(read_with_header(matrix, {2}, "Desk") == "n 2 mean 3");
  CHECK(read_with_header(matrix, {2, 1}, "How was it?: Desk") == "n 2 mean 3");
  CHECK(read_with_header("Q1,Q2\nDesk?,Belt?\n{1},{2}\n4,2\n", {1, 3}, "Q2: {2}") == "n 1 mean 2");
  CHECK(read_with_header("A title\nA,B\n4,2\n", {2}, "A") == "n 1 mean 4");
  CHECK(contains(read_with_header("A,B\n4,2\n", {5}, "A"), "is empty; its first row names the columns"));
}

TEST_CASE("a wide file's thumbs and words are those of its touchpoint") {
  Survey survey;
  SurveySource& source = survey.source("q,t,why,P\n4,up,quick,ines\n2,no,slow,amara\n,down,,ines\n3,maybe,\"so, so\",\n");
  survey.ask(source, 0, "q");
  source.persona = survey.words("P");
  source.columns[0].value.verdict = survey.words("t", {{"no", "down"}, {"maybe", "none"}});
  source.columns[0].value.quote = survey.text("why");
  const TouchpointAnswers& answers = survey.read();
  CHECK(survey.rules() == "");
  CHECK(answers.actual.n == 3);
  CHECK(answers.thumbs_up == 1);
  CHECK(answers.thumbs_down == 2);
  CHECK(answers.also_by_persona[0].thumbs_down == 1);
  REQUIRE(answers.quotes.size() == 3);
  CHECK(answers.quotes[1].text == "slow");
  CHECK(answers.quotes[1].verdict == Verdict::down);
  CHECK(answers.quotes[1].persona == 1);
  CHECK_FALSE(answers.quotes[2].verdict);
  CHECK(survey.answers.sources[0].columns.size() == 4);
}

TEST_CASE("thumbs that are neither up nor down are told, and thumbs need no scores") {
  Survey survey;
  SurveySource& source = survey.source("t,id\nup,1\nsideways,2\n");
  survey.ask(source, 0, "t");
  source.columns[0].value.actual.reset();
  source.columns[0].value.verdict = survey.words("t");
  CHECK(survey.read().thumbs_up == 1);
  CHECK(contains(survey.messages(), "'sideways' once (in line 3)"));
}
