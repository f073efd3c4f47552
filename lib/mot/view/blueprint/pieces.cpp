#include "mot/view/blueprint/pieces.h"

#include <algorithm>
#include <string_view>

#include "mot/text/utf8.h"

namespace mot::blueprint {

namespace {

/// How people write that somebody waits.
constexpr std::string_view words_of_waiting[] = {"wait", "queue", "stands in line", "stand in line"};

bool is_behind(const Touchpoint& touchpoint) {
  return touchpoint.visibility.value != Visibility::frontstage;
}

}  // namespace

bool carries(const Workspace& workspace, std::size_t touchpoint, std::size_t other) {
  if (!is_behind(workspace.touchpoints[touchpoint])) return false;
  const auto& supports = workspace.touchpoints[touchpoint].supports;
  return std::any_of(supports.begin(), supports.end(), [&](const Link<Touchpoint>& link) { return link.index == other; });
}

std::vector<Piece> pieces_of(const Workspace& workspace, const journey::Plan& plan, const journey::Band& band) {
  std::vector<Piece> pieces;
  std::vector<bool> is_shown(workspace.touchpoints.size());
  const auto add = [&](std::size_t touchpoint, std::size_t column, bool is_main) {
    pieces.push_back({touchpoint, column, is_main});
    is_shown[touchpoint] = true;
  };
  for (std::size_t column = band.begin; column < band.end; ++column) {
    if (const auto main = plan.columns[column].main) add(plan.visits[*main].touchpoint, column, true);
    for (const std::size_t aside : plan.columns[column].asides) add(plan.visits[aside].touchpoint, column, false);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t touchpoint = 0; touchpoint < workspace.touchpoints.size(); ++touchpoint) {
      if (!is_shown[touchpoint] && carries(workspace, touchpoint, pieces[i].touchpoint)) add(touchpoint, pieces[i].column, false);
    }
  }
  return pieces;
}

bool is_wait(const Touchpoint& touchpoint) {
  if (!touchpoint.customer_does) return false;
  const std::string action = folded(touchpoint.customer_does->value);
  return std::any_of(std::begin(words_of_waiting), std::end(words_of_waiting),
                     [&](std::string_view word) { return action.find(word) != std::string::npos; });
}

}  // namespace mot::blueprint
