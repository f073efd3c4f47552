#include <doctest/doctest.h>

#include <cmath>

#include "mot/evidence/read.h"
#include "support/survey_files.h"

using namespace mot;

namespace {

AnswerSums sums_of(const std::vector<std::pair<double, double>>& answers) {
  AnswerSums sums;
  for (const auto& [score, weight] : answers) sums.add(score, weight);
  return sums;
}

double pearson(const PairSums& sums) {
  return sums.products / std::sqrt(sums.x_squares * sums.y_squares);
}

}  // namespace

TEST_CASE("pools of answers join to what all answers give") {
  AnswerSums all = sums_of({{4, 1}, {2, 2}, {5, 0.5}, {1, 1}});
  AnswerSums first = sums_of({{4, 1}, {2, 2}});
  first.join(sums_of({{5, 0.5}, {1, 1}}));
  CHECK(first.n == 4);
  CHECK(first.mean == doctest::Approx(all.mean).epsilon(1e-14));
  CHECK(first.mean == doctest::Approx((4 + 4 + 2.5 + 1) / 4.5).epsilon(1e-14));
  CHECK(first.squares == doctest::Approx(all.squares).epsilon(1e-14));
  CHECK(first.weight == 4.5);
  CHECK(first.weight_squares == 6.25);
}

TEST_CASE("an empty pool changes nothing, and one of supposed spread makes the spread supposed") {
  AnswerSums pool = sums_of({{3, 1}});
  pool.join({});
  CHECK(pool == sums_of({{3, 1}}));
  AnswerSums of_supposed_spread = sums_of({{2, 1}, {2, 1}});
  of_supposed_spread.has_spread = false;
  AnswerSums empty;
  empty.join(pool);
  CHECK(empty.has_spread);
  pool.join(of_supposed_spread);
  CHECK_FALSE(pool.has_spread);
}

TEST_CASE("a wide file gives each touchpoint its answers, without blanks and missing codes") {
  Survey survey;
  auto& source = survey.source("A,B\n4,5\n,0\n0.0,3\n2,Blank\n");
  source.scale = survey.scale(1, 5, {"0", "Blank"});
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B");
  const auto& a = survey.read();
  CHECK(survey.messages() == "");
  CHECK(brief(a.actual) == "n 2 mean 3");
  CHECK(a.actual.squares == 2);
  CHECK(a.actual.top_two == 1);
  CHECK(a.actual.top_two_of == 2);
  CHECK(brief(survey.answers.touchpoints[1].actual) == "n 2 mean 4");
  CHECK(a.sources == std::vector<std::size_t>{0});
  CHECK(survey.answers.touchpoints[2].sources.empty());
  const ColumnUse& use = survey.answers.sources[0].columns[0];
  CHECK(use.use == "actual of a");
  CHECK(use.used == 2);
  CHECK(use.blank == 1);
  CHECK(use.missing == 1);
  CHECK(survey.answers.sources[0].rows == 4);
}

TEST_CASE("answers are rescaled onto the project's scale, turned round where the question is, never clamped") {
  const struct {
    double min, max;
    const char* cells;
    const char* expected;
    std::size_t top_two;
    const char* rescaling;
  } cases[] = {
      {1, 5, "1 3 5", "n 3 mean 5", 1, "1..5 -> 0..10"},     {7, 1, "1 2 3", "n 3 mean 8.33333", 2, "7..1 -> 0..10"},
      {0, 10, "8.5 9 10", "n 3 mean 9.16667", 2, ""},        {-2, 2, "-2 2 1", "n 3 mean 5.83333", 2, "-2..2 -> 0..10"},
      {0, 1, "0.25 0.75", "n 2 mean 5", 0, "0..1 -> 0..10"}, {0, 100, "100 99 98 50", "n 4 mean 8.675", 3, "0..100 -> 0..10"},
      {1, 5, "1 6 7 5", "n 2 mean 5", 1, "1..5 -> 0..10"},
  };
  for (const auto& [min, max, cells, expected, top_two, rescaling] : cases) {
    CAPTURE(cells);
    Survey survey;
    survey.workspace.project.scale = {0, 10};
    std::string csv = "A,x\n";
    for (const char c : std::string(cells)) csv += c == ' ' ? std::string(",\n") : std::string(1, c);
    auto& source = survey.source(csv + ",\n");
    source.scale = survey.scale(min, max);
    survey.ask(source, 0, "A");
    const auto& a = survey.read();
    CHECK(brief(a.actual) == expected);
    CHECK(a.actual.top_two == top_two);
    CHECK(survey.answers.sources[0].columns[0].rescaling == rescaling);
  }
}

TEST_CASE("a column's own scale stands alone, and without any the project's holds") {
  Survey survey;
  auto& source = survey.source("A,B\n0,10\n5,7\n");
  source.scale = survey.scale(1, 5, {"0"});
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B", survey.scale(0, 10));
  CHECK(brief(survey.read().actual) == "n 1 mean 5");
  CHECK(brief(survey.answers.touchpoints[1].actual) == "n 2 mean 4.4");
  source.scale.reset();
  CHECK(brief(survey.read().actual) == "n 1 mean 5");
  CHECK(survey.rules() == "off-scale-answers");
}

TEST_CASE("wishes and importance are read too, importance onto 1 to 5") {
  Survey survey;
  survey.workspace.project.scale = {0, 10};
  auto& source = survey.source("A,D,I\n4,5,10\n3,5,0\n");
  source.scale = survey.scale(1, 5);
  survey.ask(source, 0, "A");
  source.columns[0].value.desired = survey.score("D");
  source.columns[0].value.importance = survey.score("I", survey.scale(0, 10));
  const auto& a = survey.read();
  CHECK(brief(a.desired) == "n 2 mean 10");
  CHECK(brief(a.importance) == "n 2 mean 3");
}

TEST_CASE("weights are rescaled to n in each source, a blank or zero one leaves the row out, a negative one is a finding") {
  Survey survey;
  auto& source = survey.source("A,W,P\n5,20,i\n3,10,\n1,,i\n1,0,i\n1,-2,i\n1,many,i\n");
  source.weight = survey.text("W");
  source.persona = survey.words("P", {{"i", "ines"}});
  survey.ask(source, 0, "A");
  const auto& a = survey.read();
  CHECK(brief(a.actual) == "n 2 mean 4.33333");
  CHECK(a.actual.weight == doctest::Approx(2));
  CHECK(a.actual.weight_squares == doctest::Approx((4.0 / 9 + 1.0 / 9) * 4));
  CHECK(a.actual.squares == doctest::Approx(2.0 / 3 * (20 * std::pow(2.0 / 3, 2) + 10 * std::pow(4.0 / 3, 2)) / 10));
  CHECK(brief(a.by_persona[0]) == "n 1 mean 5");
  CHECK(a.by_persona[0].weight == doctest::Approx(4.0 / 3));
  CHECK(survey.answers.sources[0].left_out.by_weight == 4);
  CHECK(survey.messages() ==
        "2 of 4 cells of column 'W' are no weight, and their rows left out: '-2' once (in line 6), 'many' once (in line 7)");
  CHECK(survey.findings.begin()->span == source.weight->span);
}

TEST_CASE("personas are told apart, unknown ones counted without one and reported") {
  Survey survey;
  auto& source = survey.source("A,P\n5,ines\n3,2\n1,2.0\n4,inez\n4,inez\n2,\n");
  source.persona = survey.words("P", {{"2", "amara"}});
  survey.ask(source, 0, "A");
  const auto& a = survey.read();
  CHECK(brief(a.actual) == "n 6 mean 3.16667");
  CHECK(brief(a.by_persona[0]) == "n 1 mean 5");
  CHECK(brief(a.by_persona[1]) == "n 2 mean 2");
  CHECK(survey.messages() ==
        "2 cells of column 'P' are no persona, and counted without one: 'inez' twice (first in line 5); did you mean 'ines'?");
}

TEST_CASE("personas are given room where one of them answered, and nowhere else") {
  Survey survey;
  auto& source = survey.source("A,B,P\n5,,ines\n3,4,\n");
  source.persona = survey.words("P");
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B");
  survey.read();
  REQUIRE(survey.answers.touchpoints.size() >= 2);
  CHECK(survey.answers.touchpoints[0].by_persona.size() == survey.workspace.personas.size());
  CHECK(survey.answers.touchpoints[1].actual.n == 1);
  CHECK(survey.answers.touchpoints[1].by_persona.empty());
}

TEST_CASE("rows are kept where every filter holds") {
  Survey survey;
  auto& source = survey.source("A,C,V\n5,PT,1\n4,ES,1.0\n3,DE,1\n1,PT,2\n");
  source.where = survey.where("C", {"PT", "ES"});
  source.where.push_back(survey.where("V", {"1"})[0]);
  survey.ask(source, 0, "A");
  CHECK(brief(survey.read().actual) == "n 2 mean 4.5");
  CHECK(survey.answers.sources[0].left_out.by_where == 2);
}

TEST_CASE("cells off the scale are left out and reported by value, how often and where first, however many") {
  Survey survey;
  std::string csv = "A\n3\n";
  for (int i = 0; i < 50; ++i) csv += "7\n9\n7\n";
  for (int i = 100; i < 1100; ++i) csv += std::to_string(i) + "\n";
  auto& source = survey.source(csv);
  survey.ask(source, 0, "A");
  CHECK(brief(survey.read().actual) == "n 1 mean 3");
  const auto& strays = survey.answers.sources[0].strays;
  CHECK(strays.size() == 21);
  CHECK(strays[0] == StrayCell{"A", "7", 100, 3, false});
  CHECK(strays[20] == StrayCell{"A", "", 982, 171, true});
  CHECK(survey.messages() ==
        "1150 of 1151 cells of column 'A' are neither on the scale 1..5 nor listed as missing, and left out: '7' 100 times (first in line "
        "3), '9' 50 "
        "times (first in line 4), '100' once (in line 153), '101' once (in line 154), '102' once (in line 155), other values 997 times; "
        "widen "
        "the scale if that is an answer, or list it under the scale's 'missing' if it is none");
  CHECK(survey.findings.begin()->span == source.columns[0].value.actual->column.span);
}

TEST_CASE("sources are pooled in their order, whatever the threads") {
  Survey survey;
  for (const char* csv : {"A\n5\n4\n", "A\n1\n", "A\n2\n2\n"}) survey.ask(survey.source(csv), 0, "A");
  CHECK(brief(survey.read().actual) == "n 5 mean 2.8");
  const Answers of_one_thread = survey.answers;
  CHECK(survey.read(3).sources == std::vector<std::size_t>{0, 1, 2});
  CHECK(survey.answers == of_one_thread);
}

TEST_CASE("figures do not depend on the order of rows") {
  std::vector<std::string> rows;
  for (int i = 0; i < 3000; ++i)
    rows.push_back(fmt::format("{:.1f},{:.7f}\n", 1 + (i * 7919 % 41) / 10.0, 0.1 + (i * 104729 % 1000) / 300.0));
  const auto sums_in_order = [](const std::vector<std::string>& order) {
    Survey survey;
    auto& source = survey.source("A,W\n" + fmt::format("{}", fmt::join(order, "")));
    source.weight = survey.text("W");
    survey.ask(source, 0, "A");
    return survey.read().actual;
  };
  const AnswerSums forwards = sums_in_order(rows);
  const AnswerSums backwards = sums_in_order({rows.rbegin(), rows.rend()});
  CHECK(forwards.n == 3000);
  CHECK(forwards == backwards);
}

TEST_CASE("answers that are all the same have no spread at all") {
  for (int tenths = 11; tenths < 50; ++tenths) {
    Survey survey;
    auto& source = survey.source(fmt::format("A,W\n{0},0.1\n{0},0.7\n{0},1.3\n", tenths / 10.0));
    source.weight = survey.text("W");
    survey.ask(source, 0, "A");
    CHECK(survey.read().actual.squares == 0);
  }
}

TEST_CASE("the airport's survey of 2017 gives the published figures") {
  const std::filesystem::path shared = MOT_SOURCE_DIR "/../shared/data";
  if (!std::filesystem::exists(shared / "sfo-2017.csv")) return;
  const struct {
    const char* column;
    std::size_t n;
    double mean, sd;
    std::optional<double> top_two, r;
  } cases[] = {
      {"Q7FOOD", 2421, 3.6154, 0.9322, {}, {}},     {"Q7SIGN", 2703, 4.0881, 0.8317, {}, {}},
      {"Q7LTPARKING", 834, 3.8501, 0.9653, {}, {}}, {"Q7INFODOWN", 1710, 3.8918, 0.9340, .6749, .5878},
      {"Q7WIFI", 2142, 4.0798, 1.0061, {}, .4676},
  };
  Survey survey;
  std::filesystem::copy_file(shared / "sfo-2017.csv", survey.folder.path() / "sfo.csv");
  auto& source = survey.named_source("sfo.csv");
  source.scale = survey.scale(1, 5, {"0", "6", "Blank"});
  survey.workspace.touchpoints.resize(std::size(cases));
  for (std::size_t i = 0; i < std::size(cases); ++i) survey.ask(source, i, cases[i].column);
  source.outcomes.push_back(survey.outcome("overall", OutcomeKind::score, "Q7ALL"));
  source.outcomes[0].derives_importance.value = true;
  source.outcomes.push_back(survey.outcome("recommend", OutcomeKind::nps, "NETPRO", survey.scale(0, 10, {"11"})));
  survey.read();
  CHECK(survey.messages() == "");
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    CAPTURE(cases[i].column);
    const AnswerSums& sums = survey.answers.touchpoints[i].actual;
    CHECK(sums.n == cases[i].n);
    CHECK(sums.mean == doctest::Approx(cases[i].mean).epsilon(0.00002));
    CHECK(sd_of(sums) == doctest::Approx(cases[i].sd).epsilon(0.0001));
    if (cases[i].top_two)
      CHECK(static_cast<double>(sums.top_two) / static_cast<double>(sums.n) == doctest::Approx(*cases[i].top_two).epsilon(0.0001));
    const auto& pairs = survey.answers.outcomes[0].pairs[i];
    CHECK(pairs.touchpoint == i);
    if (cases[i].r) CHECK(pearson(pairs.sums) == doctest::Approx(*cases[i].r).epsilon(0.0001));
  }
  const RecommendationCounts& recommendation = survey.answers.outcomes[1].recommendation;
  CHECK(recommendation.promoters == 1436);
  CHECK(recommendation.detractors == 342);
  CHECK(recommendation.n == 2746);
}
