// A blueprint while it is being drawn.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/view/blueprint/pieces.h"
#include "mot/view/row_parts.h"
#include "mot/view/views.h"

namespace mot::blueprint {

/// Where a piece came to stand.
struct Placed {
  Piece piece;
  std::string id;  ///< of its card; empty where it has none yet
  Box box;
  double lane_top = 0;  ///< above it is a free strip, in which lines run across
};

/// What one touchpoint carries in a row of columns, and the track that its lines run on. Where all tracks near it are taken it has no
/// lines: its card says what it carries.
struct Carried {
  std::vector<std::size_t> touchpoints;
  std::optional<std::size_t> track;
};

inline constexpr double headings_width = 132;
inline constexpr double heading_inset = 10;  // right of headings
inline constexpr double least_pitch = 158;   // from column to column
inline constexpr double gutter = 26;

struct BlueprintDrawing : Canvas {
  BlueprintDrawing(const PictureInput& what, const PictureOptions& asked);

  const Touchpoint& touchpoint_of(const Piece& piece) const { return input.workspace.touchpoints[piece.touchpoint]; }
  const Figures& figures_of(const Piece& piece) const { return input.analysis.touchpoints[piece.touchpoint]; }
  double column_left(const journey::Band& band, std::size_t column) const;
  double content_left() const;
  double card_width() const { return pitch - gutter; }
  double content_width(const journey::Band& band) const { return static_cast<double>(band.size()) * pitch; }

  /// Whether it is one of the slides' kind, which have room for what matters most, and no rows to part pages between.
  bool is_brief() const { return options.is_slide && options.height > 0; }
  bool shows(BlueprintPart part) const { return !is_brief() && shows_part(options, part); }

  /// Whether another department stands out.
  bool fades(const Piece& piece) const { return options.department && touchpoint_of(piece).department.index != options.department; }

  PictureInput input;
  PictureOptions options;
  const Journey& journey;
  Carriers carriers;
  journey::PathColumns plan;
  double pitch = least_pitch;              ///< from column to column; few of them fill a slide
  std::map<std::size_t, Carried> carried;  ///< in the row that is drawn, by the touchpoint that carries
};

/// The name of a lane left of it, and its ground from `drawing.y` on.
void draw_lane_ground(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name, std::string_view id, double height);

/// Where the line begins that leads from what the customer does to who meets them.
struct MeetingPoint {
  std::string id;  ///< of the customer's card; empty where there is none
  Point from;
};

/// What the customer does, with a box for every branch under the column it hangs from, and arrows along the ways that somebody can take.
/// Where each piece is met, by piece.
std::vector<MeetingPoint> draw_customer_row(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed);

/// The line across to who meets the customer.
void connect_meeting(BlueprintDrawing& drawing, const MeetingPoint& meeting, const Placed& moment);

/// The card of a touchpoint in a lane, without its place.
Card card_of(BlueprintDrawing& drawing, const Piece& piece);

/// By what carries; needs nothing but the columns and lanes of the pieces.
std::map<std::size_t, Carried> carried_in(const BlueprintDrawing& drawing, const std::vector<Placed>& placed);

/// Lines from what carries to what is carried: up in the gutters, across in the strips between lanes.
void connect_carriers(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed);

}  // namespace mot::blueprint
