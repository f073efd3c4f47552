#include "mot/typesetting/italics.h"

#include <algorithm>
#include <array>

#include "mot/text/utf8.h"

namespace mot {

bool has_letters_without_italics(std::string_view text) {
  constexpr struct {
    char32_t first;
    char32_t last;
  } scripts[] = {{0x530, 0x1cff},  {0x2d00, 0x2ddf}, {0x2e80, 0xa63f}, {0xa6a0, 0xa6ff},   {0xa800, 0xab2f},  {0xab70, 0xfaff},
                 {0xfb07, 0xfdff}, {0xfe70, 0xfefc}, {0xff66, 0xffdc}, {0x10000, 0x1cfff}, {0x20000, 0x3ffff}};
  constexpr std::array<unsigned char, 4> masks = {0x7f, 0x1f, 0x0f, 0x07};
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = text.substr(i, character_length(text, i));
    i += character.size();
    if (character.size() == 1) continue;
    char32_t code = static_cast<unsigned char>(character[0]) & masks[character.size() - 1];
    for (const char byte : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(byte) & 0x3f);
    if (std::ranges::any_of(scripts, [&](const auto& script) { return script.first <= code && code <= script.last; })) return true;
  }
  return false;
}

}  // namespace mot
