// Lines of a picture as text of a shape that people can edit.
#pragma once

#include <span>
#include <string>

#include "mot/draw/graphviz/lines.h"
#include "mot/draw/pptx/colours.h"

namespace mot::pptx {

/// Where text stands in its shape.
struct TextPlace {
  Box shape;
  bool is_title = false;  ///< has the letters of the theme's headings
};

/// `<p:txBody>`, empty text where there is none. Lines that belong together are one paragraph; every line stands where the picture says.
/// `lines` are those that the text was made of.
std::string text_body(const DrawnText& text, std::span<const Line> lines, const TextPlace& place, const Colours& colours);

/// Points above the text's box that its first line takes: a shape has to begin there.
double room_above(const DrawnText& text, std::span<const Line> lines);

/// The text of a marker, in its middle.
std::string middle_text(const Marker& marker, const Colours& colours);

}  // namespace mot::pptx
