// The journey as a story: head, one curve, one row of cards, who is in charge, what is done about it.
#pragma once

#include <string_view>

#include "mot/picture/canvas.h"
#include "mot/picture/options.h"

namespace mot::story {

/// `view` begins the scene's id. Long journeys go on in further rows. What is unknown is drawn dashed, never as 0 and never at a height
/// that reads as a score.
Scene drawn(std::string_view view, const PictureInput& input, const PictureOptions& asked);

}  // namespace mot::story
