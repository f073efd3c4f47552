// Where departments stand under one another, and how arcs lead from one to another: onward at their right, back at their left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "mot/analysis/hand_overs.h"

namespace mot::handovers {

/// From one end of an arc to the next at the same side of a department: room for a tag.
inline constexpr double pitch = 20;

enum class Side : std::uint8_t { right, left };

/// The arc of one hand-over. Ends are points below the top of the layout.
struct Arc {
  Side side = Side::right;
  double from = 0;
  double to = 0;
  double reach = 0;  ///< how far it leads away from the departments
};

/// Points below the top of the layout.
struct Station {
  double top = 0;
  double height = 0;
};

struct Layout {
  std::vector<Station> stations;  ///< by place in the order
  std::vector<Arc> arcs;          ///< by hand-over
  double height = 0;

  /// The longest reach at a side; 0 where there is no arc.
  double reach(Side side) const;
};

/// Free between two departments.
inline constexpr double between_stations = 22, between_stations_of_slide = 12;

/// Departments in this order, each at least so high, with so much free between them. Arcs that lie within one another do not cross.
Layout layout_of(std::span<const HandOver> hand_overs, std::span<const std::size_t> order, std::span<const double> heights,
                 double between = between_stations);

}  // namespace mot::handovers
