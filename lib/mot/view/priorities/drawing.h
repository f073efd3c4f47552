// The chart of importance and lived experience while it is being drawn.
#pragma once

#include "mot/analysis/priorities.h"
#include "mot/picture/canvas.h"
#include "mot/picture/options.h"
#include "mot/view/priorities/chart.h"
#include "mot/view/views.h"

namespace mot::priorities {

inline constexpr double axis_width = 44;
inline constexpr double right_of_chart = 64;  // for the name of the level line
inline constexpr double list_width = 250;     // of the first to mend, beside it

struct PrioritiesDrawing : Canvas {
  PrioritiesDrawing(const PictureInput& what, const PictureOptions& asked) : Canvas(what), input(what), options(asked) {}

  const Figures& figures_of(const Spot& spot) const { return input.analysis.touchpoints[spot.touchpoint]; }
  const Touchpoint& touchpoint_of(const Spot& spot) const { return input.workspace.touchpoints[spot.touchpoint]; }
  double importance_range() const { return mot::importance_range(input.analysis.importance_basis); }

  PictureInput input;
  PictureOptions options;
  std::vector<Spot> spots;
  std::size_t left_out = 0;  ///< moments that have a place and no room
  double chart_width = 0;
  Chart chart;
};

/// The first of the ranking that fall short by more than the green class, five at most.
std::vector<std::size_t> first_to_mend(const PictureInput& input);

/// These with their owners and what is being done, one under the other from the box's top; moves `y` down where they are longer than what
/// stands beside them.
void draw_first_to_mend(PrioritiesDrawing& drawing, const Box& box);

/// What has no place in the chart, in a box below it: the most important first.
void draw_blind_spots(PrioritiesDrawing& drawing);

}  // namespace mot::priorities
