// The scale of a story's curve: zoomed to what there is to see, with the break in its axis drawn.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "mot/picture/curves.h"
#include "mot/picture/label_placement.h"
#include "mot/story/drawing.h"

namespace mot::story {

/// The part of the project's scale that is drawn, and the scores that have a line.
struct Zoom {
  double low = 0;
  double high = 0;
  std::vector<double> ticks;
  bool is_broken = false;  ///< `low` lies above the scale's least score
};

Zoom zoom_of(const StoryDrawing& drawing);

/// Where scores of a row stand.
struct Plot {
  Zoom zoom;
  Box box;           ///< of the scale
  double strip = 0;  ///< points below it, for what nobody knows

  double y(double score) const;
  double strip_middle() const { return box.bottom() + strip / 2; }
};

/// Left of the rows, for the scale's numbers.
double axis_width(const StoryDrawing& drawing, const Zoom& zoom);

/// Points of the strip under the scale: a row in which everything is known has none.
double strip_height(const StoryDrawing& drawing, const Row& row);

void draw_axis(StoryDrawing& drawing, const Row& row, const Plot& plot);

/// A score on a line beside that of the picture's own figures.
struct LineDot {
  Point at;
  bool is_weak = false;  ///< judged, or of few answers: hollow
  bool is_lone = false;  ///< no line goes through it: neither neighbour has a score
};

/// The moments of the path in a row, as they stand on the page, those of journeys inside too; one before and one after it, so that lines go
/// on.
struct PathPoints {
  std::vector<std::optional<std::size_t>> touchpoints;
  std::vector<double> x;
  std::vector<std::optional<std::size_t>> inside;  ///< of PathColumns::inner_journeys: the journey inside that it is a moment of
  std::vector<std::optional<Bezier>> wanted;       ///< pieces, cut at the row's edges
  std::vector<std::optional<Bezier>> lived;
  std::vector<std::vector<std::optional<Bezier>>> others;  ///< by StoryDrawing::others
  std::vector<std::vector<LineDot>> dots_of_others;        ///< where they have a score in the row, from its left
};

PathPoints points_of(const StoryDrawing& drawing, const Row& row, const Plot& plot);

/// The shaded shortfall, the band, both lines.
void draw_lines(StoryDrawing& drawing, const PathPoints& points, const Plot& plot);

/// The colour of a shaded shortfall.
Colour shade_of(const Theme& theme, GapClass gap_class);

/// What labels must not cover.
struct Obstacles {
  LabelPlacement solid;  ///< markers, stems, labels, shading
  LabelPlacement lines;  ///< the two lines
  std::vector<Box> stems;
};

/// Where the mark of a moment stands.
struct PlacedMark {
  Point center;
  double radius = 0;
  std::string key = {};  ///< as no other mark has it; empty: of no moment
  std::size_t touchpoint = 0;
  std::optional<std::size_t> visit = {};   ///< of PathColumns::visits
  std::optional<std::size_t> inside = {};  ///< of PathColumns::inner_journeys
};

/// Makes the marks as large as the widest score of the journey needs.
void size_marks(StoryDrawing& drawing);

/// Every mark of the row: on the line, on a stem beside it, or in the strip of what nobody knows.
std::vector<PlacedMark> draw_marks(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot, Obstacles& obstacles);

/// Names beside marks: of the two worst moments, of what is conditional and of what nobody knows; and what the lines are.
void draw_names(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot, const std::vector<PlacedMark>& marks,
                Obstacles& obstacles);

}  // namespace mot::story
