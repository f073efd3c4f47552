// Several means together: how much a sum of them varies, when the same people stand behind many of them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// A mean in a sum, and what it is multiplied by.
struct MeanTerm {
  std::size_t touchpoint = 0;  ///< index of Analysis::touchpoints
  bool is_wish = false;        ///< what is desired; else the actual
  double factor = 0;
};

/// How much such a sum varies by chance.
struct SumVariance {
  double variance = 0;
  double respondents = 0;  ///< who answered, at least; clusters where they are told apart
  IntervalKind kind = IntervalKind::respondents;

  /// The sum as a test sees it.
  Moments moments(double mean) const;
};

/// How such a variance comes about: Σ factor · Σ factor · shared over all pairs of terms, what the answers at the ends add, and
/// units/(units − 1) of it all.
struct SumSteps {
  std::vector<double> factors;  ///< of each term, times n/(n + answers at the ends)
  std::vector<double> parts;    ///< of each term: factor · Σ factor · shared
  std::vector<double> shared;   ///< what the means of all terms share with that of the first one
  /// What is lived, and what is wished.
  struct Ends {
    std::vector<double> lows;    ///< what a respondent who says the least of everything adds by each term
    std::vector<double> highs;   ///< the same of one who says the most
    std::vector<double> shifts;  ///< what the means' move to the middle adds
    double variance = 0;         ///< squares of the sums of these three
  };
  Ends ends[2];
  double units = 0;
};

/// Of more than one term, as `variance_of_sum` works them out; nothing where that is nothing.
std::optional<SumSteps> steps_of_sum(std::span<const MeanTerm> terms, const Analysis& analysis, const Scale& scale);

/// The variance of Σ factor · mean, with an answer more at either end of the scale in each mean, as `with_ends` has it: of one mean
/// it is that mean's. What the same people answered goes by their covariances; what nobody can be told apart of counts as answers of other
/// people. Nothing where a spread is unknown, or there are no terms.
std::optional<SumVariance> variance_of_sum(std::span<const MeanTerm> terms, const Analysis& analysis, const Scale& scale);

/// The gap of a touchpoint to what the same people wish, with an error that goes by both answers of each. Nothing where not all of them can
/// be told apart, or other people were asked for their wishes.
std::optional<Moments> paired_gap(std::size_t touchpoint, const Analysis& analysis, const Scale& scale);

}  // namespace mot
