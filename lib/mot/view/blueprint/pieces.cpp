#include "mot/view/blueprint/pieces.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "mot/text/utf8.h"

namespace mot::blueprint {

namespace {

/// How people write that somebody waits.
constexpr std::string_view words_of_waiting[] = {"wait",     "queue",    "stands in line", "stand in line", "warte", "steht an",
                                                 "schlange", "patiente", "espera",         "aspetta",       "等待",  "انتظر"};

}  // namespace

Carriers carriers_in(const Workspace& workspace) {
  Carriers carriers(workspace.touchpoints.size());
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    const Touchpoint& touchpoint = workspace.touchpoints[i];
    if (touchpoint.visibility.value == Visibility::frontstage) continue;
    for (const Link<Touchpoint>& carried : touchpoint.supports) {
      if (carried.index) carriers[*carried.index].push_back(i);
    }
  }
  return carriers;
}

std::vector<Piece> pieces_of(const Carriers& carriers, const journey::PathColumns& plan, const journey::Band& band) {
  std::vector<Piece> pieces;
  std::set<std::size_t> shown;
  const auto add = [&](std::size_t visit, std::size_t column, bool is_main) {
    pieces.push_back({plan.visits[visit].touchpoint, column, is_main, plan.visits[visit].stop});
    shown.insert(plan.visits[visit].touchpoint);
  };
  for (std::size_t column = band.begin; column < band.end; ++column) {
    if (const auto main = plan.columns[column].main) add(*main, column, true);
    for (const std::size_t aside : plan.columns[column].asides) add(aside, column, false);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (const std::size_t carrier : carriers[pieces[i].touchpoint]) {
      if (shown.insert(carrier).second) pieces.push_back({carrier, pieces[i].column, false, {}});
    }
  }
  return pieces;
}

bool is_wait(const Touchpoint& touchpoint) {
  const std::string action = folded(joined(touchpoint.customer_does, "; "));
  return std::any_of(std::begin(words_of_waiting), std::end(words_of_waiting),
                     [&](std::string_view word) { return action.find(word) != std::string::npos; });
}

}  // namespace mot::blueprint
