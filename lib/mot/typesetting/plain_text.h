// Text made fit to be drawn: nothing in it that a font has no picture for, that XML forbids or that starts a new line.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The text without control characters, noncharacters (U+FFFE and the like), byte order marks and overrides of the reading
/// direction; line breaks, tabs and line separators become one blank each, invalid bytes U+FFFD. Blanks stay as they are.
std::string drawable(std::string_view text);

/// The drawable text with runs of blanks as one and none at the ends. A no-break space is no blank.
std::string on_one_line(std::string_view text);

}  // namespace mot
