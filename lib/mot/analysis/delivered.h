// The share of the desired experience that is delivered.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/analysis/journey_path.h"
#include "mot/analysis/together.h"

namespace mot {

/// How much of what is wanted at a touchpoint is lived there, 0 to 1: (actual − min)/(target − min), no less than nothing and no more
/// than all. A target at the scale's minimum is delivered whatever is lived. Else nothing where actual or target is unknown.
std::optional<double> delivered_share(const Figures& figures, const Scale& scale);

/// 100 · Σ importance · share / Σ importance over the touchpoints where both are known. `worst` and `best` are the ends of what it can be
/// once all is known: unknown shares anywhere from 0 to 1, unknown importances from 1 to 5.
Delivered delivered_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints, const Scale& scale);
/// The same with importance times weight, for a journey that not every customer travels the same way.
Delivered delivered_of(const std::vector<Figures>& figures, std::span<const Weighed> touchpoints, const Scale& scale);

/// What is delivered as a sum of means, and what that comes to: the share at each touchpoint with an answer more at either end of the
/// scale, linearised. A share is cut at 1: where all that is wanted is lived, its slope is as far as the gap's interval says that something
/// may be missing.
struct DeliveredTerms {
  std::vector<MeanTerm> terms;  ///< per cent a point
  double value = 0;             ///< per cent
};

DeliveredTerms delivered_terms(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale);
/// The same with importance times weight.
DeliveredTerms delivered_terms(const Analysis& analysis, std::span<const Weighed> touchpoints, const Scale& scale);

/// Fills in how well the value is known of those who answered, by its terms. Nothing where a spread is unknown.
void find_interval(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale, Delivered& delivered);
/// The same with importance times weight; the weights, which nobody says how well they are known, do not vary.
void find_interval(const Analysis& analysis, std::span<const Weighed> touchpoints, const Scale& scale, Delivered& delivered);

/// Whether nobody knows how far answers may be from what is lived or wanted: their spread is not known, or few answers deny what we state.
/// `sure_bounds_of` takes such a touchpoint as unknown.
bool is_of_unknown_spread(const Figures& figures, const Scale& scale);

/// What is surely delivered at least, and at most: the interval's ends, with what is unknown at worst and at best. Measured shares whose
/// spread nobody knows, or that rest on an effective n under 10, are unknown here.
std::optional<Interval> sure_bounds_of(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale);

/// How well the mean gap is known of those who answered; nothing where a spread is unknown or nothing is measured.
std::optional<Interval> mean_gap_interval_of(const Analysis& analysis, std::span<const std::size_t> touchpoints, const Scale& scale);

/// The mean of one of the scores of those whose gap is known, weighted by importance, in points; nothing where none is.
std::optional<double> mean_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints,
                              std::optional<double> Figures::*points);

/// The mean of the known gaps, weighted by importance, in points.
std::optional<double> mean_gap_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints);

}  // namespace mot
