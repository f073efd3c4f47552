// How a moment honours what customers of a picture are proud of.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// Whose picture it is: the persona asked for, else all who go on the journey.
struct FlagBearers {
  const Journey& journey;
  std::optional<std::size_t> persona;
};

/// A line each behind a flag, which the legend explains; `most` lines of text a flag.
std::vector<Line> flown_flags(Canvas& canvas, const Touchpoint& touchpoint, const FlagBearers& bearers, double width, std::size_t most);

}  // namespace mot
