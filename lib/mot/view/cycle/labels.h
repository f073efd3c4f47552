// Where the labels of a ring go: outside of it, in path order, each beside its slice as far as the others leave room.
#pragma once

#include <span>
#include <vector>

#include "mot/picture/scene.h"

namespace mot::cycle {

struct RingLabel {
  // given
  double angle = 0;  ///< of the slice it belongs to
  double start = 0;  ///< radius at which its leader line begins, along the slice's middle
  double width = 0;
  double height = 0;
  // found
  Box box;
  std::vector<Point> leader;  ///< corners, from the slice to the box
};

/// The circles labels keep to, in points from `center`.
struct LabelRoom {
  Point center;
  double clear = 0;   ///< leader lines run straight out to here and never come nearer again
  double labels = 0;  ///< no label comes nearer
  double flat = 1;    ///< so much of the height of its slice a label wants to have: less where the page is low
};

/// The height of the labels of one side, the taller one.
double taller_side(std::span<const RingLabel> labels);

/// Labels by growing angle, those of the first half turn on the right. Tells whether every leader line reaches its label without running
/// over another one or back into the ring; with wider circles it does.
bool place_labels(std::vector<RingLabel>& labels, const LabelRoom& room);

}  // namespace mot::cycle
