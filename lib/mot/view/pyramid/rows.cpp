#include "mot/view/pyramid/rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

// The pyramid is filled from its base upwards. A row has room for as many cards as fit at its lower edge, where the pyramid is narrowest
// for it. How high a row stands is at first taken too low (as if every card were as low as the lowest of its tier), so that the real
// pyramid is never narrower. A tier that takes several rows gives each its share, so that none is left with a single card. Of many
// pyramids, steep and flat, on narrow and on wide bases, the best is taken.

namespace mot::pyramid {

namespace {

constexpr double widest_gap = 84;
constexpr double most_bases = 24;  // tried, in cards of the lowest level
constexpr double weight_of_proportion = 1.5;

double room_for_cards(const Shape& shape, double z, double card_width, const Manner& manner) {
  const double room = 2 * (shape.half_width(z) - manner.inset) + manner.between_cards;
  return std::floor(room / (card_width + manner.between_cards) + 1e-9);
}

/// How many cards the rows of a tier have room for, from its lowest row upwards, until all have.
std::vector<std::size_t> capacities(const Tier& tier, const Shape& shape, double z, const Manner& manner) {
  const double height = *std::min_element(tier.heights.begin(), tier.heights.end());
  std::vector<std::size_t> list;
  for (std::size_t room = 0; room < tier.heights.size(); room += list.back(), z += height + manner.between_rows)
    list.push_back(static_cast<std::size_t>(std::max(1.0, room_for_cards(shape, z, tier.card_width, manner))));
  return list;
}

/// Each row's share of the cards: one, and of the others as many as it has room for beside the other rows. There is no row too many.
std::vector<std::size_t> shares(std::size_t cards, const std::vector<std::size_t>& capacities) {
  const std::size_t others = cards - capacities.size();
  std::size_t total = 0;
  for (const std::size_t capacity : capacities) total += capacity - 1;
  std::vector<std::size_t> list;
  std::size_t room = 0, given = 0;
  for (const std::size_t capacity : capacities) {
    room += capacity - 1;
    const std::size_t upto = total > 0 ? others * room / total : 0;
    list.push_back(1 + upto - given);
    given = upto;
  }
  return list;
}

/// Rows of one tier, from its lowest upwards; the last cards in reading order stand in the lowest row.
void add_rows(std::vector<Row>& rows, std::span<const Tier> tiers, std::size_t index, const Arrangement& below, double z) {
  const Manner& manner = below.manner;
  const Tier& tier = tiers[index];
  std::size_t end = tier.heights.size();
  for (const std::size_t count : shares(end, capacities(tier, below.shape, z, manner))) {
    Row row;
    row.tier = index;
    row.first = end - count;
    row.count = count;
    row.gap = manner.between_cards;
    for (std::size_t i = row.first; i < end; ++i) row.height = std::max(row.height, tier.heights[i]);
    const bool is_lowest = rows.empty(), starts_tier = !is_lowest && rows.back().tier != index;
    row.below = is_lowest ? manner.below_all : starts_tier ? manner.between_tiers : manner.between_rows;
    rows.push_back(row);
    end -= count;
  }
}

Arrangement arranged(std::span<const Tier> tiers, const Shape& shape, const Manner& manner) {
  Arrangement arrangement{shape, {}, 0, manner};
  for (std::size_t i = tiers.size(); i-- > 0;) {
    settle(arrangement);
    const bool is_lowest = arrangement.rows.empty();
    const double z = is_lowest ? manner.below_all : arrangement.height - manner.above_all + manner.between_tiers;
    std::vector<Row> rows(arrangement.rows.rbegin(), arrangement.rows.rend());
    add_rows(rows, tiers, i, arrangement, z);
    arrangement.rows.assign(rows.rbegin(), rows.rend());
  }
  settle(arrangement);
  return arrangement;
}

}  // namespace

double width_of_cards(std::size_t count, double card_width, double gap) {
  return static_cast<double>(count) * (card_width + gap) - gap;
}

void spread(Arrangement& arrangement, std::span<const Tier> tiers) {
  for (Row& row : arrangement.rows) {
    const double room = 2 * (arrangement.shape.half_width(row.bottom) - arrangement.manner.inset) -
                        static_cast<double>(row.count) * tiers[row.tier].card_width;
    if (row.count > 1) row.gap = std::min(widest_gap, room / static_cast<double>(row.count - 1));
  }
}

double cost_of(const Arrangement& arrangement) {
  const double width = 2 * arrangement.shape.half_width(arrangement.height), proportion = width / arrangement.height;
  const Manner& manner = arrangement.manner;
  const double off = std::max({0.0, std::log(manner.least_proportion / proportion), std::log(proportion / manner.most_proportion)});
  return std::log(width * arrangement.height) + weight_of_proportion * off;
}

void settle(Arrangement& arrangement) {
  double z = 0;
  for (auto row = arrangement.rows.rbegin(); row != arrangement.rows.rend(); ++row) {
    row->bottom = z + row->below;
    z = row->bottom + row->height;
  }
  arrangement.height = z + arrangement.manner.above_all;
}

Arrangement arrange(std::span<const Tier> tiers, const Manner& manner) {
  Arrangement best;
  double least = std::numeric_limits<double>::infinity();
  for (const double slope : manner.slopes) {
    for (double cards = 1; cards <= most_bases; cards += manner.base_step) {
      // The lowest cards stand a little above the base.
      const double base =
          cards * (tiers.back().card_width + manner.between_cards) - manner.between_cards + 2 * manner.inset - 2 * slope * manner.below_all;
      Arrangement next = arranged(tiers, {base, slope}, manner);
      const double cost = cost_of(next);
      if (cost >= least) continue;
      least = cost;
      best = std::move(next);
    }
  }
  return best;
}

}  // namespace mot::pyramid
