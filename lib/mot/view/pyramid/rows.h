// Which cards stand in which row of the pyramid, and how wide it has to be for them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace mot::pyramid {

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

/// How closely things stand, and what outline is looked for.
struct Manner {
  std::array<double, 3> slopes;
  double least_proportion = 0;  ///< of width to height
  double most_proportion = 0;
  double between_rows = 0;   ///< of one level, at least
  double between_tiers = 0;  ///< at least
  double above_all = 0;
  double below_all = 0;
  double base_step = 1;       ///< between two bases that are tried, in cards of the lowest level
  double inset = 22;          ///< points from a row's cards to the edge of the pyramid, at least
  double between_cards = 26;  ///< at least
};

/// A landscape page; a slide, which is low; and one on which many stand.
inline constexpr Manner on_a_page{{0.45, 0.55, 0.65}, 1.2, 1.7, 26, 44, 20, 18};
inline constexpr Manner on_a_slide{{0.1, 0.2, 0.3}, 1.8, 2.3, 16, 20, 8, 8, 0.25};
inline constexpr Manner crowded_on_a_slide{{0.1, 0.15, 0.2}, 1.8, 2.3, 8, 14, 7, 7, 0.25, 14, 12};

/// Cards side by side, as high as the highest.
struct Row {
  std::size_t tier = 0;   ///< from the top
  std::size_t first = 0;  ///< of the tier's cards
  std::size_t count = 0;
  double height = 0;
  double below = 0;   ///< free from its cards to the next row's, or to the base
  double gap = 0;     ///< from card to card
  double bottom = 0;  ///< z of the lower edges of its cards
};

struct Arrangement {
  Shape shape;
  std::vector<Row> rows;  ///< from the top
  double height = 0;      ///< from the base to the upper edge
  Manner manner = on_a_page;
};

/// Tiers from the top, none without cards. The outline of a landscape page or a slide, whatever there is to hold.
Arrangement arrange(std::span<const Tier> tiers, const Manner& manner = on_a_page);

/// Draws the cards of each row apart, as far as there is room.
void spread(Arrangement& arrangement, std::span<const Tier> tiers);

/// Works out anew how high the rows stand after what lies between them has grown; they have as much room as before, or more.
void settle(Arrangement& arrangement);

/// How wide a number of cards is, with what lies between them.
double width_of_cards(std::size_t count, double card_width, double gap);

/// The smaller, the better: little paper, and the proportions of a landscape page.
double cost_of(const Arrangement& arrangement);

}  // namespace mot::pyramid
