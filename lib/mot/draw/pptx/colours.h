// Colours of a picture as PowerPoint's: those of the theme by their part in it, so that another theme recolours them; the others as they
// are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/theme.h"

namespace mot::pptx {

/// A colour that a presentation's theme sets.
struct ThemeColour {
  std::string_view name;  ///< in a shape: `tx1`
  std::string_view slot;  ///< in the theme: `dk1`
  Colour colour;
};

class Colours {
 public:
  /// Those of our own theme.
  explicit Colours(const Theme& theme);

  /// `<a:schemeClr val="tx1"/>` or `<a:srgbClr val="20364F"/>`.
  std::string markup(Colour colour) const;
  const std::vector<ThemeColour>& of_theme() const { return colours_; }
  /// The colour is written as it is, since text that stands on it could not be read in the theme's.
  void keep(std::string_view name);

 private:
  std::vector<ThemeColour> colours_;
};

std::string fill_of(const Colours& colours, Colour colour);

/// `RRGGBB`.
std::string digits(Colour colour);

}  // namespace mot::pptx
