// Rows of means without a word: left out and told, wherever they stand; rows of answers that only look like them count.
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
  CHECK(survey.messages() == "'0.csv' has 2 rows of means, in lines 2 and 6: each cell is the mean of its column; they are left out");
  CHECK(survey.answers.sources.at(0).rows == 5);
}
