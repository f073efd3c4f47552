// Where yaml-cpp reads less than YAML 1.2 is, bytes are exchanged for stand-ins of the same number, control characters that no file may
// hold, and put back in the values it tells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mot::yaml {

/// The text as yaml-cpp can read it; nothing where it can be read as it stands. A `?` inside a plain text is hidden, for between brackets
/// yaml-cpp ends a text there, and blank lines lose their tabs.
std::optional<std::string> text_for_parser(std::string_view text);

/// Makes one escape of the pairs that JSON writes for a character beyond U+FFFF (`\ud83d\ude00`): of the one that ends at `at`, and of
/// all others between double quotes that open on their line. Whether `at` ends one.
bool join_surrogates(std::string& text, std::size_t at);

/// Puts the lines on one that a key between brackets is written over, from where it begins to its colon. Whether they were several.
bool join_lines_of_key(std::string& text, std::size_t begin, std::size_t colon);

/// A value with stand-ins put back.
std::string restored(std::string_view value);

/// Whether a value holds any.
bool has_stand_in(std::string_view value);

}  // namespace mot::yaml
