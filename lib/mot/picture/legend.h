// The legend of a picture: every sign that is in it, and what it means.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// A sign and what it means. `draw` puts the sign right of the given point and around its height.
struct LegendEntry {
  std::string text;
  double sign_width = 0;
  std::function<void(Canvas& canvas, Point left_middle)> draw;
};

inline constexpr double sign_radius = 6;

/// How a round sign looks.
struct RingSign {
  Colour fill;
  Stroke stroke;
  std::string_view glyph;
  Colour colour;  ///< of the glyph
};

// Signs, each right of the point.
void line_sign(Canvas& canvas, Point at, double width, const Stroke& stroke);
/// In the ground: connectors lead from item to item, and a legend has none.
void arrow_sign(Canvas& canvas, Point at, double width, const Stroke& stroke);
void area_sign(Canvas& canvas, Point at, double width, Colour fill);
void ring_sign(Canvas& canvas, Point at, const RingSign& ring);
void word_sign(Canvas& canvas, Point at, std::string_view text, const TextStyle& style);

// What several pictures explain.
/// The limits are those of gap_class_of, in points of this scale.
std::string gap_text(GapClass gap_class, const Scale& scale);
void add_gap_entries(std::vector<LegendEntry>& entries, const std::set<GapClass>& shown, const Scale& scale);
LegendEntry judged_entry();
LegendEntry unmeasured_entry();
LegendEntry faded_entry();
LegendEntry moment_of_truth_entry(std::string text = "moment of truth");

/// In rows of like length.
void draw_legend(Canvas& canvas, std::vector<LegendEntry> entries, double width);

}  // namespace mot
