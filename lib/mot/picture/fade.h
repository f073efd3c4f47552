// What others do, where one department stands out: lighter grounds and borders, one colour for all text, which can still be read.
#pragma once

#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// Text alone is explained by what it belongs to; the others register with the legend.
void fade(std::vector<Line>& lines, const Theme& theme);
void fade(Label& label, const Theme& theme);
void fade(Canvas& canvas, Card& card);
void fade(Canvas& canvas, Marker& marker);

}  // namespace mot
