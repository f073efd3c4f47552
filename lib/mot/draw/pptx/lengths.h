// Points as PowerPoint counts: English Metric Units, 12 700 a point.
#pragma once

#include <cmath>

#include "mot/picture/scene.h"

namespace mot::pptx {

inline constexpr double whole_share = 100'000;  ///< a share of one, as shapes write it

inline long emu(double points) {
  return std::lround(points * 12'700);
}

/// A box with no corner lost to rounding: neighbours stay neighbours.
struct Placed {
  long x, y, cx, cy;
};

inline Placed placed(const Box& box) {
  const long x = emu(box.left), y = emu(box.top);
  return {x, y, emu(box.right()) - x, emu(box.bottom()) - y};
}

}  // namespace mot::pptx
