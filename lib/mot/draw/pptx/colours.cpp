#include "mot/draw/pptx/colours.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot::pptx {

Colours::Colours(const Theme& theme) {
  const auto gap = [&](GapClass gap_class) { return theme.tone_of(gap_class).colour; };
  // What means a class keeps its colour whatever the theme: a red moment is not blue in a blue company.
  colours_ = {{"tx1", "dk1", theme.ink},
              {"bg1", "lt1", theme.page},
              {"tx2", "dk2", theme.deep},
              {"bg2", "lt2", theme.panel},
              {"accent1", "accent1", theme.accent},
              {"", "accent2", gap(GapClass::green)},
              {"", "accent3", gap(GapClass::yellow)},
              {"", "accent4", gap(GapClass::orange)},
              {"", "accent5", gap(GapClass::red)},
              {"", "accent6", theme.muted},
              {"", "hlink", theme.accent},
              {"", "folHlink", theme.muted}};
}

std::string Colours::markup(Colour colour) const {
  const auto found =
      std::ranges::find_if(colours_, [&](const ThemeColour& theme) { return !theme.name.empty() && theme.colour == colour; });
  if (found != colours_.end()) return fmt::format(R"(<a:schemeClr val="{}"/>)", found->name);
  return fmt::format(R"(<a:srgbClr val="{}"/>)", digits(colour));
}

void Colours::keep(std::string_view name) {
  for (ThemeColour& colour : colours_) {
    if (colour.name == name) colour.name = "";
  }
}

std::string fill_of(const Colours& colours, Colour colour) {
  return "<a:solidFill>" + colours.markup(colour) + "</a:solidFill>";
}

std::string digits(Colour colour) {
  return fmt::format("{:06X}", colour.rgb);
}

}  // namespace mot::pptx
