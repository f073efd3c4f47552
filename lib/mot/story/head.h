// The head of a story: whose it is, its title, the verdict, and three to five key figures.
#pragma once

#include "mot/story/drawing.h"

namespace mot::story {

/// From `y` on; leaves it under the head.
void draw_story_head(StoryDrawing& drawing);

}  // namespace mot::story
