#include "mot/import/plain_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "mot/load/fields/placeholders.h"
#include "mot/text/digits.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// Words that YAML 1.2, older YAML or a reader's hints take for something else than a text.
constexpr std::string_view taken_words[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"};

constexpr struct {
  std::string_view name;
  std::string_view text;
} entities[] = {
    {"quot", "\""}, {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"colon", ":"}, {"semi", ";"}, {"num", "#"}, {"nbsp", " "}, {"apos", "'"},
};

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string utf8_of(std::uint32_t point) {
  std::string text;
  if (point < 0x80) return {static_cast<char>(point)};
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x800) {
    text += static_cast<char>(0xC0 | (point >> 6));
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0 | (point >> 12));
    tail(6);
  } else {
    text += static_cast<char>(0xF0 | (point >> 18));
    tail(12);
    tail(6);
  }
  tail(0);
  return text;
}

/// What an entity's name or number, without its marks, stands for.
std::optional<std::string> entity(std::string_view name) {
  const auto* const named = std::ranges::find_if(entities, [&](const auto& entry) { return entry.name == name; });
  if (named != std::end(entities)) return std::string(named->text);
  if (name.starts_with('#')) name.remove_prefix(1);
  std::uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point);
  const bool is_character =
      error == std::errc() && end == name.data() + name.size() && point >= 0x20 && point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
  return is_character ? std::optional(utf8_of(point)) : std::nullopt;
}

/// The entity at the front of a text, `&lt;` or Mermaid's `#lt;`: what it stands for and its length.
std::optional<std::pair<std::string, std::size_t>> entity_at(std::string_view text) {
  constexpr std::size_t longest = 10;
  if (text[0] != '&' && text[0] != '#') return std::nullopt;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  auto stands_for = entity(text.substr(1, end - 1));
  if (!stands_for) return std::nullopt;
  return std::pair{std::move(*stands_for), end + 1};
}

/// Whether a character, one of several bytes among them, is a blank, a line's end or nothing that can be seen.
bool parts_words(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) <= ' ' || character[0] == '\x7F';
  return character == "\u00A0" || character == "\u2028" || character == "\u2029" || character == "\uFEFF" ||
         (character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0);
}

bool is_forbidden(std::string_view character) {
  return character == "\uFFFE" || character == "\uFFFF";
}

/// Blocks of letters that need no quotation marks: Latin, Greek, Cyrillic, kana, Chinese, Korean.
constexpr std::pair<std::uint32_t, std::uint32_t> letters[] = {
    {0xC0, 0x24F}, {0x370, 0x52F}, {0x3041, 0x30FF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}};

std::uint32_t point_of(std::string_view character) {
  constexpr std::uint32_t first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t point = static_cast<unsigned char>(character[0]) & first_bits[character.size()];
  for (const char byte : character.substr(1)) point = (point << 6) | (static_cast<unsigned char>(byte) & 0x3F);
  return point;
}

bool is_plain_letter(std::string_view character) {
  if (character.size() == 1) return is_letter(character[0]);
  const std::uint32_t point = point_of(character);
  return std::ranges::any_of(letters, [&](const auto& block) { return point >= block.first && point <= block.second; });
}

bool stands_plain(std::string_view line) {
  if (line.empty()) return false;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view character = line.substr(at, character_length(line, at));
    const bool stands_inside = at > 0 && (is_digit(line[at]) || line[at] == ' ' || line[at] == '-');
    if (!stands_inside && !is_plain_letter(character)) return false;
    at += character.size();
  }
  return std::ranges::find(taken_words, folded(line)) == std::end(taken_words);
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string line;
  bool is_parted = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, character_length(text, at));
    at += character.size();
    if (is_forbidden(character)) continue;
    if (parts_words(character)) {
      is_parted = true;
      continue;
    }
    if (is_parted && !line.empty()) line += ' ';
    is_parted = false;
    line += character;
  }
  return line;
}

std::string plain_lines(std::string_view text) {
  std::string lines;
  std::size_t breaks = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string line = plain_line(text.substr(0, end));
    if (!line.empty()) {
      if (!lines.empty()) lines.append(breaks, '\n');
      lines += line;
      breaks = 0;
    }
    ++breaks;
    text.remove_prefix(std::min(text.size(), end + (text.substr(end).starts_with("\r\n") ? 2 : 1)));
  }
  return lines;
}

std::size_t line_break_tag(std::string_view text) {
  constexpr std::string_view tag = "<br";
  const auto lower = [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; };
  if (text.size() < tag.size() || !std::ranges::equal(text.substr(0, tag.size()), tag, {}, lower)) return 0;
  std::size_t end = text.find_first_not_of(" /", tag.size());
  return end != std::string_view::npos && text[end] == '>' ? end + 1 : 0;
}

std::string without_markup(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (const std::size_t tag = line_break_tag(rest); tag > 0) {
      plain += ' ';
      at += tag;
    } else if (const auto found = entity_at(rest)) {
      plain += found->first;
      at += found->second;
    } else {
      plain += text[at++];
    }
  }
  return plain_line(plain);
}

bool says_something(std::string_view text) {
  return !text.empty() && shows_anything(text) && !is_placeholder(text);
}

std::string yaml_text(std::string_view text) {
  if (stands_plain(text)) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return quoted + '"';
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  return fmt::format("'{}'", printable(shortened(text, longest)));
}

}  // namespace mot::importing
