// What cards say of a change since another state of the workspace: the words and figures of `mot diff`.
#pragma once

#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

/// `▼ worse` and under it `from 7.2 to 6.3 (−0.9)`; nothing where nothing is to be said, or a visit repeats an earlier one.
std::vector<Line> mark_lines(StoryDrawing& drawing, std::size_t visit, double width);

/// The outline of a card that is marked; what is gone is pale and dashed.
void mark_card(StoryDrawing& drawing, std::size_t touchpoint, Card& card);

/// `2 better, 1 worse, 3 added`: of the cards of this journey; empty where none is marked.
std::string changes_text(const StoryDrawing& drawing);

}  // namespace mot::story
