// The picture of hand-overs while it is being drawn.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mot/analysis/hand_overs.h"
#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot::handovers {

/// What happens to the experience at a seam or a hand-over.
struct Loss {
  std::optional<double> points;
  bool is_asked_for = true;  ///< else it fades
};

struct HandOverDrawing : Canvas {
  HandOverDrawing(const PictureInput& what, const PictureOptions& asked);

  const Touchpoint& touchpoint(std::size_t index) const { return input.workspace.touchpoints[index]; }
  const Figures& figures(std::size_t index) const { return input.analysis.touchpoints[index]; }
  /// Of a touchpoint at a seam, which has one.
  const Department& department_of(std::size_t touchpoint) const;

  /// Nobody asked for another department, or this one is on one of its sides.
  bool is_asked_for(const Seam& seam) const;
  bool is_asked_for(const HandOver& hand_over) const;
  Loss loss_of(const Seam& seam) const { return {seam.loss, is_asked_for(seam)}; }
  /// The mean of its seams, which must not hide what is lost at one of them.
  Loss loss_of(const HandOver& hand_over) const { return {hand_over.worst ? hand_over.worst : hand_over.loss, is_asked_for(hand_over)}; }

  PictureInput input;
  std::optional<std::size_t> department;  ///< what others hand over among themselves fades
  std::vector<Seam> seams;
  std::vector<HandOver> hand_overs;
  std::set<std::size_t> told;       ///< moments whose tooltip stands in the list
  std::size_t fewest_journeys = 1;  ///< that cross one hand-over
  std::size_t most_journeys = 1;
  bool is_slide = false;
  double slide_width = 0;
  double slide_height = 0;
  std::vector<HandOver> left_out;  ///< without room, from where most is lost
};

/// Keeps the hand-overs where most is lost, as many as are asked for (0: all), in their order.
void keep_worst(HandOverDrawing& drawing, std::size_t most);

/// `4.2 lost`, `1.5 gained`, `unknown`: what happens to the experience at a seam.
std::string loss_text(const Wording& wording, const Scale& scale, const std::optional<double>& loss);

/// As for gaps: what is lost, as a share of the scale.
GapClass class_of_loss(const std::optional<double>& loss, const Scale& scale);

inline constexpr double tag_height = 16, tag_height_of_slide = 19;

/// Glyph and loss as a card, its place still open.
Card loss_tag(HandOverDrawing& drawing, Identity identity, const Loss& loss, double width);

/// The widest a tag of these losses needs to be.
double tag_width(const HandOverDrawing& drawing, const std::vector<Loss>& losses);

/// A department: its name, how many moments are its, and how much of what is wanted there is lived. Its place is still open.
Card department_card(HandOverDrawing& drawing, std::size_t department);
inline double department_width(const HandOverDrawing& drawing) {
  return drawing.is_slide ? 196 : 176;  // a slide has larger letters
}

/// From whom to whom, in how many journeys, what is lost, and at which seams.
std::string tooltip_of(const HandOverDrawing& drawing, const HandOver& hand_over);

/// What `lost` means.
void explain_losses(HandOverDrawing& drawing);

/// More departments than can be joined by arcs that an eye follows: a row for each that hands on, a column for each that takes over, in
/// this order, and the list of seams beside.
void draw_grid(HandOverDrawing& drawing, const std::vector<std::size_t>& order);

/// The seams one by one, the worst first: as many as fit the height, or a landscape page, and at least a few. Returns where they lie.
Box draw_list(HandOverDrawing& drawing, Point corner, double height);

/// The same in what room a slide has beside the arcs, as many as fit a height that fills it or this one; none where it has too little.
Box draw_list_of_slide(HandOverDrawing& drawing, Point corner, double height);

/// The same below what is drawn from the corner at its upper right on, so high, where no list has room beside; nothing where all are drawn.
Box draw_left_out_below(HandOverDrawing& drawing, Point corner, double height);

/// `Airport services → Cabin crew`, of each that has no room.
std::vector<std::string> names_of_left_out(const HandOverDrawing& drawing);

/// Of those at a hand-over that is left out the ones that stand nowhere else.
std::size_t count_departments_not_drawn(const HandOverDrawing& drawing);

/// Which hand-overs had no room; empty where all have.
std::vector<Line> lines_of_left_out(const HandOverDrawing& drawing, double width);

/// Points that a slide has below its arcs and its list, for the legend.
inline constexpr double under_arcs_of_slide = 110;

/// Departments that hand nobody over and take nobody over.
void draw_others(HandOverDrawing& drawing);

}  // namespace mot::handovers
