// What a presentation begins with: what it is about, what it says, in figures too, for whom and of when.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot::title {

struct TitleSlide {
  std::vector<std::size_t> journeys;  ///< that are shown, as indices of Workspace::journeys; one alone gives the title
  double width = 0;                   ///< points
  double height = 0;
  std::string version;  ///< of the workspace, and the day: `7f3a2c1  ·  28 November 2026`
};

/// In the theme of the input. Where what it says has no room, quotes, what figures rest on, and faces leave, in this order.
Scene title_slide(const PictureInput& input, const TitleSlide& asked);

}  // namespace mot::title
