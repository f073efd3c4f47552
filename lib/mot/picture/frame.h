// What stands around every picture: its head, the words where there is nothing to draw, its legend and its page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"

namespace mot {

/// What a picture says of itself.
struct PictureHead {
  std::string id;  ///< of the scene
  std::string title;
  std::string description;
  std::string verdict;  ///< stands under the title, and ends the description; empty: there is none
  std::vector<std::string> key_figures;
  std::string link = {};  ///< as PictureOptions::link
};

/// The title, and where only a part is shown, which: "A visit (Ana, channel phone only)".
std::string title_of_part(const Canvas& canvas, std::string_view title);

/// The scene's title, whole, however long: one that takes more than three lines has smaller letters.
std::vector<Line> title_lines(const Canvas& canvas, double width);

/// The title, which says whose figures are shown, the verdict, and the figures one after another, as wide as the canvas.
void draw_head(Canvas& canvas, PictureHead head);

/// Says in place of a picture why there is none.
void draw_nothing_yet(Canvas& canvas, std::string_view why);

/// Closes the picture: the legend so far below what was drawn, the page around both; fills as the theme has them. Nothing is left on
/// the canvas.
Scene finished(Canvas& canvas, double above_legend);

}  // namespace mot
