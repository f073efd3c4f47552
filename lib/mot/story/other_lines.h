// Lived lines beside that of the picture's own figures: after the actions, in another state of the workspace, of personas.
#pragma once

#include "mot/picture/signs.h"
#include "mot/story/plot.h"

namespace mot::story {

/// A line with the shape that stands on it.
struct MarkedLine {
  Stroke stroke;
  PointShape shape = PointShape::none;
};
void draw_sign(Canvas& canvas, Point at, double width, const MarkedLine& line);

/// Those that the options ask for.
std::vector<OtherLine> other_lines_of(const StoryDrawing& drawing);

/// Points that the names at the ends of lines take; 0 where none is named there.
double width_of_ends(const StoryDrawing& drawing);

void draw_other_lines(StoryDrawing& drawing, const PathPoints& points);

/// Names right of the row, in the order of the lines' ends and none on another, each with a line that leads from there.
void draw_ends(StoryDrawing& drawing, const Row& row, const PathPoints& points, const Plot& plot);

/// The journey with what stood on it in the other state and is gone.
Journey with_removed(const Workspace& workspace, const OtherState& other, Journey journey);

/// What the lines beside that of the figures show, in words, from three moments to one, as a line has room: `since v1: Lost-bag desk 3 → 6,
/// Leave the aircraft 7 → 4, and 2 more`, what surely changed; of several personas `furthest apart: Rebook (Amara 2.4, Jonas 3.9)`, what
/// rests on enough answers. Empty where there is nothing to tell.
std::vector<std::string> told_of_lines(const StoryDrawing& drawing);

}  // namespace mot::story
