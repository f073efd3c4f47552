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

/// s² of the answers, from the effective n.
std::optional<double> variance(const AnswerSums& sums, double n) {
  if (!sums.has_spread || !(n > 1)) return std::nullopt;
  return finite(std::max(0.0, sums.squares) / sums.weight * (n / (n - 1)));
}

std::optional<Interval> mean_interval(double mean, double n, double sd) {
  const auto t = t_quantile(0.975, n - 1);
  return t ? finite_interval(mean, *t * sd / std::sqrt(n)) : std::nullopt;
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

std::optional<Measurement> measured(const AnswerSums& sums) {
  if (sums.n == 0 || !(sums.weight > 0) || !finite(sums.mean)) return std::nullopt;
  Measurement result{.n = sums.n, .n_effective = effective_n(sums), .mean = sums.mean, .sd = {}, .interval = {}};
  if (const auto s2 = variance(sums, result.n_effective)) {
    result.sd = std::sqrt(*s2);
    result.interval = mean_interval(result.mean, result.n_effective, *result.sd);
  }
  return result;
}

AnswerSums sums_of(std::size_t n, double mean, std::optional<double> sd) {
  AnswerSums sums;
  if (n == 0) return sums;
  const auto count = static_cast<double>(n);
  sums.n = n;
  sums.weight = count;
  sums.weight_squares = count;
  sums.mean = mean;
  sums.squares = sd ? (count - 1) * *sd * *sd : 0;
  sums.has_spread = n == 1 || sd.has_value();
  return sums;
}

std::optional<Share> share_of(std::size_t count, std::size_t of) {
  if (of == 0 || count > of) return std::nullopt;
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(count) / n;
  constexpr double z2 = normal_quantile * normal_quantile;
  const double center = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half_width = normal_quantile / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  // At the ends of the range the formula gives exactly 0 and 1, but for rounding.
  const double low = count == 0 ? 0 : std::max(0.0, center - half_width);
  const double high = count == of ? 1 : std::min(1.0, center + half_width);
  return Share{.count = count, .of = of, .value = share, .interval = {low, high}};
}

std::optional<NetPromoter> net_promoter(double promoters, double detractors, double n) {
  if (!(n > 0) || !finite(n) || !(promoters >= 0) || !(detractors >= 0) || promoters + detractors > n * (1 + rounding_slack)) {
    return std::nullopt;
  }
  const double adjusted_n = n + 3;
  const double center = (promoters - detractors) / adjusted_n;
  const double variance = (promoters + detractors + 1.5) / adjusted_n - center * center;
  const double half_width = normal_quantile * std::sqrt(variance / adjusted_n);
  return NetPromoter{.value = 100 * (promoters - detractors) / n,
                     .interval = {std::max(-100.0, 100 * (center - half_width)), std::min(100.0, 100 * (center + half_width))}};
}

std::optional<Difference> welch(const Measurement& first, const Measurement& second, double confidence) {
  if (!first.sd || !second.sd) return std::nullopt;
  const double a = *first.sd / first.n_effective * *first.sd, b = *second.sd / second.n_effective * *second.sd;
  const double error = std::sqrt(a + b);
  if (!(error > 0) || !finite(error)) return std::nullopt;
  // Welch–Satterthwaite, in shares of a + b so that no square overflows.
  const double share = a / (a + b);
  const double degrees_of_freedom = 1 / (share * share / (first.n_effective - 1) + (1 - share) * (1 - share) / (second.n_effective - 1));
  const auto t = t_quantile(0.5 + confidence / 2, degrees_of_freedom);
  const double value = second.mean - first.mean;
  const auto interval = t ? finite_interval(value, *t * error) : std::nullopt;
  if (!interval) return std::nullopt;
  const double p = 2 * boost::math::cdf(StudentsT(degrees_of_freedom), -std::abs(value / error));
  return Difference{.value = value, .interval = *interval, .p = std::clamp(p, 0.0, 1.0)};
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

}  // namespace mot
