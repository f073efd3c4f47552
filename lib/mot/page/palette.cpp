#include "mot/page/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace mot {
namespace {

struct NamedColour {
  std::string name;
  Colour colour;
};

void add_tone(std::vector<NamedColour>& colours, const std::string& name, const Tone& tone) {
  colours.push_back({name, tone.colour});
  colours.push_back({name + "-on", tone.on_colour});
  colours.push_back({name + "-text", tone.text});
  colours.push_back({name + "-tint", tone.tint});
}

std::vector<NamedColour> colours_of(const Theme& theme) {
  std::vector<NamedColour> colours = {{"page", theme.page},     {"ink", theme.ink},     {"muted", theme.muted}, {"line", theme.line},
                                      {"card", theme.card},     {"panel", theme.panel}, {"deep", theme.deep},   {"on-deep", theme.on_deep},
                                      {"accent", theme.accent}, {"step", theme.step}};
  for (std::size_t i = 0; i < theme.gaps.size(); ++i) add_tone(colours, std::string(names_of<GapClass>[i]), theme.gaps[i]);
  add_tone(colours, "up", theme.up);
  add_tone(colours, "down", theme.down);
  return colours;
}

/// `--ink:#1d2733;…` of a theme.
std::string declarations(const Theme& theme) {
  std::string css;
  for (const auto& [name, colour] : colours_of(theme)) css += fmt::format("--{}:{};", name, hex(colour));
  return css;
}

/// Where `#rrggbb` stands as the value of an attribute.
std::vector<std::size_t> colours_in(std::string_view svg) {
  constexpr std::string_view opening = "=\"#";
  constexpr std::size_t length = 7;  // of `#rrggbb`
  std::vector<std::size_t> places;
  for (auto at = svg.find(opening); at != std::string_view::npos; at = svg.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size() - 1;
    if (svg.substr(begin + length, 1) == "\"" &&
        svg.substr(begin + 1, length - 1).find_first_not_of("0123456789abcdef") == std::string_view::npos)
      places.push_back(begin);
  }
  return places;
}

}  // namespace

const Theme& theme_named(std::string_view name) {
  const auto found = std::ranges::find(themes(), name, &NamedTheme::name);
  assert(found != themes().end());
  return found->theme;
}

std::string in_light_and_dark(const std::string& light, const std::string& dark) {
  return fmt::format(
      ":root{{color-scheme:light;{0}}}\n"
      "@media screen{{:root[data-theme=dark]{{color-scheme:dark;{1}}}}}\n"
      "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{1}}}}}\n",
      light, dark);
}

std::string palette_css() {
  return in_light_and_dark(declarations(theme_named("light")), declarations(theme_named("dark")));
}

std::string PicturePalette::with_named_colours(const std::string& light, const std::string& dark) {
  constexpr std::size_t length = 7;
  const auto in_light = colours_in(light), in_dark = colours_in(dark);
  if (in_light.size() != in_dark.size()) return light;
  std::string named;
  named.reserve(light.size());
  std::size_t done = 0;
  for (std::size_t i = 0; i < in_light.size(); ++i) {
    const Pair pair{light.substr(in_light[i], length), dark.substr(in_dark[i], length)};
    const auto [number, is_new] = numbers_.try_emplace(pair, pairs_.size());
    if (is_new) pairs_.push_back(pair);
    named.append(light, done, in_light[i] - done).append(fmt::format("var(--c{})", number->second));
    done = in_light[i] + length;
  }
  return named.append(light, done, std::string::npos);
}

std::string PicturePalette::css() const {
  std::string light, dark;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    light += fmt::format("--c{}:{};", i, pairs_[i].first);
    dark += fmt::format("--c{}:{};", i, pairs_[i].second);
  }
  return in_light_and_dark(light, dark);
}

}  // namespace mot
