// What other departments do, where one stands out: lighter grounds and borders, one colour for all text, which can still be read.
#pragma once

#include <vector>

#include "mot/picture/scene.h"
#include "mot/picture/theme.h"

namespace mot::journey {

void fade(std::vector<Line>& lines, const Theme& theme);
void fade(Label& label, const Theme& theme);
void fade(Card& card, const Theme& theme);
void fade(Marker& marker, const Theme& theme);

}  // namespace mot::journey
