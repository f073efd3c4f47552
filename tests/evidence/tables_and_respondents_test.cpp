// Ready-made tables, and who answered what in a long one: what a cell weighs, who answers again, what the same people say of the whole.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/survey_files.h"

using namespace mot;

namespace {

/// A long file with a touchpoint, a score, a verdict, words and a date.
SurveySource& long_source(Survey& survey, std::string_view csv) {
  SurveySource& source = survey.source(csv);
  source.long_layout.emplace();
  source.long_layout->touchpoint = survey.words("where");
  source.long_layout->score = survey.score("rating");
  return source;
}

SurveySource& summary_source(Survey& survey, std::string_view csv) {
  SurveySource& source = survey.source(csv);
  source.summary.emplace();
  source.summary->touchpoint = survey.words("item");
  source.summary->n = survey.text("base");
  source.summary->mean = survey.text("mean");
  source.summary->sd = survey.text("sd");
  return source;
}

}  // namespace

TEST_CASE("in a long file an outcome with rows of its own pairs with what the same people said, as in a wide one") {
  Survey wide;
  auto& of_columns = wide.source("W,a,b,whole\n2,4,1,5\n1,2,,1\n1,3,5,\n1,,4,2\n1,5,3,4\n");
  of_columns.weight = wide.text("W");
  wide.ask(of_columns, 0, "a");
  wide.ask(of_columns, 1, "b");
  of_columns.outcomes.push_back(wide.outcome("overall", OutcomeKind::score, "whole"));
  Survey rows;
  auto& of_rows = long_source(rows,
                              "who,W,where,rating\nana,2,a,4\nbo,1,whole,1\nana,2,b,1\nana,2,whole,5\nbo,1,a,2\ncy,1,a,3\ncy,1,b,5\n"
                              "di,1,whole,2\ndi,1,b,4\ned,1,a,5\ned,1,b,3\ned,1,whole,4\n,1,a,1\n,1,whole,5\n");
  of_rows.long_layout->respondent = rows.text("who");
  of_rows.long_layout->weight = rows.text("W");
  of_rows.outcomes.push_back(rows.outcome("overall", OutcomeKind::score, {}));
  of_rows.outcomes[0].where = rows.where("where", {"whole"});
  for (SurveySource* source : {&of_columns, &of_rows}) source->outcomes[0].derives_importance.value = true;
  wide.read();
  rows.read();
  CHECK(rows.messages() == "");
  const auto& expected = wide.answers.outcomes[0].pairs;
  const auto& pairs = rows.answers.outcomes[0].pairs;
  REQUIRE(expected.size() == 2);
  REQUIRE(pairs.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CAPTURE(i);
    CHECK(pairs[i].touchpoint == expected[i].touchpoint);
    CHECK(pairs[i].sums.n == expected[i].sums.n);
    CHECK(pairs[i].sums.weight == doctest::Approx(expected[i].sums.weight));
    CHECK(pairs[i].sums.x_squares == doctest::Approx(expected[i].sums.x_squares));
    CHECK(pairs[i].sums.y_squares == doctest::Approx(expected[i].sums.y_squares));
    CHECK(pairs[i].sums.products == doctest::Approx(expected[i].sums.products));
  }
  of_rows.long_layout->respondent.reset();
  rows.read();
  CHECK(rows.answers.outcomes[0].pairs.empty());
}

TEST_CASE("a ready-made table adds its n, means and spreads, also in numbers as German Excel writes them") {
  for (const char* csv : {"item,base,mean,sd\na,40,70,20\na,60,80,10\nb,1,50,\nc,30,55,\n",
                          "item;base;mean;sd\na;40;70,0;20,0\na;60,0;80;10\nb;1;50;\nc;30;55;\n"}) {
    Survey survey;
    summary_source(survey, csv).scale = survey.scale(0, 100);
    const auto& a = survey.read();
    CHECK(survey.messages() == "");
    CHECK(brief(a.actual) == "n 100 mean 4.04");
    CHECK(a.actual.squares == doctest::Approx((39 * 400 + 59 * 100 + 40 * 36 + 60 * 16) / 625.0));
    CHECK(a.actual.has_spread);
    CHECK(a.actual.top_two_of == 0);
    CHECK(survey.answers.touchpoints[1].actual.has_spread);
    CHECK_FALSE(survey.answers.touchpoints[2].actual.has_spread);
    CHECK(survey.answers.touchpoints[2].actual.squares == doctest::Approx(30 * 55 * 45 / 625.0));  // as if all stood at the ends
  }
}

TEST_CASE("what cannot be in a ready-made table is left out and reported") {
  const struct {
    const char* row;
    const char* column;
  } cases[] = {{"a;1.000;70;2", "base"}, {"a;1,000;70;2", "base"}, {"a;12,5;70;2", "base"}, {"a;-3;70;2", "base"}, {"a;many;70;2", "base"},
               {"a;10;101;2", "mean"},   {"a;10;x;2", "mean"},     {"a;10;70;60", "sd"},    {"a;10;70;-1", "sd"},  {"z;10;70;2", "item"}};
  for (const auto& [row, column] : cases) {
    CAPTURE(row);
    Survey survey;
    summary_source(survey, fmt::format("item;base;mean;sd\n{}\n", row)).scale = survey.scale(0, 100);
    const auto& a = survey.read();
    CHECK(survey.rules() == (std::string_view(column) == "sd" ? "off-scale-answers" : "answers-lost"));
    CHECK(survey.messages().find(fmt::format("column '{}'", column)) != std::string::npos);
    CHECK(a.actual.n == (std::string_view(column) == "sd" ? 10 : 0));
    CHECK(a.actual.has_spread == (std::string_view(column) != "sd"));
  }
}

TEST_CASE("a cell of a ready-made table weighs as much as the answers behind its row") {
  const struct {
    const char* row;
    const char* rule;
  } cases[] = {
      {"c,10,70,2", ""},
      {"z,10,70,2", "off-scale-answers"},
      {"z,300,70,2", "answers-lost"},
      {"c,300,7o,2", "answers-lost"},
      {"c,300,,2", "answers-lost"},
      {"c,0,7o,2", ""},
      {"c,many,70,2", "answers-lost"},
      {"none,300,70,2", ""},
      {",300,70,2", "answers-lost"},
      {",10,70,2", "off-scale-answers"},
      {",0,70,2", ""},
      {",,,", ""},
      {",900,67,2", ""},  // the sum of all
      {"c,10,7o,2", "off-scale-answers"},
  };
  for (const auto& [row, rule] : cases) {
    CAPTURE(row);
    Survey survey;
    auto& source = summary_source(survey, fmt::format("item,base,mean,sd\na,400,70,2\na,300,80,1\nb,200,50,1\n{}\n", row));
    source.scale = survey.scale(0, 100);
    source.summary->touchpoint = survey.words("item", {{"none", "none"}});
    survey.read();
    CHECK(survey.rules() == rule);
  }
}

TEST_CASE("somebody who answers again about the same touchpoint is told, but where a cluster holds the answers together") {
  const struct {
    const char* rows;
    const char* cluster;
    const char* message;
  } cases[] = {
      {"ana,f1,a,4,\nbo,f1,a,4,\nana,f1,b,4,\n", "", ""},
      {"ana,f1,a,4,\nana,f2,a,,\n,f1,a,4,\n,f2,a,4,\n", "", ""},
      {"ana,f1,a,4,\nana,f2,a,4,\nana,f3,a,5,\n", "",
       "somebody in 's1' answers again about the same touchpoint, 2 times, in line 3 first, and counts as somebody else: say 'cluster: "
       "who', "
       "so that a person's answers count together"},
      {"ana,f1,a,4,\nana,f2,a,4,\n", "who", ""},
      {"ana,f1,a,4,\nana,f1,a,4,\n", "flight", ""},
      {"ana,f1,a,4,\nana,f2,a,4,\n", "flight",
       "somebody in 's1' answers again about the same touchpoint, once, in line 3 first, and counts as somebody else: keep one answer a "
       "person"},
      {"ana,f1,a,,up\nana,f1,a,,down\n", "thumbs",
       "somebody in 's1' answers again about the same touchpoint, once, in line 3 first, and counts as somebody else: keep one answer a "
       "person"},
  };
  for (const auto& [rows, cluster, message] : cases) {
    CAPTURE(rows);
    Survey survey;
    auto& source = long_source(survey, fmt::format("who,flight,where,rating,thumb\n{}", rows));
    source.long_layout->respondent = survey.text("who");
    const std::string_view cut = cluster;
    if (cut == "thumbs") source.long_layout->verdict = survey.words("thumb");
    if (!cut.empty()) source.cluster = survey.text(cut == "thumbs" ? "who" : cluster);
    survey.read();
    CHECK(survey.messages() == message);
  }
}

TEST_CASE("who comes again on another day lives it again") {
  const auto messages = [](const char* second) {
    Survey survey;
    auto& source = long_source(survey, fmt::format("who,day,where,rating\nana,2026-01-02,a,4\nana,{},a,4\n", second));
    source.long_layout->respondent = survey.text("who");
    source.long_layout->date = survey.dates("day");
    survey.read();
    return survey.messages();
  };
  CHECK(messages("2026-01-03") == "");
  CHECK(messages("2026-01-02")
            .starts_with("somebody in 's1' answers again about the same touchpoint on the same day, once, in line 3 first"));
}

TEST_CASE("an answer beside a blank touchpoint is lost, and told") {
  Survey survey;
  auto& source = long_source(survey, "where,rating\na,4\n,1\nb,5\n,2\n");
  survey.read();
  CHECK(survey.rules() == "answers-lost");
  CHECK(survey.findings.begin()->amount == 2);
  source.long_layout->touchpoint = survey.words("where", {{"", "none"}});
  survey.read();
  CHECK(survey.rules() == "");
}

TEST_CASE("counts of answers have a column for each point of the scale") {
  const auto messages = [](std::initializer_list<const char*> answers) {
    Survey survey;
    auto& source = summary_source(survey, "item,x\na,3\n");
    source.summary->n.reset(), source.summary->mean.reset(), source.summary->sd.reset();
    for (const char* answer : answers) source.summary->shares.push_back({survey.text(answer), survey.text("x")});
    survey.read();
    return survey.messages();
  };
  CHECK(messages({"3", "4", "5"}) ==
        "no column says how many answered 1 on the scale 1..5, so that these are lost: name it under 'shares'");
  CHECK(messages({"5", "4", "3", "2", "1"}) == "");
}

TEST_CASE("a ready-made table has neither weights nor outcomes") {
  Survey survey;
  auto& source = summary_source(survey, "item,base,mean,sd,w\na,4,3,1,2\n");
  source.weight = survey.text("w");
  source.outcomes.push_back(survey.outcome("overall", OutcomeKind::score, "mean"));
  survey.read();
  CHECK(survey.rules() == "bad-value bad-value");
  CHECK_FALSE(survey.answers.sources[0].was_read);
}

TEST_CASE("where importance was to be derived and nobody's answers stand together, it is told why") {
  const auto told = [](const char* rows, bool names_respondents) {
    Survey survey;
    SurveySource& source = survey.source(rows);
    source.long_layout.emplace();
    source.long_layout->touchpoint = survey.words("where");
    source.long_layout->score = survey.score("rating");
    if (names_respondents) source.long_layout->respondent = survey.text("who");
    source.outcomes = {survey.outcome("whole", OutcomeKind::score, names_respondents ? std::optional<std::string>("whole") : std::nullopt)};
    source.outcomes[0].derives_importance.value = true;
    if (!names_respondents) source.outcomes[0].where = survey.where("where", {"whole"});
    survey.read();
    return fmt::format("{}", fmt::join(survey.answers.sources[0].not_known, "; "));
  };
  CHECK(told("who,where,rating,whole\no,a,1,\no,,,1\np,a,5,\np,,,5\n", true) ==
        "no row holds an answer to a touchpoint beside the one about the whole, so importance is not derived");
  CHECK(told("who,where,rating,whole\no,a,1,1\np,a,5,5\nq,a,3,4\n", true) == "");
  CHECK(told("who,where,rating,whole\no,a,1,\no,whole,1,\np,a,5,\np,whole,5,\n", false) ==
        "it names no 'respondent', so importance is not derived from what the same people said of the whole");
}
