#include "mot/edit/write_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "mot/edit/older_yaml.h"
#include "mot/edit/yaml_text.h"
#include "mot/text/utf8.h"

namespace mot::edit {
namespace {

/// What readers of YAML 1.1 take for a line break, or refuse outside of double quotes: U+0085, U+2028, U+2029, other control characters,
/// the byte order mark, and what is no character.
bool is_read_otherwise(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

/// Calls `visit` with each character's code point and bytes; a stray byte is none that is known.
template <class Visit>
void for_each_character(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, std::max<std::size_t>(1, character_length(text, at)));
    const bool is_stray = character.size() == 1 && static_cast<unsigned char>(character[0]) >= 0x80;
    visit(is_stray ? U'\uFFFD' : code_point_of(character), character);
    at += character.size();
  }
}

/// Whether a text stands for itself without quotes: it is read back, which is what a reader of the file will do; others are known.
bool can_be_bare(std::string_view text, Surroundings around) {
  const bool has_break = text.empty() || text.find_first_of("\r\n\t") != std::string_view::npos || needs_double_quotes(text);
  if (has_break || text.front() == ' ' || text.back() == ' ' || is_no_text_in_older_yaml(text, around)) return false;
  const std::string_view form = around == Surroundings::brackets ? "{{ k: {}, l: [{}, 1] }}\n" : "k: {}\nl: {}\n";
  const YamlText read("", fmt::format(fmt::runtime(form), text, text));
  const auto first = read.at({"k"});
  const auto second = around == Surroundings::brackets ? read.at({"l", std::size_t{0}}) : read.at({"l"});
  const auto is_it = [&](const std::optional<yaml::Value>& value) {
    return value && means_the_same(plain_of(*value), Plain::text(std::string(text)));
  };
  return read.is_sound() && is_it(first) && is_it(second);
}

std::string escaped(char32_t c, std::string_view character) {
  switch (c) {
    case U'"':
      return "\\\"";
    case U'\\':
      return "\\\\";
    case U'\n':
      return "\\n";
    case U'\r':
      return "\\r";
    case U'\t':
      return "\\t";
    default:
      break;
  }
  if (!is_read_otherwise(c)) return std::string(character);
  const auto number = static_cast<std::uint32_t>(c);
  return c <= 0xFF ? fmt::format("\\x{:02x}", number) : c <= 0xFFFF ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

std::string written_list(const Plain& list) {
  std::string text;
  for (const Plain& item : list.items) text += (text.empty() ? "" : ", ") + written_on_a_line(item, Surroundings::brackets);
  return "[" + text + "]";
}

std::string written_mapping(const Plain& mapping) {
  std::string text;
  for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
    text += fmt::format("{}{}: {}", i > 0 ? ", " : "", written_key(mapping.keys[i], Surroundings::brackets),
                        written_on_a_line(mapping.items[i], Surroundings::brackets));
  }
  return text.empty() ? "{}" : "{ " + text + " }";
}

}  // namespace

bool needs_double_quotes(std::string_view text) {
  bool needs_them = false;
  for_each_character(text, [&](char32_t c, std::string_view) { needs_them |= is_read_otherwise(c); });
  return needs_them;
}

std::string in_double_quotes(std::string_view text) {
  std::string quoted = "\"";
  for_each_character(text, [&](char32_t c, std::string_view character) { quoted += escaped(c, character); });
  return quoted + "\"";
}

std::string in_single_quotes(std::string_view text) {
  if (text.find_first_of("\n\t") != std::string_view::npos || needs_double_quotes(text)) return in_double_quotes(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

std::string written_scalar(const Plain& scalar, Surroundings around) {
  if (scalar.kind == Plain::Kind::null) return "null";
  if (scalar.kind == Plain::Kind::word || can_be_bare(scalar.value, around)) return scalar.value;
  return in_double_quotes(scalar.value);
}

std::string written_key(const std::string& key, Surroundings around) {
  const bool is_letter = key.size() == 1 && std::string_view("nNyY").find(key[0]) != std::string_view::npos;
  return is_letter ? key : written_scalar(Plain::text(key), around);
}

std::string written_on_a_line(const Plain& value, Surroundings around) {
  switch (value.kind) {
    case Plain::Kind::list:
      return written_list(value);
    case Plain::Kind::mapping:
      return written_mapping(value);
    case Plain::Kind::null:
    case Plain::Kind::word:
    case Plain::Kind::text:
      break;
  }
  return written_scalar(value, around);
}

std::string written_as_block(const Plain& mapping, std::size_t indent, std::string_view line_end) {
  std::string text;
  for (std::size_t i = 0; i < mapping.keys.size(); ++i) {
    if (i > 0) text.append(line_end).append(indent, ' ');
    text +=
        fmt::format("{}: {}", written_key(mapping.keys[i], Surroundings::block), written_on_a_line(mapping.items[i], Surroundings::block));
  }
  return text;
}

}  // namespace mot::edit
