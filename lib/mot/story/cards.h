// The text of a story's cards, and cards where they are to stand.
#pragma once

#include <string>
#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

/// A card before it has a place: the name of its department on a coloured tag, and its text.
struct CardText {
  std::vector<Line> tag;
  std::vector<Line> body;

  double tag_height() const { return height_of(tag) + 3; }
  double height() const { return tag_height() + height_of(body) + 2 * card_inset; }
};

/// Of a moment on the path, in a card so wide.
CardText main_card(StoryDrawing& drawing, std::size_t visit, double width);
/// Of one that happens only under a condition, which it says, with its own figure.
CardText half_card(StoryDrawing& drawing, std::size_t visit, double width);

/// Puts the card; returns its lower edge.
double put_card(StoryDrawing& drawing, std::size_t visit, CardText text, const Box& box);

/// `✕ 4.5`, `✓ met`, `✓ 1 over`, `? unknown`: how far what is lived falls short, with the glyph of its class.
std::string short_by_text(const StoryDrawing& drawing, std::size_t touchpoint);

/// Half cards stand side by side where there is room for two.
std::size_t half_cards_abreast(std::size_t count, double width);
double half_card_width(std::size_t abreast, double width);

inline constexpr double above_half_card = 10;

}  // namespace mot::story
