// Values as YAML text, in the fewest marks that keep what they mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mot/edit/plain.h"

namespace mot::edit {

enum class Surroundings : std::uint8_t { block, brackets };

/// A word or a text on one line: without quotes where that means the same, else in double ones.
std::string written_scalar(const Plain& scalar, Surroundings around);

/// The same of a key, of which `n`, the field, is one that people write without quotes.
std::string written_key(const std::string& key, Surroundings around);

/// Whether a text has characters that other readers of YAML take for line breaks, or refuse, unless they are escaped.
bool needs_double_quotes(std::string_view text);

/// A text in single quotes; in double ones where single ones can't hold it.
std::string in_single_quotes(std::string_view text);
std::string in_double_quotes(std::string_view text);

/// Any value on one line: `{ score: 8, heard: [a, b] }`.
std::string written_on_a_line(const Plain& value, Surroundings around);

/// Entries of a mapping a line each, the first one without indentation, the others with `indent` blanks; lines end in `line_end`, but for
/// the last one.
std::string written_as_block(const Plain& mapping, std::size_t indent, std::string_view line_end);

}  // namespace mot::edit
