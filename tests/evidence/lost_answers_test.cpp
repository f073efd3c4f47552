// What can't be used is never passed over: answers, rows, and columns that are not found; and the way out that is named exists.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/survey_files.h"

using namespace mot;

namespace {

/// A column `A` of so many good and bad cells.
std::string column_of(int good, std::string_view good_cell, int bad, std::string_view bad_cell) {
  std::string csv = "A\n";
  for (int i = 0; i < good; ++i) csv += fmt::format("{}\n", good_cell);
  for (int i = 0; i < bad; ++i) csv += fmt::format("{}\n", bad_cell);
  return csv;
}

struct Asked : Survey {
  explicit Asked(std::string_view csv, std::string column = "A") : source(this->Survey::source(csv)) {
    source.scale = scale(1, 5, {"0", "Blank"});
    ask(source, 0, std::move(column));
  }
  SurveySource& source;
};

}  // namespace

TEST_CASE(
    "more than a tenth of a column's cells that hold something and can't be used is an error, up to a tenth or a single one a warning") {
  const struct {
    int good, bad;
    std::string_view bad_cell;
    const char* rule;
    int amount;
  } cases[] = {
      {9, 1, "7", "off-scale-answers", 1}, {8, 1, "7", "off-scale-answers", 1},    {17, 2, "7", "answers-lost", 2},
      {0, 1, "7", "answers-lost", 1},      {90, 10, "x", "off-scale-answers", 10}, {89, 10, "x", "answers-lost", 10},
      {0, 50, "x", "answers-lost", 50},
  };
  for (const auto& [good, bad, bad_cell, rule, amount] : cases) {
    CAPTURE(good);
    CAPTURE(bad);
    Asked survey(column_of(good, "4", bad, bad_cell));
    survey.read();
    REQUIRE(survey.rules() == rule);
    CHECK(survey.findings.begin()->amount == static_cast<std::size_t>(amount));
    CHECK(survey.findings.begin()->subjects == std::vector<std::string>{"s1", "A"});
  }
}

TEST_CASE("blank and missing cells hold nothing that could be lost") {
  Asked survey(column_of(1, "4", 60, "Blank"));
  CHECK(survey.read().actual.n == 1);
  CHECK(survey.rules() == "");
}

TEST_CASE("a segment that is no persona loses no answer, and 'none' says that it is known") {
  Survey survey;
  auto& source = survey.source("A,P\n4,Pupil\n2,Pupil\n3,ines\n");
  survey.ask(source, 0, "A");
  source.persona = survey.words("P");
  CHECK(survey.read().actual.n == 3);
  CHECK(survey.rules() == "off-scale-answers");
  source.persona = survey.words("P", {{"Pupil", "none"}});
  CHECK(survey.read().actual.n == 3);
  CHECK(survey.rules() == "");
  CHECK(survey.answers.sources[0].columns[0].missing == 2);
  CHECK(survey.answers.touchpoints[0].by_persona[0].n == 1);
}

TEST_CASE("a column of touchpoints whose words match nothing loses its rows' answers") {
  Survey survey;
  auto& source = survey.source("where,rating\nQuux,4\nQuux,3\na,5\n");
  source.long_layout.emplace();
  source.long_layout->touchpoint = survey.words("where");
  source.long_layout->score = survey.score("rating");
  CHECK(survey.read().actual.n == 1);
  CHECK(survey.rules() == "answers-lost");
  source.long_layout->touchpoint = survey.words("where", {{"Quux", "none"}});
  CHECK(survey.read().actual.n == 1);
  CHECK(survey.rules() == "");
}

TEST_CASE("somebody who answered nothing loses nothing") {
  Asked survey("id,A\n1,4\n,\n2,5\n,\n");
  CHECK(survey.read().actual.n == 2);
  CHECK(survey.rules() == "");
  CHECK(survey.answers.sources[0].rows == 4);
  CHECK(survey.answers.sources[0].left_out.ragged == 2);
}

TEST_CASE("a row of another number of cells, an empty one and a foot are left out, counted and named, and the others count") {
  std::string csv = "id,A\n";
  for (int i = 0; i < 40; ++i) csv += fmt::format("{},4\n", i);
  const struct {
    std::string rest;
    const char* message;
    std::size_t amount;
  } cases[] = {
      {"41,5,6\n42,4\n",
       "has 1 row with another number of cells than the header's 2, in line 42 first, with 3; a cell that holds the separator or a line "
       "break belongs in quotation marks; it is left out",
       1},
      {"Total\n", "has 1 row with another number of cells than the header's 2, in line 42 first, with 1; it is left out", 1},
      {",,\n,,\n", "has 2 rows with nothing in them, in line 42 first; they are left out", 2},
      {",,,\nTotal\n",
       "has 1 row with another number of cells than the header's 2, in line 43 first, with 1; it has 1 row with nothing in it, in line 42 "
       "first; they are left out",
       2},
  };
  for (const auto& [rest, message, amount] : cases) {
    CAPTURE(rest);
    Asked survey(csv + rest);
    CHECK(survey.read().actual.n >= 40);
    REQUIRE(survey.rules() == "ragged-rows");
    CHECK(survey.messages() == std::string("'0.csv' ") + message);
    CHECK(survey.findings.begin()->amount == amount);
    CHECK(survey.answers.sources[0].was_read);
    CHECK(survey.answers.sources[0].left_out.ragged == amount);
  }
}

TEST_CASE("separators at the end of rows that the header has none of part nothing") {
  Survey survey;
  survey.ask(survey.source("A,B\n4,5,\n2,3,,\n"), 0, "A");
  CHECK(brief(survey.read().actual) == "n 2 mean 3");
  CHECK(survey.rules().empty());
}

TEST_CASE("more than a tenth of the rows being ragged is an error, empty ones lose nothing") {
  Asked survey("id,A\n1,4\n2,5,6\n3,5,7\n4,4\n");
  CHECK(survey.read().actual.n == 2);
  CHECK(survey.rules() == "answers-lost");
  Asked empty("id,A\n1,4\n,,\n,,\n");
  empty.read();
  CHECK(empty.rules() == "ragged-rows");
}

TEST_CASE("names of columns are the same where they look the same") {
  const struct {
    const char* in_file;
    const char* in_source;
  } cases[] = {
      {"Zufriedenheit fu\xCC\x88r", "Zufriedenheit f\xC3\xBCr"},
      {"q\xC2\xA0x", "q x"},
      {"q \xE2\x80\x89 x", "q x"},
      {"\xE2\x80\x8Bq x\xEF\xBB\xBF", "q x"},
      {"\"q\nx\"", "q x"},
      {"q x", "q  x"},
  };
  for (const auto& [in_file, in_source] : cases) {
    CAPTURE(in_source);
    Asked survey(fmt::format("id,{}\n1,4\n", in_file), in_source);
    CHECK(survey.read().actual.n == 1);
    CHECK(survey.messages() == "");
  }
}

TEST_CASE("two columns that look like the name are told apart by what differs, and the very name wins") {
  Asked survey("q\xC2\xA0x,q \xE2\x80\x8Bx\n1,4\n", "q x");
  survey.read();
  CHECK(survey.messages() ==
        "'0.csv' has two columns that look like 'q x', 1 and 2 from the left, and differ in U+00A0 and U+0020; give each its own name");
  Asked exact("q\xC2\xA0x,q x\n1,4\n", "q x");
  CHECK(brief(exact.read().actual) == "n 1 mean 4");
}

TEST_CASE("a column without a name is never suggested") {
  Asked survey(",,b\n1,2,3\n", "q");
  survey.read();
  CHECK(survey.messages().find("''") == std::string::npos);
}

TEST_CASE("labelled numbers and words are read where the scale says so, and advice names the way") {
  Asked labelled("A\n5 - Excellent\n4 - Good\n1 - Very poor\n");
  labelled.read();
  CHECK(labelled.messages().ends_with("; labelled numbers are read with 'scale: { min: 1, max: 5, labels: leading-number }'"));
  labelled.source.scale->labels = {ScaleLabels::leading_number, labelled.place()};
  CHECK(brief(labelled.read().actual) == "n 3 mean 3.33333");
  CHECK(labelled.rules() == "");

  Asked words("A\nVery  satisfied\nvery satisfied\nSo-so\n");
  words.read();
  CHECK(
      words.messages().ends_with("; say what it is worth with the line '\"Very  satisfied\": NUMBER' under the scale's 'values', or "
                                 "list it under its 'missing'"));
  words.source.scale->values.push_back({words.text("Very satisfied"), {5, words.place()}});
  CHECK(brief(words.read().actual) == "n 2 mean 5");
  CHECK(words.messages().find("'\"So-so\": NUMBER'") != std::string::npos);
}

TEST_CASE("a label's number is only one that nothing makes doubtful") {
  const struct {
    const char* cell;
    std::size_t n;
  } cases[] = {{"5 - Excellent", 1}, {"5", 1},     {"4.5: x", 1},    {"3)", 1},           {"4 \xE2\x98\x85", 1},
               {"3-4", 0},           {"4/5", 1},   {"4/10", 0},      {"2nd", 0},          {"- 3", 0},
               {"Two", 0},           {"7 - x", 0}, {"1 of 5", 1},    {"3 - 4 visits", 0}, {"4 to 5", 0},
               {"3 out of 10", 0},   {"4-May", 0}, {"4\xC2\xBD", 0}, {"4-may be", 1}};
  for (const auto& [cell, n] : cases) {
    CAPTURE(cell);
    Asked survey(fmt::format("A\n{}\n", cell));
    survey.source.scale->labels = {ScaleLabels::leading_number, survey.place()};
    CHECK(survey.read().actual.n == n);
  }
}

TEST_CASE("a label whose number is listed as missing is missing") {
  Survey survey;
  auto& source = survey.source("A\n5 - Excellent\n1 - Poor\n9 - Don't know\n9. Don't know\n");
  source.scale = survey.scale(1, 5);
  source.scale->labels = Placed<ScaleLabels>{ScaleLabels::leading_number, survey.place()};
  source.scale->missing.push_back(survey.text("9"));
  survey.ask(source, 0, "A");
  CHECK(brief(survey.read().actual) == "n 2 mean 3");
  CHECK(survey.rules().empty());
}

TEST_CASE("words that can't be scores are refused where they stand") {
  Asked survey("A\n4\n");
  survey.source.scale->values = {{survey.text("Good"), {7, survey.place()}}, {survey.text("3"), {5, survey.place()}}};
  survey.read();
  CHECK(survey.rules() == "bad-value bad-value");
}

TEST_CASE("what a source calls missing is missing in every column, but a number that is an answer on the column's own scale") {
  Survey survey;
  auto& source = survey.source("A,B\n4,Blank\n5,0\n3,99\n4,10\n");
  source.scale = survey.scale(1, 5, {"0", "99", "Blank"});
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B", survey.scale(0, 10));
  survey.read();
  CHECK(survey.rules() == "");
  CHECK(survey.answers.touchpoints[1].actual.n == 2);
}

TEST_CASE("lines before the header are left out, and a separator may be said") {
  Asked skipped("\"Report:\",\"Satisfaction\"\n\nid,A\n1,4\n2,nine\n");
  skipped.source.skip = Count{2, skipped.place()};
  CHECK(skipped.read().actual.n == 1);
  CHECK(skipped.messages().find("line 5") != std::string::npos);
  Asked said("a,A;b\n1,4;2\n", "a,A");
  said.source.separator = {Separator::semicolon, said.place()};
  CHECK(brief(said.read().actual) == "n 1 mean 1.4");
}

TEST_CASE("dates that can't be read are lost only where the project asks for a period") {
  Asked survey("A,D\n4,soon\n5,later\n3,2026-05-01\n");
  survey.source.date = survey.dates("D");
  CHECK(survey.read().actual.n == 3);
  CHECK(survey.rules() == "off-scale-answers");
  survey.workspace.project.period.emplace();
  survey.workspace.project.period->last = {TimeSpan{12, 0}, {}};
  CHECK(survey.read().actual.n == 1);
  CHECK(survey.rules() == "answers-lost");
}

namespace {

/// So many rows of a country, each with a 4.
std::string rows_of(int count, std::string_view country) {
  std::string rows;
  for (int i = 0; i < count; ++i) rows += fmt::format("4,\"{}\"\n", country);
  return rows;
}

}  // namespace

TEST_CASE("a row that 'where' drops for capitals, blanks or what nobody sees is told; any other is passed over") {
  const struct {
    std::string rest;
    const char* rules;
    std::size_t used;
  } cases[] = {
      {rows_of(5, "ES"), "", 30},
      {rows_of(2, "pt"), "off-scale-answers", 30},
      {rows_of(4, "pt"), "answers-lost", 30},
      {rows_of(4,
               "P\xC2\xAD"
               "T"),
       "answers-lost", 30},
      {rows_of(4, "\xC2\xA0PT"), "answers-lost", 30},
      {rows_of(4, "PTX"), "", 30},
  };
  for (const auto& [rest, rules, used] : cases) {
    CAPTURE(rest);
    Asked survey("A,C\n" + rows_of(30, "PT") + rest);
    survey.source.where = survey.where("C", {"PT"});
    CHECK(survey.read().actual.n == used);
    CHECK(survey.rules() == rules);
  }
  Asked survey("A,C\n" + rows_of(30, "PT") + rows_of(4, "pt"));
  survey.source.where = survey.where("C", {"PT"});
  survey.read();
  CHECK(survey.messages() ==
        "4 of 34 cells of column 'C' are a word of 'where' but for capitals, blanks or invisible characters, and their rows left out: 'pt' "
        "4 times (first in line 32); list them there as they are written, or write them alike in the file");
  CHECK(survey.findings.begin()->subjects == std::vector<std::string>{"s1", "C", "where"});
}

TEST_CASE("a row that 'where' drops for another column too is no loss, and the rows of an outcome are held to the same") {
  Asked survey("A,C,L\n4,PT,x\n4,PT,x\n4,pt,y\n4,pt,y\n");
  survey.source.where = survey.where("C", {"PT"});
  survey.source.where.push_back(survey.where("L", {"x"})[0]);
  CHECK(survey.read().actual.n == 2);
  CHECK(survey.rules() == "");
  Survey asked_long;
  auto& source = asked_long.source("t,s,k\na,4,\na,5,\n,9,nps\n,8,NPS\n,1,NPS\n");
  source.long_layout.emplace();
  source.long_layout->touchpoint = asked_long.words("t");
  source.long_layout->score = asked_long.score("s");
  auto recommend = asked_long.outcome("recommend", OutcomeKind::nps, {});
  recommend.where = asked_long.where("k", {"nps"});
  source.outcomes.push_back(recommend);
  asked_long.read();
  CHECK(asked_long.rules() == "answers-lost");
}

TEST_CASE("what 'missing' lists and the scale counts as an answer is told, and an end of the scale is refused") {
  const struct {
    double min, max;
    std::vector<std::string> missing;
    const char* cell;
    int times;
    const char* rules;
  } cases[] = {
      {1, 5, {"0", "6"}, "6", 30, ""}, {1, 5, {"2"}, "2", 30, "answers-lost"},     {1, 5, {"2"}, "2", 2, "off-scale-answers"},
      {1, 5, {"2"}, "3", 30, ""},      {1, 5, {"5"}, "4", 1, "bad-value"},         {7, 1, {"1.0"}, "4", 1, "bad-value"},
      {0, 100, {"99"}, "99", 30, ""},  {0, 100, {"40"}, "40", 30, "answers-lost"}, {0, 99, {"99"}, "50", 1, "bad-value"},
  };
  for (const auto& [min, max, missing, cell, times, rules] : cases) {
    CAPTURE(missing);
    CAPTURE(cell);
    CAPTURE(times);
    Asked survey(column_of(30, "3", times, cell));
    survey.source.scale = survey.scale(min, max, missing);
    survey.read();
    CHECK(survey.rules() == rules);
  }
}

TEST_CASE("a word that has a worth and is missing too is told, a labelled one only as a warning") {
  Asked survey(column_of(30, "3", 30, "poor"));
  survey.source.scale = survey.scale(1, 5, {"poor"});
  survey.source.scale->values.push_back({survey.text("poor"), {2, survey.place()}});
  survey.read();
  CHECK(survey.rules() == "answers-lost");
  Asked labelled(column_of(30, "3 - fair", 30, "2 - can't say"));
  labelled.source.scale = labelled.scale(1, 5, {"2 - can't say"});
  labelled.source.scale->labels = Placed<ScaleLabels>{ScaleLabels::leading_number, labelled.place()};
  labelled.read();
  CHECK(labelled.rules() == "off-scale-answers");
  labelled.source.scale->missing.push_back(labelled.text("1 - bad"));
  labelled.read();
  CHECK(labelled.rules().starts_with("bad-value"));
}

TEST_CASE("a source's missing words hold for every column, but for what is an answer there") {
  Asked survey("A,B\n3,0\n3,99\n3,Blank\n3,50\n");
  survey.source.scale = survey.scale(1, 5, {"0", "99", "Blank"});
  survey.ask(survey.source, 1, "B", survey.scale(0, 100));
  survey.read();
  CHECK(survey.rules() == "");
  CHECK(brief(survey.answers.touchpoints[1].actual) == "n 2 mean 2");  // 0 and 50 of 100, on 1 to 5
}

TEST_CASE("a word for a mean that is an answer of the scale is one, also at the end") {
  Asked survey("A\n4\nMedia\nMedia\n");
  survey.source.scale->values.push_back({survey.text("Media"), {3, survey.place()}});
  CHECK(survey.read().actual.n == 3);
  CHECK(survey.rules() == "");
}

TEST_CASE("rows at the end that sum the answers up are none of them, and are told") {
  const struct {
    const char* csv;
    std::size_t n;
    const char* rules;
  } cases[] = {
      {"D,A\n2026-01-02,4\n2026-01-03,2\nAverage,3\n", 2, "ragged-rows"},
      {"D,A\n2026-01-02,4\n2026-01-03,2\n,\nMittelwert:,3\nSumme,6\n", 2, "ragged-rows"},
      {"D,A\nx,4\nMedia,2\nx,3\n", 3, ""},  // among the answers it is a word like another
      {"D,A\nx,4\nAverages,2\n", 2, ""},
  };
  for (const auto& [csv, n, rules] : cases) {
    CAPTURE(csv);
    Asked survey(csv);
    CHECK(survey.read().actual.n == n);
    CHECK(survey.rules() == rules);
  }
}
