#include "mot/evidence/distribution.h"

#include <algorithm>
#include <numeric>

namespace mot {
namespace {

/// The first and the last point go to the first and the last fifth.
Distribution in_fifths(const Distribution& distribution) {
  if (distribution.points == 0) return distribution;
  Distribution result;
  for (std::size_t i = 0; i < distribution.points; ++i) {
    const std::size_t fifth = std::min(Distribution::fifths - 1, Distribution::fifths * i / (distribution.points - 1));
    result.counts[fifth] += distribution.counts[i];
    result.weights[fifth] += distribution.weights[i];
  }
  return result;
}

}  // namespace

std::size_t Distribution::n() const {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

void Distribution::join(const Distribution& other) {
  if (other.n() == 0) return;
  if (n() == 0) {
    *this = other;
    return;
  }
  const bool is_alike = points == other.points;
  const Distribution added = is_alike ? other : in_fifths(other);
  if (!is_alike) *this = in_fifths(*this);
  for (std::size_t i = 0; i < most_points; ++i) {
    counts[i] += added.counts[i];
    weights[i] += added.weights[i];
  }
}

}  // namespace mot
