// Journeys inside journeys, as a tree to be read from above.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// A line of the tree.
struct TreeLine {
  std::size_t journey = 0;  ///< index of Workspace::journeys
  std::size_t depth = 0;    ///< 0: inside no other
  bool is_again = false;    ///< what is inside it stands where it came first
  bool operator==(const TreeLine&) const = default;
};

/// Each journey that holds others, and those that it holds, in the order of the files. Empty where no journey stands inside another one.
std::vector<TreeLine> journey_tree(const Workspace& workspace);

}  // namespace mot
