// Linearised by respondent (Binder, International Statistical Review 51, 1983, 279; Wolter, Introduction to Variance Estimation, 2007): a
// sum of means varies as the factors' quadratic form in the covariances of the means. A respondent more at either end of the scale,
// who says the same of every moment, keeps the interval from being a point where all agree.
#include "mot/analysis/together.h"

#include <algorithm>
#include <cmath>
#include <utility>
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
struct PlacedTerm {
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
  std::vector<PlacedTerm> placed_in(const RespondentAnswers& source) const {
    std::vector<PlacedTerm> placed;
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
    const std::vector<PlacedTerm> places = index_.placed_in(source);
    if (places.empty()) return;
    double variance = 0, most = 0;
    for (const PlacedTerm& one : places) {
      for (const PlacedTerm& other : places) {
        const double shared = source.covariance(one.question, other.question);
        variance += factor(one) * factor(other) * shared;
        if (steps_) add_shared(one.term, other.term, one.share * other.share * shared);
      }
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
      const double apart = left * square(*term.mean->sd) * (n - 1) / square(n);
      variance_ += square(term.factor) * apart;
      if (steps_) add_shared(static_cast<std::size_t>(&term - terms_.data()), static_cast<std::size_t>(&term - terms_.data()), apart);
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
        const double at_low = term.of.factor * (scale.min - mean) / all, at_high = term.of.factor * (scale.max - mean) / all;
        const double shifted = term.factor * (term.mean->mean - mean) / std::sqrt(n);
        low += at_low, high += at_high, shift += shifted;
        if (steps_) keep_ends(steps_->ends[is_wish ? 1 : 0], at_low, at_high, shifted);
      }
      const double ends = answers_at_each_end * (square(low) + square(high)) + square(shift);
      variance_ += ends;
      if (steps_) steps_->ends[is_wish ? 1 : 0].variance = ends;
    }
  }
  /// Keeps how the variance comes about from here on.
  void keep(SumSteps& steps) {
    steps_ = &steps;
    for (const Term& term : terms_) steps.factors.push_back(term.factor);
    steps.parts.resize(terms_.size());
    steps.shared.resize(terms_.size());
  }
  std::optional<SumVariance> result() const {
    const double units = kind() == IntervalKind::clusters ? units_ : units_ + answers_at_ends;
    if (steps_) steps_->units = units;
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
  static void keep_ends(SumSteps::Ends& ends, double low, double high, double shift) {
    ends.lows.push_back(low);
    ends.highs.push_back(high);
    ends.shifts.push_back(shift);
  }
  void add_shared(std::size_t one, std::size_t other, double shared) {
    steps_->parts[one] += terms_[one].factor * terms_[other].factor * shared;
    if (one == 0) steps_->shared[other] += shared;
  }
  double factor(const PlacedTerm& place) const { return terms_[place.term].factor * place.share; }

  std::span<Term> terms_;
  Index index_;
  double variance_ = 0;
  double units_ = 0;
  bool is_clustered_ = false;
  bool is_apart_ = false;
  SumSteps* steps_ = nullptr;
};

/// Terms with their means; nothing where a spread is unknown, or there are none.
std::vector<Term> known_terms(std::span<const MeanTerm> terms, const Analysis& analysis) {
  std::vector<Term> known;
  for (const MeanTerm& term : terms) {
    const Measurement* const mean = measurement_of(term, analysis);
    if (!mean) return {};
    const double n = mean->n_effective;
    known.push_back({term, mean, term.factor * (n / (n + answers_at_ends))});
  }
  return known;
}

std::optional<SumVariance> variance_of(std::vector<Term>& known, const Analysis& analysis, const Scale& scale, SumSteps* steps) {
  Sum sum(known, analysis.touchpoints.size());
  if (steps) sum.keep(*steps);
  for (const RespondentAnswers& source : analysis.respondents) sum.add(source);
  sum.add_rest();
  sum.add_ends(scale);
  return sum.result();
}

/// One mean alone varies as its own interval says, with the effective n of its weights.
std::optional<SumVariance> variance_of_one(const Term& term, const Scale& scale) {
  const auto ends = with_ends(*term.mean, scale);
  const auto variance = ends ? finite(square(term.of.factor * ends->error())) : std::nullopt;
  if (!variance) return std::nullopt;
  if (ends->fewest > 0) return SumVariance{*variance, ends->fewest, IntervalKind::clusters};
  return SumVariance{*variance, ends->n - answers_at_ends, IntervalKind::mean};
}

}  // namespace

Moments SumVariance::moments(double mean) const {
  const double n = respondents + answers_at_ends;
  return {.n = n, .mean = mean, .sd = std::sqrt(variance * n), .fewest = kind == IntervalKind::clusters ? respondents : 0};
}

std::optional<SumVariance> variance_of_sum(std::span<const MeanTerm> terms, const Analysis& analysis, const Scale& scale) {
  std::vector<Term> known = known_terms(terms, analysis);
  if (known.empty()) return std::nullopt;
  return known.size() == 1 ? variance_of_one(known.front(), scale) : variance_of(known, analysis, scale, nullptr);
}

std::optional<SumSteps> steps_of_sum(std::span<const MeanTerm> terms, const Analysis& analysis, const Scale& scale) {
  std::vector<Term> known = known_terms(terms, analysis);
  SumSteps steps;
  return known.size() > 1 && variance_of(known, analysis, scale, &steps) ? std::optional(std::move(steps)) : std::nullopt;
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
