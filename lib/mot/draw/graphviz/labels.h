// HTML-like labels of Graphviz: the one place where they are built.
#pragma once

#include <optional>
#include <string>

#include "mot/draw/graphviz/lines.h"

namespace mot {

/// A label whose lines stand exactly where the text says, seen from the node's middle. Empty where nothing is drawn.
/// The node stands at `node`, the bar along its left side, or its right one.
struct LabelFrame {
  Box node;
  std::optional<Colour> bar;
  double border = 0;  ///< width of the node's stroke, which the bar covers
  bool has_bar_at_right = false;
};
std::string label_of(const DrawnText& text, const LabelFrame& frame);

}  // namespace mot
