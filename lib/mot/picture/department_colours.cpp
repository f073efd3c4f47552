#include "mot/picture/department_colours.h"

#include <array>

namespace mot {

namespace {

constexpr std::array<Colour, 8> on_light = {Colour{0x5b4a8a}, {0x0b6e7c}, {0x7a4e2d}, {0x9c2f73},
                                            {0x2b5ea7},       {0x5c6b1c}, {0x4a5866}, {0x3d3a8c}};
constexpr std::array<Colour, 8> on_dark = {Colour{0xb3a3e6}, {0x5cc3d1}, {0xd0a17c}, {0xe58cc2},
                                           {0x86b4f0},       {0xb9c96a}, {0xaab7c4}, {0xa5a2f0}};

bool is_dark(const Theme& theme) {
  return contrast(theme.page, pure_white) > contrast(theme.page, Colour{0x000000});
}

}  // namespace

Tone department_tone(const Theme& theme, std::optional<std::size_t> department) {
  if (!theme.patterns.empty()) return {theme.deep, theme.on_deep, theme.ink, theme.page, ""};
  if (!department) return {theme.muted, theme.page, theme.muted, theme.page, ""};
  const bool dark = is_dark(theme);
  const Colour colour = (dark ? on_dark : on_light)[*department % on_light.size()];
  return {colour, dark ? theme.page : pure_white, colour, theme.page, ""};
}

}  // namespace mot
