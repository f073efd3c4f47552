// Several items that ask about one touchpoint, distributions that somebody else has counted, and answers that look like another scale's.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/survey_files.h"
#include "support/text_parts.h"

using namespace mot;
using namespace mot::testing;

namespace {

SurveySource& battery(Survey& survey, std::string_view csv) {
  SurveySource& source = survey.source(csv);
  survey.ask(source, 0, "q1");
  source.columns[0].value.actual->others = {survey.text("q2"), survey.text("q3")};
  return source;
}

SurveySource& distribution(Survey& survey, std::string_view csv, const char* n = "") {
  SurveySource& source = survey.source(csv);
  source.summary.emplace();
  source.summary->touchpoint = survey.words("item");
  if (n[0] != '\0') source.summary->n = survey.text(n);
  for (int answer = 1; answer <= 5; ++answer)
    source.summary->shares.push_back({survey.text(fmt::format("{}", answer)), survey.text(fmt::format("c{}", answer))});
  return source;
}

/// Of the answers to `a`: `n 1271 mean 3.59 sd 1.21`, or the findings.
std::string shares_of(std::string_view csv, const char* n = "") {
  Survey survey;
  distribution(survey, csv, n);
  const AnswerSums& sums = survey.read().actual;
  if (!survey.findings.empty()) return survey.messages();
  return fmt::format("n {} mean {:.3f} sd {:.3f}", sums.n, sums.mean, sd_of(sums));
}

std::string rules_of(std::string cells, double min, double max) {
  Survey survey;
  SurveySource& source = survey.source("q\n" + cells);
  source.scale = survey.scale(min, max);
  survey.ask(source, 0, "q");
  survey.read();
  return survey.rules();
}

std::string cells(std::initializer_list<int> values, int rounds) {
  std::string text;
  for (int i = 0; i < rounds; ++i) {
    for (const int value : values) text += fmt::format("{}\n", value);
  }
  return text;
}

}  // namespace

TEST_CASE("a respondent's mean of the items counts, where half of them or more are answered") {
  Survey survey;
  battery(survey, "q1,q2,q3\n4,5,3\n2,,\n1,2,\n,,\n");
  const TouchpointAnswers& answers = survey.read();
  CHECK(survey.rules() == "");
  CHECK(brief(answers.actual) == "n 2 mean 2.75");  // 4 and 1.5; one item of three is too few
  const SourceUse& use = survey.answers.sources[0];
  REQUIRE(use.columns.size() == 3);
  CHECK(use.columns[1].use == "actual of a, item 2 of 3");
  CHECK(use.columns[1].used == 2);
  CHECK(use.columns[2].blank == 2);  // who answered nothing at all is not counted
}

TEST_CASE("Cronbach's alpha is that of the respondents who answered every item") {
  Survey survey;
  battery(survey, "q1,q2,q3\n1,2,1\n2,2,3\n3,4,3\n4,4,5\n5,5,5\n1,5,\n");
  survey.read();
  REQUIRE(survey.answers.sources[0].agreements.size() == 1);
  const ItemAgreement& agreement = survey.answers.sources[0].agreements[0];
  CHECK(agreement.use == "actual of a");
  CHECK(agreement.items == 3);
  CHECK(agreement.complete == 5);
  REQUIRE(agreement.alpha);
  CHECK(*agreement.alpha == doctest::Approx(0.959391));  // variances 2.5, 1.8, 2.8 of the items and 19.7 of their sums, by hand
}

TEST_CASE("alpha is unknown where nobody answered all items, or all answered alike") {
  for (const char* csv : {"q1,q2,q3\n1,2,\n2,,3\n", "q1,q2,q3\n3,3,3\n3,3,3\n", "q1,q2,q3\n3,4,5\n"}) {
    Survey survey;
    battery(survey, csv);
    survey.read();
    CHECK_FALSE(survey.answers.sources[0].agreements[0].alpha);
  }
}

TEST_CASE("how many gave each answer tells n, mean and spread") {
  CHECK(shares_of("item,c1,c2,c3,c4,c5\na,100,150,300,340,381\n") == "n 1271 mean 3.592 sd 1.245");
  CHECK(shares_of("item,c1,c2,c3,c4,c5\na,0,0,1,0,1\n") == "n 2 mean 4.000 sd 1.414");
}

TEST_CASE("per cent of a known number are told from counts by what they add up to") {
  CHECK(shares_of("item,base,c1,c2,c3,c4,c5\na,200,10,10,20,30,30\n", "base") == "n 200 mean 3.600 sd 1.284");
  CHECK(shares_of("item,base,c1,c2,c3,c4,c5\na,200,10%,10%,20%,30 %,30%\n", "base") == "n 200 mean 3.600 sd 1.284");
  CHECK(shares_of("item,base,c1,c2,c3,c4,c5\na,200,20,20,40,60,60\n", "base") == "n 200 mean 3.600 sd 1.284");
  CHECK(shares_of("item;base;c1;c2;c3;c4;c5\na;200;9,9;10,1;20,2;29,9;29,9\n", "base") == "n 200 mean 3.598 sd 1.282");
  CHECK(shares_of("item,base,c1,c2,c3,c4,c5\na,200,,,40,60,100\n", "base") == "n 200 mean 4.300 sd 0.783");
}

TEST_CASE("per cent of nobody knows how many are published, and no counts") {
  for (const char* row : {"a,10,10,20,30,30", "a,10%,10%,20%,30 %,30%", "a,9.8,9.9,20.1,30.1,30.1", "a,10,10,20,60,"}) {
    CAPTURE(row);
    Survey survey;
    distribution(survey, fmt::format("item,c1,c2,c3,c4,c5\n{}\n", row));
    const auto& a = survey.read();
    CHECK(survey.messages().empty());
    CHECK(a.actual.n == 0);
    REQUIRE(a.published.size() == 1);
    CHECK(a.published[0] == doctest::Approx(std::string_view(row).ends_with("60,") ? 3.3 : 3.6).epsilon(0.005));
  }
}

TEST_CASE("shares that add up to nothing are told, and never counted") {
  const std::string neither = shares_of("item,base,c1,c2,c3,c4,c5\na,200,1,1,2,3,3\n", "base");
  CHECK(contains(neither, "neither counts nor per cent that add up with the others of their row"));
  CHECK(contains(shares_of("item,c1,c2,c3,c4,c5\na,10.5,10,20,30,9.5\n"), "without 'n' they are whole counts"));
  CHECK(contains(shares_of("item,c1,c2,c3,c4,c5\na,10%,10%,20%,30 %,3%\n"), "whole counts and no per cent: name the column of how many"));
  CHECK(contains(shares_of("item,c1,c2,c3,c4,c5\na,-1,1,2,3,3\n"), "'-1' once"));
  Survey survey;
  distribution(survey, "item,c1,c2,c3,c4,c5\na,,1,2,3,3\nb,,,,,\n");
  CHECK(survey.read().actual.n == 0);  // nobody says whether the blank is a 0
  Survey off_scale;
  distribution(off_scale, "item,c1,c2,c3,c4,c5\na,1,1,2,3,3\n").summary->shares[4].key = off_scale.text("7");
  off_scale.read();
  CHECK(contains(off_scale.messages(), "'7' is not on the scale 1..5"));
}

TEST_CASE("thirty answers that fill a usual smaller scale, or reach the end of a larger one, look wrong") {
  CHECK(rules_of(cells({1, 2, 3, 4, 5}, 8), 0, 10) == "scale-looks-wrong");
  CHECK(rules_of(cells({2, 5}, 10), 0, 100) == "");  // too few to stop short by chance alone
  CHECK(rules_of(cells({0, 4, 7, 10}, 8), 0, 100) == "scale-looks-wrong");
  CHECK(rules_of(cells({1, 3, 5, 6, 8, 9, 10}, 8), 1, 5) == "answers-lost scale-looks-wrong");
  CHECK(rules_of(cells({1, 2, 3, 4, 5}, 8), 1, 5) == "");
  CHECK(rules_of(cells({1, 2, 3, 4, 5}, 1), 0, 10) == "");  // too few to tell
  CHECK(rules_of(cells({1, 2, 3, 4, 5, 6}, 8), 0, 10) == "scale-looks-wrong");
  CHECK(rules_of(cells({1, 2, 3, 4}, 10), 1, 5) == "");  // nobody was delighted
  CHECK(rules_of(cells({4, 5}, 14), 0, 10) == "");       // nothing of a scale's low end
}

TEST_CASE("what was read is told with its scale, its lowest and highest answer and its words") {
  Survey survey;
  SurveySource& source = survey.source("q,who\n2,Ines\n4.5,Ines\nGood,amara\n99,\n");
  source.scale = survey.scale(1, 5, {"99"});
  source.scale->values.push_back({survey.text("good"), {4, survey.place()}});
  source.persona = survey.words("who", {{"Ines", "ines"}});
  survey.ask(source, 0, "q");
  survey.read();
  const auto& columns = survey.answers.sources[0].columns;
  REQUIRE(columns.size() == 2);
  const ColumnUse& score = columns[0].use == "persona" ? columns[1] : columns[0];
  const ColumnUse& persona = columns[0].use == "persona" ? columns[0] : columns[1];
  CHECK(score.scale == Scale{1, 5});
  CHECK(score.lowest == 2);
  CHECK(score.highest == 4.5);
  CHECK(score.words == std::vector<std::string>{"Good"});
  CHECK(persona.words == std::vector<std::string>{"Ines", "amara"});
  CHECK_FALSE(persona.scale);
}

TEST_CASE("who gave no answer adds up with the others of a ready-made table, and is none of those counted") {
  const auto with_no_answer = [](std::string_view csv, const char* n) {
    Survey survey;
    SurveySource& source = distribution(survey, csv, n);
    source.scale = survey.scale(1, 5);
    source.scale->missing.push_back(survey.text("Don't know"));
    source.summary->shares.push_back({survey.text("Don't know"), survey.text("dk")});
    const AnswerSums& sums = survey.read().actual;
    if (!survey.findings.empty()) return survey.messages();
    return fmt::format("n {} mean {:.3f} of {:.3f}", sums.n, sums.mean, sums.weight);
  };
  // 10 x 2 + 30 x 4 + 40 x 5 over 80 is 4.25; counted by hand.
  CHECK(with_no_answer("item,c1,c2,c3,c4,c5,dk\na,0,10,0,30,40,20\n", "") == "n 0 mean 0.000 of 0.000");  // adds up to 100: published
  CHECK(with_no_answer("item,c1,c2,c3,c4,c5,dk\na,0,10,0,30,40,25\n", "") == "n 80 mean 4.250 of 80.000");
  CHECK(with_no_answer("item,n,c1,c2,c3,c4,c5,dk\na,200,0,10%,0,30%,40%,20%\n", "n") == "n 160 mean 4.250 of 160.000");
  CHECK(with_no_answer("item,n,c1,c2,c3,c4,c5,dk\na,100,0,10,0,30,40,20\n", "n") == "n 80 mean 4.250 of 80.000");
  CHECK(with_no_answer("item,n,c1,c2,c3,c4,c5,dk\na,20,0,0,0,0,0,20\n", "n") == "n 0 mean 0.000 of 0.000");
}

TEST_CASE("counts of a ready-made table may have marks between their thousands") {
  CHECK(shares_of("item,c1,c2,c3,c4,c5,n\na,0,0,0,0,\"1,204\",\"1,204\"\n", "n") == "n 1204 mean 5.000 sd 0.000");
  CHECK(shares_of("item;c1;c2;c3;c4;c5;n\na;0;0;0;0;100;1.204\n", "n") == "n 1204 mean 5.000 sd 0.000");
  CHECK(shares_of("item,c1,c2,c3,c4,c5,n\na,0,0,0,0,100,12 345 678\n", "n") == "n 12345678 mean 5.000 sd 0.000");
}
