#include "mot/page/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

#include "mot/picture/brand.h"

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

constexpr std::string_view colour_opening = "=\"#";
constexpr std::size_t colour_digits = 6;  // of `#rrggbb`

/// The number that stands as a colour at `at`, as the value of an attribute.
std::optional<std::uint32_t> number_at(std::string_view svg, std::size_t at) {
  const char* begin = svg.data() + at + colour_opening.size();
  if (svg.substr(at + colour_opening.size() + colour_digits, 1) != "\"") return std::nullopt;
  std::uint32_t number = 0;
  const auto read = std::from_chars(begin, begin + colour_digits, number, 16);
  return read.ptr == begin + colour_digits ? std::optional(number) : std::nullopt;
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

std::string palette_css(const std::optional<Brand>& brand) {
  const std::string letters =
      brand && brand->font ? fmt::format("body,.frame svg{{font-family:\"{}\",{}}}\n", brand->font->value, font_stack) : "";
  return in_light_and_dark(declarations(branded(theme_named("light"), brand)), declarations(branded(theme_named("dark"), brand))) + letters;
}

std::size_t PicturePalette::number_of(const ColourPair& pair) {
  const auto [number, is_new] = numbers_.try_emplace({pair.light.rgb, pair.dark.rgb}, pairs_.size());
  if (is_new) pairs_.push_back(pair);
  return number->second;
}

std::string PicturePalette::with_named_colours(std::string_view svg, const std::vector<ColourPair>& pairs) {
  std::string named;
  named.reserve(svg.size());
  std::size_t done = 0;
  for (auto at = svg.find(colour_opening); at != std::string_view::npos; at = svg.find(colour_opening, at + 1)) {
    const auto number = number_at(svg, at);
    const bool is_colour = svg.substr(0, at).ends_with("fill") || svg.substr(0, at).ends_with("stroke");
    if (!is_colour || !number || *number >= pairs.size()) continue;
    const std::size_t begin = at + colour_opening.size() - 1;
    named.append(svg.substr(done, begin - done)).append(fmt::format("var(--c{})", number_of(pairs[*number])));
    done = begin + 1 + colour_digits;
  }
  return named.append(svg.substr(done));
}

std::string PicturePalette::css() const {
  std::string light, dark;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    light += fmt::format("--c{}:{};", i, hex(pairs_[i].light));
    dark += fmt::format("--c{}:{};", i, hex(pairs_[i].dark));
  }
  return in_light_and_dark(light, dark);
}

}  // namespace mot
