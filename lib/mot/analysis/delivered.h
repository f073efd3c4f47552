// The share of the desired experience that is delivered.
#pragma once

#include <optional>
#include <span>

#include "mot/analysis/analysis.h"
#include "mot/analysis/journey_path.h"

namespace mot {

/// How much of what is wanted at a touchpoint is lived there, 0 to 1: (actual − min)/(target − min), no less than nothing and no more
/// than all. A target at the scale's minimum is always delivered. Nothing where actual or target is unknown.
std::optional<double> delivered_share(const Figures& figures, const Scale& scale);

/// 100 · Σ importance · share / Σ importance over the touchpoints where both are known. `worst` and `best` are the ends of what it can be
/// once all is known: unknown shares anywhere from 0 to 1, unknown importances from 1 to 5.
Delivered delivered_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints, const Scale& scale);
/// The same with importance times weight, for a journey that not every customer travels the same way.
Delivered delivered_of(const std::vector<Figures>& figures, std::span<const Weighed> touchpoints, const Scale& scale);

/// The mean of the known gaps, weighted by importance, in points.
std::optional<double> mean_gap_of(const std::vector<Figures>& figures, std::span<const std::size_t> touchpoints);

}  // namespace mot
