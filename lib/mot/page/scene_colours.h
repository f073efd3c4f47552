// A picture that is drawn once and shown in two themes: its colours are numbers, each of which stands for one colour in light and one in
// dark.
#pragma once

#include <string>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// What stands at the same place in light and in dark.
struct ColourPair {
  Colour light;
  Colour dark;
  bool operator==(const ColourPair&) const = default;
};

/// A scene whose colours are numbers of pairs.
struct NumberedScene {
  Scene scene;
  std::vector<ColourPair> pairs;
  bool operator==(const NumberedScene&) const = default;
};

/// `light` with numbers in place of its colours. The dark scene differs from it in nothing but colours; where it does, the light ones hold
/// in dark too.
NumberedScene numbered(Scene light, Scene dark);

}  // namespace mot
