// Long tables, dates and periods, questions about the whole.
#include <doctest/doctest.h>

#include <cmath>

#include "support/survey_files.h"

using namespace mot;

namespace {

constexpr Date day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

/// A long file with a touchpoint, a score, a verdict, words and a date.
SurveySource& long_source(Survey& survey, std::string_view csv) {
  SurveySource& source = survey.source(csv);
  source.long_layout.emplace();
  source.long_layout->touchpoint = survey.words("where");
  source.long_layout->score = survey.score("rating");
  return source;
}

std::string shown(const std::optional<Date>& date) {
  return date ? to_string(*date) : "none";
}

}  // namespace

TEST_CASE("a long file gives scores, thumbs and quotes by touchpoint") {
  Survey survey;
  auto& source = long_source(survey,
                             "where,rating,thumb,words,day\n"
                             "a,5,up,\"Fast, and kind\",2026-01-02\n"
                             "b,2,down,,2026-01-03\n"
                             "a,,hoch,,2026-01-04\n"
                             "a,3,,Slow,2026-01-01\n"
                             "a,,sideways,,\n");
  source.long_layout->verdict = survey.words("thumb", {{"hoch", "up"}});
  source.long_layout->quote = survey.text("words");
  source.long_layout->date = survey.dates("day");
  const auto& a = survey.read();
  CHECK(brief(a.actual) == "n 2 mean 4");
  CHECK(a.thumbs_up == 2);
  CHECK(a.thumbs_down == 0);
  CHECK(a.quotes == std::vector<Quote>{{"Fast, and kind", Verdict::up}, {"Slow", {}}});
  CHECK(shown(a.newest) == "2026-01-04");
  CHECK(survey.answers.touchpoints[1].thumbs_down == 1);
  CHECK(shown(survey.answers.sources[0].oldest) == "2026-01-01");
  CHECK(survey.messages() ==
        "1 cell of column 'thumb' is neither 'up' nor 'down', and left out: 'sideways' once (in line 6); say which of the two they "
        "mean "
        "under "
        "'values'");
}

TEST_CASE("what is called none is none, also where the word is an id or a thumb") {
  Survey survey;
  auto& source = long_source(survey, "where,rating,thumb\na,5,up\nb,2,up\na,3,down\n");
  source.long_layout->touchpoint = survey.words("where", {{"b", "none"}});
  source.long_layout->verdict = survey.words("thumb", {{"down", "none"}});
  const auto& a = survey.read();
  CHECK(brief(a.actual) == "n 2 mean 4");
  CHECK(a.thumbs_up == 1);
  CHECK(a.thumbs_down == 0);
  CHECK(survey.answers.touchpoints[1].thumbs_up == 0);
  CHECK(survey.messages() == "");
}

TEST_CASE("of a touchpoint's quotes the first ten are kept, over all sources, and of each the beginning") {
  Survey survey;
  for (int i = 0; i < 2; ++i) {
    std::string csv = "where,words\na," + std::string(3000, 'x') + "\n";
    for (int j = 0; j < 6; ++j) csv += fmt::format("a,{}-{}\n", i, j);
    auto& source = long_source(survey, csv);
    source.long_layout->score.reset();
    source.long_layout->quote = survey.text("words");
  }
  const auto& quotes = survey.read().quotes;
  REQUIRE(quotes.size() == 10);
  CHECK(quotes[0].text.size() < 600);
  CHECK(quotes[9].text == "1-1");
}

TEST_CASE("words that are no touchpoint are reported with the nearest one") {
  Survey survey;
  survey.workspace.touchpoints[0].id.value = "lost-bag-desk";
  auto& source = long_source(survey, "where,rating\nlost-bags-desk,3\nlost-bag-desk,4\nDesk,5\n,5\nlost-bags-desk,1\n");
  source.long_layout->touchpoint = survey.words("where", {{"Desk", "lost-bag-desk"}});
  CHECK(brief(survey.read().actual) == "n 2 mean 4.5");
  CHECK(
      survey.messages() ==
      "3 of 5 cells of column 'where' are no touchpoint, and their rows left out: 'lost-bags-desk' twice (first in line 2), blank once (in "
      "line "
      "5); did you mean "
      "'lost-bag-desk'?");
  CHECK(survey.findings.begin()->span == source.long_layout->touchpoint.column.span);
  CHECK(survey.answers.sources[0].columns[0].unmatched == 3);
  CHECK(survey.answers.sources[0].columns[0].blank == 0);
}

TEST_CASE("in a long file an outcome has rows of its own, which need not name a touchpoint") {
  Survey survey;
  auto& source = long_source(survey, "where,rating\na,4\nnps,10\nnps,9\nnps,6\nnps,8\n");
  source.outcomes.push_back(survey.outcome("recommend", OutcomeKind::nps, {}));
  source.outcomes[0].where = survey.where("where", {"nps"});
  CHECK(brief(survey.read().actual) == "n 1 mean 4");
  CHECK(survey.messages() == "");
  const auto& recommendation = survey.answers.outcomes[0].recommendation;
  CHECK(recommendation == RecommendationCounts{4, 2, 1, 4, 2, 1, 4});
}

TEST_CASE("in a long file an outcome may have a column of its own, and then pairs with the scores beside it") {
  Survey survey;
  auto& source = long_source(survey, "where,rating,whole\na,4,5\na,2,1\nb,3,\nelsewhere,1,3\n");
  source.outcomes.push_back(survey.outcome("overall", OutcomeKind::score, "whole"));
  source.outcomes[0].derives_importance.value = true;
  survey.read();
  const OutcomeAnswers& overall = survey.answers.outcomes[0];
  CHECK(brief(overall.score) == "n 3 mean 3");
  REQUIRE(overall.pairs.size() == 1);
  CHECK(overall.pairs[0].sums == PairSums{2, 2, 2, 2, 8, 4});
  CHECK(survey.messages().find("'elsewhere' once (in line 5)") != std::string::npos);
}

TEST_CASE("a net promoter question is never rescaled, may be turned round, and is refused on another scale") {
  const struct {
    double min, max;
    const char* expected;
  } cases[] = {{0, 10, "n 4 up 2 down 1"}, {1, 10, "n 3 up 2 down 0"}, {10, 0, "n 4 up 1 down 3"}, {1, 5, "bad-value"}};
  for (const auto& [min, max, expected] : cases) {
    CAPTURE(min);
    CAPTURE(max);
    Survey survey;
    auto& source = survey.source("N,x\n10,\n9,\n8,\n0,\n");
    source.outcomes.push_back(survey.outcome("recommend", OutcomeKind::nps, "N", survey.scale(min, max)));
    survey.read();
    std::string result = survey.rules();
    if (survey.answers.sources[0].was_read) {
      const auto& counts = survey.answers.outcomes[0].recommendation;
      result = fmt::format("n {} up {} down {}", counts.n, counts.promoters, counts.detractors);
    }
    CHECK(result.starts_with(expected));
  }
}

TEST_CASE("an outcome's score is rescaled and weighted, and pairs with the touchpoints' scores of the same rows") {
  Survey survey;
  survey.workspace.project.scale = {0, 10};
  auto& source = survey.source("A,B,O,W\n1,5,7,2\n3,,1,1\n5,1,,1\n2,4,5,1\n");
  source.scale = survey.scale(1, 5);
  source.weight = survey.text("W");
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B", survey.scale(5, 1));
  source.columns[1].value.desired = survey.score("A");
  source.outcomes.push_back(survey.outcome("overall", OutcomeKind::score, "O", survey.scale(1, 7)));
  source.outcomes[0].derives_importance.value = true;
  survey.read();
  const OutcomeAnswers& overall = survey.answers.outcomes[0];
  CHECK(brief(overall.score) == "n 3 mean 6.66667");
  REQUIRE(overall.pairs.size() == 2);
  const PairSums& a = overall.pairs[0].sums;
  CHECK(a.n == 3);
  // x: 0, 5, 2.5 and y: 10, 0, 6.667 with weights 2, 1, 1, which are rescaled to sum to 3
  CHECK(a.weight == doctest::Approx(3));
  CHECK(a.x_squares == doctest::Approx(0.75 * (31.25 - 4 * 1.875 * 1.875)));
  CHECK(a.products == doctest::Approx(0.75 * (2.5 * 20 / 3 - 4 * 1.875 * 20 / 3)));
  CHECK(overall.pairs[1].touchpoint == 1);
  CHECK(overall.pairs[1].sums.n == 2);
  CHECK(overall.pairs[1].sums.products < 0);
}

TEST_CASE("dates are read as their column writes them") {
  const struct {
    const char* format;
    const char* cell;
    const char* expected;
  } cases[] = {
      {"", "2026-05-20", "2026-05-20"},
      {"", "2026-05-20T23:59:00+02:00", "2026-05-20"},
      {"", "2026-05-20 08:00", "2026-05-20"},
      {"", "2026-02-29", "none"},
      {"", "2026-05-20x", "none"},
      {"", "20.05.2026", "none"},
      {"%m/%d/%Y", "05/20/2026", "2026-05-20"},
      {"%m/%d/%Y", "5/2/2026", "2026-05-02"},
      {"%m/%d/%Y", "20/05/2026", "none"},
      {"%m/%d/%Y", "05/20/26", "none"},
      {"%m/%d/%Y", "05/20/2026 08:00", "2026-05-20"},
      {"%m/%d/%Y", "05/20/2026x", "none"},
      {"%m/%d/%Y", "2026-05-20T08:00:00Z", "2026-05-20"},
      {"%m/%d/%Y", "2026-05-20", "none"},
      {"%Y/%m/%d %I:%M:%S %p", "2026/05/20 11:07:29 AM GMT+2", "2026-05-20"},
      {"%d.%m.%y", "20.05.26", "2026-05-20"},
      {"%d.%m.%y", "20.05.69", "1969-05-20"},
      {"%d.%m.%y", "20.05.68", "2068-05-20"},
      {"%d %b %Y", "3 March 2026", "2026-03-03"},
      {"%d-%b-%y", "03-MAY-26", "2026-05-03"},
      {"%d %b %Y", "3 Mai 2026", "none"},
      {"%m/%d/%Y %I:%M:%S %p", "12/31/2025 09:30:00 AM", "2025-12-31"},
      {"%Y%m%d %%", "20260520 %", "2026-05-20"},
      {"%d.%m.%Y", "31.04.2026", "none"},
      {"%d.%m.%Y", "", "none"},
      {"%d %m %Y", "1   2  2026", "2026-02-01"},
  };
  for (const auto& [format, cell, expected] : cases) {
    CAPTURE(format);
    CAPTURE(cell);
    Survey survey;
    auto& source = survey.source(fmt::format("A,D\n3,{}\n", cell));
    source.date = survey.dates("D", format);
    survey.ask(source, 0, "A");
    CHECK(shown(survey.read().newest) == expected);
    CHECK(survey.findings.empty() == (std::string_view(expected) != "none" || std::string_view(cell).empty()));
  }
}

TEST_CASE("a format that gives no whole date is refused where it stands") {
  for (const char* format : {"%Y-%m", "%Q-%m-%d-%Y", "%d.%m.%Y %", "day", "%%Y-%m-%d"}) {
    CAPTURE(format);
    Survey survey;
    auto& source = survey.source("A,D\n3,2026-01-01\n");
    source.date = survey.dates("D", format);
    survey.read();
    CHECK(survey.rules() == "bad-value");
    CHECK(survey.findings.begin()->span == source.date->format->span);
  }
}

TEST_CASE("the period counts back from the newest answer of all sources and customers' scores") {
  Survey survey;
  survey.workspace.project.period.emplace();
  survey.workspace.project.period->last = {TimeSpan{12, 0}, {}};
  auto& wide = survey.source("A,D\n5,2026-06-30\n4,2025-07-01\n3,2025-06-30\n2,\n1,soon\n");
  wide.date = survey.dates("D");
  survey.ask(wide, 0, "A");
  auto& fixed = survey.source("B\n2\n2\n");
  fixed.date.emplace();
  fixed.date->fixed = {day(2025, 1, 1), survey.place()};
  survey.ask(fixed, 1, "B");
  auto& undated = survey.source("C\n3\n");
  survey.ask(undated, 2, "C");
  CHECK(brief(survey.read().actual) == "n 2 mean 4.5");
  CHECK(shown(survey.answers.from) == "2025-07-01");
  CHECK(survey.answers.touchpoints[1].actual.n == 0);
  CHECK(survey.answers.touchpoints[2].actual.n == 1);
  CHECK(survey.answers.sources[0].left_out.undated == 2);
  CHECK(survey.answers.sources[0].left_out.outside_period == 1);
  CHECK(shown(survey.answers.sources[0].oldest) == "2025-06-30");
  CHECK(survey.answers.sources[1].left_out.outside_period == 2);
  CHECK(survey.rules() == "off-scale-answers answers-lost");
  CHECK(survey.messages().starts_with("1 cell of column 'D' is no date like 2026-03-31, and left out because the project counts"));

  Evidence& evidence = survey.workspace.touchpoints[2].evidence.emplace_back();
  evidence.voice = {Voice::customer, {}};
  evidence.score = {4, {}};
  evidence.date = {day(2026, 7, 1), {}};
  CHECK(brief(survey.read().actual) == "n 1 mean 5");
  CHECK(shown(survey.answers.from) == "2025-07-02");
}

TEST_CASE("a period that ends with a month begins with one") {
  for (const auto& [newest, from] : {std::pair{"2026-06-30", "2026-06-01"}, std::pair{"2026-02-28", "2026-02-01"},
                                     std::pair{"2026-03-30", "2026-03-01"}, std::pair{"2026-06-15", "2026-05-16"}}) {
    CAPTURE(newest);
    Survey survey;
    survey.workspace.project.period.emplace();
    survey.workspace.project.period->last = {TimeSpan{1, 0}, {}};
    auto& source = survey.source(fmt::format("A,D\n3,{}\n", newest));
    source.date = survey.dates("D");
    survey.ask(source, 0, "A");
    survey.read();
    CHECK(shown(survey.answers.from) == from);
  }
}

TEST_CASE("a period from a day to a day takes in both") {
  Survey survey;
  survey.workspace.project.period.emplace();
  survey.workspace.project.period->from = {day(2026, 1, 1), {}};
  survey.workspace.project.period->to = {day(2026, 1, 31), {}};
  auto& source = survey.source("A,D\n1,2025-12-31\n2,2026-01-01\n4,2026-01-31\n5,2026-02-01\n");
  source.date = survey.dates("D");
  survey.ask(source, 0, "A");
  CHECK(brief(survey.read().actual) == "n 2 mean 3");
  CHECK(shown(survey.answers.to) == "2026-01-31");
  CHECK(shown(survey.answers.touchpoints[0].newest) == "2026-01-31");
}

TEST_CASE("rows that do not count for another reason do not move the period") {
  Survey survey;
  survey.workspace.project.period.emplace();
  survey.workspace.project.period->last = {TimeSpan{1, 0}, {}};
  auto& source = survey.source("A,D,W,C\n3,2026-01-15,1,PT\n3,2026-05-15,1,ES\n3,2026-05-15,0,PT\n");
  source.date = survey.dates("D");
  source.weight = survey.text("W");
  source.where = survey.where("C", {"PT"});
  survey.ask(source, 0, "A");
  CHECK(survey.read().actual.n == 1);
  CHECK(shown(survey.answers.from) == "2025-12-16");
}

TEST_CASE("everything a persona's customers answered is told apart: wishes, importance, outcomes, thumbs and words") {
  Survey survey;
  survey.workspace.project.scale = {0, 10};
  auto& wide = survey.source("P,A,D,I,N,O\nines,2,8,5,10,1\nines,4,10,5,9,3\namara,8,6,1,3,9\n,9,1,1,0,9\nines,6,9,4,8,5\n");
  wide.persona = survey.words("P");
  survey.ask(wide, 0, "A");
  wide.columns[0].value.desired = survey.score("D");
  wide.columns[0].value.importance = survey.score("I", survey.scale(1, 5));
  wide.outcomes.push_back(survey.outcome("recommend", OutcomeKind::nps, "N"));
  wide.outcomes.push_back(survey.outcome("overall", OutcomeKind::score, "O"));
  wide.outcomes[1].derives_importance.value = true;
  auto& cards = long_source(survey, "where,who,rating,thumb,words\na,ines,5,up,Kind\na,amara,5,down,Slow\na,,5,down,No\n");
  cards.persona = survey.words("who");
  cards.long_layout->verdict = survey.words("thumb");
  cards.long_layout->quote = survey.text("words");
  const auto& a = survey.read();
  CHECK(a.sources == std::vector<std::size_t>{0, 1});
  CHECK(brief(a.actual_of_source[0]) == "n 5 mean 5.8");
  CHECK(brief(a.actual_of_source[1]) == "n 3 mean 5");
  CHECK(brief(a.also_by_persona[0].desired) == "n 3 mean 9");
  CHECK(brief(a.also_by_persona[1].importance) == "n 1 mean 1");
  CHECK(a.also_by_persona[0].thumbs_up == 1);
  CHECK(a.also_by_persona[1].thumbs_down == 1);
  CHECK(a.thumbs_down == 2);
  CHECK(a.quotes == std::vector<Quote>{{"Kind", Verdict::up, 0}, {"Slow", Verdict::down, 1}, {"No", Verdict::down, {}}});
  const OutcomeAnswers &recommend = survey.answers.outcomes[0], &overall = survey.answers.outcomes[1];
  CHECK(recommend.recommendation.n == 5);
  REQUIRE(recommend.by_persona.size() == 2);
  CHECK(recommend.by_persona[0].recommendation.promoters == 2);
  CHECK(recommend.by_persona[1].recommendation.detractors == 1);
  CHECK(brief(overall.by_persona[0].score) == "n 3 mean 3");
  REQUIRE(overall.by_persona[0].pairs.size() == 1);
  CHECK(overall.by_persona[0].pairs[0].sums.n == 3);
  CHECK(overall.by_persona[0].pairs[0].sums.products == doctest::Approx(8));  // 2 4 6 with 1 3 5
  CHECK(overall.pairs[0].sums.n == 5);
}
