// Where everything in the pyramid goes: its floors, the rows of cards in them, and the lines between those.
#pragma once

#include "mot/view/pyramid/drawing.h"

namespace mot::pyramid {

inline constexpr double above_tracks = 10;
inline constexpr double between_tracks = 6;
inline constexpr double below_tracks = 16;  // room for an arrow

/// The x of a card's left edge, with the axis at 0.
double left_of(const Row& row, const Floor& floor, std::size_t card);

/// The smallest pyramid that holds everybody: those who are asked below those who ask them, with room for the lines between.
Layout lay_out(PyramidDrawing& drawing);

}  // namespace mot::pyramid
