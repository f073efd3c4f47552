// The known name nearest to what was typed, for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// Edits (insert, delete, replace, swap of neighbours) that turn one text into the other, in bytes; at most `limit` + 1 is returned.
/// Source: optimal string alignment distance, a restricted Damerau–Levenshtein.
std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit);

/// The candidate nearest to `typed`, ignoring case, `_` and blanks, if it is near enough to be a slip: at most one edit per three
/// bytes. The first of equals wins, so the order of the candidates decides.
std::optional<std::string_view> nearest(std::string_view typed, std::span<const std::string_view> candidates);

/// "; did you mean 'x'?"
std::string did_you_mean(std::string_view meant);

/// The same of the nearest candidate, or nothing where none is near.
std::string did_you_mean(std::string_view typed, std::span<const std::string_view> candidates);

/// "a, b or c": candidates for a message, each in single quotes.
std::string alternatives(std::span<const std::string_view> candidates);

}  // namespace mot
