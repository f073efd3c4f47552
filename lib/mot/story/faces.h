// Smileys as marks on the curve: how a moment is lived, by the class of its gap, which the mouth says without colour.
#pragma once

#include "mot/story/plot.h"

namespace mot::story {

/// A face, hollow where its score was judged and dotted where few answered, with its score under it. It is addressed as the mark is, and
/// its tooltip, which readers of pictures say, begins with what the face shows.
void put_face(StoryDrawing& drawing, const Visit& visit, Point center, double radius);

/// Takes the ground under a face's score from the lines that run through it.
void clear_number(StoryDrawing& drawing, const PathPoints& points, Point center, double radius, double score);

/// What a face and its score take of the room.
Box box_with_score(const StoryDrawing& drawing, Point center, double radius);

}  // namespace mot::story
