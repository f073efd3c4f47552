// The scale left of the curves, and the lines that guide the eye from it.
#pragma once

#include "mot/view/journey/drawing.h"

namespace mot::journey {

/// Points that the scale's numbers take left of the panel.
double axis_width(const JourneyDrawing& drawing);

/// Points a panel of curves is high: more where somebody draws in it.
double panel_height(const JourneyDrawing& drawing);

/// Height of a score in a panel whose scale ends `inset` from its edges. Nothing is drawn outside of it; a scale without extent has all
/// in its middle.
double height_in_panel(const JourneyDrawing& drawing, double score, double inset);

/// Where somebody draws by hand there is a line for every point, and one for every moment.
void draw_axis(JourneyDrawing& drawing, const Path& path, const Band& band, const Box& panel);

}  // namespace mot::journey
