// The service blueprint of a journey (Shostack, HBR 1984, in the lanes that Nielsen Norman Group gives them): what the customer sees and
// does, who meets them, and what carries that behind the line of visibility.
#pragma once

#include "mot/view/blueprint/drawing.h"
#include "mot/view/frame.h"

namespace mot::blueprint {

/// Lanes follow from `visibility`; what `supports` a moment of the journey is drawn though it is on no journey itself.
extern const Content<BlueprintDrawing> content;

}  // namespace mot::blueprint
