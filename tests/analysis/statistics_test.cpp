#include "mot/analysis/statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

using namespace mot;

// Where a case says scipy, its figures are scipy 1.10's: stats.t.interval, ttest_ind(equal_var=False), binomtest(…).proportion_ci
// (method="wilson"), pearsonr. Other sources stand beside the case.

namespace {

using Weighted = std::vector<std::pair<double, double>>;

const std::vector<double> first_wave = {3, 4, 4, 5, 7, 8, 8, 9, 9, 10, 10, 2};
const std::vector<double> second_wave = {6, 7, 7, 8, 9, 9, 10, 10, 5, 8};
const Scale ten{0, 10};
const std::vector<double> weights = {1, 1, 2, 2, .5, .5, 1.5, 3, 1, 1, .25, .75};

AnswerSums sums_of_all(const std::vector<double>& scores, const std::vector<double>& by = {}) {
  AnswerSums sums;
  for (std::size_t i = 0; i < scores.size(); ++i) sums.add(scores[i], by.empty() ? 1 : by[i]);
  return sums;
}

PairSums pairs(double x_squares, double y_squares, double products) {
  return {.n = 5, .weight = 5, .weight_squares = 5, .x_squares = x_squares, .y_squares = y_squares, .products = products};
}

/// How likely `count` of `n` are, where each is with `share`.
double binomial(int count, int n, double share) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(count + 1) - std::lgamma(n - count + 1) + count * std::log(share) +
                  (n - count) * std::log1p(-share));
}

/// Per cent of surveys of `n` answers, 0 or 10, whose interval holds the mean, at the share for which they are fewest.
double least_coverage(int n) {
  std::vector<Interval> intervals;
  for (int count = 0; count <= n; ++count) {
    const double mean = 10.0 * count / n;
    AnswerSums sums = sums_of(static_cast<std::size_t>(n), mean, 0.0, ten);
    sums.squares = largest_squares(sums.n, mean, ten);
    intervals.push_back(*measured(sums, ten)->interval);
  }
  double least = 100;
  for (int share = 1; share <= 500; ++share) {
    double covered = 0;
    for (int count = 0; count <= n; ++count)
      if (intervals[static_cast<std::size_t>(count)].contains(share / 100.0)) covered += binomial(count, n, share / 1000.0);
    least = std::min(least, 100 * covered);
  }
  return least;
}

doctest::Approx near(double value) {
  return doctest::Approx(value).epsilon(1e-6);
}

}  // namespace

TEST_CASE("the t quantile holds for whole and broken degrees of freedom, and is nothing where there is none") {
  const struct {
    double degrees_of_freedom, quantile;
  } cases[] = {
      // scipy
      {1, 12.706204736432095}, {2.5, 3.5746548420118773}, {4, 2.7764451051977987}, {29, 2.045229642132703}, {1709, 1.9613530563103923},
  };
  for (const auto& [degrees_of_freedom, quantile] : cases) {
    CAPTURE(degrees_of_freedom);
    REQUIRE(t_quantile(0.975, degrees_of_freedom));
    CHECK(*t_quantile(0.975, degrees_of_freedom) == near(quantile));
  }
  for (const double none : {0.0, -1.0, 1e-300, std::nan("")}) CHECK_FALSE(t_quantile(0.975, none));
}

TEST_CASE("a mean has Student's interval with an answer more at either end of the scale") {
  // numpy and scipy: the wave with 0 and 10 added: mean 6.357143, s 3.319109; t.interval(0.95, 13, mean, s / √14)
  const auto measurement = measured(sums_of_all(first_wave), ten);
  REQUIRE(measurement);
  CHECK(measurement->n == 12);
  CHECK(measurement->n_effective == near(12));
  CHECK(measurement->mean == near(6.583333333));
  REQUIRE(measurement->sd);
  CHECK(*measurement->sd == near(2.8431203515));
  REQUIRE(measurement->interval);
  CHECK(measurement->interval->low == near(4.4407464659));
  CHECK(measurement->interval->high == near(8.2735392484));
}

TEST_CASE("a weighted mean rests on its effective n") {
  // (Σw)² / Σw² = 14.5² / 24.375; the rest by numpy from the formulas, with scipy's quantile.
  const auto measurement = measured(sums_of_all(first_wave, weights), ten);
  REQUIRE(measurement);
  CHECK(measurement->n == 12);
  CHECK(measurement->n_effective == near(8.6256410256));
  CHECK(measurement->mean == near(6.5172413793));
  CHECK(*measurement->sd == near(2.7311744827));
  CHECK(measurement->interval->low == near(3.9021745773));
  CHECK(measurement->interval->high == near(8.5611458860));
}

TEST_CASE("sums joined in pieces are the sums of all, whichever way they are cut") {
  const AnswerSums all = sums_of_all(first_wave, weights);
  for (std::size_t cut = 0; cut <= first_wave.size(); ++cut) {
    const auto middle = static_cast<std::ptrdiff_t>(cut);
    AnswerSums joined = sums_of_all({first_wave.begin(), first_wave.begin() + middle}, {weights.begin(), weights.begin() + middle});
    joined.join(sums_of_all({first_wave.begin() + middle, first_wave.end()}, {weights.begin() + middle, weights.end()}));
    CHECK(joined.n == all.n);
    CHECK(joined.mean == near(all.mean));
    CHECK(joined.squares == near(all.squares));
    CHECK(joined.weight_squares == near(all.weight_squares));
  }
}

TEST_CASE("a piece given as n, mean and standard deviation counts as the answers behind it") {
  AnswerSums joined = sums_of_all(first_wave);
  joined.join(sums_of(10, 7.9, 1.66332999331662, ten));  // the second wave, as numpy describes it
  std::vector<double> both = first_wave;
  both.insert(both.end(), second_wave.begin(), second_wave.end());
  const auto expected = measured(sums_of_all(both), ten), found = measured(joined, ten);
  REQUIRE(found);
  CHECK(found->n == 22);
  CHECK(found->mean == near(expected->mean));
  CHECK(*found->sd == near(*expected->sd));
}

TEST_CASE("a mean of several without its spread widens the interval of the rest and never erases it") {
  // 300 answers of a mean of 2 and s 1; two more of the same mean: each at an end, Σ(x − 2)² = 2·(2 − 0)·(10 − 2) = 32.
  AnswerSums joined = sums_of(300, 2, 1.0, ten);
  joined.join(sums_of(2, 2, std::nullopt, ten));
  CHECK(joined.squares == near(299 + 32));
  CHECK_FALSE(joined.has_spread);
  const auto measurement = measured(joined, ten);
  REQUIRE(measurement);
  CHECK(*measurement->sd == near(std::sqrt(331.0 / 301)));
  REQUIRE(measurement->interval);
  CHECK(measurement->interval->high < 2.2);
  CHECK(measured(sums_of(1, 6, std::nullopt, ten), ten)->mean == 6);
  CHECK(sums_of(14, 10, std::nullopt, ten).squares == 0);  // all of them must have said 10
}

TEST_CASE("no spread comes of one answer, nor of several that count like fewer than two") {
  CHECK_FALSE(measured(sums_of_all({4}, {0.7}), ten)->sd);
  CHECK_FALSE(measured(sums_of_all({4}, {1e12}), ten)->sd);
  CHECK_FALSE(measured(sums_of_all({4, 5}, {1, 0.5}), ten)->sd);
  CHECK(measured(sums_of_all({4, 5}), ten)->sd);
  CHECK(measured(sums_of_all({4, 5}, {0.7, 0.7}), ten)->sd);
  CHECK(measured(sums_of_all({4, 5}, {1e-12, 1e-12}), ten)->sd);
}

TEST_CASE("an interval never leaves the scale, and of equal answers it is no point") {
  const struct {
    double mean;
    std::size_t n;
    Scale scale;
    double low, high;
  } cases[] = {
      // scipy: t.interval with an answer at either end, cut
      {10, 10, {0, 10}, 7.3325123666, 10}, {0, 10, {0, 10}, 0, 2.6674876334},        {10, 2, {0, 10}, 0, 10},
      {1, 10, {0, 1}, 0.73325123666, 1},   {1e9, 10, {0, 1e9}, 7.3325123666e8, 1e9},
  };
  for (const auto& [mean, n, scale, low, high] : cases) {
    CAPTURE(mean);
    const auto measurement = measured(sums_of(n, mean, 0.0, scale), scale);
    REQUIRE(measurement->interval);
    CHECK(measurement->interval->low == near(low));
    CHECK(measurement->interval->high == near(high));
    CHECK(measurement->mean == mean);
  }
  CHECK_FALSE(measured(sums_of(10, 4, 0.0, ten), {4, 4})->interval);  // a scale without a range
}

TEST_CASE("the interval of a mean holds the truth where all answers are the one end of the scale or the other") {
  // Counted exactly, over all numbers of answers at the upper end, for every share of them in steps of 0.1 %; the same by scipy's binom.
  const struct {
    int n;
    double at_least;  // per cent; how far it swings with the share is of any interval of a share
  } cases[] = {{10, 94.5}, {15, 93.3}, {30, 93.5}, {100, 93.8}};
  for (const auto& [n, at_least] : cases) {
    CAPTURE(n);
    CHECK(least_coverage(n) >= at_least);
    CHECK(least_coverage(n) < at_least + 0.1);
  }
}

TEST_CASE("few, equal and enormous answers give no figure that is no number") {
  CHECK_FALSE(measured({}, ten));
  CHECK_FALSE(measured(sums_of_all({4}), ten)->interval);
  const auto equal = measured(sums_of_all({4, 4, 4}), ten);
  CHECK(*equal->sd == 0);
  CHECK(equal->interval->high == near(8.8423121683));  // scipy
  CHECK(equal->interval->low == 0);
  const auto enormous = measured(sums_of_all({1e308, 9e307, 1e308}), ten);
  REQUIRE(enormous);
  CHECK(std::isfinite(enormous->mean));
  CHECK_FALSE(enormous->sd);
  CHECK_FALSE(enormous->interval);
  CHECK_FALSE(measured(sums_of_all({1e308, -1e308}), ten));  // the sums themselves overflow
  // Two answers of which one weighs next to nothing: an effective n a hair over 1, and a spread beyond all numbers.
  const auto lopsided = measured(sums_of_all({1, 9}, {1, 1e-200}), ten);
  REQUIRE(lopsided);
  CHECK_FALSE(lopsided->interval);
  AnswerSums weightless = sums_of_all({4, 5});
  weightless.weight = weightless.weight_squares = 0;
  CHECK_FALSE(measured(weightless, ten));
  CHECK(effective_n(weightless) == 0);
}

TEST_CASE("a share has Wilson's interval") {
  const struct {
    std::size_t count, of;
    double value, low, high;
  } cases[] = {
      // scipy; the first is two best points of an airport's survey
      {1154, 1710, 0.6748538012, 0.6522812029, 0.6966425537},
      {15, 148, 0.1013513514, 0.0623863995, 0.1604872417},
      {0, 10, 0, 0, 0.2775327999},
      {10, 10, 1, 0.7224672001, 1},
      {1, 1, 1, 0.2065493144, 1},
  };
  for (const auto& [count, of, value, low, high] : cases) {
    CAPTURE(count);
    const auto share = share_of(count, of);
    REQUIRE(share);
    CHECK(share->value == near(value));
    CHECK(share->interval.low == near(low));
    CHECK(share->interval.high == near(high));
  }
  CHECK_FALSE(share_of(0, 0));
  CHECK_FALSE(share_of(3, 2));
}

TEST_CASE("a net promoter score has the adjusted Wald interval") {
  // By hand: for 6, 1, 10 the centre is 5/13, the variance 8.5/13 − (5/13)² = 0.505917, so 0.384615 ± 1.959964·√(0.505917/13).
  const struct {
    double promoters, detractors, n, value, low, high;
  } cases[] = {
      {1436, 342, 2746, 39.84, 37.18, 42.41},
      {6, 1, 10, 50, -0.20, 77.13},
      {0, 0, 10, 0, -18.46, 18.46},  // √(1.5/13/13)·1.959964 = 0.18465
      {10, 0, 10, 100, 47.50, 100},
  };
  for (const auto& [promoters, detractors, n, value, low, high] : cases) {
    CAPTURE(promoters);
    const auto score = net_promoter(promoters, detractors, n);
    REQUIRE(score);
    CHECK(std::abs(score->value - value) < 0.006);
    CHECK(std::abs(score->interval.low - low) < 0.006);
    CHECK(std::abs(score->interval.high - high) < 0.006);
  }
  CHECK_FALSE(net_promoter(0, 0, 0));
  CHECK_FALSE(net_promoter(2, 2, 3));
  CHECK_FALSE(net_promoter(-1, 2, 3));
  CHECK_FALSE(net_promoter(1, std::nan(""), 3));
}

TEST_CASE("two means are compared by Welch's t with an answer more at either end of the scale") {
  const auto first = *measured(sums_of_all(first_wave), ten), second = *measured(sums_of_all(second_wave), ten);
  const auto difference = welch(first, second, ten);
  REQUIRE(difference);  // scipy: ttest_ind_from_stats of the moments with ends; 23.999195 degrees of freedom
  CHECK(difference->value == near(1.3166666667));
  CHECK(difference->p == near(0.3893320015));
  CHECK(difference->interval.low == near(-1.4347281073));
  CHECK(difference->interval.high == near(3.5537757263));
  const auto one_of_three = welch(first, second, ten, 1 - 0.05 / 3);
  REQUIRE(one_of_three);
  CHECK(one_of_three->interval.low == near(-2.0507616637));
  CHECK(one_of_three->interval.high == near(4.1698092828));
  CHECK_FALSE(welch(first, *measured(sums_of_all({4}), ten), ten));
}

TEST_CASE("where all agree, and later all agree on something else, that is a change") {
  const struct {
    double before, after;
    std::size_t n;
    double p;
  } cases[] = {
      // scipy, as above
      {9, 3, 100, 1.290051228377566e-114},
      {1, 5, 29, 3.6299653637224876e-14},
      {4, 4, 3, 1},
  };
  for (const auto& [before, after, n, p] : cases) {
    CAPTURE(before);
    const auto difference = welch(*measured(sums_of(n, before, 0.0, ten), ten), *measured(sums_of(n, after, 0.0, ten), ten), ten);
    REQUIRE(difference);
    CHECK(difference->p == near(p));
  }
}

TEST_CASE("Welch's test says of Student's sleep data what R says") {
  // R's help page of t.test, `t.test(extra ~ group, data = sleep)`: p = 0.07939, −3.3654832 to 0.2054832; SciPy 1.10: p = 0.0793941402
  const auto moments_of = [](const std::vector<double>& scores) {
    const auto measurement = *measured(sums_of_all(scores), {-10, 10});
    return Moments{measurement.n_effective, measurement.mean, *measurement.sd};
  };
  const auto difference = welch(moments_of({1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}),
                                moments_of({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}));
  REQUIRE(difference);
  CHECK(difference->p == near(0.0793941402));
  CHECK(difference->interval.low == doctest::Approx(-3.3654832).epsilon(1e-7));
  CHECK(difference->interval.high == doctest::Approx(0.2054832).epsilon(1e-6));
}

TEST_CASE("two shares are compared by Newcombe's difference") {
  // Newcombe 1998, 56 of 70 less 48 of 80 by method 10: 0.0524 to 0.3339; the digits and p by scipy's brentq on the same formula.
  const auto difference = share_change(*share_of(48, 80), *share_of(56, 70));
  CHECK(difference.value == near(0.2));
  CHECK(difference.interval.low == doctest::Approx(0.0524314724).epsilon(1e-6));
  CHECK(difference.interval.high == near(0.3338726540));
  CHECK(difference.p == near(0.0081331404));
  CHECK(share_change(*share_of(5, 9), *share_of(5, 9)).p == near(1));
  CHECK(share_change(*share_of(0, 1000), *share_of(1000, 1000)).p < 1e-100);
  CHECK(share_change(*share_of(0, 1), *share_of(1, 1)).interval.high == near(1));
}

TEST_CASE("two net promoter scores are compared by the adjusted Wald's difference") {
  const Recommendations good{100, 60, 20}, bad{100, 10, 70}, alike{100, 55, 20};
  const auto fell = net_promoter_change(good, bad), same = net_promoter_change(good, alike);
  REQUIRE(fell);  // scipy's normal distribution on the formula of the interval
  CHECK(fell->value == near(-100));
  CHECK(fell->interval.low == near(-117.2717503));
  CHECK(fell->interval.high == near(-76.9030070));
  CHECK(fell->p < 1e-20);
  CHECK(same->p == near(0.6617008852));
  CHECK_FALSE(net_promoter_change({}, bad));
}

TEST_CASE("p values are adjusted for how many were tested") {
  // Holm 1979 by hand: sorted 0.005·4, 0.01·3, 0.03·2, then 0.04·1 raised to the 0.06 before it.
  const std::vector<double> p = {0.01, 0.04, 0.03, 0.005};
  const std::vector<double> expected = {0.03, 0.06, 0.06, 0.02};
  const std::vector<double> adjusted = holm(p);
  REQUIRE(adjusted.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(adjusted[i] == near(expected[i]));
  CHECK(holm(std::vector<double>{0.9, 0.8}) == std::vector<double>{1, 1});
  CHECK(holm({}).empty());
  // R: p.adjust(c(.01, .02, .03, .04, .05), "holm")
  const std::vector<double> raised = {0.05, 0.08, 0.09, 0.09, 0.09}, found = holm(std::vector<double>{0.01, 0.02, 0.03, 0.04, 0.05});
  for (std::size_t i = 0; i < 5; ++i) CHECK(found[i] == near(raised[i]));
}

TEST_CASE("questions correlate as Pearson says") {
  // 1 2 3 4 5 with 2 1 4 3 5: Σdx² = Σdy² = 10, Σdxdy = 8 (scipy: 0.8)
  CHECK(*pearson(pairs(10, 10, 8)) == near(0.8));
  CHECK(*pearson(pairs(10, 10, -10)) == near(-1));
  CHECK_FALSE(pearson(pairs(0, 10, 0)));
  CHECK(*pearson(pairs(1e-320, 1e300, 1e-10)) <= 1);
}
