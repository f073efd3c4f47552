// The legend of a picture: every sign that was put into it, and what it means.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

struct Canvas;

/// A sign and what it means. `draw` puts the sign right of the given point and around its height.
struct LegendEntry {
  int rank = 0;  ///< the lower, the earlier it is read; a sign has one of its own
  std::string words;
  double sign_width = 0;  ///< points; 0: words alone
  std::function<void(Canvas& canvas, Point left_middle)> draw;
};

/// Each sign once, in the order of their ranks.
class Legend {
 public:
  bool explains(int rank) const;
  /// Nothing where the rank is taken.
  void add(LegendEntry entry);
  const std::vector<LegendEntry>& entries() const { return entries_; }

 private:
  std::vector<LegendEntry> entries_;
};

/// In rows of like length, at most as wide as the canvas.
void draw_legend(Canvas& canvas);

}  // namespace mot
