// A picture of the page on paper: over as many sheets of A4 as its letters need to be read in the hand.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/picture/scene.h"

namespace mot {

inline constexpr double least_letters_on_paper = 4.2;  ///< points; of a picture that is cut
inline constexpr double least_letters_of_whole = 3.3;  ///< points; smaller ones are worth a cut

/// How a picture stands on paper; `scale` makes points of paper of its own points.
struct PaperSlices {
  bool is_upright = false;  ///< how the sheets are held
  double scale = 1;
  std::vector<Box> bands;  ///< below one another, in points of the picture: a sheet has as many as it has room for, and is cut between two
};

/// Whether a picture may be cut: one that is read as a whole, such as a ring, stays on one sheet, however small its letters get.
enum class Cutting : unsigned char { between_rows, never };

/// Whole on one sheet, upright where it is hardly smaller so, where its letters have `least_letters_of_whole` there. Else in bands that are
/// cut where they cut the fewest things, held so that it takes the fewest sheets with letters of `least_letters_on_paper`, or as large as
/// the width of a sheet allows.
PaperSlices paper_slices(const Scene& scene, Cutting cutting = Cutting::between_rows);

/// How many sheets the bands take.
std::size_t sheets_of(const PaperSlices& slices);

}  // namespace mot
