// Where a picture that is larger than a sheet is cut, so that what is to be read is not.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// How much of a picture one sheet shows along a side, and what two neighbours both show. In points of the picture.
struct SheetReach {
  double shown = 0;    ///< over `overlap`
  double overlap = 0;  ///< at its end, which the next sheet is glued on
};

enum class Side : unsigned char { across, down };

/// Where sheets begin along a side, the first at 0: the later ones where they cut the fewest cards, labels and marks, as far as each
/// can be. What is longer than half a sheet is cut anywhere.
std::vector<double> sheet_begins(const Scene& scene, Side side, const SheetReach& reach);

}  // namespace mot
