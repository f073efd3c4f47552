// Thumbs and answers about the whole of people who answered together; databases are held to the same in warehouse_test.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "mot/analysis/analysis.h"
#include "mot/analysis/outcomes.h"
#include "support/survey_files.h"

using namespace mot;

namespace {

doctest::Approx near(double value) {
  return doctest::Approx(value).epsilon(1e-9);
}

struct Row {
  std::string flight;
  double weight;
  double x;  // what the clusters see
};

/// The effective n that clusters leave a mean, by its definition: its variance as if people answered apart is s² / (n − 1), Σw(x − m)² / Σw
/// being s²; by G clusters it is G/(G − 1)·Σ(Σw(x − m))² / (Σw)².
double effective_n_by_definition(const std::vector<Row>& rows) {
  double weight = 0, squares_of_weights = 0, mean = 0, s2 = 0, together = 0;
  for (const Row& row : rows) weight += row.weight, squares_of_weights += row.weight * row.weight, mean += row.weight * row.x;
  mean /= weight;
  std::map<std::string, double> sums;
  for (const Row& row : rows) {
    s2 += row.weight * std::pow(row.x - mean, 2) / weight;
    sums[row.flight] += row.weight * (row.x - mean);
  }
  for (const auto& [flight, sum] : sums) together += sum * sum / weight / weight;
  const double kish = weight * weight / squares_of_weights, clusters = static_cast<double>(sums.size());
  return kish / std::max(1.0, clusters / (clusters - 1) * together / (s2 / (kish - 1)));
}

struct Flown {
  std::vector<Row> thumbs, recommendations, scores;
  std::string wide = "FLIGHT,W,T,N,S\n", rows = "who,W,where,rating,thumb\n";
};

/// Twelve flights of five, each with a mood of its own.
Flown flown() {
  Flown all;
  for (int flight = 0; flight < 12; ++flight) {
    for (int seat = 0; seat < 5; ++seat) {
      const std::string name = fmt::format("LX{}", flight);
      const double weight = 1 + (flight + seat) % 3 / 2.0;
      const bool is_up = flight % 3 != 0 || seat == 2;
      const int likely = flight % 4 == 0 ? 3 + seat / 2 : 8 + (flight + seat) % 3, score = 1 + (flight * 2 + seat / 3) % 5;
      all.thumbs.push_back({name, weight, is_up ? 1.0 : 0.0});
      all.recommendations.push_back({name, weight, likely >= 9 ? 1.0 : likely <= 6 ? -1.0 : 0.0});
      all.scores.push_back({name, weight, static_cast<double>(score)});
      all.wide += fmt::format("{},{},{},{},{}\n", name, weight, is_up ? "up" : "down", likely, score);
      all.rows +=
          fmt::format("{0},{1},a,,{2}\n{0},{1},likely,{3},\n{0},{1},whole,{4},\n", name, weight, is_up ? "up" : "down", likely, score);
    }
  }
  return all;
}

void check_effective_n(const Survey& survey, const Flown& all) {
  const ShareWeights& thumbs = survey.answers.touchpoints[0].thumb_weights;
  CHECK(thumbs.all / thumbs.all_squares * thumbs.all == near(effective_n_by_definition(all.thumbs)));
  REQUIRE(survey.answers.outcomes.size() == 2);
  const auto recommendations = outcome_figures(survey.answers.outcomes[0], {1, 5}).recommendations;
  REQUIRE(recommendations);
  CHECK(recommendations->n == near(effective_n_by_definition(all.recommendations)));
  const auto score = outcome_figures(survey.answers.outcomes[1], {1, 5}).mean;
  REQUIRE(score);
  CHECK(score->n == 60);
  CHECK(score->clusters == 12);
  CHECK(score->n_effective == near(effective_n_by_definition(all.scores)));
  // They do go together: as if apart, 60 answers of such weights are 56.25.
  CHECK(effective_n_by_definition(all.thumbs) < 30);
  CHECK(effective_n_by_definition(all.recommendations) < 30);
  CHECK(effective_n_by_definition(all.scores) < 30);
}

}  // namespace

TEST_CASE("thumbs and answers about the whole of people who answered together are known less well, in a wide table") {
  const Flown all = flown();
  Survey survey;
  SurveySource& source = survey.source(all.wide);
  source.weight = survey.text("W");
  source.cluster = survey.text("FLIGHT");
  Link<Touchpoint> link;
  static_cast<Text&>(link) = survey.text("a");
  link.index = 0;
  TouchpointColumns columns;
  columns.verdict = survey.words("T");
  source.columns.push_back({link, columns});
  source.outcomes = {survey.outcome("likely", OutcomeKind::nps, "N"), survey.outcome("whole", OutcomeKind::score, "S")};
  survey.read();
  CHECK(survey.messages() == "");
  check_effective_n(survey, all);
}

TEST_CASE("the same in a long table") {
  const Flown all = flown();
  Survey survey;
  SurveySource& source = survey.source(all.rows);
  source.cluster = survey.text("who");
  source.long_layout.emplace();
  source.long_layout->touchpoint = survey.words("where", {{"likely", "none"}, {"whole", "none"}});
  source.long_layout->score = survey.score("rating");
  source.long_layout->verdict = survey.words("thumb");
  source.long_layout->weight = survey.text("W");
  source.outcomes = {survey.outcome("likely", OutcomeKind::nps, {}), survey.outcome("whole", OutcomeKind::score, {})};
  source.outcomes[0].where = survey.where("where", {"likely"});
  source.outcomes[1].where = survey.where("where", {"whole"});
  survey.read();
  CHECK(survey.messages() == "");
  check_effective_n(survey, all);
}

TEST_CASE("answers of a single cluster count as one, for nobody knows how far clusters differ") {
  for (const bool is_long : {false, true}) {
    std::string rows = is_long ? "who,where,rating\n" : "F,A\n";
    for (int i = 0; i < 60; ++i) rows += fmt::format("{}{}\n", is_long ? "one,a," : "one,", 3 + i % 2);
    Survey survey;
    SurveySource& source = survey.source(rows);
    source.cluster = survey.text(is_long ? "who" : "F");
    if (is_long) {
      source.long_layout.emplace();
      source.long_layout->touchpoint = survey.words("where");
      source.long_layout->score = survey.score("rating");
    } else {
      survey.ask(source, 0, "A");
    }
    const AnswerSums& sums = survey.read().actual;
    CHECK(sums.n == 60);
    CHECK(sums.clusters == 1);
    const auto measurement = measured(sums, {1, 5});
    REQUIRE(measurement);
    CHECK(measurement->n_effective == near(1));
    CHECK_FALSE(measurement->interval);
  }
}

TEST_CASE("thumbs of a wide table go by weights") {
  Survey survey;
  SurveySource& source = survey.source("W,T\n3,up\n1,down\n1,down\n1,up\n");
  source.weight = survey.text("W");
  Link<Touchpoint> link;
  static_cast<Text&>(link) = survey.text("a");
  link.index = 0;
  TouchpointColumns columns;
  columns.verdict = survey.words("T");
  source.columns.push_back({link, columns});
  const TouchpointAnswers& answers = survey.read();
  CHECK(answers.thumbs_up == 2);
  CHECK(answers.thumb_weights.within / answers.thumb_weights.all == near(4.0 / 6));
}
