// A journey on one slide: the verdict for a title, the curve with its red moments, and what to do about the worst three.
#pragma once

#include <string_view>

#include "mot/picture/canvas.h"
#include "mot/picture/options.h"

namespace mot::story {

Scene slide(std::string_view view, const PictureInput& input, const PictureOptions& asked);

}  // namespace mot::story
