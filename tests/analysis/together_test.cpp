// Figures of several means at once: what is delivered, mean gaps and paired gaps, by respondents, by clusters, and as the sample was drawn.
#include "mot/analysis/together.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <random>

#include "mot/analysis/gaps.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/priorities.h"
#include "support/small_workspace.h"
#include "support/survey_files.h"

using namespace mot;
using namespace mot::testing;

namespace {

doctest::Approx near(double value) {
  return doctest::Approx(value).epsilon(1e-9);
}

/// A wide file: a row a respondent, blank where nothing was answered.
std::string csv_of(const std::string& header, const std::vector<std::vector<std::string>>& rows) {
  std::string text = header + "\n";
  for (const auto& row : rows) text += fmt::format("{}\n", fmt::join(row, ","));
  return text;
}

/// Touchpoints `a`, `b` and `c` on a scale of 1 to 5, all wanted at `target` by the company, of importance 5, 3 and 1.
struct Asked : Survey {
  explicit Asked(double target) {
    for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
      workspace.touchpoints[i].importance = Within<1, 5>{{static_cast<double>(5 - 2 * i), {}}};
      workspace.touchpoints[i].desired.emplace();
      workspace.touchpoints[i].desired->company = Experience{.experience = {}, .score = Number{target, {}}};
    }
  }
  Analysis figures() {
    read();
    CHECK(rules() == "");
    return analyse(workspace, answers);
  }
};

/// What 60 people answered to three questions; they agree with themselves, and one in seven left one out.
std::vector<std::vector<std::string>> answers_of_people() {
  std::mt19937 random(5);
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 60; ++i) {
    const int mood = static_cast<int>(random() % 3);
    std::vector<std::string> row;
    for (int question = 0; question < 3; ++question)
      row.push_back(random() % 7 == 0 ? "" : std::to_string(std::min(5, 1 + mood + static_cast<int>(random() % 3))));
    rows.push_back(row);
  }
  return rows;
}

void ask_three(Asked& asked, SurveySource& source) {
  asked.ask(source, 0, "A");
  asked.ask(source, 1, "B");
  asked.ask(source, 2, "C");
}

/// The variance of Σ factor · mean by its definition: a number a respondent, and a respondent more at either end of the scale.
double variance_by_definition(const std::vector<std::vector<std::string>>& rows, const std::vector<double>& factors, const Scale& scale) {
  const std::size_t questions = factors.size();
  std::vector<double> n(questions), mean(questions);
  for (const auto& row : rows) {
    for (std::size_t q = 0; q < questions; ++q) {
      if (row[q].empty()) continue;
      ++n[q];
      mean[q] += std::atof(row[q].c_str());
    }
  }
  double squares = 0, low = 0, high = 0, shift = 0, most = 0;
  for (std::size_t q = 0; q < questions; ++q) {
    mean[q] /= n[q];
    most = std::max(most, n[q]);
    const double with_ends = (n[q] * mean[q] + scale.min + scale.max) / (n[q] + 2);
    low += factors[q] * (scale.min - with_ends) / (n[q] + 2);
    high += factors[q] * (scale.max - with_ends) / (n[q] + 2);
    shift += factors[q] * std::sqrt(n[q]) * (mean[q] - with_ends) / (n[q] + 2);
  }
  for (const auto& row : rows) {
    double of_respondent = 0;
    for (std::size_t q = 0; q < questions; ++q) {
      if (!row[q].empty()) of_respondent += factors[q] * (std::atof(row[q].c_str()) - mean[q]) / (n[q] + 2);
    }
    squares += of_respondent * of_respondent;
  }
  return (most + 2) / (most + 1) * (squares + low * low + high * high + shift * shift);
}

}  // namespace

TEST_CASE("of one moment what is delivered is known as well as its mean") {
  const Small small = small_of({"a imp=5 company=9 answered=6x40~2"});
  const Analysis analysis = analyse(small.workspace, small.answers);
  const Interval& mean = *analysis.touchpoints[0].measurement->interval;
  REQUIRE(analysis.all.delivered.interval);
  CHECK(analysis.all.delivered.interval->low == near(100 * mean.low / 9));
  CHECK(analysis.all.delivered.interval->high == near(100 * mean.high / 9));
  REQUIRE(analysis.all.mean_gap_interval);
  CHECK(analysis.all.mean_gap_interval->low == near(9 - mean.high));
  CHECK(analysis.all.mean_gap_interval->high == near(9 - mean.low));
  CHECK(analysis.all.delivered.interval_kind == IntervalKind::mean);
}

TEST_CASE("where all that is wanted is lived, what is delivered is known as well as the mean is to be over the target") {
  const auto interval_of = [](const char* line) {
    const Small small = small_of({line});
    const Analysis analysis = analyse(small.workspace, small.answers);
    CHECK(analysis.all.delivered.value == near(100));
    const auto& mean = analysis.touchpoints[0].measurement->interval;
    return std::pair(analysis.all.delivered.interval.value_or(Interval{100, 100}), mean.value_or(Interval{0, 10}));
  };
  for (const char* loose :
       {"a imp=5 company=5 answered=5.2x40~5", "a imp=5 company=5 answered=10x2~0", "a imp=3 company=8 answered=8x60~3"}) {
    CAPTURE(loose);
    const auto [delivered, mean] = interval_of(loose);
    const double target = loose[16] == '8' ? 8 : 5;
    CHECK(mean.low < target);
    CHECK(delivered.low == near(100 * mean.low / target));
    CHECK(delivered.high == near(100));
  }
  CHECK(interval_of("a imp=5 company=5 answered=8x400~1").first == Interval{100, 100});
}

TEST_CASE("what is delivered varies as the same people's answers to all questions do") {
  const auto rows = answers_of_people();
  Asked asked(5);
  ask_three(asked, asked.source(csv_of("A,B,C", rows)));
  const Analysis analysis = asked.figures();
  const Delivered& delivered = analysis.all.delivered;
  REQUIRE(delivered.moments);
  CHECK(delivered.interval_kind == IntervalKind::respondents);
  std::vector<double> factors;
  for (const double importance : {5.0, 3.0, 1.0}) factors.push_back(100 * importance / 9 / (5 - 1));
  CHECK(delivered.moments->error() * delivered.moments->error() == near(variance_by_definition(rows, factors, {1, 5})));

  // The same answers a row each are as telling where they name who gave them, and seem more so where they don't.
  std::string with_names = "where,rating,who\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t q = 0; q < 3; ++q) {
      if (!rows[i][q].empty()) with_names += fmt::format("{},{},p{}\n", "abc"[q], rows[i][q], i);
    }
  }
  const auto of_long = [&](bool has_names) {
    Asked one(5);
    SurveySource& source = one.source(with_names);
    source.long_layout.emplace();
    source.long_layout->touchpoint = one.words("where");
    source.long_layout->score = one.score("rating");
    if (has_names) source.long_layout->respondent = one.text("who");
    return one.figures().all.delivered;
  };
  CHECK(of_long(true).moments->error() == near(delivered.moments->error()));
  CHECK(of_long(true).interval_kind == IntervalKind::respondents);
  CHECK(of_long(false).moments->error() < 0.9 * delivered.moments->error());
  CHECK(of_long(false).interval_kind == IntervalKind::as_if_others);
}

TEST_CASE("what a journey delivers varies by the share of customers who take a branch, as all else does by importance") {
  const auto rows = answers_of_people();
  Asked asked(5);
  ask_three(asked, asked.source(csv_of("A,B,C", rows)));
  const auto to = [](std::size_t touchpoint, const char* id) {
    PathStep step;
    step.touchpoint.value = id, step.touchpoint.index = touchpoint;
    return step;
  };
  PathStep branch;
  branch.when = asked.text("it rains");
  branch.share = Within<0, 100>{{20, {}}};
  branch.steps = {to(1, "b")};
  Journey journey;
  journey.id = asked.id("j");
  journey.stages.emplace_back().id = asked.id("s");
  journey.stages.back().steps = {to(0, "a"), branch, to(2, "c")};
  asked.workspace.journeys.push_back(journey);
  const Analysis analysis = asked.figures();
  const Delivered& delivered = analysis.journeys[0].delivered;
  CHECK(delivered.by_share == 1);
  REQUIRE(delivered.interval);
  CHECK(delivered.interval_kind == IntervalKind::respondents);
  CHECK(delivered.interval->low < *delivered.value);
  CHECK(*delivered.value < delivered.interval->high);
  // Of importance 5, 3 and 1, the second by a fifth.
  std::vector<double> factors;
  for (const double importance : {5.0, 0.6, 1.0}) factors.push_back(100 * importance / 6.6 / (5 - 1));
  CHECK(delivered.moments->error() * delivered.moments->error() == near(variance_by_definition(rows, factors, {1, 5})));
}

TEST_CASE("a gap between what the same people wish and live goes by both answers of each") {
  const struct {
    const char* name;
    int wish_of[4];  // by what is lived, 1 to 4
    bool is_narrower;
  } cases[] = {{"who lives well wants much", {2, 3, 4, 5}, true}, {"who lives well wants little", {5, 4, 3, 2}, false}};
  for (const auto& [name, wish_of, is_narrower] : cases) {
    CAPTURE(name);
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 40; ++i) rows.push_back({std::to_string(wish_of[i * i % 7 % 4]), std::to_string(1 + i * i % 7 % 4)});
    Asked asked(1);
    SurveySource& source = asked.source(csv_of("D,A", rows));
    asked.ask(source, 0, "A");
    source.columns[0].value.desired = asked.score("D");
    const Analysis analysis = asked.figures();
    const Figures& figures = analysis.touchpoints[0];
    REQUIRE(figures.paired_gap);
    CHECK(figures.gap_interval_kind == IntervalKind::paired);
    const double welch_width = [&] {
      const auto interval = welch(*figures.measurement, *figures.wish, {1, 5})->interval;
      return interval.high - interval.low;
    }();
    CHECK((figures.gap_interval->high - figures.gap_interval->low < welch_width) == is_narrower);
    // Without what both share, what is left is the variance of two means of other people.
    const double one = with_ends(*figures.measurement, {1, 5})->error(), other = with_ends(*figures.wish, {1, 5})->error();
    double covariance = 0;
    for (const auto& row : rows)
      covariance += (std::stoi(row[1]) - figures.measurement->mean) * (std::stoi(row[0]) - figures.wish->mean) / (42.0 * 42.0);
    const double expected = one * one + other * other - 2 * covariance * 42 / 41;
    CHECK(figures.paired_gap->error() * figures.paired_gap->error() == near(expected));
  }
}

TEST_CASE("answers of people who were together count for less") {
  std::vector<std::vector<std::string>> rows;
  for (int flight = 0; flight < 12; ++flight) {
    for (int seat = 0; seat < 5; ++seat) rows.push_back({std::to_string(2 + flight % 3), fmt::format("F{}", flight)});
  }
  const auto measured_with = [&](bool is_clustered) {
    Asked asked(5);
    SurveySource& source = asked.source(csv_of("A,FLIGHT", rows));
    asked.ask(source, 0, "A");
    if (is_clustered) source.cluster = asked.text("FLIGHT");
    return asked.figures();
  };
  const Measurement apart = *measured_with(false).touchpoints[0].measurement;
  const Analysis analysis = measured_with(true);
  const Measurement& together = *analysis.touchpoints[0].measurement;
  CHECK(apart.n_effective == near(60));
  CHECK(together.n == 60);
  CHECK(together.clusters == 12);
  // Σ over flights of (5 · (x − 3) / 60)², times 12 / 11; s² = 60 / 59 · 2 / 3
  const double variance = 12.0 / 11 * 8 * (5.0 / 60) * (5.0 / 60), kish = 2.0 / 3 / 59;
  CHECK(together.n_effective == near(60 * kish / variance));
  CHECK(with_ends(together, {1, 5})->degrees_of_freedom() == near(11));
  CHECK(analysis.all.delivered.moments->degrees_of_freedom() == near(11));
  CHECK(analysis.all.delivered.interval_kind == IntervalKind::clusters);
}

TEST_CASE("a sample's design widens or narrows what its answers tell") {
  const auto n_of = [](auto say) {
    Asked asked(5);
    SurveySource& source = asked.source(csv_of("A", std::vector<std::vector<std::string>>(30, {"2"})) + "3\n4\n5\n");
    asked.ask(source, 0, "A");
    say(asked, source);
    return asked.figures().touchpoints[0].measurement->n_effective;
  };
  CHECK(n_of([](Asked&, SurveySource&) {}) == near(33));
  CHECK(n_of([](Asked&, SurveySource& source) { source.design_effect = Within<0, 100>{{1.5, {}}}; }) == near(22));
  CHECK(n_of([](Asked&, SurveySource& source) { source.population = Count{66, {}}; }) == near(66));
  CHECK(n_of([](Asked&, SurveySource& source) { source.asked = Count{40, {}}; }) == near(33));
  CHECK(std::isfinite(n_of([](Asked&, SurveySource& source) { source.population = Count{33, {}}; })));
}

TEST_CASE("more answers than there are people is an error") {
  Asked asked(5);
  SurveySource& source = asked.source("A\n1\n2\n3\n");
  asked.ask(source, 0, "A");
  source.population = Count{2, asked.place()};
  asked.read();
  CHECK(asked.rules() == "bad-value");
  CHECK(asked.messages().starts_with("3 answered at 'a', which is more than there are"));
}

TEST_CASE("shares go by weights") {
  Asked asked(5);
  SurveySource& source = asked.source("where,rating,thumb,w\na,5,up,3\na,4,up,1\na,2,down,1\na,1,down,1\nb,1,down,1\n");
  source.long_layout.emplace();
  source.long_layout->touchpoint = asked.words("where");
  source.long_layout->score = asked.score("rating");
  source.long_layout->verdict = asked.words("thumb");
  source.long_layout->weight = asked.text("w");
  const Analysis analysis = asked.figures();
  const Share thumbs = *analysis.touchpoints[0].thumbs;
  CHECK(thumbs.count == 2);
  CHECK(thumbs.of == 4);
  CHECK(thumbs.value == near(4.0 / 6));
  CHECK(thumbs.n_effective == near(36.0 / 12));
  const AnswerSums& actual = asked.answers.touchpoints[0].actual;
  CHECK(share_of(actual.top_two_share())->value == near(4.0 / 6));
  TouchpointAnswers answers;
  answers.actual = answers.importance = actual;
  CHECK(*opportunity(answers) == near(10 * 4.0 / 6));
}

TEST_CASE("the best points are two, or the best fifth of a long scale") {
  const struct {
    double min, max;
    const char* answers;
    std::size_t best;
  } cases[] = {
      {1, 5, "5\n4\n3\n", 2},     {0, 10, "10\n9\n8\n", 2},   {0, 100, "100\n80\n79\n", 2},
      {100, 0, "0\n20\n21\n", 2}, {1, 21, "21\n17\n16\n", 2}, {0, 11, "11\n9\n8\n", 2},
  };
  for (const auto& [min, max, answers, best] : cases) {
    CAPTURE(max);
    Survey survey;
    SurveySource& source = survey.source(std::string("A\n") + answers);
    survey.ask(source, 0, "A", survey.scale(min, max));
    const AnswerSums& actual = survey.read().actual;
    CHECK(actual.top_two == best);
    CHECK(actual.top_two_of == 3);
  }
}

TEST_CASE("no spread is lost on a wide scale") {
  for (const char* weight : {"1", "0.7"}) {
    Survey survey;
    survey.workspace.project.scale = {0, 1e9};
    SurveySource& source = survey.source(fmt::format("A,W\n500000001.5,{0}\n500000002.5,{0}\n500000003.5,{0}\n999999999.5,0\n", weight));
    source.weight = survey.text("W");
    survey.ask(source, 0, "A", survey.scale(0, 1e9));
    CHECK(survey.read().actual.squares == doctest::Approx(2).epsilon(1e-6));
  }
}

TEST_CASE("a gate on what is delivered is undecided within its interval") {
  const struct {
    double limit;
    std::optional<bool> holds;
  } cases[] = {{40, true}, {65, {}}, {70, {}}, {90, false}};
  Small small = small_of({"a imp=5 company=9 answered=6x60~2", "b imp=5 company=9 answered=6x60~2"});
  for (const auto& [limit, holds] : cases) {
    CAPTURE(limit);
    small.workspace.project.gates.delivered_at_least = Within<0, 100>{{limit, {}}};
    const GateResult gate = judge_gates(small.workspace, analyse(small.workspace, small.answers))[0];
    CHECK(gate.holds == holds);
    CHECK(gate.is_sampled);
  }
}

TEST_CASE("a measured share whose spread nobody knows decides no gate") {
  Small small = small_of({"a imp=5 company=9 answered=9x1"});
  small.workspace.project.gates.delivered_at_least = Within<0, 100>{{50, {}}};
  CHECK_FALSE(judge_gates(small.workspace, analyse(small.workspace, small.answers))[0].holds);
}

TEST_CASE("a correlation has Fisher's interval") {
  // scipy: pearsonr of 40 pairs with r = 0.5, confidence_interval(0.95): atanh(0.5) ∓ 1.959964 / √37
  const PairSums sums{.n = 40, .weight = 40, .weight_squares = 40, .x_squares = 1, .y_squares = 1, .products = 0.5};
  REQUIRE(pearson_interval(sums));
  CHECK(pearson_interval(sums)->low == doctest::Approx(0.2232).epsilon(1e-3));
  CHECK(pearson_interval(sums)->high == doctest::Approx(0.7014).epsilon(1e-3));
  CHECK_FALSE(pearson_interval({.n = 3, .weight = 3, .weight_squares = 3, .x_squares = 1, .y_squares = 1, .products = 0.5}));
  CHECK_FALSE(pearson_interval({.n = 40, .weight = 40, .weight_squares = 40, .x_squares = 1, .y_squares = 1, .products = 1}));
}

TEST_CASE("whatever people answer together, no interval is a number that is none or leaves its range") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const double target = std::vector<double>{1, 5, 1 + 1e-12, 3}[random() % 4];
    Asked asked(target);
    std::vector<std::vector<std::string>> rows;
    const auto cell = [&] { return random() % 5 == 0 ? std::string() : std::to_string(1 + random() % (round % 3 == 0 ? 1 : 5)); };
    for (std::size_t i = 0, n = random() % 15; i < n; ++i)
      rows.push_back({cell(), cell(), cell(), std::vector<std::string>{"1e-12", "1e12", "1", "0.3"}[random() % 4],
                      std::vector<std::string>{"x", "y", ""}[random() % 3]});
    SurveySource& source = asked.source(csv_of("A,B,D,W,G", rows));
    asked.ask(source, 0, "A", random() % 2 == 0 ? std::optional(asked.scale(5, 1)) : std::nullopt);
    asked.ask(source, 1, "B");
    source.columns[0].value.desired = asked.score("D");
    if (random() % 2 == 0) source.weight = asked.text("W");
    if (random() % 2 == 0) source.cluster = asked.text("G");
    asked.read();
    const Analysis analysis = analyse(asked.workspace, asked.answers);
    const Delivered& delivered = analysis.all.delivered;
    if (delivered.interval) {
      CHECK(0 <= delivered.interval->low);
      CHECK(delivered.interval->low <= delivered.interval->high);
      CHECK(delivered.interval->high <= 100);
    }
    for (const Figures& figures : analysis.touchpoints) {
      if (figures.gap_interval) CHECK((-4 <= figures.gap_interval->low && figures.gap_interval->high <= 4));
      if (figures.measurement) CHECK(figures.measurement->n_effective > 0);
    }
  }
}

TEST_CASE("a gate on what is delivered is held neither by two answers nor by a coin that fell right") {
  const auto holds = [](const char* line, double limit) {
    Small small = small_of({line});
    small.workspace.project.gates.delivered_at_least = Within<0, 100>{{limit, {}}};
    return judge_gates(small.workspace, analyse(small.workspace, small.answers))[0].holds;
  };
  CHECK_FALSE(holds("a imp=5 company=5 answered=10x2~0", 95));
  CHECK_FALSE(holds("a imp=5 company=5 answered=10x9~0", 20));  // under ten nothing is established
  CHECK_FALSE(holds("a imp=5 company=5 answered=5.25x40~5.06", 95));
  CHECK(holds("a imp=5 company=5 answered=8x400~1", 99) == std::optional(true));
}
