// The colours of the page and of the pictures in it: those of the themes light and dark, by name, so that a page can change from one to
// the other while it is read.
#pragma once

#include <string>

#include "mot/picture/theme.h"

namespace mot {

/// The light theme with colours no two of which are the same, so that each tells which of the theme's colours it is.
const Theme& page_theme();

/// SVG drawn in that theme with names in place of colours: `fill="var(--b)"`. A letter each, for there are thousands of them.
std::string with_named_colours(std::string svg);

/// What the names stand for, in light and in dark, as CSS.
std::string palette_css();

}  // namespace mot
