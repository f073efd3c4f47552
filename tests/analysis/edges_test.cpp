// Figures at the edges of what may be answered: none, one and two answers, all alike, weights of any size, scales turned round, tiny and
// huge, targets at either end; and a million respondents.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "mot/analysis/gaps.h"
#include "mot/analysis/gates.h"
#include "mot/analysis/priorities.h"
#include "support/survey_files.h"

using namespace mot;

namespace {

struct Edge {
  double min, max;  // of the answers; the worst first
  double target;    // share of the project's range
  const char* weights;
  const char* answers;  // shares of the answers' range
  std::size_t n;
};

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (const char c : text) numbers.push_back((c - '0') / 4.0);
  return numbers;
}

double weight_of(std::string_view kind, std::size_t i) {
  if (kind == "tiny") return 1e-12;
  if (kind == "huge") return 1e12;
  if (kind == "both") return i % 2 == 0 ? 1e-12 : 1e12;
  return 1;
}

std::string csv_of(const Edge& edge) {
  const std::vector<double> shares = numbers_in(edge.answers);
  std::string csv = "W,A\n";
  for (std::size_t i = 0; i < edge.n; ++i)
    csv += fmt::format("{},{}\n", weight_of(edge.weights, i), edge.min + (edge.max - edge.min) * shares[i % shares.size()]);
  return csv;
}

Scale scale_of(const Edge& edge) {
  return {std::min(edge.min, edge.max), std::max(edge.min, edge.max)};
}

Analysis figures_of(const Edge& edge, Survey& survey) {
  survey.workspace.project.scale = scale_of(edge);
  Touchpoint& touchpoint = survey.workspace.touchpoints[0];
  touchpoint.importance = Within<1, 5>{{5, {}}};
  touchpoint.desired.emplace();
  touchpoint.desired->company =
      Experience{.experience = {}, .score = Number{scale_of(edge).min + scale_of(edge).range() * edge.target, {}}};
  SurveySource& source = survey.source(csv_of(edge));
  source.scale = survey.scale(edge.min, edge.max);
  source.weight = survey.text("W");
  survey.ask(source, 0, "A");
  survey.read();
  return analyse(survey.workspace, survey.answers);
}

void check_within(const std::optional<Interval>& interval, double least, double most) {
  if (!interval) return;
  CHECK(least <= interval->low);
  CHECK(interval->low <= interval->high);
  CHECK(interval->high <= most);
}

void check_within(const std::optional<double>& number, double least, double most) {
  if (!number) return;
  CHECK(least <= *number);
  CHECK(*number <= most);
}

void check_figures(const Edge& edge, const Survey& survey, const Analysis& analysis) {
  const Scale scale = scale_of(edge);
  const double slack = 1e-9 * scale.range();
  const Figures& figures = analysis.touchpoints[0];
  const AnswerSums& sums = survey.answers.touchpoints[0].actual;
  CHECK(sums.n == edge.n);
  CHECK(sums.distribution.n() == edge.n);
  CHECK(figures.measurement.has_value() == (edge.n > 0));
  if (figures.measurement) {
    const Measurement& measured = *figures.measurement;
    check_within(measured.mean, scale.min - slack, scale.max + slack);
    check_within(measured.interval, scale.min, scale.max);
    check_within(measured.n_effective, 0, static_cast<double>(edge.n) * (1 + 1e-9));
    check_within(measured.sd, 0, scale.range());
    CHECK(measured.sd.has_value() == (edge.n >= 2 && measured.n_effective >= 2 * (1 - 1e-9)));
    CHECK(measured.interval.has_value() == measured.sd.has_value());
  }
  check_within(figures.gap, -scale.range() - slack, scale.range() + slack);
  check_within(figures.gap_interval, -scale.range(), scale.range());
  check_within(analysis.all.delivered.value, 0, 100);
  check_within(analysis.all.delivered.interval, 0, 100);
  check_within(analysis.all.mean_gap_interval, -scale.range(), scale.range());
  for (const auto& counted : {sums.top_two_share(), sums.bottom_two_share()}) {
    const auto share = share_of(counted);
    if (!share) continue;
    check_within(share->value, 0, 1);
    check_within(share->interval, 0, 1);
  }
  if (edge.target == 0 && figures.measurement) CHECK(analysis.all.delivered.value == std::optional<double>(100));
}

}  // namespace

TEST_CASE("figures stay on their scale and are numbers, at every edge of what may be answered") {
  const std::pair<double, double> scales[] = {{0, 1}, {1, 5}, {5, 1}, {0, 1e9}, {1e9, 0}, {-1e-9, 1e-9}};
  std::size_t with_interval = 0;
  for (const auto& [min, max] : scales) {
    for (const double target : {0.0, 0.5, 1.0}) {
      for (const char* weights : {"one", "tiny", "huge", "both"}) {
        for (const char* answers : {"0", "4", "2", "04", "01234"}) {
          for (const std::size_t n : {0, 1, 2, 3, 12}) {
            const Edge edge{min, max, target, weights, answers, n};
            CAPTURE(min);
            CAPTURE(max);
            CAPTURE(target);
            CAPTURE(weights);
            CAPTURE(answers);
            CAPTURE(n);
            Survey survey;
            const Analysis analysis = figures_of(edge, survey);
            check_figures(edge, survey, analysis);
            with_interval += analysis.touchpoints[0].measurement && analysis.touchpoints[0].measurement->interval ? 1 : 0;
          }
        }
      }
    }
  }
  CHECK(with_interval > 500);
}

TEST_CASE("a million respondents have the figures of the few they repeat, and a narrow interval") {
  Survey survey;
  std::string csv = "A,B,W\n";
  constexpr std::size_t rounds = 200'000;
  for (std::size_t i = 0; i < rounds; ++i) csv += "1,5,1\n2,5,0.5\n5,4,2\n4,1,1\n5,5,1\n";
  SurveySource& source = survey.source(csv);
  source.weight = survey.text("W");
  survey.ask(source, 0, "A");
  survey.ask(source, 1, "B");
  for (std::size_t i = 0; i < 2; ++i) {
    survey.workspace.touchpoints[i].importance = Within<1, 5>{{3, {}}};
    survey.workspace.touchpoints[i].desired.emplace();
    survey.workspace.touchpoints[i].desired->company = Experience{.experience = {}, .score = Number{5, {}}};
  }
  survey.read();
  const Analysis analysis = analyse(survey.workspace, survey.answers);
  const Measurement& measured = *analysis.touchpoints[0].measurement;
  CHECK(measured.n == 1'000'000);
  CHECK(measured.mean == doctest::Approx((1 + 1 + 10 + 4 + 5) / 5.5).epsilon(1e-12));
  CHECK(measured.n_effective == doctest::Approx(1e6 * 5.5 * 5.5 / 5 / 7.25).epsilon(1e-12));
  CHECK(measured.interval->high - measured.interval->low < 0.01);
  CHECK(survey.answers.touchpoints[0].actual.distribution.counts[4] == 400'000);
  REQUIRE(analysis.all.delivered.interval);
  CHECK(analysis.all.delivered.interval_kind == IntervalKind::respondents);
  CHECK(analysis.all.delivered.interval->high - analysis.all.delivered.interval->low < 0.5);
}
