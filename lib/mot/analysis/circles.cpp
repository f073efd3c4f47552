#include "mot/analysis/circles.h"

#include <algorithm>
#include <utility>

namespace mot {
namespace {

/// Goes from one thing to all that it reaches and that was not seen before; each is noted once there is no way on from it.
void walk(const Steps& steps, std::size_t from, std::vector<bool>& seen, std::vector<std::size_t>& left) {
  if (seen[from]) return;
  seen[from] = true;
  std::vector<std::pair<std::size_t, std::size_t>> path = {{from, 0}};
  while (!path.empty()) {
    auto& [at, next] = path.back();
    if (next == steps[at].size()) {
      left.push_back(at);
      path.pop_back();
      continue;
    }
    const std::size_t to = steps[at][next++];
    if (seen[to]) continue;
    seen[to] = true;
    path.emplace_back(to, 0);
  }
}

Steps turned_round(const Steps& steps) {
  Steps back(steps.size());
  for (std::size_t from = 0; from < steps.size(); ++from) {
    for (const std::size_t to : steps[from]) back[to].push_back(from);
  }
  return back;
}

}  // namespace

// Source: Kosaraju's strongly connected components, on a stack of its own so that no path is too long.
std::vector<std::vector<std::size_t>> circles_in(const Steps& steps) {
  std::vector<bool> seen(steps.size());
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < steps.size(); ++i) walk(steps, i, seen, left);
  const Steps back = turned_round(steps);
  seen.assign(steps.size(), false);
  std::vector<std::vector<std::size_t>> circles;
  for (auto last = left.rbegin(); last != left.rend(); ++last) {
    std::vector<std::size_t> circle;
    walk(back, *last, seen, circle);
    const bool leads_to_itself = circle.size() > 1 || (circle.size() == 1 && std::ranges::count(steps[circle.front()], circle.front()) > 0);
    if (!leads_to_itself) continue;
    std::ranges::sort(circle);
    circles.push_back(std::move(circle));
  }
  std::ranges::sort(circles);
  return circles;
}

}  // namespace mot
