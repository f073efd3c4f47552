// A blueprint while it is being drawn.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/view/blueprint/pieces.h"
#include "mot/view/views.h"

namespace mot::blueprint {

/// What the legend has to explain.
struct BlueprintSigns {
  std::set<GapClass> gaps;
  bool moment_of_truth = false;
  bool unmeasured = false;
  bool fail_point = false;
  bool wait = false;
  bool carries = false;
  bool step = false;
  bool condition = false;
  bool faded = false;
};

/// Where a piece came to stand.
struct Placed {
  Piece piece;
  std::string id;  ///< of its card; empty where it has none yet
  Box box;
  double lane_top = 0;  ///< above it is a free strip, in which lines run across
};

struct BlueprintDrawing : Canvas {
  BlueprintDrawing(const PictureInput& what, const PictureOptions& asked)
      : Canvas(what), input(what), options(asked), journey(what.workspace.journeys[asked.journey]), carriers(carriers_in(what.workspace)) {}

  const Touchpoint& touchpoint_of(const Piece& piece) const { return input.workspace.touchpoints[piece.touchpoint]; }
  const Figures& figures_of(const Piece& piece) const { return input.analysis.touchpoints[piece.touchpoint]; }
  double column_left(const journey::Band& band, std::size_t column) const;
  double content_left() const;

  /// Whether another department stands out.
  bool fades(const Piece& piece) const { return options.department && touchpoint_of(piece).department.index != options.department; }

  PictureInput input;
  PictureOptions options;
  const Journey& journey;
  Carriers carriers;
  journey::PathColumns plan;
  BlueprintSigns shown;
};

inline constexpr double headings_width = 132;
inline constexpr double pitch = 158;
inline constexpr double gutter = 26;
inline constexpr double card_width = pitch - gutter;

/// The card of a touchpoint in a lane, without its place.
Card card_of(BlueprintDrawing& drawing, const Piece& piece);

/// Lines from what carries to what is carried: up in the gutters, across in the strips between lanes.
void connect_carriers(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed);

void draw_legend(BlueprintDrawing& drawing, double width);

}  // namespace mot::blueprint
