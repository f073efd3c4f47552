#include "mot/yaml/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "mot/text/utf8.h"

namespace mot::yaml {
namespace {

using namespace std::string_view_literals;

// The longer marks first: UTF-32's begins with UTF-16's.
constexpr struct {
  std::string_view mark;
  std::string_view encoding;
} other_byte_order_marks[] = {
    {"\xFF\xFE\0\0"sv, "UTF-32"}, {"\0\0\xFE\xFF"sv, "UTF-32"}, {"\xFF\xFE"sv, "UTF-16"}, {"\xFE\xFF"sv, "UTF-16"}};

constexpr Lookalike blank_lookalikes[] = {
    {"\u00A0", "a no-break space (U+00A0)"}, {"\u2007", "a figure space (U+2007)"},       {"\u200B", "a zero-width space (U+200B)"},
    {"\u202F", "a no-break space (U+202F)"}, {"\u3000", "an ideographic space (U+3000)"}, {"\uFEFF", "a byte order mark (U+FEFF)"},
};

BadCharacter in_encoding(std::string_view encoding, std::size_t bytes) {
  return {0, bytes, "invalid-utf8", fmt::format("this file is {}; save it as UTF-8", encoding)};
}

// yaml-cpp: UTF-16 and UTF-32 are converted, so that its marks are no places in the file.
std::optional<BadCharacter> other_encoding(std::string_view text) {
  for (const auto& [mark, encoding] : other_byte_order_marks) {
    if (text.starts_with(mark)) return in_encoding(encoding, mark.size());
  }
  // Without a mark the zeros of the first letters tell: `a\0b\0`, `\0a\0b`, `a\0\0\0`.
  if (text.size() < 4) return std::nullopt;
  const auto is_zero = [&](std::size_t i) { return text[i] == '\0'; };
  if (is_zero(0) != is_zero(1) && is_zero(0) == is_zero(2) && is_zero(1) == is_zero(3)) return in_encoding("UTF-16", 2);
  if (!is_zero(0) && is_zero(1) && is_zero(2) && is_zero(3)) return in_encoding("UTF-32", 4);
  return std::nullopt;
}

// Bytes of the forbidden character at an offset of valid UTF-8, or zero.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\n');
  if (byte < 0x20) return byte == '\t' || byte == '\n' || (byte == '\r' && next == '\n') ? 0 : 1;
  if (byte == 0x7F) return 1;
  if (byte == 0xC2) return next < 0xA0 && next != 0x85 ? 2 : 0;
  const bool is_no_character = byte == 0xEF && (text.substr(at).starts_with("\xEF\xBF\xBE") || text.substr(at).starts_with("\xEF\xBF\xBF"));
  return is_no_character ? 3 : 0;
}

std::string why_forbidden(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  const auto last = static_cast<unsigned char>(character.back());
  if (first == '\0') return "a NUL byte; is this a text file?";
  if (first == '\r') return "a carriage return without a line feed; save the file with line ends of one kind, LF or CRLF";
  const unsigned code = character.size() == 3 ? 0xFF00u + 0x40u + last : last;  // only U+FFFE and U+FFFF take three bytes
  return fmt::format("the control character U+{:04X} can't stand in YAML", code);
}

// Whether the next eight bytes are all printable ASCII: in most texts most are.
bool is_printable_word(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101u, high_bits = 0x80 * ones;
  std::uint64_t word = 0;
  if (text.size() - at < sizeof word) return false;
  std::memcpy(&word, text.data() + at, sizeof word);
  const std::uint64_t is_control = (word - 0x20 * ones) & ~word, is_delete = (word ^ (0x7F * ones)) - ones;
  return ((word | is_control | is_delete) & high_bits) == 0;
}

}  // namespace

std::optional<BadCharacter> first_bad_character(std::string_view text) {
  if (auto encoded = other_encoding(text)) return encoded;
  const std::size_t invalid = first_invalid_byte(text).value_or(text.size());
  // yaml-cpp: control characters pass through, and U+0004 ends the text.
  const std::string_view valid = text.substr(0, invalid);
  for (std::size_t i = 0; i < valid.size(); ++i) {
    while (is_printable_word(valid, i)) i += sizeof(std::uint64_t);
    if (i == valid.size()) break;
    const std::size_t length = forbidden_length(text, i);
    if (length > 0) return BadCharacter{i, i + length, "yaml-syntax", why_forbidden(text.substr(i, length))};
  }
  if (invalid == text.size()) return std::nullopt;
  const std::string byte = printable(text.substr(invalid, 1));
  return BadCharacter{invalid, invalid + 1, "invalid-utf8",
                      fmt::format("the byte {} is not UTF-8; is the file Latin-1? save it as UTF-8", byte)};
}

std::optional<Lookalike> blank_lookalike(std::string_view text) {
  const auto begins = [&](const Lookalike& lookalike) { return text.starts_with(lookalike.character); };
  const auto found = std::find_if(std::begin(blank_lookalikes), std::end(blank_lookalikes), begins);
  if (found == std::end(blank_lookalikes)) return std::nullopt;
  return *found;
}

}  // namespace mot::yaml
