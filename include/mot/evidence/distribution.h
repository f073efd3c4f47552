// How answers spread over their scale.
#pragma once

#include <array>
#include <cstddef>

namespace mot {

/// Answers by the points of a scale of whole numbers, where it has at most 11, else by fifths of its range; the worst first. An answer
/// between two points counts to the nearer one, to the better one of two as near.
struct Distribution {
  static constexpr std::size_t most_points = 11;
  static constexpr std::size_t fifths = 5;

  std::size_t points = 0;  ///< of the scale; 0 where the parts are fifths
  std::array<std::size_t, most_points> counts{};
  std::array<double, most_points> weights{};  ///< Σw

  std::size_t parts() const { return points > 0 ? points : fifths; }
  std::size_t n() const;  ///< answers whose place is known
  /// Pools two; those of scales that have another number of points meet in fifths.
  void join(const Distribution& other);
  bool operator==(const Distribution&) const = default;
};

}  // namespace mot
