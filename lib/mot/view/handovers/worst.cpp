// The hand-overs where most is lost, where there is no room for all.
#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

#include "mot/view/handovers/drawing.h"

namespace mot::handovers {

namespace {

constexpr std::size_t most_named = 6, most_lines = 4;

}  // namespace

void keep_worst(HandOverDrawing& drawing, std::size_t most) {
  auto& all = drawing.hand_overs;
  if (most == 0 || all.size() <= most) return;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) {
    const auto loss = drawing.loss_of(all[i]).points;
    return std::pair(loss.has_value(), loss.value_or(0));
  });
  for (std::size_t i = most; i < order.size(); ++i) drawing.left_out.push_back(all[order[i]]);
  order.resize(most);
  std::ranges::sort(order);
  std::vector<HandOver> kept;
  for (const std::size_t i : order) kept.push_back(std::move(all[i]));
  all = std::move(kept);
}

std::vector<std::string> names_of_left_out(const HandOverDrawing& drawing) {
  const auto& departments = drawing.input.workspace.departments;
  std::vector<std::string> names;
  for (const HandOver& hand_over : drawing.left_out)
    names.push_back(departments[hand_over.from].name.value + " → " + departments[hand_over.to].name.value);
  return names;
}

std::size_t count_departments_not_drawn(const HandOverDrawing& drawing) {
  std::set<std::size_t> drawn, missing;
  for (const HandOver& hand_over : drawing.hand_overs) drawn.insert({hand_over.from, hand_over.to});
  for (const HandOver& hand_over : drawing.left_out) {
    for (const std::size_t department : {hand_over.from, hand_over.to})
      if (!drawn.contains(department)) missing.insert(department);
  }
  return missing.size();
}

namespace {

std::vector<Line> lines_with_names(const HandOverDrawing& drawing, double width, std::size_t named) {
  const std::vector<std::string> all = names_of_left_out(drawing);
  std::string names;
  for (std::size_t i = 0; i < named; ++i) names += (i > 0 ? ", " : "") + all[i];
  const Wording& wording = drawing.wording;
  std::string text = wording("not drawn, as less is lost there: {handovers}", {{"handovers", names}});
  if (named < drawing.left_out.size()) text += " " + wording("and {count} more", {{"count", drawing.left_out.size() - named}});
  return set_text(drawing.typesetter(), text, drawing.theme().small_print, width).lines;
}

}  // namespace

std::vector<Line> lines_of_left_out(const HandOverDrawing& drawing, double width) {
  if (drawing.left_out.empty()) return {};
  std::size_t named = std::min(drawing.left_out.size(), most_named);
  std::vector<Line> lines = lines_with_names(drawing, width, named);
  while (lines.size() > most_lines && named > 1) lines = lines_with_names(drawing, width, --named);
  return lines;
}

}  // namespace mot::handovers
