// Lines from roles to those they ask, between the cards.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/picture/scene.h"

namespace mot::pyramid {

/// A row of cards as lines see it: they pass between its cards and beside them.
struct Fence {
  std::vector<double> lefts;  ///< of its cards, from left to right
  double card_width = 0;
  double left = 0;  ///< lines keep between these
  double right = 0;
};

/// Where a card stands: its row from the top, and which one there.
struct Seat {
  std::size_t row = 0;
  std::size_t card = 0;
};

/// All lines that lead to one card; they run together where they can.
struct Bundle {
  Seat to;
  std::vector<Seat> from;  ///< in rows above
};

/// A bend's place: x, and the track it runs on in the strip below a row; tracks are counted from above.
struct Bend {
  double x = 0;
  std::size_t row = 0;
  std::size_t track = 0;
};

/// A line: down from its card at `start`, along the bends' tracks, down to the other card at `end`. A bundle's first line goes all the
/// way; the others have no end and join it below the row they come from.
struct Route {
  double start = 0;
  std::vector<Bend> bends;  ///< two for each strip
  std::optional<double> end;
};

struct Routes {
  std::vector<std::vector<Route>> routes;  ///< by bundle, then by where it comes from
  std::vector<std::size_t> tracks;         ///< by row: how many the strip below it holds
};

/// No two bundles share a track where they would touch, nor a way down.
Routes route(std::span<const Fence> rows, std::span<const Bundle> bundles);

}  // namespace mot::pyramid
