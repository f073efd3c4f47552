// What stands in which lane and column of a blueprint, before anything is measured.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/picture/path_columns.h"

namespace mot::blueprint {

/// A touchpoint in one row of the blueprint.
struct Piece {
  std::size_t touchpoint = 0;
  std::size_t column = 0;                ///< of the journey's plan
  bool is_main = false;                  ///< of the main path: the customer acts there
  std::optional<std::size_t> stop = {};  ///< of JourneyPath::stops; nothing of what only carries others
};

/// By index of Workspace::touchpoints: those behind the line of visibility that are written down as carrying it, in the order of the files.
using Carriers = std::vector<std::vector<std::size_t>>;
Carriers carriers_in(const Workspace& workspace);

/// The moments of a row of columns, then what carries them: touchpoints behind the line of visibility that support one of them, or
/// support what does; each in the column of the first it supports.
std::vector<Piece> pieces_of(const Carriers& carriers, const journey::PathColumns& plan, const journey::Band& band);

/// Whether the customer's own action says that they wait or queue.
bool is_wait(const Touchpoint& touchpoint);

}  // namespace mot::blueprint
