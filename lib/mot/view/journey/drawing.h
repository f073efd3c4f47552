// A journey's picture while it is being drawn: what every part of it needs, and what earlier parts leave for later ones.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/picture/curves.h"
#include "mot/picture/path_columns.h"
#include "mot/picture/signs.h"
#include "mot/view/journey/backstage.h"
#include "mot/view/views.h"

namespace mot::journey {

/// The workspace without what is left blank, and its figures.
struct BlankedInput {
  Workspace workspace;
  Answers answers;
  Analysis analysis;
};

/// The journey to draw.
struct Subject : PictureInput {
  PictureOptions options;

  const Journey& journey() const { return workspace.journeys[options.journey]; }
  const Touchpoint& touchpoint_of(const Visit& visit) const { return workspace.touchpoints[visit.touchpoint]; }
  const Figures& figures_of(const Visit& visit) const { return analysis.touchpoints[visit.touchpoint]; }
  /// Whether another department stands out.
  bool fades(const std::optional<std::size_t>& department) const { return options.department && department != options.department; }
  /// Of one text: nothing is cut off on paper and slides, where who reads it can't point at it.
  std::size_t most_lines(std::size_t on_screen) const { return options.is_slide || options.margin >= 0 ? 0 : on_screen; }
  /// Whether it is left to be written by hand.
  bool leaves_blank(Blank what) const { return options.blank && what <= *options.blank; }
};

/// The grid: a column of headings, then columns of cards with gutters between them. Points.
struct Grid {
  double left = 0;      ///< of the headings
  double headings = 0;  ///< width of the column of headings
  double pitch = 0;     ///< from one column of cards to the next
  double gutter = 0;    ///< between two cards

  double content_left() const { return left + headings; }
  double card_width() const { return pitch - gutter; }
  double card_left(const Band& band, std::size_t column) const {
    return content_left() + static_cast<double>(column - band.begin) * pitch + gutter / 2;
  }
  double content_width(const Band& band) const { return static_cast<double>(band.size()) * pitch; }
};

/// Headings end this far before the panels: room for the line that comes in from the row above.
inline constexpr double beside_headings = 16;

/// Cards beside the path are moved right by this; the line to them runs in the space it leaves.
inline constexpr double aside_indent = 22;
/// Where in that space.
inline constexpr double aside_rail = 8;

/// The main path as rows of numbers, with x in columns of the whole journey and y in points below the panel's top. A stage without
/// moments stands in it as a hole.
struct Path {
  std::vector<std::optional<std::size_t>> visits;
  std::vector<double> x;
  std::vector<std::optional<double>> wanted;
  std::vector<std::optional<double>> lived;
  std::vector<std::optional<double>> after;  ///< the actions; all unknown unless asked for
  std::vector<std::optional<Bezier>> wanted_line;
  std::vector<std::optional<Bezier>> lived_line;
  std::vector<std::optional<Bezier>> after_line;
  double marker_radius = 0;  ///< of all but moments of truth, which are a little larger
  double inset = 0;          ///< from the panel's edges to the scale's ends
  double strip = 0;          ///< height under the scale for moments that nobody knows; 0 where all are known
};

/// Where a card came to stand.
struct PlacedCard {
  Box box;
  double lane_top = 0;
  double lane_bottom = 0;
};

struct JourneyDrawing : Canvas {
  JourneyDrawing(const PictureInput& what, const PictureOptions& asked);

 private:
  std::unique_ptr<const BlankedInput> blanked_;  ///< what is drawn where fields are left blank

 public:
  Subject subject;
  PathColumns plan;
  Grid grid;
  std::vector<PlacedCard> cards;                  ///< by visit
  std::vector<PlacedCard> inner_cards;            ///< by journey inside
  std::vector<std::vector<std::size_t>> actions;  ///< by touchpoint: indices of Workspace::actions, none that was dropped
  std::vector<std::optional<double>> after;       ///< by touchpoint: lived after the actions; empty unless asked for
  std::optional<double> delivered_after;          ///< per cent of what is wanted along the journey, after the actions
};

Path main_path(const JourneyDrawing& drawing);

/// What the star means in this picture.
inline constexpr const char* truth_words = "moment of truth, larger on the curve";

/// How the way looks to what happens only under a condition.
Sign<ArrowLook> under_condition(const Theme& theme);

/// The text of a card: what is wanted above, what is lived below.
struct CardText {
  std::vector<Line> wanted;
  std::vector<Line> lived;
};

CardText card_text(JourneyDrawing& drawing, const Visit& visit, double width);

/// What is lived at it once the actions have worked; nothing where they change nothing or nobody asked.
std::optional<double> lifted(const JourneyDrawing& drawing, const Visit& visit);

// The parts of the picture, in the order they are drawn. Each starts at `drawing.y` and leaves it at its own lower edge.
void draw_stages(JourneyDrawing& drawing, const Band& band);
void draw_experience(JourneyDrawing& drawing, const Path& path, const Band& band);
void draw_lanes(JourneyDrawing& drawing, const Band& band);
/// A lane of journeys inside; none where no one stands in this row.
void draw_inner_journeys(JourneyDrawing& drawing, const Band& band);
/// What no customer sees and carries moments of this row.
void draw_backstage(JourneyDrawing& drawing, const Band& band, const std::vector<Carrier>& carriers);
/// Why moments of truth are such.
void draw_truths(JourneyDrawing& drawing, const Band& band);
void draw_pains(JourneyDrawing& drawing, const Band& band);
void draw_voices(JourneyDrawing& drawing, const Band& band);
void draw_opportunities(JourneyDrawing& drawing, const Band& band);
/// Needs all cards in place.
void draw_connectors(JourneyDrawing& drawing);

/// A heading left of a panel, with smaller lines under it.
struct Heading {
  std::string panel;  ///< its id
  std::string_view text;
  std::vector<Line> notes;
  double width = 0;
  bool is_faded = false;
};

/// Returns its height.
double draw_heading(JourneyDrawing& drawing, Heading heading);

/// Main one first.
std::vector<std::size_t> visits_in(const Column& column);
/// A touchpoint that comes twice is spoken of once.
bool is_first_visit(const JourneyDrawing& drawing, const Visit& visit);

}  // namespace mot::journey
