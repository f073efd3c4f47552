// The parts of a scale by which answers are counted: its points where they are few, else fifths.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "mot/evidence/distribution.h"

namespace mot::evidence {

/// Goodness is the distance of an answer from the worst end of its scale.
class ScaleParts {
 public:
  ScaleParts(double min, double max) {
    const double range = std::abs(max - min);
    const bool has_points = min == std::floor(min) && max == std::floor(max) && range < static_cast<double>(Distribution::most_points);
    if (has_points) {
      points_ = static_cast<std::size_t>(range) + 1;
      return;
    }
    width_ = range / static_cast<double>(Distribution::fifths);
    early_ = range * rounding;
  }
  std::size_t points() const { return points_; }  ///< 0 of fifths
  std::size_t parts() const { return points_ > 0 ? points_ : Distribution::fifths; }
  /// Where a part after the first begins.
  double begin_of(std::size_t part) const { return static_cast<double>(part) * width_ - early_; }
  std::size_t part_of(double goodness) const {
    return std::min(parts() - 1, static_cast<std::size_t>(std::max(0.0, (goodness + early_) / width_)));
  }

 private:
  static constexpr double rounding = 1e-9;  // what is at a border but for rounding is beyond it
  std::size_t points_ = 0;
  double width_ = 1;
  double early_ = 0.5;  // by how much a part begins before its point
};

}  // namespace mot::evidence
