#include "mot/picture/theme.h"

#include <algorithm>
#include <cmath>

namespace mot {

namespace {

/// What differs between themes. Letters and distances don't.
struct Palette {
  Colour page, ink, muted, line, grid, card, panel, deep, on_deep, accent, step, shortfall;
  std::array<Tone, 5> gaps;
  Tone up, down;
  std::span<const PatternedFill> patterns = {};
};

constexpr Theme theme_of(const Palette& colours) {
  const auto regular = [](double size, Colour colour) { return TextStyle{{size, Weight::regular, Slant::upright}, colour}; };
  const auto bold = [](double size, Colour colour) { return TextStyle{{size, Weight::bold, Slant::upright}, colour}; };
  const auto italic = [](double size, Colour colour) { return TextStyle{{size, Weight::regular, Slant::italic}, colour}; };
  return {
      .page = colours.page,
      .ink = colours.ink,
      .muted = colours.muted,
      .line = colours.line,
      .grid = colours.grid,
      .card = colours.card,
      .panel = colours.panel,
      .deep = colours.deep,
      .on_deep = colours.on_deep,
      .accent = colours.accent,
      .step = colours.step,
      .shortfall = colours.shortfall,
      .title = bold(26, colours.ink),
      .figures = regular(12.5, colours.muted),
      .heading = bold(13, colours.ink),
      .on_heading = bold(13, colours.on_deep),
      .name = bold(11.5, colours.ink),
      .body = regular(10.5, colours.muted),
      .assumed = italic(10.5, colours.muted),
      .small_print = regular(10, colours.muted),
      .quote = italic(10.5, colours.ink),
      .gaps = colours.gaps,
      .up = colours.up,
      .down = colours.down,
      .spacing = {.margin = 36, .heading = 20, .gap = 7, .section = 30, .panel_inset = 9, .card_padding = 8, .hairline = 0.75},
      .patterns = colours.patterns,
  };
}

constexpr Colour white = pure_white;

// clang-format off
namespace on_white {
constexpr Colour ink = dark_ink, muted{0x596776};
constexpr Tone green {{0x1f7f5c}, white, {0x1b7553}, {0xe4f3ea}, "✓"};
constexpr Tone yellow{{0xd6a621}, ink,   {0x7d5d09}, {0xfbf1d9}, "!"};
constexpr Tone orange{{0xd97020}, ink,   {0xa14c0c}, {0xfce9da}, "‼"};
constexpr Tone red   {{0xb8273a}, white, {0xa82233}, {0xfbe3e4}, "✕"};
constexpr Tone grey  {muted,      white, muted,      {0xeef2f7}, "?"};
constexpr Tone up    {{0x1f7f5c}, white, {0x1b7553}, {0xe4f3ea}, "▲"};
constexpr Tone down  {{0xb8273a}, white, {0xa82233}, {0xfbe3e4}, "▼"};

constexpr Theme theme = theme_of({
    .page = white, .ink = ink, .muted = muted, .line = {0xd9e0e8}, .grid = {0xe8edf3}, .card = white, .panel = {0xf6f8fb},
    .deep = {0x20364f}, .on_deep = white, .accent = {0x2c6fb3}, .step = {0x9aabbf}, .shortfall = {0xf7dfe1},
    .gaps = {green, yellow, orange, red, grey}, .up = up, .down = down});
}  // namespace on_white

namespace on_black {
constexpr Colour page{0x141a22}, ink{0xeef2f6}, muted{0xa9b6c4};
constexpr Tone green {{0x45b894}, page, {0x5cd0a9}, {0x17372c}, "✓"};
constexpr Tone yellow{{0xf6d866}, page, {0xf6d866}, {0x3d3413}, "!"};
constexpr Tone orange{{0xe88a3c}, page, {0xf2a15f}, {0x42290f}, "‼"};
constexpr Tone red   {{0xe65a6c}, page, {0xff8f9c}, {0x47202a}, "✕"};
constexpr Tone grey  {muted,      page, muted,      {0x2a333e}, "?"};
constexpr Tone up    {{0x45b894}, page, {0x5cd0a9}, {0x17372c}, "▲"};
constexpr Tone down  {{0xe65a6c}, page, {0xff8f9c}, {0x47202a}, "▼"};

constexpr Theme theme = theme_of({
    .page = page, .ink = ink, .muted = muted, .line = {0x3c4857}, .grid = {0x29323d}, .card = {0x222b37}, .panel = {0x1a222c},
    .deep = {0x2f4d72}, .on_deep = white, .accent = {0x74b4f2}, .step = {0x7c8da1}, .shortfall = {0x4a2a31},
    .gaps = {green, yellow, orange, red, grey}, .up = up, .down = down});
}  // namespace on_black

/// Black on white. The colours of fills are names for patterns; lines and letters have a shade of the class for printers that show it.
namespace in_print {
constexpr Colour ink{0x000000}, muted{0x383838}, line{0x8c8c8c};
constexpr Tone green {{0x0b4a33}, ink, {0x0b4a33}, {0xfdfffd}, "✓"};
constexpr Tone yellow{{0x4a3800}, ink, {0x4a3800}, {0xfffffc}, "!"};
constexpr Tone orange{{0x5e2b00}, ink, {0x5e2b00}, {0xfffdfb}, "‼"};
constexpr Tone red   {{0x6e0a18}, ink, {0x6e0a18}, {0xfffcfc}, "✕"};
constexpr Tone grey  {muted,      ink, muted,      {0xfcfcfc}, "?"};
constexpr Tone up    {{0x0b4a33}, ink, {0x0b4a33}, {0xfdfffd}, "▲"};
constexpr Tone down  {{0x6e0a18}, ink, {0x6e0a18}, {0xfffcfc}, "▼"};
constexpr Colour panel{0xfbfbfb}, deep{0xfafafa}, shortfall{0xf9f9f9};

constexpr Stroke around{ink, 0.75, Dash::solid};
constexpr Pattern dots   {Hatch::dots,    4,   {ink, 0.9,  Dash::solid}, around};
constexpr Pattern rising {Hatch::rising,  4.5, {ink, 0.6,  Dash::solid}, around};
constexpr Pattern falling{Hatch::falling, 3,   {ink, 0.75, Dash::solid}, around};
constexpr Pattern crossed{Hatch::crossed, 3.2, {ink, 0.75, Dash::solid}, around};
constexpr Pattern empty  {Hatch::none,    4,   {},                       Stroke{muted, 0.75, Dash::solid}};
constexpr PatternedFill patterns[] = {
    {green.colour, dots},     {green.tint, dots},
    {yellow.colour, rising},  {yellow.tint, rising},
    {orange.colour, falling}, {orange.tint, falling},
    {red.colour, crossed},    {red.tint, crossed},
    {grey.colour, empty},     {grey.tint, empty},
    {panel, empty},
    {deep,  {Hatch::none, 4, {}, Stroke{ink, 1, Dash::solid}}},
    {shortfall, {Hatch::rising, 6, {line, 0.5, Dash::solid}, std::nullopt}},
};

constexpr Theme theme = theme_of({
    .page = white, .ink = ink, .muted = muted, .line = line, .grid = {0xc8c8c8}, .card = white, .panel = panel,
    .deep = deep, .on_deep = ink, .accent = ink, .step = {0x6a6a6a}, .shortfall = shortfall,
    .gaps = {green, yellow, orange, red, grey}, .up = up, .down = down, .patterns = patterns});
}  // namespace in_print
// clang-format on

constexpr NamedTheme known_themes[] = {
    {"light", "screens and colour printers", on_white::theme},
    {"dark", "projectors and dark rooms", on_black::theme},
    {"print", "printers without colour: patterns instead of fills", in_print::theme},
};

}  // namespace

std::span<const NamedTheme> themes() {
  return known_themes;
}

Theme slide_theme(const Theme& theme) {
  Theme slide = theme;
  const auto sized = [](TextStyle& style, double size) { style.font.size = size; };
  sized(slide.title, 22), sized(slide.figures, 12.5), sized(slide.heading, 13), sized(slide.on_heading, 12), sized(slide.name, 12.5);
  sized(slide.body, 12), sized(slide.assumed, 12), sized(slide.small_print, 12), sized(slide.quote, 12);
  slide.spacing.margin = 24, slide.spacing.section = 16, slide.spacing.heading = 10, slide.spacing.panel_inset = 6;
  return slide;
}

const Theme& light_theme() {
  return known_themes[0].theme;
}

}  // namespace mot
