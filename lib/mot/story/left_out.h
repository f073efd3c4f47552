// What a journey's slide, or its pages, have no room for, by name.
#pragma once

#include "mot/story/drawing.h"

namespace mot::story {

/// Of a slide with its findings and its curve on it: kinds of things in the order of story_parts(), then the moments whose names it lacks.
LeftOut left_out_of_slide(const StoryDrawing& drawing);

/// Of the parts that pages leave out for larger letters those that the journey has anything of.
std::vector<std::string> left_out_of_pages(const StoryDrawing& drawing);

}  // namespace mot::story
