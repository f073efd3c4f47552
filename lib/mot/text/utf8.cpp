#include "mot/text/utf8.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace mot {
namespace {

struct Character {
  utf8proc_int32_t code = -1;  // -1: a stray byte
  std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - offset)), &code);
  if (length <= 0) return {};
  return {code, static_cast<std::size_t>(length)};
}

/// Whether the next eight bytes are ASCII: in most texts most are, and a look at all of them is quicker than one at each.
bool is_ascii_word(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  if (text.size() - offset < sizeof word) return false;
  std::memcpy(&word, text.data() + offset, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

/// Codes from the first to the last, both included, in order.
struct CodeRange {
  utf8proc_int32_t first;
  utf8proc_int32_t last;
};

/// Controls; what turns the order of what stands beside it around (UAX 9); line ends that no editor shows; what takes no room, so that two
/// texts look alike. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are spelt with them.
constexpr CodeRange steering[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x61c, 0x61c},   {0x200b, 0x200b}, {0x200e, 0x200f},
                                  {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}};

bool steers_a_terminal(utf8proc_int32_t code) {
  const auto* range = std::ranges::lower_bound(steering, code, {}, &CodeRange::last);
  return range != std::end(steering) && code >= range->first;
}

/// Valid UTF-8 that no XML may hold: a workbook or a picture with it can't be opened.
bool is_no_xml(utf8proc_int32_t code) {
  return code == 0xfffe || code == 0xffff;
}

// Commands of GitHub's runner (the old form) and of Azure Pipelines are obeyed anywhere in a line.
bool steers_a_log(std::string_view text) {
  return text.starts_with("##[") || text.starts_with("##vso[");
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_word(text, i)) {
      i += sizeof(std::uint64_t);
      continue;
    }
    const Character character = character_at(text, i);
    if (character.code < 0) return i;
    i += character.length;
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_ascii = is_ascii_word(text, i);
    count += is_ascii ? sizeof(std::uint64_t) : 1;
    i += is_ascii ? sizeof(std::uint64_t) : character_at(text, i).length;
  }
  return count;
}

std::size_t character_length(std::string_view text, std::size_t offset) {
  return character_at(text, offset).length;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const bool is_control = character.code >= 0 && character.code < 0x20;
    width += character.code < 0 || is_control ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character.code)));
    i += character.length;
  }
  return width;
}

std::string printable_character(std::string_view text, std::size_t offset) {
  const Character character = character_at(text, offset);
  if (character.code < 0) return fmt::format("\\x{:02x}", static_cast<unsigned char>(text[offset]));
  if (character.code == '\n') return "\\n";
  if (character.code == '\t') return "\\t";
  if (character.code == '#' && steers_a_log(text.substr(offset))) return "\\x23";
  if (!steers_a_terminal(character.code) && !is_no_xml(character.code)) return std::string(text.substr(offset, character.length));
  return character.code < 0x100 ? fmt::format("\\x{:02x}", character.code) : fmt::format("\\u{:04x}", character.code);
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && is_shown_as_it_is(text[i])) ++i;
    shown.append(text, begin, i - begin);
    if (i == text.size()) break;
    shown += printable_character(text, i);
    i += character_at(text, i).length;
  }
  return shown;
}

char32_t code_point_of(std::string_view character) {
  constexpr unsigned char masks[] = {0x7f, 0x1f, 0x0f, 0x07};
  char32_t code = static_cast<unsigned char>(character[0]) & masks[character.size() - 1];
  for (const char byte : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(byte) & 0x3f);
  return code;
}

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 60;
  return printable(shortened(text, longest));
}

std::string shortened(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); end += character_at(text, end).length, ++count) {
    if (count + 1 < characters) continue;
    const std::size_t next = end + character_at(text, end).length;
    if (next >= text.size()) break;
    return std::string(text.substr(0, end)) + "…";
  }
  return std::string(text);
}

bool shows_anything(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    i += character.length;
    if (character.code < 0) return true;
    const auto* property = utf8proc_get_property(character.code);
    switch (property->category) {
      case UTF8PROC_CATEGORY_MN:
      case UTF8PROC_CATEGORY_ME:
      case UTF8PROC_CATEGORY_ZS:
      case UTF8PROC_CATEGORY_ZL:
      case UTF8PROC_CATEGORY_ZP:
      case UTF8PROC_CATEGORY_CC:
      case UTF8PROC_CATEGORY_CF:
        break;
      default:
        if (!property->ignorable) return true;
    }
  }
  return false;
}

bool reads_right_to_left(std::string_view text) {
  int isolates = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    i += character.length;
    if (character.code < 0) continue;
    if (character.code >= 0x2066 && character.code <= 0x2068) ++isolates;
    if (character.code == 0x2069) isolates = std::max(0, isolates - 1);
    if (isolates > 0) continue;
    const auto direction = utf8proc_get_property(character.code)->bidi_class;
    if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL) return true;
    if (direction == UTF8PROC_BIDI_CLASS_L) return false;
  }
  return false;
}

std::string without_accents(std::string_view text) {
  // Letters that Unicode does not take apart.
  constexpr struct {
    utf8proc_int32_t letter;
    std::string_view plain;
  } others[] = {{0xDF, "ss"}, {0x1E9E, "SS"}, {0xE6, "ae"}, {0xC6, "AE"}, {0x153, "oe"}, {0x152, "OE"},  {0xF8, "o"},
                {0xD8, "O"},  {0xF0, "d"},    {0xD0, "D"},  {0xFE, "th"}, {0xDE, "Th"},  {0x111, "d"},   {0x110, "D"},
                {0x142, "l"}, {0x141, "L"},   {0x131, "i"}, {0x127, "h"}, {0x126, "H"},  {0xFB01, "fi"}, {0xFB02, "fl"}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    const auto* other = std::ranges::find(others, character.code, [](const auto& pair) { return pair.letter; });
    utf8proc_int32_t parts[16];
    int boundary = 0;
    const auto count =
        character.code < 0 ? -1 : utf8proc_decompose_char(character.code, parts, std::size(parts), UTF8PROC_DECOMPOSE, &boundary);
    if (other != std::end(others)) {
      plain += other->plain;
    } else if (count < 0 || count > static_cast<utf8proc_ssize_t>(std::size(parts))) {
      plain.append(text, i, character.length);
    } else {
      for (utf8proc_ssize_t part = 0; part < count; ++part) {
        if (utf8proc_category(parts[part]) == UTF8PROC_CATEGORY_MN) continue;
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(parts[part], bytes);
        plain.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
      }
    }
    i += character.length;
  }
  return plain;
}

std::string folded(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.code >= 0 && character.code < 0x80) {
      lower += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
    } else if (character.code < 0) {
      lower += text[i];
    } else {
      utf8proc_uint8_t bytes[4];
      const auto length = utf8proc_encode_char(utf8proc_tolower(character.code), bytes);
      lower.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    i += character.length;
  }
  return lower;
}

}  // namespace mot
