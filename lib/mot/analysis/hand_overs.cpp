#include "mot/analysis/hand_overs.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "mot/analysis/sets.h"

namespace mot {
namespace {

/// Mean of the known losses, weighted by how often each is lived.
std::optional<double> mean_loss(std::span<const Seam> seams, std::span<const std::size_t> own) {
  double weight = 0, sum = 0;
  for (const std::size_t i : own) {
    if (!seams[i].loss) continue;
    const double crossings = static_cast<double>(seams[i].journeys.size());
    weight += crossings;
    sum += *seams[i].loss * crossings;
  }
  return weight > 0 ? finite(sum / weight) : std::nullopt;
}

std::optional<double> worst_loss(std::span<const Seam> seams, std::span<const std::size_t> own) {
  std::optional<double> most, least;
  for (const std::size_t i : own) {
    if (!seams[i].loss) continue;
    most = std::max(most.value_or(*seams[i].loss), *seams[i].loss);
    least = std::min(least.value_or(*seams[i].loss), *seams[i].loss);
  }
  return most && *most > 0 && *least < 0 ? most : std::nullopt;
}

}  // namespace

std::vector<HandOver> hand_overs(const Workspace& workspace, std::span<const Seam> seams) {
  std::vector<HandOver> found;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> place;
  for (std::size_t i = 0; i < seams.size(); ++i) {
    const std::size_t from = *workspace.touchpoints[seams[i].from].department.index;
    const std::size_t to = *workspace.touchpoints[seams[i].to].department.index;
    const auto [entry, is_new] = place.emplace(std::pair(from, to), found.size());
    if (is_new) found.push_back({.from = from, .to = to, .seams = {}, .journeys = {}, .known = 0, .loss = {}});
    HandOver& hand_over = found[entry->second];
    hand_over.seams.push_back(i);
    hand_over.known += seams[i].loss ? 1 : 0;
    hand_over.journeys.insert(hand_over.journeys.end(), seams[i].journeys.begin(), seams[i].journeys.end());
  }
  for (HandOver& hand_over : found) {
    keep_each_once(hand_over.journeys);
    hand_over.loss = mean_loss(seams, hand_over.seams);
    hand_over.worst = worst_loss(seams, hand_over.seams);
  }
  return found;
}

std::vector<std::size_t> worst_first(const Workspace& workspace, std::span<const Figures> figures, std::span<const Seam> seams) {
  std::vector<std::size_t> order(seams.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const Seam& seam = seams[i];
    return std::tuple(!seam.loss, -seam.loss.value_or(0), -static_cast<double>(seam.journeys.size()),
                      -figures[seam.to].importance.value_or(0), std::string_view(workspace.touchpoints[seam.from].id.value),
                      std::string_view(workspace.touchpoints[seam.to].id.value));
  };
  std::ranges::sort(order, [&](std::size_t one, std::size_t other) { return key(one) < key(other); });
  return order;
}

std::vector<std::size_t> departments_as_met(const Workspace& workspace) {
  std::vector<double> sum(workspace.departments.size()), count(workspace.departments.size());
  for (const Journey& journey : workspace.journeys) {
    const std::vector<std::size_t> path = main_path(workspace, journey);
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto department = workspace.touchpoints[path[i]].department.index;
      if (!department) continue;
      sum[*department] += (static_cast<double>(i) + 0.5) / static_cast<double>(path.size());
      count[*department] += 1;
    }
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    if (count[i] > 0) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sum[i] / count[i]; });
  return order;
}

}  // namespace mot
