// A journey inside another one, as a stacked card with a small curve of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/picture/canvas.h"
#include "mot/picture/path_columns.h"

namespace mot {

/// The card before it has a place.
struct InnerCard {
  std::vector<Line> lines;
  double height = 0;  ///< with the curve and what lies behind
  bool has_curve = false;
};

/// `above` stands over the name: a number, or a condition.
InnerCard inner_card(Canvas& canvas, const PictureInput& input, const journey::InnerJourney& inner, std::string_view above, double width);

/// The same in words alone, for where there is little room.
InnerCard without_curve(InnerCard card);

/// The height with other lines.
double inner_card_height(const PictureInput& input, const journey::InnerJourney& inner, const std::vector<Line>& lines);

/// Puts the card, with the id `journey-…` of its key.
void put_inner_card(Canvas& canvas, const PictureInput& input, const journey::InnerJourney& inner, InnerCard card, const Box& box);

/// How many moments it has, and what is delivered, each a text.
std::vector<std::string> inner_figures(const Wording& wording, const PictureInput& input, std::size_t journey);

/// Name, how many moments, what is delivered; for tooltips.
std::string inner_tooltip(const PictureInput& input, std::size_t journey);

}  // namespace mot
