#include "mot/view/theme.h"

#include <algorithm>
#include <cmath>

namespace mot {

namespace {

// clang-format off
constexpr Colour ink{0x1d2733};
constexpr Colour muted{0x5d6b7a};
constexpr Colour white{0xffffff};
constexpr Tone green {{0x27804f}, white, {0x1f7a4a}, {0xe4f3ea}, "✓"};
constexpr Tone yellow{{0xc99a1b}, ink,   {0x86640a}, {0xfbf1d9}, "!"};
constexpr Tone orange{{0xd9772b}, ink,   {0xa8540f}, {0xfce9da}, "‼"};
constexpr Tone red   {{0xc8383d}, white, {0xb52d32}, {0xfbe3e4}, "✕"};
constexpr Tone grey  {muted,      white, muted,      {0xeef2f7}, "?"};

constexpr Theme light = {
    .page = white,
    .ink = ink,
    .muted = muted,
    .line = {0xd9e0e8},
    .grid = {0xe8edf3},
    .card = white,
    .panel = {0xf6f8fb},
    .deep = {0x20364f},
    .on_deep = white,
    .accent = {0x2c6fb3},
    .step = {0x9aabbf},
    .shortfall = {0xf7dfe1},
    .title       = {{26, Weight::bold, Slant::upright}, ink},
    .figures     = {{12.5, Weight::regular, Slant::upright}, muted},
    .heading     = {{13, Weight::bold, Slant::upright}, ink},
    .on_heading  = {{13, Weight::bold, Slant::upright}, white},
    .name        = {{11.5, Weight::bold, Slant::upright}, ink},
    .body        = {{10.5, Weight::regular, Slant::upright}, muted},
    .assumed     = {{10.5, Weight::regular, Slant::italic}, muted},
    .small_print = {{10, Weight::regular, Slant::upright}, muted},
    .quote       = {{10.5, Weight::regular, Slant::italic}, ink},
    .gaps = {green, yellow, orange, red, grey},
    .up   = {{0x27804f}, white, {0x1f7a4a}, {0xe4f3ea}, "▲"},
    .down = {{0xc8383d}, white, {0xb52d32}, {0xfbe3e4}, "▼"},
    .spacing = {.margin = 36, .heading = 20, .gap = 7, .section = 30, .panel_inset = 9, .card_padding = 8, .hairline = 0.75},
};
// clang-format on

/// Relative luminance of sRGB (WCAG 2.2).
double luminance(Colour colour) {
  const auto linear = [&](int shift) {
    const double value = static_cast<double>((colour.rgb >> shift) & 0xff) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

const Theme& light_theme() {
  return light;
}

double contrast(Colour one, Colour other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace mot
