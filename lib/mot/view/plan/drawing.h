// The chart of effort and value while it is being drawn.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mot/analysis/plan.h"
#include "mot/picture/axis.h"
#include "mot/picture/canvas.h"
#include "mot/picture/options.h"
#include "mot/picture/signs.h"

namespace mot::plan {

inline constexpr double axis_width = 52;
inline constexpr double dot_radius = 10;
inline constexpr std::size_t levels = 5;  ///< of effort

/// Names stand at the dots, or in a list beside the chart, which has numbers alone.
enum class PlanForm : std::uint8_t { labelled, listed };
/// What is said of an action besides its name.
enum class LabelText : std::uint8_t { facts, facts_and_lifts };

/// An action of the chart: its dot at its effort and its value, its text below or above it.
struct Spot {
  std::size_t place = 0;  ///< index of ActionPlan::actions
  double effort = 0;
  double value = 0;
  std::vector<Line> lines;
  Point dot;
  Box label;
};

struct PlanDrawing;

/// The actions of one level of effort; half a level more or less shifts a dot within it.
struct Band {
  std::vector<std::size_t> spots;  ///< indices, the highest value first
  double left = 0;
  double width = 0;  ///< with the gap to the next one

  double inside(const PlanDrawing& drawing) const;
};

struct PlanDrawing : Canvas {
  PlanDrawing(const PictureInput& what, const PictureOptions& asked);

  const ActionFigures& figures_of(const Spot& spot) const { return plan.actions[spot.place]; }
  const Action& action_of(const ActionFigures& figures) const { return input.workspace.actions[figures.action]; }

  PictureInput input;
  ActionPlan plan;
  bool is_slide = false;
  PlanForm form = PlanForm::labelled;
  bool is_any_apart = false;  ///< some dot stands higher or lower than its value, for another one is there
  double slide_width = 0;     ///< points
  double slide_height = 0;
  double least_height = 0;            ///< of the chart with names
  double stretch = 0;                 ///< points that the chart is to be higher than it has to be
  std::vector<std::string> left_out;  ///< names of actions that have no room
  std::vector<Spot> spots;            ///< by rank
  std::vector<std::size_t> unplaced;  ///< indices of ActionPlan::actions
  std::array<Band, levels> bands;
  Domain values;
  Box chart;

  double y_of(double value) const { return chart.bottom() - chart.height * (value - values.low) / values.length(); }
};

/// How wide the bands are, and what the dots say: names where all have room at their dots.
void lay_out_bands(PlanDrawing& drawing);
/// Gives every dot and text a place that no other takes, and the chart, from `top` down, the height for that.
void lay_out_chart(PlanDrawing& drawing, double top);
/// The same of dots alone, in a chart with its axes of this box or a higher one.
void lay_out_numbers(PlanDrawing& drawing, const Box& box);

/// Name, owner, date, status; what of its value nobody knows; which moments it lifts.
std::vector<Line> text_of(const PlanDrawing& drawing, const ActionFigures& figures, double width, LabelText text);
/// All that is known of an action, in plain lines.
std::string tooltip_of(const PlanDrawing& drawing, const ActionFigures& figures);

/// What has no place in the chart, in a box below it, and why.
void draw_unplaced(PlanDrawing& drawing);
/// One of them.
std::vector<Line> text_of_unplaced(const PlanDrawing& drawing, const ActionFigures& figures, double width, LabelText text);

/// What a dot looks like; the legend explains it.
RingLook look_of(PlanDrawing& drawing, const Action& action);
/// The chart in its box, dots with their texts; beside a list with numbers alone.
void draw_dots(PlanDrawing& drawing);
/// What the chart is high and wide for, above it.
void draw_values_title(PlanDrawing& drawing, double width);

/// The chart beside a list of all its actions by their numbers, and of those without a place, as large as the slide or the sheet.
void draw_beside_list(PlanDrawing& drawing);

}  // namespace mot::plan
