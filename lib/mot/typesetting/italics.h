// Which scripts have italics.
#pragma once

#include <string_view>

namespace mot {

/// Whether any character belongs to a script other than Latin, Greek and Cyrillic, which alone have italics; signs, emoji and marks of
/// direction belong to none.
bool has_letters_without_italics(std::string_view text);

}  // namespace mot
