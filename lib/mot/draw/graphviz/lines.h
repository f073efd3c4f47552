// The lines of an item as they are drawn: the same for labels inside Graphviz and for text in SVG.
#pragma once

#include <vector>

#include "mot/picture/scene.h"

namespace mot {

/// Runs that are drawable, not blank and differ from their neighbours in style; where the baseline is.
struct DrawnLine {
  std::vector<Run> runs;  ///< none in an empty line
  double size = 0;        ///< of the largest font
  double baseline = 0;    ///< points below the top of the text
  double bottom = 0;      ///< points below the top of the text
  bool reads_right_to_left = false;
};

/// Text with its place: the box from the first line's top downwards, as wide as text may be.
struct DrawnText {
  Box box;
  Align align = Align::left;
  std::vector<DrawnLine> lines;
};

DrawnText text_of(const Card& card);
DrawnText text_of(const Marker& marker);
DrawnText text_of(const Label& label);

}  // namespace mot
