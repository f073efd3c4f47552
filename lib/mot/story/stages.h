// Stages above a row, and the curve under them.
#pragma once

#include <vector>

#include "mot/story/plot.h"

namespace mot::story {

/// The columns of a band that belong to one stage.
struct Stretch {
  std::size_t stage = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Stretch> stretches_of(const PathColumns& plan, const Band& band);

/// Chevrons with the names of stages, at `y`, which goes on under them.
void draw_stages(StoryDrawing& drawing, const Row& row);

/// Axis, lines, marks and names, at `y`, which goes on under them. The scale is `height` points high.
void draw_curve(StoryDrawing& drawing, const Row& row, const Zoom& zoom, double height);

}  // namespace mot::story
