// The statistics behind every figure. Pure functions of numbers; what can't be worked out, or is not a finite number, is nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/evidence/answers.h"

namespace mot {

/// An interval, of 95 % confidence where nothing else is said.
struct Interval {
  double low = 0;
  double high = 0;
  bool contains(double value) const { return low <= value && value <= high; }
  bool operator==(const Interval&) const = default;
};

/// What was measured of one question: mean and spread in points.
struct Measurement {
  std::size_t n = 0;       ///< answers
  double n_effective = 0;  ///< of Kish, not rounded; as n where the answers weigh the same
  double mean = 0;
  std::optional<double> sd;
  std::optional<Interval> interval;
  std::size_t clusters = 0;  ///< groups of people who answered together; 0 where each answers for themselves
  bool operator==(const Measurement&) const = default;
};

/// A share with its Wilson interval, both from 0 to 1.
struct Share {
  std::size_t count = 0;
  std::size_t of = 0;
  double n_effective = 0;  ///< of Kish; `of` where all weigh the same
  double value = 0;        ///< of the weights
  Interval interval;
  bool operator==(const Share&) const = default;
};

/// A net promoter score and its interval, −100 to 100.
struct NetPromoter {
  double value = 0;
  Interval interval;
  bool operator==(const NetPromoter&) const = default;
};

/// A difference between two independent means, tested.
struct Difference {
  double value = 0;  ///< second less first
  Interval interval;
  double p = 1;  ///< two-sided, of no difference
  /// Of two one-sided tests of a difference as large as the margin that was given, or larger.
  std::optional<double> p_beyond_margin = {};
  bool operator==(const Difference&) const = default;
};

/// A difference of two means, and what a test of it goes by.
struct MeanDifference {
  double value = 0;  ///< second less first
  double error = 0;  ///< standard error, over 0
  double degrees_of_freedom = 0;

  /// The interval and p by Student's t; nothing where they are not finite.
  std::optional<Difference> tested(double confidence = 0.95) const;
  /// p of two one-sided tests of a difference of `margin` or more either way: the greater of both (Schuirmann, J. of Pharmacokinetics and
  /// Biopharmaceutics 15, 1987, 657–680).
  double p_beyond(double margin) const;
};

/// The quantile of the standard normal distribution that leaves 2.5 % on either side.
inline constexpr double normal_quantile = 1.959964;
/// How many answers more intervals and tests count at each end of the scale; `docs/statistics.md` says why as many.
inline constexpr double answers_at_each_end = 1;
/// The same at both ends together.
inline constexpr double answers_at_ends = 2 * answers_at_each_end;
/// How much two figures may differ by floating arithmetic alone, as a share of the range they lie on.
inline constexpr double rounding_slack = 1e-9;

/// The number, or nothing where it is not finite.
std::optional<double> finite(double number);

/// The quantile of Student's t distribution; nothing where `degrees_of_freedom` (may be broken) is not over 0, or the quantile overflows.
std::optional<double> t_quantile(double probability, double degrees_of_freedom);

/// (Σw)² / Σw²: how many answers of equal weight would be as telling (Kish, Survey Sampling, 1965). 0 without answers.
double effective_n(const AnswerSums& sums);

/// The mean; s with n the effective n, s² = Σw(x − mean)²/Σw · n/(n − 1); and the interval of `with_ends`, mean' ± t(0.975, n + 1)·s'/√(n +
/// 2), cut at the scale's ends. s and the interval are unknown of a single answer and with an effective n under 2; nothing without answers.
std::optional<Measurement> measured(const AnswerSums& sums, const Scale& scale);

/// What an interval or a test of means goes by.
struct Moments {
  double n = 0;  ///< effective
  double mean = 0;
  double sd = 0;
  double fewest = 0;  ///< of what degrees of freedom go by, where that is fewer than n: clusters; else 0

  double degrees_of_freedom() const { return (fewest > 0 && fewest < n ? fewest : n) - 1; }
  double error() const;  ///< standard error of the mean
  bool operator==(const Moments&) const = default;
};

/// The mean's interval, unadjusted for many; nothing where it is not finite.
std::optional<Interval> interval_of(const Moments& moments);

/// What degrees of freedom and variances of clusters go by; one cluster, which says nothing of others, counts as two. 0 where there are
/// none.
double clusters_counted(std::size_t clusters);

/// The mean once `answers_at_ends` are in; `n` is effective.
double mean_with_ends(double n, double mean, const Scale& scale);

/// The answers and one more at either end of the scale: an effective n of two more.
///
/// Student's interval covers too little near the ends of a scale, and is a point where all answer the same. An answer at either end
/// does for a mean what the adjusted Wald interval does for a share (Agresti, Coull, The American Statistician 52, 1998, 119–126).
/// Nothing where s is unknown.
std::optional<Moments> with_ends(const Measurement& measurement, const Scale& scale);

/// The largest Σ(x − mean)² that `n` answers on a scale can have: as if each stood at one end of it.
double largest_squares(std::size_t n, double mean, const Scale& scale);

/// The answers behind a mean that was given as n, mean and standard deviation; without the last, and n over 1, their spread is supposed
/// to be the largest that such a mean allows.
AnswerSums sums_of(std::size_t n, double mean, std::optional<double> sd, const Scale& scale);

/// Wilson's score interval for a share (Wilson, JASA 22, 1927, 209–212). Nothing where `of` is 0 or less than `count`.
std::optional<Share> share_of(std::size_t count, std::size_t of);

/// The same of answers that may weigh differently: the share of their weights, Wilson's interval on Kish's effective n.
std::optional<Share> share_of(const CountedShare& share);

/// A share that is known as a value and an effective n, with its counts.
std::optional<Share> share_of(std::size_t count, std::size_t of, double value, double n_effective);

/// Promoters less detractors in per cent of n; weighted ones as shares of the effective n. The interval is the adjusted Wald: a trinomial
/// with three answers added, 0.75 to each of the outer kinds (Rocks, The American Statistician 70, 2016, 365–372), cut at −100 and 100.
/// Nothing where n is not over 0 or less than both together.
std::optional<NetPromoter> net_promoter(double promoters, double detractors, double n);

/// Second less first, by Welch's t on effective n (Welch, Biometrika 34, 1947, 28–35); the interval and p go by both `with_ends`, and the
/// interval is cut at the scale's range. `confidence` is 0.95 or another share. Nothing where a spread is unknown.
std::optional<Difference> welch(const Measurement& first, const Measurement& second, const Scale& scale, double confidence = 0.95);

/// The same of what is given, without anything at the ends.
std::optional<Difference> welch(const Moments& first, const Moments& second, double confidence = 0.95);
std::optional<MeanDifference> welch_difference(const Moments& first, const Moments& second);

/// Second less first, from 0 to 1, by Newcombe's square-and-add of two Wilson intervals (Statistics in Medicine 17, 1998, 873–890, method
/// 10); p is one less the confidence at which that interval ends at 0.
Difference share_change(const Share& first, const Share& second);
/// p of two one-sided tests of a difference of `margin`, 0 to 1, or more: half of what is left of the confidence at which the interval of
/// `share_change` reaches the margin; 1 where the difference itself does.
double p_share_change_beyond(const Share& first, const Share& second, double margin);

/// Answers to "would you recommend us", as numbers of equal weight that would be as telling.
struct Recommendations {
  double n = 0;
  double promoters = 0;
  double detractors = 0;
  bool operator==(const Recommendations&) const = default;
};

/// Second less first, −200 to 200, by the normal distribution; each is adjusted as `net_promoter` adjusts it. Nothing without answers.
std::optional<Difference> net_promoter_change(const Recommendations& first, const Recommendations& second);
/// p of two one-sided tests of a difference of `margin`, 0 to 200, or more.
std::optional<double> p_net_promoter_change_beyond(const Recommendations& first, const Recommendations& second, double margin);

/// p values adjusted for how many were tested, in the order given (Holm, Scand. J. of Statistics 6, 1979, 65–70).
std::vector<double> holm(std::span<const double> p);

/// Fisher's interval of a correlation, by the effective n of its pairs (Fisher, Metron 1, 1921). Nothing under an effective n over 3, or
/// where all pairs lie on one line.
std::optional<Interval> pearson_interval(const PairSums& sums);

/// Pearson's correlation, −1 to 1. Nothing where either question has the same answer throughout.
std::optional<double> pearson(const PairSums& sums);

}  // namespace mot
