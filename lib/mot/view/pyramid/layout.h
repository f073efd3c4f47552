// Where everything in the pyramid goes: its floors, the rows of cards in them, and the lines between those.
#pragma once

#include <string>
#include <vector>

#include "mot/view/pyramid/drawing.h"
#include "mot/view/pyramid/lines.h"

namespace mot::pyramid {

inline constexpr double above_tracks = 10;
inline constexpr double between_tracks = 6;
inline constexpr double below_tracks = 16;  // room for an arrow

/// A line from a role to whom it asks, by the ids of their cards.
struct Asking {
  std::string from;
  std::string to;
};

/// Lines to each of those that somebody asks, and whom they join.
struct Lines {
  std::vector<Bundle> bundles;
  std::vector<std::vector<Asking>> askings;  ///< as the bundles
  Routes routes;                             ///< as the bundles
};

/// All that has a place, with the pyramid's axis at `axis` and its base at `base`.
struct Layout {
  std::vector<Floor> floors;
  Arrangement arrangement;
  Lines lines;
  double axis = 0;
  double base = 0;

  double y(double z) const { return base - z; }
  double half_width(double z) const { return arrangement.shape.half_width(z); }
};

/// The x of a card's left edge, with the axis at 0.
double left_of(const Row& row, const Floor& floor, std::size_t card);

/// The smallest pyramid that holds everybody: those who are asked below those who ask them, with room for the lines between.
Layout lay_out(PyramidDrawing& drawing);

}  // namespace mot::pyramid
