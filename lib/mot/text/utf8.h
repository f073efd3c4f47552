// UTF-8: what is valid, how many characters a text has, how wide a terminal shows it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mot {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Offset of the first byte that is not part of a well-formed character (RFC 3629), or nothing.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// Code points of a valid text; in an invalid one every stray byte counts as one.
std::size_t count_characters(std::string_view text);

/// Bytes of the character that starts at `offset`: 1 to 4, and 1 for a stray byte.
std::size_t character_length(std::string_view text, std::size_t offset);

/// The code point of one valid character.
char32_t code_point_of(std::string_view character);

/// Columns a terminal uses: 0 for combining marks, 2 for wide East Asian characters and emoji; tabs and control characters count 1.
std::size_t display_width(std::string_view text);

/// The text with control characters, marks of direction, what takes no room (but joiners), what no XML may hold and invalid bytes shown as
/// `\x1b`, `\u202e`, `\u200b`, `\ufffe` and the like, so that nothing a file says can steer a terminal or a CI log. The `#` of `##[` and
/// `##vso[`, which some CI systems obey anywhere in a line, is shown as `\x23`.
std::string printable(std::string_view text);
/// Whether that leaves an ASCII character as it is, whatever stands beside it, one column wide: most are.
constexpr bool is_shown_as_it_is(char c) {
  return c >= ' ' && c <= '~' && c != '#';
}
/// The same for the one character that starts at `offset`, seen in its text.
std::string printable_character(std::string_view text, std::size_t offset);

/// The longest beginning of the text of at most `characters` code points, with `…` in place of what is left out.
std::string shortened(std::string_view text, std::size_t characters);

/// A user's text as it can stand in a message: printable, and no longer than leaves the message a line.
std::string shown(std::string_view text);

/// Whether anything in the text takes room and leaves a mark: no blank, no combining mark alone, nothing of zero width.
bool shows_anything(std::string_view text);

/// Whether the first letter that has a direction (UAX 9) is read from right to left, as Arabic and Hebrew are.
bool reads_right_to_left(std::string_view text);

/// Letters without their accents and ligatures: decomposed (NFD), combining marks dropped, `ß` as ss, `ø` as o.
std::string without_accents(std::string_view text);

/// Lower case by Unicode's simple case folding.
std::string folded(std::string_view text);

}  // namespace mot
