// What stands beside the curve of a slide: the worst moments, and what is done about each.
#pragma once

#include "mot/story/drawing.h"

namespace mot::story {

inline constexpr double findings_share = 0.27;  ///< of the slide's width, at the right
inline constexpr double beside_findings = 22;

/// Where not all of it has room words leave, those of the last one first: what is done about each stays.
void put_findings(StoryDrawing& drawing, const Box& room);

}  // namespace mot::story
