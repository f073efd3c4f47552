// A cycle of service while it is being drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mot/picture/path_columns.h"
#include "mot/picture/signs.h"
#include "mot/view/cycle/labels.h"
#include "mot/view/cycle/shapes.h"
#include "mot/view/views.h"

namespace mot::cycle {

/// A slice of the ring: a visit of the journey, a journey inside, or the place of a stage that has neither.
struct Slot {
  std::size_t stage = 0;                  ///< of Journey::stages
  std::optional<std::size_t> visit = {};  ///< of PathColumns::visits
  std::optional<std::size_t> inner = {};  ///< of PathColumns::inner_journeys
  std::vector<Line> lines = {};           ///< of its label
  bool is_aside = false;                  ///< only under a condition: pulled out of the ring
};

/// The circles of the ring, radii in points.
struct CycleRing {
  Point center;
  std::size_t slots = 0;
  double hub = 0;         ///< free for the text in the middle
  double band_inner = 0;  ///< the band of stages
  double band_outer = 0;
  double inner = 0;  ///< the slices; here the scale begins
  double outer = 0;  ///< here it ends
  double aside = 0;  ///< by which what is conditional is pulled out; 0 where nothing is
  double bead = 0;   ///< radius of the circles that hold the scores
  double beads = 0;  ///< where their middles lie
  double clear = 0;  ///< nothing of the ring lies beyond

  /// Of a slot, with half of `gap` points left free on both sides at the inner edge of the slices.
  Stretch stretch(std::size_t first, std::size_t last, double gap) const;
  double middle_of_band() const { return (band_inner + band_outer) / 2; }
  double shift_of(const Slot& slot) const { return slot.is_aside ? aside : 0; }
};

/// A stage in the list in the middle.
struct StageName {
  std::string number;
  std::vector<Line> name;
  std::vector<Line> delivered;
};

/// What stands in the middle: the one number and what it rests on, then the stages by the numbers they bear in the ring.
struct Hub {
  double scale = 1;
  std::vector<Line> number;
  std::vector<StageName> stages;
  std::size_t columns = 1;
  double name_width = 0;
  double delivered_width = 0;
  double chip = 0;  ///< radius of a stage's number
  double row = 0;   ///< height of a stage's row
  double width = 0;
  double height = 0;
  double radius() const;  ///< of the circle that holds it all
  double column_width() const;
};

/// What labels say, from what has most room to what has least: conditions leave first, then lines of their own for
/// scores, then these, then the scores in the ring.
enum class LabelDetail : std::uint8_t { all, no_conditions, one_line, names, names_and_signs };

struct CycleDrawing : Canvas {
  CycleDrawing(const PictureInput& what, const PictureOptions& asked);

  const journey::Visit& visit_of(const Slot& slot) const { return plan.visits[*slot.visit]; }
  const journey::InnerJourney& inner_of(const Slot& slot) const { return plan.inner_journeys[*slot.inner]; }
  const Touchpoint& touchpoint_of(const Slot& slot) const { return input.workspace.touchpoints[visit_of(slot).touchpoint]; }
  const Figures& figures_of(const Slot& slot) const { return input.analysis.touchpoints[visit_of(slot).touchpoint]; }

  PictureInput input;
  std::size_t journey_index;
  const Journey& journey;
  std::vector<Summary> stages;  ///< in the order of the journey's; of all its moments, also those without room
  journey::PathColumns plan;
  std::vector<Slot> slots;
  std::vector<RingLabel> labels;  ///< by slot
  CycleRing ring;
  Hub hub;
  bool is_slide = false;
  double slide_width = 0;  ///< points
  double slide_height = 0;
  LabelDetail detail = LabelDetail::all;
  bool has_legend_beside = false;  ///< else it stands below, as in other pictures
  bool shows_scores = true;        ///< in the beads; signs of the gap's class where scores are too long
};

/// More moments than this are told in a line each.
inline constexpr std::size_t most_roomy_slots = 36;

Font bead_font(const CycleDrawing& drawing);

/// The middle's text at a scale of its letters.
Hub set_hub(const CycleDrawing& drawing, double scale);
void draw_hub(CycleDrawing& drawing);
/// On a slide, whose ring has room for the one number alone: the stages beside it, and what the number rests on; with the legend below them
/// from the top of the box on, without it in its middle.
double stages_width(const CycleDrawing& drawing);
double stages_height(const CycleDrawing& drawing);
void draw_stages_beside(CycleDrawing& drawing, const Box& box);

/// Stages as chevrons with their numbers, then the slices.
void draw_band(CycleDrawing& drawing);
void draw_slices(CycleDrawing& drawing);
/// Labels and the circles with the scores, in path order.
void draw_moments(CycleDrawing& drawing);

std::vector<Line> label_lines(CycleDrawing& drawing, const Slot& slot, double width);

/// Sets labels and the middle, and finds the smallest ring in which everything can be read.
void fit_ring(CycleDrawing& drawing);

/// Makes the ring larger as long as it takes no more of the page with its labels.
void grow_ring(CycleDrawing& drawing, double width, double height);

/// What the ring and its labels take, wherever they are.
Box extent_of(const CycleDrawing& drawing);

}  // namespace mot::cycle
