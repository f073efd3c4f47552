// The chart of importance and lived experience while it is being drawn.
#pragma once

#include "mot/analysis/priorities.h"
#include "mot/picture/canvas.h"
#include "mot/picture/options.h"
#include "mot/view/priorities/chart.h"
#include "mot/view/views.h"

namespace mot::priorities {

inline constexpr double above_box = 10;                      // of the chart, below the name of its upright axis
inline constexpr double list_width = 250;                    // of the first to mend, beside the chart
inline constexpr double halo_room = 1.75, halo_width = 1.5;  // around a marker with a number

struct PrioritiesDrawing : Canvas {
  PrioritiesDrawing(const PictureInput& what, const PictureOptions& asked) : Canvas(what), input(what), options(asked) {}

  const Figures& figures_of(const Spot& spot) const { return input.analysis.touchpoints[spot.touchpoint]; }
  const Touchpoint& touchpoint_of(const Spot& spot) const { return input.workspace.touchpoints[spot.touchpoint]; }
  double importance_range() const { return mot::importance_range(input.analysis.importance_basis); }

  PictureInput input;
  PictureOptions options;
  std::vector<Spot> spots;
  std::vector<std::string> left_out;  ///< names of moments that have a place and no room
  double chart_width = 0;
  double stretch = 0;          ///< points that the chart is to be higher than it has to be
  bool is_numbered = false;    ///< a slide's moments have numbers, and their names stand in a list
  double axis_width = 44;      ///< for the names of the upright axis
  double right_of_chart = 64;  ///< for the name of the level line
  Chart chart;
};

/// From the most important, and there from the worst lived: what matters most gets the best places.
std::vector<Spot> spots_of(PrioritiesDrawing& drawing);

/// A marker with its interval and, unless it has a number, its name.
void draw_spot(PrioritiesDrawing& drawing, Spot& spot);

/// What falls far short under a friendly name has a mark of its own, and so has what is red and decides, whatever its quadrant is called.
bool belies_its_quadrant(const PrioritiesDrawing& drawing, const Touchpoint& touchpoint, const Figures& figures);

/// Above and below the moments: as much as the names of the quadrants take. A slide has no more to give away.
void set_insets(const PrioritiesDrawing& drawing, Chart& chart);

void draw_quadrants(PrioritiesDrawing& drawing);

/// No more room beside the chart than the names of its axis and of its level line take.
void narrow_sides(PrioritiesDrawing& drawing);

/// What stands above the chart; moves `y` below it.
void draw_axis_title(PrioritiesDrawing& drawing);

/// Both axes; moves `y` below what stands under the chart.
void draw_axes(PrioritiesDrawing& drawing);

void draw_line(PrioritiesDrawing& drawing, Point from, Point to, const Stroke& stroke);

void draw_crosshair(PrioritiesDrawing& drawing);

ImportanceAxis axis_of(const PrioritiesDrawing& drawing);

/// The chart with all that stands in it and at its edges, once its spots have places; moves `y` below it.
void draw_placed(PrioritiesDrawing& drawing);

/// Points that a slide has left once what stands below a chart was drawn, too; below 0 where it has too few.
double room_on_slide(PrioritiesDrawing drawn);

/// A slide with numbers in markers, and the names in columns beside the chart in the ranking's order; of so many moments that not all have
/// a number at their place, the last ones are dots without a name.
void draw_numbered(PrioritiesDrawing& drawing);

/// The first of the ranking that fall short by more than the green class, five at most.
std::vector<std::size_t> first_to_mend(const PictureInput& input);

/// Says in the legend what numbers follow.
void explain_order(PrioritiesDrawing& drawing);

/// These with their owners and what is being done, one under the other from the box's top; moves `y` down where they are longer than what
/// stands beside them.
void draw_first_to_mend(PrioritiesDrawing& drawing, const Box& box);

/// What has no place in the chart, in a box below it: the most important first.
void draw_blind_spots(PrioritiesDrawing& drawing);

}  // namespace mot::priorities
