// Icons of channels: which one a channel has, and how it is drawn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// An icon in its square of 24 by 24, as Bézier curves.
struct Icon {
  std::string_view name;
  std::vector<std::vector<Point>> lines;
};

/// The icon whose words stand in a channel's name, whatever its letters' size; null where none does. The same one at each call.
const Icon* icon_of_channel(std::string_view name);

/// In a square with that left upper corner; in the ground, below cards.
void draw_icon(Canvas& canvas, const Icon& icon, Point corner, double side, Colour colour);

/// The curves of an SVG path of the commands M, L, H, V, C and A, large and small: 3n + 1 points each. Nothing where it holds others.
std::vector<std::vector<Point>> curves_of_path(std::string_view path);

}  // namespace mot
