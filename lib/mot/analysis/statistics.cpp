#include "mot/analysis/statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace mot {
namespace {

/// Boost throws on an overflow unless told otherwise; here infinity comes back and is turned into nothing.
using Quiet = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
using StudentsT = boost::math::students_t_distribution<double, Quiet>;

std::optional<Interval> finite_interval(double center, double half_width) {
  const auto low = finite(center - half_width), high = finite(center + half_width);
  return low && high ? std::optional(Interval{*low, *high}) : std::nullopt;
}

/// Fewer answers than this have no spread.
constexpr double fewest_for_spread = 2;

/// s² of the answers, from the effective n.
std::optional<double> variance(const AnswerSums& sums, double n) {
  if (sums.n < 2 || n < fewest_for_spread * (1 - rounding_slack)) return std::nullopt;
  return finite(std::max(0.0, sums.squares) / sums.weight * (n / (n - 1)));
}

Interval cut(const Interval& interval, double least, double most) {
  return {std::clamp(interval.low, least, most), std::clamp(interval.high, least, most)};
}

std::optional<Interval> mean_interval(const Measurement& measurement, const Scale& scale) {
  const auto ends = with_ends(measurement, scale);
  const auto interval = ends ? interval_of(*ends) : std::nullopt;
  return interval ? std::optional(cut(*interval, scale.min, scale.max)) : std::nullopt;
}

/// The ends of Wilson's interval at a quantile of the normal distribution.
Interval wilson(double share, double n, double z) {
  const double z2 = z * z;
  const double center = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half_width = z / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  // At the ends of the range the formula gives exactly 0 and 1, but for rounding.
  return {share == 0 ? 0 : std::max(0.0, center - half_width), share == 1 ? 1 : std::min(1.0, center + half_width)};
}

/// Shares of promoters less detractors with three answers added, 0.75 to each of the outer kinds; variance of one answer.
struct AdjustedRecommendations {
  double n;
  double center;
  double variance;
};

AdjustedRecommendations adjusted(const Recommendations& answers) {
  const double n = answers.n + 3, center = (answers.promoters - answers.detractors) / n;
  return {n, center, (answers.promoters + answers.detractors + 1.5) / n - center * center};
}

/// How likely it is to lie z or more away from the middle of the standard normal distribution.
double two_sided(double z) {
  return std::erfc(z / std::sqrt(2.0));
}

/// Newcombe's interval of second less first, at a quantile of the normal distribution.
Interval share_change_at(const Share& first, const Share& second, double z) {
  const Interval one = wilson(first.value, first.n_effective, z), other = wilson(second.value, second.n_effective, z);
  const double value = second.value - first.value;
  return {value - std::hypot(second.value - other.low, one.high - first.value),
          value + std::hypot(other.high - second.value, first.value - one.low)};
}

/// The least z whose interval is not inside any more; it grows with z, so that one lies between nothing and the most that numbers tell
/// apart.
template <class IsInside>
double quantile_where(const IsInside& is_inside) {
  double inside = 0, outside = 40;
  for (int i = 0; i < 100; ++i) {
    const double z = (inside + outside) / 2;
    (is_inside(z) ? inside : outside) = z;
  }
  return outside;
}

/// The difference of the adjusted scores and its standard error, both as shares.
struct RecommendationChange {
  double value;
  double error;
};

std::optional<RecommendationChange> recommendation_change(const Recommendations& first, const Recommendations& second) {
  if (!(first.n > 0) || !(second.n > 0)) return std::nullopt;
  const AdjustedRecommendations one = adjusted(first), other = adjusted(second);
  const double error = std::sqrt(one.variance / one.n + other.variance / other.n);
  return error > 0 && finite(error) ? std::optional(RecommendationChange{other.center - one.center, error}) : std::nullopt;
}

}  // namespace

std::optional<double> finite(double number) {
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<double> t_quantile(double probability, double degrees_of_freedom) {
  if (!(degrees_of_freedom > 0) || !(probability > 0 && probability < 1)) return std::nullopt;
  return finite(boost::math::quantile(StudentsT(degrees_of_freedom), probability));
}

double effective_n(const AnswerSums& sums) {
  if (!(sums.weight_squares > 0)) return 0;
  return finite(sums.weight / sums.weight_squares * sums.weight).value_or(0);
}

std::optional<Measurement> measured(const AnswerSums& sums, const Scale& scale) {
  if (sums.n == 0 || !(sums.weight > 0) || !finite(sums.mean)) return std::nullopt;
  Measurement result{.n = sums.n, .n_effective = effective_n(sums), .mean = sums.mean, .sd = {}, .interval = {}, .clusters = sums.clusters};
  if (const auto s2 = variance(sums, result.n_effective)) {
    result.sd = std::sqrt(*s2);
    result.interval = mean_interval(result, scale);
  }
  return result;
}

double clusters_counted(std::size_t clusters) {
  constexpr std::size_t fewest = 2;
  return clusters > 0 ? static_cast<double>(std::max(clusters, fewest)) : 0;
}

double mean_with_ends(double n, double mean, const Scale& scale) {
  return (n * mean + answers_at_ends * scale.middle()) / (n + answers_at_ends);
}

std::optional<Moments> with_ends(const Measurement& measurement, const Scale& scale) {
  if (!measurement.sd || !(measurement.n_effective > 1) || !(scale.range() > 0)) return std::nullopt;
  const double n = measurement.n_effective, sd = *measurement.sd;
  const double all = n + answers_at_ends, mean = mean_with_ends(n, measurement.mean, scale);
  const auto square = [](double x) { return x * x; };
  // Each answer at an end is half a range away from the middle, their mean; the rest is the distance of both means.
  const double squares =
      (n - 1) * square(sd) + answers_at_ends * (square(scale.range() / 2) + square(measurement.mean - scale.middle()) * (n / all));
  const auto variance = finite(squares / (all - 1));
  if (!variance || !finite(mean)) return std::nullopt;
  return Moments{.n = all, .mean = mean, .sd = std::sqrt(*variance), .fewest = clusters_counted(measurement.clusters)};
}

double Moments::error() const {
  return sd / std::sqrt(n);
}

std::optional<Interval> interval_of(const Moments& moments) {
  const auto t = t_quantile(0.975, moments.degrees_of_freedom());
  return t ? finite_interval(moments.mean, *t * moments.error()) : std::nullopt;
}

double largest_squares(std::size_t n, double mean, const Scale& scale) {
  return static_cast<double>(n) * std::max(0.0, mean - scale.min) * std::max(0.0, scale.max - mean);
}

AnswerSums sums_of(std::size_t n, double mean, std::optional<double> sd, const Scale& scale) {
  AnswerSums sums;
  if (n == 0) return sums;
  const auto count = static_cast<double>(n);
  sums.n = n;
  sums.weight = count;
  sums.weight_squares = count;
  sums.mean = mean;
  sums.has_spread = n == 1 || sd.has_value();
  if (n > 1) sums.squares = sd ? (count - 1) * *sd * *sd : largest_squares(n, mean, scale);
  return sums;
}

std::optional<Share> share_of(std::size_t count, std::size_t of) {
  return share_of(CountedShare{count, of});
}

std::optional<Share> share_of(const CountedShare& share) {
  if (share.of == 0 || share.within > share.of) return std::nullopt;
  const ShareWeights weights = share.known_weights();
  return share_of(share.within, share.of, weights.within / weights.all, weights.all / weights.all_squares * weights.all);
}

std::optional<Share> share_of(std::size_t count, std::size_t of, double value, double n_effective) {
  if (of == 0 || count > of || !finite(value) || !finite(n_effective) || !(n_effective > 0)) return std::nullopt;
  // None and all stay so: weights are summed in an order that rounding knows.
  const double share = count == 0 ? 0 : count == of ? 1 : std::clamp(value, 0.0, 1.0);
  return Share{
      .count = count, .of = of, .n_effective = n_effective, .value = share, .interval = wilson(share, n_effective, normal_quantile)};
}

std::optional<NetPromoter> net_promoter(double promoters, double detractors, double n) {
  if (!(n > 0) || !finite(n) || !(promoters >= 0) || !(detractors >= 0) || promoters + detractors > n * (1 + rounding_slack)) {
    return std::nullopt;
  }
  const auto [adjusted_n, center, variance] = adjusted({n, promoters, detractors});
  const double half_width = normal_quantile * std::sqrt(variance / adjusted_n);
  return NetPromoter{.value = 100 * (promoters - detractors) / n,
                     .interval = cut({100 * (center - half_width), 100 * (center + half_width)}, -100, 100)};
}

std::optional<Difference> welch(const Measurement& first, const Measurement& second, const Scale& scale, double confidence) {
  const auto one = with_ends(first, scale), other = with_ends(second, scale);
  const auto value = finite(second.mean - first.mean);
  auto difference = one && other && value ? welch(*one, *other, confidence) : std::nullopt;
  if (!difference) return std::nullopt;
  difference->value = *value;
  difference->interval = cut(difference->interval, -scale.range(), scale.range());
  return difference;
}

std::optional<Difference> MeanDifference::tested(double confidence) const {
  const auto t = t_quantile(0.5 + confidence / 2, degrees_of_freedom);
  const auto interval = t ? finite_interval(value, *t * error) : std::nullopt;
  if (!interval) return std::nullopt;
  const double p = 2 * boost::math::cdf(StudentsT(degrees_of_freedom), -std::abs(value / error));
  return Difference{.value = value, .interval = *interval, .p = std::clamp(p, 0.0, 1.0)};
}

double MeanDifference::p_beyond(double margin) const {
  return boost::math::cdf(StudentsT(degrees_of_freedom), -(margin - std::abs(value)) / error);
}

std::optional<MeanDifference> welch_difference(const Moments& first, const Moments& second) {
  const double a = first.sd / first.n * first.sd, b = second.sd / second.n * second.sd;
  const double error = std::sqrt(a + b);
  if (!(error > 0) || !finite(error)) return std::nullopt;
  // Welch–Satterthwaite, in shares of a + b so that no square overflows.
  const double share = a / (a + b);
  const double degrees_of_freedom =
      1 / (share * share / first.degrees_of_freedom() + (1 - share) * (1 - share) / second.degrees_of_freedom());
  const double value = second.mean - first.mean;
  if (!(degrees_of_freedom > 0) || !finite(value)) return std::nullopt;
  return MeanDifference{value, error, degrees_of_freedom};
}

std::optional<Difference> welch(const Moments& first, const Moments& second, double confidence) {
  const auto difference = welch_difference(first, second);
  return difference ? difference->tested(confidence) : std::nullopt;
}

Difference share_change(const Share& first, const Share& second) {
  // The interval grows with z from the difference alone, so the z at which it reaches 0 lies between.
  const double reaches_nothing = quantile_where([&](double z) { return !share_change_at(first, second, z).contains(0); });
  return {
      .value = second.value - first.value, .interval = share_change_at(first, second, normal_quantile), .p = two_sided(reaches_nothing)};
}

double p_share_change_beyond(const Share& first, const Share& second, double margin) {
  if (std::abs(second.value - first.value) >= margin) return 1;
  const double reaches_margin = quantile_where([&](double z) {
    const Interval interval = share_change_at(first, second, z);
    return -margin < interval.low && interval.high < margin;
  });
  return two_sided(reaches_margin) / 2;
}

std::optional<Difference> net_promoter_change(const Recommendations& first, const Recommendations& second) {
  const auto change = recommendation_change(first, second);
  if (!change) return std::nullopt;
  const double value = (second.promoters - second.detractors) / second.n - (first.promoters - first.detractors) / first.n;
  const auto interval = finite_interval(100 * change->value, 100 * normal_quantile * change->error);
  if (!interval) return std::nullopt;
  return Difference{.value = 100 * value, .interval = cut(*interval, -200, 200), .p = two_sided(std::abs(change->value) / change->error)};
}

std::optional<double> p_net_promoter_change_beyond(const Recommendations& first, const Recommendations& second, double margin) {
  const auto change = recommendation_change(first, second);
  if (!change) return std::nullopt;
  return two_sided((margin / 100 - std::abs(change->value)) / change->error) / 2;
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double largest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    largest = std::max(largest, std::min(1.0, static_cast<double>(order.size() - i) * p[order[i]]));
    adjusted[order[i]] = largest;
  }
  return adjusted;
}

std::optional<double> pearson(const PairSums& sums) {
  if (!(sums.x_squares > 0) || !(sums.y_squares > 0)) return std::nullopt;
  const auto r = finite(sums.products / std::sqrt(sums.x_squares) / std::sqrt(sums.y_squares));
  return r ? std::optional(std::clamp(*r, -1.0, 1.0)) : std::nullopt;
}

std::optional<Interval> pearson_interval(const PairSums& sums) {
  const auto r = pearson(sums);
  const double n = sums.weight_squares > 0 ? sums.weight / sums.weight_squares * sums.weight : 0;
  if (!r || !(n > 3) || !finite(n)) return std::nullopt;
  const auto z = finite(std::atanh(*r));
  if (!z) return std::nullopt;
  const double half_width = normal_quantile / std::sqrt(n - 3);
  return Interval{std::tanh(*z - half_width), std::tanh(*z + half_width)};
}

}  // namespace mot
