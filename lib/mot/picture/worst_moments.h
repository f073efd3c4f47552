// A journey of the moments that hurt most, where there is no room for all.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// A workspace one of whose journeys has lost moments.
struct Narrowed {
  Workspace workspace;
  std::vector<std::string> left_out;  ///< names of moments, the worst first
};

/// Keeps so many moments of a journey, the worst ones (analysis/worst.h), those that the verdict names before red moments of truth and
/// these before all others, in path order; what nobody knows goes first. Stages without moments go with them. The indices of touchpoints
/// and journeys, and so the figures, stay as they are.
Narrowed with_worst_moments(const PictureInput& input, std::size_t journey, std::size_t most);

}  // namespace mot
