// A journey told as a story while it is being drawn: one row of cards in path order under one curve.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/picture/mixed_colours.h"
#include "mot/picture/options.h"
#include "mot/picture/path_columns.h"

namespace mot::story {

using journey::Band;
using journey::PathColumns;
using journey::Visit;

/// What leaves where there is too little room, in this order.
enum class Part : std::uint8_t { n, flags, rows, doing, voices, behind, calm_words, actions };

/// A row of columns, each as wide as its text needs.
struct Row {
  Band band;
  std::vector<double> lefts;
  std::vector<double> widths;
  std::vector<double> centers = {};  ///< of marks of the main path; empty: the middles of columns

  double left(std::size_t column) const { return lefts[column - band.begin]; }
  double width(std::size_t column) const { return widths[column - band.begin]; }
  double right(std::size_t column) const { return left(column) + width(column); }
  double center(std::size_t column) const { return centers.empty() ? left(column) + width(column) / 2 : centers[column - band.begin]; }
};

/// What no customer sees, the visits of the moments it carries and their columns, ascending; what carries none and only stands on the path
/// has the column before it.
struct Behind {
  std::size_t touchpoint = 0;
  std::vector<std::size_t> visits;
  std::vector<std::size_t> columns;
};

/// What stands on a line at each moment, so that it needs no colour to be told apart.
enum class PointShape : std::uint8_t { none, disc, square, triangle, diamond, cross };

/// A lived line beside that of the picture's own figures: after the actions, in another state, of one persona.
struct OtherLine {
  std::string id;
  std::string label;   ///< as it stands at the line, in words of the picture
  int rank = 0;        ///< in the legend
  std::string legend;  ///< what the legend says, in words of the picture
  Stroke stroke;
  PointShape shape = PointShape::none;
  bool is_named_at_end = false;               ///< else beside the line
  std::vector<std::optional<double>> scores;  ///< by touchpoint
  std::vector<bool> is_weak = {};             ///< by touchpoint: judged, or of few answers; empty where none is known to be

  bool is_known() const;
  bool is_weak_at(std::size_t touchpoint) const { return touchpoint < is_weak.size() && is_weak[touchpoint]; }
};

/// How marks on the curve look.
struct MarkStyle {
  Font score{8.5, Weight::bold, Slant::upright};
  Font glyph{8, Weight::bold, Slant::upright};
  double least_radius = 10;
  double radius = 10;         ///< of all marks, so that the widest score has room; `size_marks` sets it
  double badge_radius = 5.5;  ///< of the glyph beside a score
  double name = 8.5;          ///< points of names
  double worst_name = 10.5;
  bool is_brief = false;  ///< scores and names of red moments alone; others show their glyph
};

struct StoryDrawing : Canvas {
  StoryDrawing(const PictureInput& what, const PictureOptions& asked);

  PictureInput input;
  PictureOptions options;
  Journey path;      ///< the journey without what no customer sees
  PathColumns plan;  ///< of that
  std::vector<Behind> behind;
  std::vector<std::size_t> hurting;          ///< the moments that the verdict names, the worst first
  GapClass worst_on_path = GapClass::green;  ///< of moments of the main path, whose shortfalls are shaded
  std::vector<Row> rows;
  std::vector<std::string> numbers;       ///< by visit: `7`, `7a`
  std::vector<std::string> stop_numbers;  ///< by stop, the same and those of journeys inside
  std::vector<std::size_t> first_visits;  ///< by visit: the first one of the same touchpoint
  std::vector<OtherLine> others;
  std::optional<double> delivered_after;
  MarkStyle marks;
  bool has_rail_names = true;  ///< else the rail names no department that all its cards name
  double labels = 0;           ///< points for the names of parts, left of the rows
  double ends = 0;             ///< points for the names of lines, right of the rows

  const Journey& journey() const { return input.workspace.journeys[options.journey]; }
  /// With what has no room.
  const Journey& whole_journey() const { return input.whole ? *input.whole : journey(); }
  const Touchpoint& touchpoint_of(const Visit& visit) const { return input.workspace.touchpoints[visit.touchpoint]; }
  const Figures& figures_of(const Visit& visit) const { return input.analysis.touchpoints[visit.touchpoint]; }
  bool is_first(std::size_t visit) const { return first_visits[visit] == visit; }
  bool shows(Part part) const { return options.left_out <= static_cast<std::size_t>(part); }
  bool fades(const std::optional<std::size_t>& department) const { return options.department && department != options.department; }
  double content_left() const { return left + labels; }
  double content_width() const { return width - labels - ends; }
  /// What the card of a touchpoint is marked with beside another state.
  const CardMark* mark_of(std::size_t touchpoint) const;
  /// Whether it stands here only to show that it is gone: off the picture's own lines, and without a number.
  bool is_removed(std::size_t touchpoint) const;
};

/// The letters and distances of a story, which is denser than other pictures.
Theme story_theme(const Theme& theme, double margin);

inline constexpr double column_gap = 7;  ///< between two cards
inline constexpr double card_inset = 5;  ///< from a card's edge to its text

/// The journey's name, and what it is compared with where cards are marked.
std::string title_of(const StoryDrawing& drawing);

/// Whether a score was measured on so few answers that nothing can be said for sure.
bool is_unsure(const Figures& figures);

/// The name of a part in English, left of it.
void draw_label(StoryDrawing& drawing, std::string_view id, std::string_view text, double top);

/// `judged`, `n 40`, as far as it is shown.
std::string basis_of(const StoryDrawing& drawing, std::size_t touchpoint);

/// Runs one after another with a little room between them, broken where they have to be.
std::vector<Line> set_beside(const Typesetter& typesetter, std::span<const Run> runs, double width);

/// Rows of columns, and how wide the picture is.
void lay_out_bands(StoryDrawing& drawing);

/// One row, whose stages have room for their names.
void lay_out_slide(StoryDrawing& drawing);

/// Columns of rows as wide as their cards need.
void lay_out_columns(StoryDrawing& drawing);

}  // namespace mot::story
