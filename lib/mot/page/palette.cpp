#include "mot/page/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace mot {
namespace {

struct NamedColour {
  std::string name;
  Colour* colour;
};

void add_tone(std::vector<NamedColour>& colours, const std::string& name, Tone& tone) {
  colours.push_back({name, &tone.colour});
  colours.push_back({name + "-on", &tone.on_colour});
  colours.push_back({name + "-text", &tone.text});
  colours.push_back({name + "-tint", &tone.tint});
}

/// Every colour of a theme but those of its letters, which are among them.
std::vector<NamedColour> colours_of(Theme& theme) {
  std::vector<NamedColour> colours = {{"page", &theme.page},     {"ink", &theme.ink},   {"muted", &theme.muted},
                                      {"line", &theme.line},     {"grid", &theme.grid}, {"card", &theme.card},
                                      {"panel", &theme.panel},   {"deep", &theme.deep}, {"on-deep", &theme.on_deep},
                                      {"accent", &theme.accent}, {"step", &theme.step}, {"shortfall", &theme.shortfall}};
  for (std::size_t i = 0; i < theme.gaps.size(); ++i) add_tone(colours, std::string(names_of<GapClass>[i]), theme.gaps[i]);
  add_tone(colours, "up", theme.up);
  add_tone(colours, "down", theme.down);
  return colours;
}

/// The letters take the colours that have just been set.
void colour_letters(Theme& theme) {
  for (TextStyle* style : {&theme.title, &theme.heading, &theme.name, &theme.quote}) style->colour = theme.ink;
  for (TextStyle* style : {&theme.figures, &theme.body, &theme.assumed, &theme.small_print}) style->colour = theme.muted;
  theme.on_heading.colour = theme.on_deep;
}

/// The nearest colour that is not taken: what differs is a trace of blue.
Colour untaken(Colour colour, std::set<std::uint32_t>& taken) {
  std::uint32_t step = 0;
  while (!taken.insert(colour.rgb ^ step).second) ++step;
  return {colour.rgb ^ step};
}

Theme theme_of_unlike_colours() {
  Theme theme = light_theme();
  std::set<std::uint32_t> taken;
  for (const auto& [name, colour] : colours_of(theme)) *colour = untaken(*colour, taken);
  colour_letters(theme);
  return theme;
}

/// The letter that stands for a colour in SVG, by its place among all.
std::string letter_of(std::size_t place) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return std::string(1, letters.at(place));
}

std::map<std::string, std::string> letters_by_hex() {
  Theme theme = page_theme();
  std::map<std::string, std::string> letters;
  const auto colours = colours_of(theme);
  for (std::size_t i = 0; i < colours.size(); ++i) letters.emplace(hex(*colours[i].colour), letter_of(i));
  return letters;
}

/// `--ink:#1d2733;--b:#1d2733;…` of a theme.
std::string declarations(const Theme& of) {
  Theme theme = of;
  std::string css;
  const auto colours = colours_of(theme);
  for (std::size_t i = 0; i < colours.size(); ++i) {
    css += fmt::format("--{}:{};--{}:{};", colours[i].name, hex(*colours[i].colour), letter_of(i), hex(*colours[i].colour));
  }
  return css;
}

const Theme& theme_named(std::string_view name) {
  const auto found = std::ranges::find(themes(), name, &NamedTheme::name);
  assert(found != themes().end());
  return found->theme;
}

}  // namespace

const Theme& page_theme() {
  static const Theme theme = theme_of_unlike_colours();
  return theme;
}

std::string with_named_colours(std::string svg) {
  constexpr std::size_t length = 7;  // of `#rrggbb`
  static const auto letters = letters_by_hex();
  std::string named;
  named.reserve(svg.size());
  std::size_t done = 0;
  for (auto at = svg.find("=\"#"); at != std::string::npos; at = svg.find("=\"#", at + 1)) {
    const std::size_t begin = at + 2;
    const auto letter = letters.find(svg.substr(begin, length));
    if (letter == letters.end() || svg.compare(begin + length, 1, "\"") != 0) continue;
    named.append(svg, done, begin - done).append("var(--" + letter->second + ")");
    done = begin + length;
  }
  return named.append(svg, done, std::string::npos);
}

std::string palette_css() {
  const std::string light = declarations(theme_named("light")), dark = declarations(theme_named("dark"));
  return fmt::format(
      ":root{{color-scheme:light;{0}}}\n"
      "@media screen{{:root[data-theme=dark]{{color-scheme:dark;{1}}}}}\n"
      "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{1}}}}}\n",
      light, dark);
}

}  // namespace mot
