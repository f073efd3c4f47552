// Hand-overs between departments, made of the seams of journeys: from whom to whom, how often, and what is lost there.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mot/analysis/paths.h"

namespace mot {

/// All seams from one department to another.
struct HandOver {
  std::size_t from = 0;  ///< indices of Workspace::departments
  std::size_t to = 0;
  std::vector<std::size_t> seams;     ///< indices of the seams
  std::vector<std::size_t> journeys;  ///< that cross any of them, ascending, each once
  std::size_t known = 0;              ///< seams whose loss is known
  std::optional<double> loss;         ///< mean of the known ones, each counted for every journey that crosses it; points
  std::optional<double> worst = {};   ///< the most that is lost, where at another seam something is gained: then the mean hides it
  bool operator==(const HandOver&) const = default;
};

/// In the order of their first seam.
std::vector<HandOver> hand_overs(const Workspace& workspace, std::span<const Seam> seams);

/// Indices of the seams, first the one to mend first: by loss, then by how many journeys cross it, then by the importance of what comes
/// after, then by both ids. Those whose loss is unknown stand last.
std::vector<std::size_t> worst_first(const Workspace& workspace, std::span<const Figures> figures, std::span<const Seam> seams);

/// The departments on main paths in the order in which customers first meet them: by the mean, over journeys, of the place of their first
/// moment as a share of the way. A journey inside counts as part of the one around it.
std::vector<std::size_t> departments_as_met(const Workspace& workspace);

}  // namespace mot
