// The service blueprint of a journey (Shostack, HBR 1984, in the lanes that Nielsen Norman Group gives them): what the customer sees and
// does, who meets them, and what carries that behind the line of visibility.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/view/views.h"

namespace mot {

/// Lanes follow from `visibility`; what `supports` a moment of the journey is drawn though it is on no journey itself.
Scene blueprint_scene(const PictureInput& input, const PictureOptions& options);

}  // namespace mot
