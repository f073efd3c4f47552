// The tables of the matrix: which touchpoints stand in which column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/workspace.h"

namespace mot::matrix {

/// Indices of Workspace::touchpoints.
using Touchpoints = std::vector<std::size_t>;

struct Column {
  std::string id;
  std::string name;
  Touchpoints touchpoints;
};

/// A table of the picture: its columns, and the departments that stand in them.
struct Block {
  std::string id;
  std::string title;
  std::vector<Column> columns;
  std::vector<std::optional<std::size_t>> departments;
};

/// Of them those of one department, or of none.
Touchpoints of_department(const Workspace& workspace, const Touchpoints& all, std::optional<std::size_t> department);

/// Those of all columns, each once.
Touchpoints all_of(const Block& block);

inline constexpr std::string_view overview_id = "overview";

/// Journeys side by side, and what is on none. Every department has a row, for one without moments is a hole.
Block overview_of(const Workspace& workspace);

/// The stages of a journey, and the departments that meet the customer there.
Block block_of(const Workspace& workspace, const Journey& journey);

}  // namespace mot::matrix
