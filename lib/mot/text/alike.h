// Texts that look the same to people and differ in their bytes.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The text as people see it: composed (NFC), any run of blanks (no-break and thin ones, tabs, line breaks) one blank, none at the ends,
/// and without what has no width: joiners, byte order marks, soft hyphens.
std::string as_seen(std::string_view text);

/// The first character in which two texts differ, of each: `U+00A0 and U+0020`; `nothing` for the end of a text.
std::string difference_of(std::string_view a, std::string_view b);

}  // namespace mot
