// Linearised by respondent (Binder, International Statistical Review 51, 1983, 279; Wolter, Introduction to Variance Estimation, 2007): a
// sum of means varies as the factors' quadratic form in the covariances of the means. A respondent more at either end of the scale,
// who says the same of every moment, keeps the interval from being a point where all agree.
#include "mot/analysis/together.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "mot/analysis/scores.h"

namespace mot {
namespace {

double square(double x) {
  return x * x;
}

/// A term with what is known of its mean.
struct Term {
  MeanTerm of;
  const Measurement* mean;
  double factor;     // of the mean as it is once the ends are in
  double known = 0;  // share of the weights whose respondents are told apart
};

const Measurement* measurement_of(const MeanTerm& term, const Analysis& analysis) {
  const Figures& figures = analysis.touchpoints[term.touchpoint];
  const auto& measurement = term.is_wish ? figures.wish : figures.measurement;
  return measurement && measurement->sd ? &*measurement : nullptr;
}

/// A term's question in one source.
struct Placed {
  std::size_t term;
  std::size_t question;
  double share;  // of the mean's weight
};

/// Terms by touchpoint and kind.
class Index {
 public:
  Index(std::span<const Term> terms, std::size_t touchpoints) : terms_(terms), places_(2 * touchpoints, terms.size()) {
    for (std::size_t i = 0; i < terms.size(); ++i) places_[2 * terms[i].of.touchpoint + (terms[i].of.is_wish ? 1 : 0)] = i;
  }
  std::vector<Placed> placed_in(const RespondentAnswers& source) const {
    std::vector<Placed> placed;
    for (std::size_t q = 0; q < source.questions.size(); ++q) {
      const RespondentQuestion& question = source.questions[q];
      const std::size_t term = places_[2 * question.touchpoint + (question.is_wish ? 1 : 0)];
      if (term == terms_.size() || !(question.weight > 0)) continue;
      placed.push_back({term, q, std::min(1.0, question.weight / static_cast<double>(terms_[term].mean->n))});
    }
    return placed;
  }

 private:
  std::span<const Term> terms_;
  std::vector<std::size_t> places_;  // the number of terms where there is none
};

/// What one source adds: variance, and who answered.
class Sum {
 public:
  Sum(std::span<Term> terms, std::size_t touchpoints) : terms_(terms), index_(terms, touchpoints) {}
  void add(const RespondentAnswers& source) {
    const std::vector<Placed> places = index_.placed_in(source);
    if (places.empty()) return;
    double variance = 0, most = 0;
    for (const Placed& one : places) {
      for (const Placed& other : places) variance += factor(one) * factor(other) * source.covariance(one.question, other.question);
      most = std::max(most, static_cast<double>(source.questions[one.question].n));
      terms_[one.term].known += one.share;
    }
    const double units = source.clusters > 0 ? clusters_counted(source.clusters) : most;
    variance_ += std::max(0.0, variance);
    units_ += units;
    is_clustered_ = is_clustered_ || source.clusters > 0;
  }
  void add_rest() {
    constexpr double nothing_left = 1e-9;
    double fewest = 0;
    for (const Term& term : terms_) {
      const double left = 1 - term.known, n = term.mean->n_effective;
      if (left <= nothing_left) continue;
      variance_ += square(term.factor) * left * square(*term.mean->sd) * (n - 1) / square(n);
      fewest = fewest > 0 ? std::min(fewest, left * n) : left * n;
      is_apart_ = true;
    }
    units_ += fewest;
  }
  /// The answers at the ends: who says the least, and who says the most, of everything that is lived, and of everything that is wished.
  void add_ends(const Scale& scale) {
    for (const bool is_wish : {false, true}) {
      double low = 0, high = 0, shift = 0;
      for (const Term& term : terms_) {
        if (term.of.is_wish != is_wish) continue;
        const double n = term.mean->n_effective, all = n + answers_at_ends, mean = mean_with_ends(n, term.mean->mean, scale);
        low += term.of.factor * (scale.min - mean) / all;
        high += term.of.factor * (scale.max - mean) / all;
        shift += term.factor * (term.mean->mean - mean) / std::sqrt(n);
      }
      variance_ += answers_at_each_end * (square(low) + square(high)) + square(shift);
    }
  }
  std::optional<SumVariance> result() const {
    const double units = kind() == IntervalKind::clusters ? units_ : units_ + answers_at_ends;
    const auto variance = finite(variance_ * units / (units - 1));
    if (!variance || !(units_ > 0)) return std::nullopt;
    return SumVariance{*variance, units_, kind()};
  }

 private:
  IntervalKind kind() const {
    if (is_clustered_ && !is_apart_) return IntervalKind::clusters;
    if (terms_.size() == 1) return IntervalKind::mean;
    return is_apart_ ? IntervalKind::as_if_others : IntervalKind::respondents;
  }
  double factor(const Placed& place) const { return terms_[place.term].factor * place.share; }

  std::span<Term> terms_;
  Index index_;
  double variance_ = 0;
  double units_ = 0;
  bool is_clustered_ = false;
  bool is_apart_ = false;
};

}  // namespace

Moments SumVariance::moments(double mean) const {
  const double n = respondents + answers_at_ends;
  return {.n = n, .mean = mean, .sd = std::sqrt(variance * n), .fewest = kind == IntervalKind::clusters ? respondents : 0};
}

std::optional<SumVariance> variance_of_sum(std::span<const MeanTerm> terms, const Analysis& analysis, const Scale& scale) {
  std::vector<Term> known;
  for (const MeanTerm& term : terms) {
    const Measurement* const mean = measurement_of(term, analysis);
    if (!mean) return std::nullopt;
    const double n = mean->n_effective;
    known.push_back({term, mean, term.factor * (n / (n + answers_at_ends))});
  }
  if (known.empty()) return std::nullopt;
  Sum sum(known, analysis.touchpoints.size());
  for (const RespondentAnswers& source : analysis.respondents) sum.add(source);
  sum.add_rest();
  sum.add_ends(scale);
  return sum.result();
}

std::optional<Moments> paired_gap(std::size_t touchpoint, const Analysis& analysis, const Scale& scale) {
  const MeanTerm terms[] = {{touchpoint, true, 1}, {touchpoint, false, -1}};
  const auto& lived = analysis.touchpoints[touchpoint].measurement;
  const auto& wished = analysis.touchpoints[touchpoint].wish;
  const auto one = lived ? with_ends(*lived, scale) : std::nullopt, other = wished ? with_ends(*wished, scale) : std::nullopt;
  const auto together = variance_of_sum(terms, analysis, scale);
  if (!one || !other || !together || together->kind == IntervalKind::as_if_others) return std::nullopt;
  return together->moments(other->mean - one->mean);
}

}  // namespace mot
