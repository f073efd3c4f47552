#include "mot/draw/pptx/card_groups.h"

#include <algorithm>
#include <cmath>

#include "mot/draw/pptx/boxes.h"

namespace mot::pptx {
namespace {

constexpr double edge_slack = 0.6;  // points by which edges may differ

Box around(const Box& one, const Box& other) {
  const Point corners[] = {{one.left, one.top}, {one.right(), one.bottom()}, {other.left, other.top}, {other.right(), other.bottom()}};
  return box_around(corners);
}

bool lies_in(const Box& inner, const Box& outer) {
  return inner.left >= outer.left - edge_slack && inner.right() <= outer.right() + edge_slack && inner.top >= outer.top - edge_slack &&
         inner.bottom() <= outer.bottom() + edge_slack;
}

/// A head: as wide as the card, its lower edge the card's upper one.
bool is_head_of(const Box& head, const Box& card) {
  return std::abs(head.bottom() - card.top) < edge_slack && std::abs(head.left - card.left) < edge_slack &&
         std::abs(head.width - card.width) < edge_slack;
}

/// Cards from the smallest on: the first that holds a thing is its own.
std::vector<std::size_t> cards_by_size(const Scene& scene) {
  std::vector<std::size_t> cards;
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    if (std::holds_alternative<Card>(scene.items[i])) cards.push_back(i);
  }
  const auto size_of = [&](std::size_t item) {
    const Box& box = std::get<Card>(scene.items[item]).box;
    return box.width * box.height;
  };
  std::ranges::stable_sort(cards, {}, size_of);
  return cards;
}

bool holds_a_card(const Scene& scene, std::size_t card, const std::vector<std::size_t>& smaller) {
  const Box& box = std::get<Card>(scene.items[card]).box;
  return std::ranges::any_of(smaller, [&](std::size_t other) { return lies_in(std::get<Card>(scene.items[other]).box, box); });
}

}  // namespace

CardGroups card_groups_of(const Scene& scene) {
  CardGroups groups{.of_item = std::vector<std::optional<CardGroup>>(scene.items.size()),
                    .is_item_taken = std::vector<bool>(scene.items.size()),
                    .is_ground_taken = std::vector<bool>(scene.ground.size())};
  std::vector<Box> ground, items;
  for (const Ground& shape : scene.ground) ground.push_back(box_of(shape));
  for (const Item& item : scene.items) items.push_back(box_of(item));
  std::vector<std::size_t> done;
  for (const std::size_t card : cards_by_size(scene)) {
    // A card on which cards stand is a ground for them.
    const bool is_ground = holds_a_card(scene, card, done);
    done.push_back(card);
    if (is_ground) continue;
    CardGroup group{items[card], {}, {}};
    for (std::size_t i = 0; i < ground.size(); ++i) {
      if (groups.is_ground_taken[i] || !(lies_in(ground[i], items[card]) || is_head_of(ground[i], items[card]))) continue;
      groups.is_ground_taken[i] = true;
      group.ground.push_back(i);
      group.box = around(group.box, ground[i]);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (groups.is_item_taken[i] || std::holds_alternative<Card>(scene.items[i]) || !lies_in(items[i], group.box)) continue;
      groups.is_item_taken[i] = true;
      group.items.push_back(i);
    }
    groups.of_item[card] = std::move(group);
  }
  return groups;
}

}  // namespace mot::pptx
