// How YAML looks byte by byte: where the tokens end that yaml-cpp only tells the beginnings of. Offsets are bytes of the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mot::yaml {

inline bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
inline bool is_break(char c) {
  return c == '\n' || c == '\r';
}
inline bool is_space(char c) {
  return is_blank(c) || is_break(c);
}

inline bool opens_bracket(char c) {
  return c == '[' || c == '{';
}

/// The byte at an offset; a line break beyond the text's end, as where a file ends a line ends.
inline char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\n';
}

/// Where the line of an offset begins.
std::size_t line_begin(std::string_view text, std::size_t at);

/// Bytes from the line's beginning, without a byte order mark.
std::size_t column_of(std::string_view text, std::size_t at);

/// Where the line of an offset ends: at its line break.
std::size_t line_end(std::string_view text, std::size_t at);

/// Where the line after an offset's begins.
std::size_t next_line(std::string_view text, std::size_t at);

/// The first offset from `at` on that is neither blank, line break nor comment.
std::size_t skip_space(std::string_view text, std::size_t at);

/// The end of an anchor, an alias or a tag that begins at `at`.
std::size_t property_end(std::string_view text, std::size_t at);

/// The end of the last of the anchors and tags that begin at `at`; `at` where there is none.
std::size_t properties_end(std::string_view text, std::size_t at);

/// Where the node itself begins whose anchor and tag begin at `at`; `at` where it has neither.
std::size_t skip_properties(std::string_view text, std::size_t at);

/// Where the next node itself begins in block style: behind `- `, `? `, `: `, `---`, anchors and tags.
std::size_t next_node(std::string_view text, std::size_t at);

/// The offset after the quote that closes the one at `at`; nothing where none does.
std::optional<std::size_t> quoted_end(std::string_view text, std::size_t at);

/// The end of the plain scalar that begins at `at` and has this value once its lines are folded.
std::size_t plain_end(std::string_view text, std::size_t at, std::string_view value);

/// The end of the last line with text of the block scalar whose `|` or `>` stands at `at`; of the indicator's line where it is empty.
std::size_t block_end(std::string_view text, std::size_t at, std::string_view value);

}  // namespace mot::yaml
