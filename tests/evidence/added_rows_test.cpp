// Rows that people add to a table of answers, means and what codes mean: left out and told, wherever they stand; rows of answers that only
// look like them count.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/survey_files.h"

using namespace mot;

TEST_CASE("a row whose every cell is the mean of its column is no answer, at the end and right below the headings") {
  const struct {
    const char* what;
    const char* csv;
    std::size_t answers;
    const char* rules;
  } cases[] = {
      {"at the end", "D,A,B\n2026-01-02,4,1\n2026-01-03,2,2\n2026-01-04,5,2\n,3.67,1.67\n", 3, "ragged-rows"},
      {"unrounded", "D,A,B\n2026-01-02,4,1\n2026-01-03,2,2\n2026-01-04,5,2\n,3.6666666666666665,1.6666666666666667\n", 3, "ragged-rows"},
      {"at the top", "D,A,B\n,3.67,1.67\n2026-01-02,4,1\n2026-01-03,2,2\n2026-01-04,5,2\n", 3, "ragged-rows"},
      {"with commas", "D;A;B\n2026-01-02;4;1\n2026-01-03;2;2\n2026-01-04;5;2\n;3,7;1,7\n", 3, "ragged-rows"},
      {"with a whole number", "D,A,B\nx,4,1\ny,2,2\nz,3,2\n,3,1.67\n", 3, "ragged-rows"},
      {"with a word at the top", "D,A,B\nMean,3,1.67\nx,4,1\ny,2,2\nz,3,2\n", 3, "ragged-rows"},
      {"at both ends", "D,A,B\n,3.67,1.67\nx,4,1\ny,2,2\nz,5,2\n,3.67,1.67\n", 3, "ragged-rows"},
      {"no means", "D,A,B\nx,4,1\ny,2,2\nz,5,2\n,3.5,1.67\n", 4, ""},
      {"one column alone", "D,A,B\nx,4,1\ny,2,2\nz,5,2\n,3.67,\n", 4, ""},
      {"who answers all alike", "D,A,B\nx,4,3\ny,2,3\nz,3,3\n,3,3\n", 4, ""},
      {"too few to tell", "D,A,B\nx,4,1\ny,3,2\n,3.5,1.5\n", 3, ""},
      {"in the midst", "D,A,B\nx,4,1\ny,2,2\n,3.67,1.67\nz,5,2\n", 4, ""},
  };
  for (const auto& [what, csv, answers, rules] : cases) {
    CAPTURE(what);
    Survey survey;
    auto& source = survey.source(csv);
    source.scale = survey.scale(1, 5);
    survey.ask(source, 0, "A");
    CHECK(survey.read().actual.n == answers);
    CHECK(survey.rules() == rules);
  }
}

TEST_CASE("the finding says which rows of means were left out") {
  Survey survey;
  auto& source = survey.source("D,A,B\n,3.67,1.67\nx,4,1\ny,2,2\nz,5,2\n,3.67,1.67\n");
  source.scale = survey.scale(1, 5);
  survey.ask(source, 0, "A");
  survey.read();
  CHECK(survey.messages() == "'0.csv' has 2 rows that sum up columns (mean), in lines 2 and 6: no answers; they are left out");
  CHECK(survey.answers.sources.at(0).rows == 5);
}

namespace {

/// `r1;4;2` and so on: eight respondents from 1 to 5.
const std::string eight = "ID;A;B\nr1;4;1\nr2;2;2\nr3;5;2\nr4;1;5\nr5;3;3\nr6;4;4\nr7;2;1\nr8;5;4\n";

/// How many answers are read of a file, and the rules that are broken.
std::string read_of(const std::string& csv) {
  Survey survey;
  auto& source = survey.source(csv);
  source.scale = survey.scale(1, 5);
  survey.ask(source, 0, "A");
  const std::size_t n = survey.read().actual.n;
  return fmt::format("{} {}", n, survey.rules());
}

}  // namespace

TEST_CASE("rows that sum columns up are known by their figures, whatever they are called and wherever their word stands") {
  const struct {
    std::string what, csv;
  } cases[] = {
      {"mean by initial", eight + "M;3,25;2,75\n"},
      {"by a sign", eight + "\u00d8;3,25;2,75\n"},
      {"highest", eight + "Max;5;5\n"},
      {"lowest", eight + "Min;1;1\n"},
      {"number", eight + "N;8;8\n"},
      {"spread", eight + "SD;1,49;1,49\n"},
      {"spread of all", eight + "s;1,39;1,39\n"},
      {"median", eight + "Md;3,5;2,5\n"},
      {"sum without a word", eight + ";26;22\n"},
      {"number without a word", eight + ";8;8\n"},
      {"several", eight + "N;8;8\nM;3,25;2,75\nMax;5;5\n"},
      {"several without a word", eight + ";3,25;2,75\n;5;5\n;1;1\n"},
      {"above", "ID;A;B\nN;8;8\nMean;3,25;2,75\nMax;5;5\n" + eight.substr(7)},
      {"shorter than the headings",
       "ID;A;B;\nr1;4;1;\nr2;2;2;\nr3;5;2;\nr4;1;5;\nr5;3;3;\nr6;4;4;\nr7;2;1;\nr8;5;4;\nMean;3,25;2,75\nN;8;8\n"},
      {"in the last column", "A;B;ID\n4;1;r1\n2;2;r2\n5;2;r3\n1;5;r4\n3;3;r5\n4;4;r6\n2;1;r7\n5;4;r8\n5;5;Max\n"},
      {"between", "A;S;B\n4;x;1\n2;y;2\n5;x;2\n1;y;5\n3;x;3\n4;x;4\n2;y;1\n5;x;4\n3,25;Mean;2,75\n"},
  };
  for (const auto& [what, csv] : cases) {
    CAPTURE(what);
    CHECK(read_of(csv) == "8 ragged-rows");
  }
}

TEST_CASE("who is called like a mean is a respondent where the figures don't say otherwise") {
  const std::string names = "ID;A;B\nAnn;4;1\nBen;2;2\nCleo;5;2\nDora;1;5\nEve;3;3\nFinn;4;4\nGus;2;1\n";
  CHECK(read_of(names + "Max;5;4\n") == "8 ");
  CHECK(read_of(names + "Max;5;5\n") == "8 ");
  CHECK(read_of(names + "M;3;2\n") == "8 ");
  CHECK(read_of(names + "Max;5;5\nN;7;7\n") == "7 ragged-rows");
  CHECK(read_of("ID;A;B\nMax;5;4\n" + names.substr(7)) == "8 ");
  CHECK(read_of(eight + "N;4;4\n") == "9 ");
  CHECK(read_of(eight + ";5;5\n") == "9 ");
  // The mean beside it tells whether `Max` is one of those it is of.
  CHECK(read_of(names + "Max;5;5\n;3,25;2,875\n") == "8 ragged-rows");
  CHECK(read_of(names + "Max;5;5\n;3;2,571\n") == "7 ragged-rows");
  const std::string levels = "No;A;Level\n1;4;High\n2;2;Low\n3;5;Average\n4;1;Low\n5;3;High\n6;4;Average\n7;2;High\n";
  CHECK(read_of(levels + "8;5;Average\n") == "8 ");
  CHECK(read_of("No;A;Level\n1;4;High\n2;2;Low\n3;5;High\n4;1;Low\n5;3;High\n6;4;Low\n7;2;High\n8;5;Average\n") == "8 ");
  CHECK(read_of(eight + "n = 8;;\n") == "8 ragged-rows");
  CHECK(read_of("ID;A;B\nM;4;1\nN;2;2\nO;5;2\nP;1;5\nQ;3;3\nR;4;4\nS;2;1\n") == "7 ");
  CHECK(read_of("ID;A;B\nM;4;1\nN;2;2\nO;5;2\nP;1;5\nQ;3;3\nR;4;4\nS;2;1\nN;7;7\n") == "7 ragged-rows");
}

TEST_CASE("a table of codes above, below or among the answers is none of them, and is told with its lines") {
  const std::string codes = "1;very bad;\n2;bad;\n3;fair;\n4;good;\n5;very good;\n";
  const struct {
    std::string what, csv;
  } cases[] = {
      {"below", eight + codes},
      {"below headings", eight + "Code;Label;\n" + codes},
      {"behind a blank row and a title", eight + ";;\nLegend;;\n" + codes},
      {"as wide as it is", eight + "Wert;Bedeutung\n1;sehr schlecht\n2;schlecht\n5;sehr gut\n"},
      {"lines", eight + "1 = very bad\n3 = fair\n5 = very good\n"},
      {"in one cell", eight + "1 = very bad, 5 = very good;;\n"},
      {"a question each", eight + "A;1;very bad\nA;5;very good\nB;1;very bad\nB;5;very good\n"},
      {"right below the headings", "ID;A;B\nCode;Label;\n" + codes + eight.substr(7)},
      {"words that nobody knows", eight + "1;hmpf;\n2;meh;\n3;so so la;\n4;wow;\n5;mega wow;\n"},
      {"two lists below titles", eight + "Desk;;\n1;very bad;\n2;bad;\n5;very good;\nRoom;;\n1;very bad;\n2;bad;\n5;very good;\n"},
      {"lines with dashes", eight + "1 - very bad\n2 - bad\n5 - very good\n"},
      {"in the middle columns", eight + ";1;very bad\n;2;bad\n;3;fair\n;5;very good\n"},
      {"in a second row", "ID;A;B\n;1 = bad, 5 = good;1 = bad, 5 = good\n" + eight.substr(7)},
      {"behind means", eight + "Mean;3,25;2,75\nN;8;8\n;;\nValeur;Signification;\n1;mauvais;\n5;bon;\n"},
  };
  for (const auto& [what, csv] : cases) {
    CAPTURE(what);
    const std::string read = read_of(csv);
    CHECK(read.starts_with("8 ragged-rows"));
    CHECK(read.find("lost") == std::string::npos);
  }
  Survey survey;
  auto& source = survey.source(eight + "Code;Label;\n" + codes);
  source.scale = survey.scale(1, 5);
  survey.ask(source, 0, "A");
  survey.read();
  CHECK(survey.messages() == "'0.csv' has 6 rows that say what codes mean, in lines 10 to 15: no answers; they are left out");
  CHECK(survey.answers.sources.at(0).rows == 14);
}

TEST_CASE("respondents who say a number and a word are no table of codes") {
  const std::string said = "A;Why\n5;Good\n3;Fair\n1;Bad\n4;\n5;\n2;\n1;\n";
  CHECK(read_of(said) == "7 ");
  CHECK(read_of("A;Why\n4;\n5;\n2;Nice\n1;\n3;Loud\n3;Fair\n1;Bad\n5;Good\n") == "8 ");
}

TEST_CASE("respondents whose answers are words are no table of codes") {
  const auto words_of = [](const std::string& csv) {
    Survey survey;
    auto& source = survey.source(csv);
    source.scale = survey.scale(1, 5);
    for (const auto& [word, score] :
         {std::pair("very bad", 1.0), std::pair("bad", 2.0), std::pair("good", 4.0), std::pair("very good", 5.0)})
      source.scale->values.push_back({survey.text(word), {score, survey.place()}});
    survey.ask(source, 0, "A");
    return survey.read().actual.n;
  };
  CHECK(words_of("ID;A\n1;good\n2;bad\n3;very good\n") == 3);
  CHECK(words_of("ID;A\n1;good\n2;bad\n3;very good\n4;bad\n5;good\n6;very bad\n") == 6);
  CHECK(words_of("ID;A\n1;5\n2;4\n3;good\n4;2\n5;very bad\n6;good\n") == 6);
}
