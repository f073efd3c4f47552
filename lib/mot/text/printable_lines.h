// Texts of several lines as they are shown in cells.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// As `printable`, but line breaks and tabs stay.
std::string printable_lines(std::string_view text);

}  // namespace mot
