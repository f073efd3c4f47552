// The chart of importance and lived experience while it is being drawn.
#pragma once

#include "mot/analysis/priorities.h"
#include "mot/picture/canvas.h"
#include "mot/view/priorities/chart.h"
#include "mot/view/views.h"

namespace mot::priorities {

inline constexpr double axis_width = 44;
inline constexpr double right_of_chart = 64;  // for the name of the level line

struct PrioritiesDrawing : Canvas {
  PrioritiesDrawing(const PictureInput& what, const PictureOptions&) : Canvas(what), input(what) {}

  const Figures& figures_of(const Spot& spot) const { return input.analysis.touchpoints[spot.touchpoint]; }
  const Touchpoint& touchpoint_of(const Spot& spot) const { return input.workspace.touchpoints[spot.touchpoint]; }
  double importance_range() const { return mot::importance_range(input.analysis.importance_basis); }

  PictureInput input;
  std::vector<Spot> spots;
  double chart_width = 0;
  Chart chart;
};

/// What has no place in the chart, in a box below it: the most important first.
void draw_blind_spots(PrioritiesDrawing& drawing);

}  // namespace mot::priorities
