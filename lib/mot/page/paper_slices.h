// A picture of the page on paper: over as many sheets of A4 as its letters need to be read in the hand.
#pragma once

#include <vector>

#include "mot/picture/scene.h"

namespace mot {

inline constexpr double least_letters_on_paper = 7;  ///< points

/// What of a picture stands on which sheet, in reading order; in points of the picture. `scale` makes points of paper of them.
struct PaperSlices {
  bool is_upright = false;  ///< how the sheets are held
  double scale = 1;
  std::vector<Box> sheets;
};

/// Whether a picture may be cut: one that is read as a whole, such as a ring, stays on one sheet, however small its letters get.
enum class Cutting : unsigned char { between_rows, never };

/// As few sheets as keep the smallest letters at `least_letters_on_paper`, or as large as the width of a sheet allows; cut where they cut
/// the fewest things.
PaperSlices paper_slices(const Scene& scene, Cutting cutting = Cutting::between_rows);

}  // namespace mot
