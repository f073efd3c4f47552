// The worst moment of a set of touchpoints: one rule for every picture and sentence that names one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/analysis.h"

namespace mot {

/// The touchpoint with the largest gap over 0, judged ones and those that happen only `when` something else did included; of equal gaps the
/// one with the better rank, then the more important, then the one whose id comes first. One that falls short by more than the green class
/// on answers that establish nothing comes behind all that surely do, as in the ranking. Where not one gap is known, the one that is lived
/// lowest, told apart in the same way. Nothing where no known moment falls short, or nothing is known.
std::optional<std::size_t> worst_moment(const Workspace& workspace, std::span<const Figures> figures,
                                        std::span<const std::size_t> touchpoints);

/// All that fall short, by the same rule, the worst first; each once.
std::vector<std::size_t> worst_moments(const Workspace& workspace, std::span<const Figures> figures,
                                       std::span<const std::size_t> touchpoints);

}  // namespace mot
