// Numbers as they stand in cells, whatever the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mot::evidence {

/// How a file writes fractions. German Excel separates cells by `;` and writes 3,5; there 3.5 is understood as well.
enum class DecimalMark : std::uint8_t { point, point_or_comma };

/// Without blanks and tabs at both ends.
constexpr std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// A finite number in decimal notation (`3`, `-3.5`, `.5`, `+2`, `1e3`, `−2` with a typographic minus), the whole text of it; nothing else.
std::optional<double> number_from(std::string_view text, DecimalMark mark = DecimalMark::point);

/// The number at the front of a label: `5 - Excellent`, `5: x`, `4,5 (good)`. Nothing where a letter or another number follows it, as in
/// `2nd`, `3-4` and `4/5`: who knows which of them counts.
std::optional<double> leading_number_of(std::string_view text, DecimalMark mark = DecimalMark::point);

/// A whole number from 0 to 2^53. `12.0` is one, and so is `1,204`, `1.204`, `1 204` and `1'204`, whose parts can't be a fraction of a
/// whole number; `1.000` is not, nor is `1,000` in a file with decimal commas: one reader means one by it, another a thousand.
std::optional<std::uint64_t> count_from(std::string_view text, DecimalMark mark = DecimalMark::point);

}  // namespace mot::evidence
