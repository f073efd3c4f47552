// Three to five figures of a journey for its head, each with what it rests on.
#pragma once

#include <string>
#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

/// A number a reader takes along, and what stands under it.
struct KeyFigure {
  std::string figure;
  std::string words;
  std::string remark;
};

std::vector<KeyFigure> key_figures_of(const StoryDrawing& drawing);

}  // namespace mot::story
