// The colours of the page, by name: those of the themes light and dark, so that a page can change from one to the other while it is read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/page/scene_colours.h"
#include "mot/picture/theme.h"

namespace mot {

const Theme& theme_named(std::string_view name);

/// Declarations that hold in light, and those that hold in dark: as the reader's system has it, or the page's own switch.
std::string in_light_and_dark(const std::string& light, const std::string& dark);

/// What the names of the theme's colours stand for, in light and in dark and in a brand's, as CSS; and the brand's letters.
std::string palette_css(const std::optional<Brand>& brand = {});

/// Colours of pictures, in light and in dark: a name for each pair.
class PicturePalette {
 public:
  /// The SVG of a picture that was drawn with the numbers of `pairs` for colours, with names in their place: `fill="var(--c0)"`.
  std::string with_named_colours(std::string_view svg, const std::vector<ColourPair>& pairs);
  /// What the names stand for, as CSS.
  std::string css() const;

 private:
  std::size_t number_of(const ColourPair& pair);

  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> numbers_;
  std::vector<ColourPair> pairs_;  ///< by number
};

}  // namespace mot
