// The colours of the page, by name: those of the themes light and dark, so that a page can change from one to the other while it is read.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/picture/theme.h"

namespace mot {

const Theme& theme_named(std::string_view name);

/// Declarations that hold in light, and those that hold in dark: as the reader's system has it, or the page's own switch.
std::string in_light_and_dark(const std::string& light, const std::string& dark);

/// What the names of the theme's colours stand for, in light and in dark, as CSS.
std::string palette_css();

/// Colours of pictures that were drawn twice, in light and in dark: a name for each pair.
class PicturePalette {
 public:
  /// The light SVG with names in place of colours: `fill="var(--c0)"`. The dark one differs from it in nothing but colours; where it does,
  /// the light one is left as it is.
  std::string with_named_colours(const std::string& light, const std::string& dark);
  /// What the names stand for, as CSS.
  std::string css() const;

 private:
  using Pair = std::pair<std::string, std::string>;
  std::map<Pair, std::size_t> numbers_;
  std::vector<Pair> pairs_;  ///< by number
};

}  // namespace mot
