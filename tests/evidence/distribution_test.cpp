// How answers spread over their scale, from files of every layout; databases are held to the same in warehouse_test.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "mot/tables/distribution_table.h"
#include "mot/write/json/data_json.h"
#include "support/survey_files.h"

using namespace mot;

namespace {

std::string shares_of(const AnswerSums& sums) {
  return fmt::format("{} of {} worst, {} of {} best", sums.bottom_two, sums.bottom_two_of, sums.top_two, sums.top_two_of);
}

}  // namespace

TEST_CASE("answers are counted by the points of their scale, or by fifths where it has many, the worst first") {
  const struct {
    double min, max;
    const char* answers;
    const char* spread;
    const char* shares;
  } cases[] = {
      {1, 5, "5\n5\n4\n2\n1\n\n9\n", "1: 1, 2: 1, 3: 0, 4: 1, 5: 2", "2 of 5 worst, 3 of 5 best"},
      {5, 1, "5\n5\n4\n2\n1\n", "1: 2, 2: 1, 3: 0, 4: 1, 5: 1", "3 of 5 worst, 2 of 5 best"},
      {0, 10, "0\n3\n4.4\n4.5\n10\n", "1: 1, 1.4: 0, 1.8: 0, 2.2: 1, 2.6: 1, 3: 1, 3.4: 0, 3.8: 0, 4.2: 0, 4.6: 0, 5: 1",
       "1 of 5 worst, 1 of 5 best"},
      {0, 100, "0\n19.9\n20\n60\n80\n100\n", "1 to 1.8: 2, 1.8 to 2.6: 1, 2.6 to 3.4: 0, 3.4 to 4.2: 1, 4.2 to 5: 2",
       "3 of 6 worst, 2 of 6 best"},
      {100, 0, "0\n20\n80\n81\n100\n", "1 to 1.8: 2, 1.8 to 2.6: 1, 2.6 to 3.4: 0, 3.4 to 4.2: 0, 4.2 to 5: 2",
       "3 of 5 worst, 2 of 5 best"},
      {0, 1e9, "0\n200000000\n1e9\n", "1 to 1.8: 1, 1.8 to 2.6: 1, 2.6 to 3.4: 0, 3.4 to 4.2: 0, 4.2 to 5: 1", "2 of 3 worst, 1 of 3 best"},
      {0, 1, "0\n1\n1\n", "1: 1, 5: 2", "0 of 0 worst, 0 of 0 best"},
      {0, 0.5, "0.1\n0.3\n0.5\n", "1 to 1.8: 0, 1.8 to 2.6: 1, 2.6 to 3.4: 0, 3.4 to 4.2: 1, 4.2 to 5: 1", "0 of 0 worst, 0 of 0 best"},
  };
  for (const auto& [min, max, given, spread, shares] : cases) {
    CAPTURE(given);
    Survey survey;
    SurveySource& source = survey.source("A\n" + std::string(given));
    source.scale = survey.scale(min, max);
    survey.ask(source, 0, "A");
    const AnswerSums& sums = survey.read().actual;
    CHECK(distribution_text(sums.distribution, survey.workspace.project.scale, Wording()) == spread);
    CHECK(shares_of(sums) == shares);
    CHECK(sums.distribution.n() == sums.n);
  }
}

TEST_CASE("answers of scales of another length meet in fifths, and shares of the worst stay those of each scale") {
  Survey survey;
  survey.ask(survey.source("A\n1\n2\n5\n"), 0, "A");
  SurveySource& longer = survey.source("A\n0\n1\n2\n10\n");
  longer.scale = survey.scale(0, 10);
  survey.ask(longer, 0, "A");
  const AnswerSums& sums = survey.read().actual;
  CHECK(distribution_text(sums.distribution, {1, 5}, Wording()) == "1 to 1.8: 3, 1.8 to 2.6: 2, 2.6 to 3.4: 0, 3.4 to 4.2: 0, 4.2 to 5: 2");
  CHECK(shares_of(sums) == "4 of 7 worst, 2 of 7 best");
}

TEST_CASE("shares of the worst points go by weights, and weights stand beside the counts") {
  Survey survey;
  SurveySource& source = survey.source("A,W\n1,3\n5,1\n4,1\n3,1\n");
  source.weight = survey.text("W");
  survey.ask(source, 0, "A");
  const AnswerSums& sums = survey.read().actual;
  CHECK(sums.distribution.counts[0] == 1);
  CHECK(sums.distribution.weights[0] == doctest::Approx(2));  // 3 of 6, of four answers
  CHECK(sums.bottom_two_weights.within / sums.bottom_two_weights.all == doctest::Approx(0.5));
  CHECK(sums.bottom_two_weights.all_squares == doctest::Approx(sums.weight_squares));
}

TEST_CASE("counts of answers in a ready-made table are how they spread, and means say why they are not") {
  Survey survey;
  SurveySource& counted = survey.source("item,n1,n2,n3,n4,n5\na,1,2,3,4,10\n");
  counted.summary.emplace();
  counted.summary->touchpoint = survey.words("item");
  for (const char* point : {"1", "2", "3", "4", "5"})
    counted.summary->shares.push_back({survey.text(point), survey.text(fmt::format("n{}", point))});
  SurveySource& means = survey.source("item,n,m\na,40,3\n");
  means.summary.emplace();
  means.summary->touchpoint = survey.words("item");
  means.summary->n = survey.text("n");
  means.summary->mean = survey.text("m");
  const AnswerSums& sums = survey.read().actual;
  CHECK(survey.messages() == "");
  CHECK(sums.n == 60);
  CHECK(sums.distribution.n() == 20);
  CHECK(distribution_text(sums.distribution, {1, 5}, Wording()) == "1: 1, 2: 2, 3: 3, 4: 4, 5: 10");
  CHECK(shares_of(sums) == "3 of 20 worst, 14 of 20 best");
  const Table table = distribution_table(survey.workspace, survey.answers, std::nullopt, Wording());
  REQUIRE(table.sections[0].rows.size() == 1);
  REQUIRE(table.notes.size() == 2);
  CHECK(table.notes[1].starts_with("how the answers of 's2' spread is not known: it gives means, and no counts of answers"));
  CHECK(data_json(survey.workspace, survey.answers).find("\"no_distribution_because\": \"it gives means") != std::string::npos);
}
