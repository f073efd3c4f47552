// What stands under a story's curve, from the figures down to the rail of departments.
#pragma once

#include "mot/story/drawing.h"

namespace mot::story {

/// From `y` on; leaves it under the last of them.
void draw_below_curve(StoryDrawing& drawing, const Row& row);

/// How far each moment falls short, as a bar, a figure and what it rests on; under it number, star and channel.
void draw_short_by(StoryDrawing& drawing, const Row& row);

/// The bar alone, in the unit that all bars of the picture have.
void draw_gap_bar(StoryDrawing& drawing, const Visit& visit, Point corner);

/// Cards, half cards under those they follow from, what no customer sees, and voices where there is room. Returns nothing; `y` goes on.
void draw_cards(StoryDrawing& drawing, const Row& row);

/// Whether who is in charge has a rail of its own under a row; else the tags of cards are it.
bool has_rail(const StoryDrawing& drawing, const Row& row);
/// Who is in charge, and where the customer is handed over.
void draw_rail(StoryDrawing& drawing, const Row& row);
/// The same on the tags of cards that stand from `top` on, which have the names.
void draw_rail_of_tags(StoryDrawing& drawing, const Row& row, double top);

/// What is being done about it, once for the whole story.
void draw_actions(StoryDrawing& drawing);

}  // namespace mot::story
