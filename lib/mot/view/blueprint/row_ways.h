// Arrows between the boxes of the customer's row, along the ways that somebody can take.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/picture/signs.h"
#include "mot/view/blueprint/drawing.h"

namespace mot::blueprint {

inline double branch_width_in(const BlueprintDrawing& drawing) {
  return drawing.card_width() - drawing.insets().branch;
}

inline constexpr double beside_row = 6;  // from boxes to ways that run above or under all of them

/// From what the customer does to what they do next.
Sign<ArrowLook> next_step(const Theme& theme);

/// A box of the row.
struct RowBox {
  std::string id;
  Box box;
  std::size_t column = 0;             ///< of PathColumns::columns
  std::optional<std::size_t> stop;    ///< of JourneyPath::stops
  std::optional<std::size_t> branch;  ///< of JourneyPath::branches: one without stops, which only leads on
  bool is_main = false;
};

/// Free height for ways that go past boxes: back to earlier ones above the row, on to later ones under it.
struct WaysRoom {
  double above = 0;
  double below = 0;
};
WaysRoom room_for_ways(const journey::PathColumns& plan, const journey::Band& band);

/// The levels next to the boxes at which such ways run; further ones lie further out.
struct FirstLevels {
  double above = 0;
  double below = 0;
};
void draw_row_ways(BlueprintDrawing& drawing, const std::vector<RowBox>& boxes, const FirstLevels& levels);

}  // namespace mot::blueprint
