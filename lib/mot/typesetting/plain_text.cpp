#include "mot/typesetting/plain_text.h"

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

bool is_break(char32_t code) {
  return (code >= 0x09 && code <= 0x0d) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_left_out(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const bool noncharacter = (code & 0xfffe) == 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  const bool embedding = code >= 0x202a && code <= 0x202e;  // would turn what stands behind it around
  return control || noncharacter || embedding || code == 0xfeff;
}

/// How many bytes from `begin` on are ASCII without controls, which is drawn as it is.
std::size_t plain_run(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && text[end] >= 0x20 && text[end] != 0x7f) ++end;
  return end - begin;
}

}  // namespace

std::string drawable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t plain = plain_run(text, i); plain > 0) {
      shown.append(text, i, plain);
      i += plain;
      continue;
    }
    const std::string_view character = text.substr(i, character_length(text, i));
    i += character.size();
    if (character.size() == 1 && static_cast<unsigned char>(character[0]) >= 0x80) {
      shown += replacement_character;
      continue;
    }
    const char32_t code = code_point_of(character);
    if (is_break(code))
      shown += ' ';
    else if (!is_left_out(code))
      shown += character;
  }
  return shown;
}

std::string on_one_line(std::string_view text) {
  std::string line = drawable(text);
  const auto both_blank = [](char one, char other) { return one == ' ' && other == ' '; };
  line.erase(std::unique(line.begin(), line.end(), both_blank), line.end());
  if (line.starts_with(' ')) line.erase(0, 1);
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace mot
