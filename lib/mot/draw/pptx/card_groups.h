// What belongs to each card of a picture, so that it moves as one thing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/picture/scene.h"

namespace mot::pptx {

/// A card with what stands on it or at it; by indices of the scene.
struct CardGroup {
  Box box;                          ///< around them all
  std::vector<std::size_t> ground;  ///< below the card
  std::vector<std::size_t> items;   ///< above the card
};

struct CardGroups {
  std::vector<std::optional<CardGroup>> of_item;  ///< by item: cards only
  std::vector<bool> is_item_taken;                ///< by item: stands in a card's group
  std::vector<bool> is_ground_taken;              ///< by shape of the ground
};

/// Everything goes with the smallest card that it lies on; a coloured head with the card right below it, and what stands there too.
CardGroups card_groups_of(const Scene& scene);

}  // namespace mot::pptx
