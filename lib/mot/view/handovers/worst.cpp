// The hand-overs where most is lost, where there is no room for all.
#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

void keep_worst(HandOverDrawing& drawing, std::size_t most) {
  auto& all = drawing.hand_overs;
  if (most == 0 || all.size() <= most) return;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(),
                           [&](std::size_t i) { return std::pair(all[i].loss.has_value(), all[i].loss.value_or(0)); });
  order.resize(most);
  std::ranges::sort(order);
  drawing.left_out = all.size() - most;
  std::vector<HandOver> kept;
  for (const std::size_t i : order) kept.push_back(std::move(all[i]));
  all = std::move(kept);
}

}  // namespace mot::handovers
