// Pictures for readers who read from the right.
#pragma once

#include "mot/picture/scene.h"

namespace mot {

/// The whole picture from right to left: what stood at the left stands at the right, and every line runs from the right. Figures and words
/// of other scripts stand in isolates in it, so that they read as they are written.
Scene mirrored(Scene scene);

/// Text that begins in a script that runs from right to left begins at the right of its box.
Scene aligned_as_read(Scene scene);

/// A line's text as it stands in a line that runs from the right. A sentence from the left that begins with a name from the right stays as
/// it is.
std::string from_right(std::string_view text);

}  // namespace mot
