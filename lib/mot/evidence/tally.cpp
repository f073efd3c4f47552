#include "mot/evidence/tally.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mot::evidence {
namespace {

__extension__ using Integer128 = __int128;

/// Σ(x − mean of x)(y − mean of y) of n pairs of whole numbers, rounded once.
double whole_products(std::int64_t n, std::int64_t x, std::int64_t y, std::int64_t xy) {
  const auto scaled = static_cast<Integer128>(n) * xy - static_cast<Integer128>(x) * y;
  return static_cast<double>(scaled) / static_cast<double>(n);
}

/// A sum that is whole numbers and others.
ExactSum total(std::int64_t whole, ExactSum broken) {
  broken.add(static_cast<double>(whole));
  return broken;
}

void add_product(ExactSum& sum, double factor, const ExactSum& other, double by = 1) {
  sum.add_product(factor, other.high(), by);
  sum.add_product(factor, other.low(), by);
}

/// Σw(x − mean of x)(y − mean of y). What rounding alone can leave of equal answers is nothing; sums of an engine are rounded more.
double products(const ExactSum& weight, const ExactSum& x, const ExactSum& y, const ExactSum& xy, bool is_rounded) {
  const double rounding = is_rounded ? 1e-14 : 1e-28;
  const double x_mean = x.value() / weight.value(), y_mean = y.value() / weight.value();
  ExactSum about_means = xy;
  add_product(about_means, -y_mean, x);
  add_product(about_means, -x_mean, y);
  add_product(about_means, x_mean, weight, y_mean);
  return std::abs(about_means.value()) <= rounding * std::abs(xy.value()) ? 0 : about_means.value();
}

}  // namespace

void PartCounts::join(const PartCounts& other) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i] += other.counts[i];
    weights[i].add(other.weights[i]);
  }
  bottom_two += other.bottom_two;
  bottom_two_weight.add(other.bottom_two_weight);
}

void AnswerTally::add(const SummedAnswers& answers) {
  broken_n_ += static_cast<std::int64_t>(answers.n);
  top_two_ += static_cast<std::int64_t>(answers.top_two);
  broken_top_two_ += static_cast<std::int64_t>(answers.top_two);
  top_two_weight_.add(answers.top_two_weight);
  is_rounded_ = true;
  weight_.add(answers.weight);
  weight_squares_.add(answers.weight_squares);
  sum_.add(answers.sum);
  squares_.add(answers.squares);
}

void AnswerTally::join(const AnswerTally& other) {
  whole_n_ += other.whole_n_;
  whole_sum_ += other.whole_sum_;
  whole_squares_ += other.whole_squares_;
  broken_n_ += other.broken_n_;
  top_two_ += other.top_two_;
  broken_top_two_ += other.broken_top_two_;
  top_two_weight_.add(other.top_two_weight_);
  parts_.join(other.parts_);
  is_rounded_ = is_rounded_ || other.is_rounded_;
  weight_.add(other.weight_);
  weight_squares_.add(other.weight_squares_);
  sum_.add(other.sum_);
  squares_.add(other.squares_);
}

double AnswerTally::squares_about_mean() const {
  if (broken_n_ == 0) return whole_products(whole_n_, whole_sum_, whole_sum_, whole_squares_);
  const ExactSum sum = total(whole_sum_, sum_);
  const double squares = products(total(whole_n_, weight_), sum, sum, total(whole_squares_, squares_), is_rounded_);
  // Beyond what numbers can say a spread is as large as can be, not none.
  return std::isnan(squares) ? std::numeric_limits<double>::infinity() : std::max(0.0, squares);
}

AnswerSums AnswerTally::sums(const Conversion& conversion, double weight_factor, const SummedScale& scale) const {
  AnswerSums result;
  if (empty()) return result;
  result.n = n();
  result.weight = weight_factor * weight();
  result.weight_squares = weight_factor * weight_factor * (static_cast<double>(whole_n_) + weight_squares_.value());
  result.mean = conversion.at_origin + conversion.slope * mean();
  result.squares = weight_factor * conversion.slope * conversion.slope * squares_about_mean();
  if (scale.has_best_points) {
    result.top_two = static_cast<std::size_t>(top_two_);
    result.top_two_of = n();
    const double within = static_cast<double>(top_two_ - broken_top_two_) + top_two_weight_.value();
    result.top_two_weights = {weight_factor * within, result.weight, result.weight_squares};
  }
  add_parts(weight_factor, scale, result);
  return result;
}

void AnswerTally::add_parts(double weight_factor, const SummedScale& scale, AnswerSums& sums) const {
  Distribution found{.points = scale.points, .counts = parts_.counts, .weights = {}};
  for (std::size_t i = 0; i < found.weights.size(); ++i) found.weights[i] = weight_factor * parts_.weights[i].value();
  if (found.n() != n()) return;  // an engine did not say
  sums.distribution = found;
  if (!scale.has_best_points) return;
  sums.bottom_two = parts_.bottom_two;
  sums.bottom_two_of = n();
  sums.bottom_two_weights = {weight_factor * parts_.bottom_two_weight.value(), sums.weight, sums.weight_squares};
}

void PairTally::join(const PairTally& other) {
  whole_n_ += other.whole_n_;
  whole_x_ += other.whole_x_;
  whole_y_ += other.whole_y_;
  whole_xx_ += other.whole_xx_;
  whole_yy_ += other.whole_yy_;
  whole_xy_ += other.whole_xy_;
  broken_n_ += other.broken_n_;
  weight_.add(other.weight_);
  weight_squares_.add(other.weight_squares_);
  x_.add(other.x_);
  y_.add(other.y_);
  xx_.add(other.xx_);
  yy_.add(other.yy_);
  xy_.add(other.xy_);
  is_rounded_ = is_rounded_ || other.is_rounded_;
}

void PairTally::add(const SummedPairs& pairs) {
  broken_n_ += static_cast<std::int64_t>(pairs.n);
  weight_.add(pairs.weight);
  weight_squares_.add(pairs.weight_squares);
  x_.add(pairs.x);
  y_.add(pairs.y);
  xx_.add(pairs.xx);
  yy_.add(pairs.yy);
  xy_.add(pairs.xy);
  is_rounded_ = true;
}

PairSums PairTally::sums(const Conversion& of_x, const Conversion& of_y) const {
  PairSums result;
  if (empty()) return result;
  const auto about_means = [&](std::int64_t a, std::int64_t b, std::int64_t ab, const ExactSum& wa, const ExactSum& wb,
                               const ExactSum& wab) {
    if (broken_n_ == 0) return whole_products(whole_n_, a, b, ab);
    return products(total(whole_n_, weight_), total(a, wa), total(b, wb), total(ab, wab), is_rounded_);
  };
  result.n = static_cast<std::size_t>(whole_n_ + broken_n_);
  const double weight_factor = static_cast<double>(result.n) / total(whole_n_, weight_).value();
  result.weight = static_cast<double>(result.n);
  result.weight_squares = weight_factor * weight_factor * total(whole_n_, weight_squares_).value();
  result.x_squares = weight_factor * of_x.slope * of_x.slope * about_means(whole_x_, whole_x_, whole_xx_, x_, x_, xx_);
  result.y_squares = weight_factor * of_y.slope * of_y.slope * about_means(whole_y_, whole_y_, whole_yy_, y_, y_, yy_);
  result.products = weight_factor * of_x.slope * of_y.slope * about_means(whole_x_, whole_y_, whole_xy_, x_, y_, xy_);
  return result;
}

}  // namespace mot::evidence
