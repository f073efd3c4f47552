// What no customer sees and carries moments of the journey, without being on its path.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/picture/path_columns.h"

namespace mot::journey {

/// What carries moments of one row of columns.
struct Carrier {
  std::size_t touchpoint = 0;
  std::vector<std::size_t> columns;  ///< of the moments it carries, ascending, each once
};

/// By row of the plan; in each in the order of the touchpoints.
std::vector<std::vector<Carrier>> carriers_of(const Workspace& workspace, const PathColumns& plan);

}  // namespace mot::journey
