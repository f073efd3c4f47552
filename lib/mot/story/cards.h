// The text of a story's cards, and cards where they are to stand.
#pragma once

#include <string>
#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

inline constexpr double bar_height = 4;  ///< of what a moment falls short by

/// A card before it has a place: the name of its department on a coloured tag, and its text.
struct CardText {
  std::vector<Line> tag;
  std::vector<Line> body;
  bool has_bar = false;  ///< under the tag, where no row above has it

  double tag_height() const { return height_of(tag) + 3; }
  /// Of all above the text.
  double head_height() const { return tag_height() + (has_bar ? bar_height : 0); }
  double height() const { return head_height() + height_of(body) + 2 * card_inset; }
};

/// What is wanted and lived where little is missing: as the picture tells it elsewhere, or told all the same.
enum class CalmWords : std::uint8_t { as_shown, told };

/// Of a moment on the path, in a card so wide.
CardText main_card(StoryDrawing& drawing, std::size_t visit, double width, CalmWords calm = CalmWords::as_shown);
/// Of one that happens only under a condition, which it says, with its own figure.
CardText half_card(StoryDrawing& drawing, std::size_t visit, double width);

/// From the top left, clockwise.
std::vector<Point> corners_of(const Box& box);

/// Puts the card; returns its lower edge.
double put_card(StoryDrawing& drawing, std::size_t visit, CardText text, const Box& box);

/// `✕ 4.5`, `✓ met`, `✓ 1 over`, `? unknown`: how far what is lived falls short, with the glyph of its class.
std::string short_by_text(const StoryDrawing& drawing, std::size_t touchpoint);

/// How half cards hang under the card that they follow from: side by side where there is room for two; in several rows each is joined to a
/// trunk, between them or at their left, so that none seems to follow from the one above it.
struct HalfCards {
  std::size_t abreast = 1;
  double width = 0;   ///< of each
  double indent = 0;  ///< of the first of a row

  double left(std::size_t place) const;  ///< from the column's left, by place among all
  double trunk() const;                  ///< from the column's left
};
HalfCards half_cards_in(std::size_t count, double width);

inline constexpr double above_half_card = 6;

}  // namespace mot::story
