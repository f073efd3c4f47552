// Which cards stand in which row of the pyramid, and how wide it has to be for them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mot::pyramid {

/// Points from a row's cards to the edge of the pyramid, at least.
inline constexpr double inset = 22;
inline constexpr double between_cards = 26;  ///< at least

/// A level of the pyramid: cards of one width.
struct Tier {
  double card_width = 0;
  std::vector<double> heights;  ///< of its cards, in reading order
};

/// The pyramid stands on its base and grows upwards: half of it is `base / 2 + slope * z` wide at a height of z.
struct Shape {
  double base = 0;
  double slope = 0;
  double half_width(double z) const { return base / 2 + slope * z; }
};

/// Cards side by side, as high as the highest.
struct Row {
  std::size_t tier = 0;   ///< from the top
  std::size_t first = 0;  ///< of the tier's cards
  std::size_t count = 0;
  double height = 0;
  double below = 0;            ///< free from its cards to the next row's, or to the base
  double gap = between_cards;  ///< from card to card
  double bottom = 0;           ///< z of the lower edges of its cards
};

struct Arrangement {
  Shape shape;
  std::vector<Row> rows;  ///< from the top
  double height = 0;      ///< from the base to the upper edge
};

/// Tiers from the top, none without cards. The shape of a landscape page, whatever there is to hold.
Arrangement arrange(std::span<const Tier> tiers);

/// Draws the cards of each row apart, as far as there is room.
void spread(Arrangement& arrangement, std::span<const Tier> tiers);

/// Works out anew how high the rows stand after what lies between them has grown; they have as much room as before, or more.
void settle(Arrangement& arrangement);

/// How wide a number of cards is, with what lies between them.
double width_of_cards(std::size_t count, double card_width, double gap);

/// The smaller, the better: little paper, and the proportions of a landscape page.
double cost_of(const Arrangement& arrangement);

}  // namespace mot::pyramid
