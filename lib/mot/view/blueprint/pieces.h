// What stands in which lane and column of a blueprint, before anything is measured.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/picture/path_columns.h"

namespace mot::blueprint {

/// A moment in one row of the blueprint.
struct Piece {
  std::size_t touchpoint = 0;
  std::size_t column = 0;                ///< of the journey's plan
  bool is_main = false;                  ///< of the main path: the customer acts there
  std::optional<std::size_t> stop = {};  ///< of JourneyPath::stops
};

std::vector<Piece> pieces_of(const journey::PathColumns& plan, const journey::Band& band);

/// What no customer sees: a bar from the first to the last column of a row that it has to do with.
struct Span {
  std::size_t touchpoint = 0;
  std::optional<std::size_t> stop = {};  ///< of JourneyPath::stops, where it is on the path itself
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<std::size_t> carried = {};  ///< touchpoints of the row that it supports, or that what it supports does
  std::vector<std::size_t> columns = {};  ///< where these stand, ascending, each once
};

/// By their first column, those of one in the order of the files.
std::vector<Span> spans_of(const Workspace& workspace, const journey::PathColumns& plan, const journey::Band& band);

/// Whether the customer's own action says that they wait or queue.
bool is_wait(const Touchpoint& touchpoint);

}  // namespace mot::blueprint
