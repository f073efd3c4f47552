// Branches of a story: cards on tracks of their own under the card they follow from, and the ways that lead to, along and from them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "mot/picture/inner_card.h"
#include "mot/story/cards.h"

namespace mot::story {

/// Whether a branch, or a journey on one, hangs under a column; moments that are only conditional themselves hang without a track.
bool has_tracks(const PathColumns& plan, std::size_t column);

/// `if the flight is cancelled (12 %)`: of the branches that begin with a stop. Empty where none does.
std::string condition_text(const StoryDrawing& drawing, std::size_t stop);

/// `on at 9 Boarding call`, `back to 3 Choose a seat`, `leaves the journey`: of the branches that end with a stop, but where they go on at
/// the next column.
std::string way_on_text(const StoryDrawing& drawing, std::size_t stop);

/// What hangs on a track, before it has a place.
struct Hanging {
  journey::Aside aside;
  double indent = 0;
  double height = 0;
  CardText visit;
  InnerCard inner;
  std::vector<Line> note;  ///< of a branch without steps
};

std::vector<Hanging> hanging_under(StoryDrawing& drawing, std::size_t column, double width);

/// Where cards of a row came to stand, by stop; notes of branches without steps by branch.
struct PlacedStops {
  struct Place {
    std::string id;
    Box box;
  };
  std::map<std::size_t, Place> stops;
  std::map<std::size_t, Place> notes;
};

/// Cards of a column's tracks from `top` on; returns their lower edge.
double put_tracks(StoryDrawing& drawing, const Row& row, std::size_t column, double top, PlacedStops& placed);

/// A way from a track to a card of the row, above the cards.
struct WayAbove {
  std::size_t way = 0;  ///< of JourneyPath::ways
  std::size_t from_column = 0;
  std::size_t to_column = 0;
  std::size_t level = 0;
};

std::vector<WayAbove> ways_above(const StoryDrawing& drawing, const Row& row);
/// Points that they take over the cards.
double height_of_ways(const std::vector<WayAbove>& ways);

/// Needs all cards of the row in place, the upper edge of the main ones at `top`.
void draw_ways(StoryDrawing& drawing, const Row& row, const std::vector<WayAbove>& above, const PlacedStops& placed, double top);

}  // namespace mot::story
