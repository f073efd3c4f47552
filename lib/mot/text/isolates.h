// Text of users among words of ours, held apart by Unicode's isolates (UAX 9) so that neither turns the other around.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// Whether any letter is read from right to left.
bool has_right_to_left(std::string_view text);

/// The text between a first strong isolate and its end where any of its letters is read from right to left; else the text itself.
std::string isolated(std::string_view text);

/// The text between them whatever its letters are.
std::string held_apart(std::string_view text);

/// The text without the signs that hold parts of it apart, for readers that show them.
std::string without_isolates(std::string_view text);

/// Ends what `first_strong_isolate` begins.
inline constexpr std::string_view pop_isolate = "\u2069";

/// Begins what `isolated` and `held_apart` hold apart.
inline constexpr std::string_view first_strong_isolate = "\u2068";

/// Begins a line that is read from left to right though its first letters are isolated ones that are not.
inline constexpr std::string_view left_to_right_mark = "\u200e";

/// Begins a line that is read from right to left though only isolates stand in it.
inline constexpr std::string_view right_to_left_mark = "\u200f";

}  // namespace mot
