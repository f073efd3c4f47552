// A blueprint while it is being drawn.
#pragma once

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
};

inline constexpr double heading_inset = 10;  // right of headings
inline constexpr double gutter = 26;

/// From the left edge of a box of what the customer does, under which branches hang.
struct BranchInsets {
  double meeting = 0;  ///< to the line down to who meets them
  double trunk = 0;    ///< to the line to the branches
  double branch = 0;   ///< to their boxes
};

struct BlueprintDrawing : Canvas {
  BlueprintDrawing(const PictureInput& what, const PictureOptions& asked);

  const Touchpoint& touchpoint_of(const Piece& piece) const { return input.workspace.touchpoints[piece.touchpoint]; }
  double column_left(const journey::Band& band, std::size_t column) const;
  double content_left() const { return left + headings; }
  double card_width() const { return pitch - gutter; }
  double content_width(const journey::Band& band) const { return static_cast<double>(band.size()) * pitch; }

  /// Whether it is one of the slides' kind, which have room for what matters most, and no rows to part pages between.
  bool is_brief() const { return options.is_slide && options.height > 0; }
  bool shows(BlueprintPart part) const { return (!is_brief() || part > BlueprintPart::tangibles) && shows_part(options, part); }
  /// Of what stands in a lane, above and below.
  double lane_inset() const { return is_brief() ? 4 : theme().spacing.panel_inset; }
  /// Of one text: nothing is cut off on a sheet, where who reads it can't point at it, but what is far longer than a name or a sentence.
  std::size_t most_lines(std::size_t on_screen) const { return options.is_slide ? 40 : on_screen; }
  BranchInsets insets() const { return options.is_slide ? BranchInsets{3, 8, 14} : BranchInsets{8, 19, 28}; }

  /// Whether another department stands out.
  bool fades(std::size_t touchpoint) const {
    return options.department && input.workspace.touchpoints[touchpoint].department.index != options.department;
  }

  PictureInput input;
  PictureOptions options;
  const Journey& journey;
  journey::PathColumns plan;
  double headings = 0;  ///< the width of names at the left
  double pitch = 0;     ///< from column to column; few of them fill a slide
};

/// The name of a lane left of it, and its ground from `drawing.y` on.
void draw_lane_ground(BlueprintDrawing& drawing, const journey::Band& band, std::string_view name, std::string_view id, double height);

/// So that its name has room beside it.
double least_lane_height(const BlueprintDrawing& drawing, std::string_view name);

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

/// What stands on a card.
struct CardContent {
  std::size_t touchpoint = 0;
  std::optional<std::size_t> stop = {};  ///< of JourneyPath::stops, where it is on the path
  std::string carries = {};              ///< `carries: Desk`, where a wedge would say too much
};

/// As wide as that, without its place; its id is not reserved yet.
Card card_of(BlueprintDrawing& drawing, const CardContent& what, double width);

/// Points that a card takes which says all in one line.
double line_width_of(BlueprintDrawing& drawing, std::size_t touchpoint, const std::string& carries);

/// What no customer sees and has to do with a row of columns, as far as there is room for it.
std::vector<Span> shown_spans(const BlueprintDrawing& drawing, const journey::Band& band);

/// A lane of bars from `drawing.y` on, with a wedge under each moment that they carry; returns its height.
double draw_spans(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Span>& spans);

}  // namespace mot::blueprint
