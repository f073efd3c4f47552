#include "mot/analysis/hand_overs.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
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

/// By journey: whether it is travelled inside another one.
std::vector<bool> journeys_inside_others(const Workspace& workspace) {
  std::vector<bool> is_inside(workspace.journeys.size());
  for (const Journey& journey : workspace.journeys) {
    for (const Stage& stage : journey.stages) {
      for (const PathStep& step : stage.steps)
        if (step.journey.index) is_inside[*step.journey.index] = true;
    }
  }
  return is_inside;
}

/// Where journeys first meet each department, as shares of their way.
class FirstPlaces {
 public:
  explicit FirstPlaces(const Workspace& workspace)
      : workspace_(workspace), sum_(workspace.departments.size()), count_(workspace.departments.size()) {}

  void add(const Journey& journey) {
    const std::vector<std::size_t> path = main_path(workspace_, journey);
    std::set<std::size_t> met;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto department = workspace_.touchpoints[path[i]].department.index;
      if (!department || !met.insert(*department).second) continue;
      sum_[*department] += (static_cast<double>(i) + 0.5) / static_cast<double>(path.size());
      count_[*department] += 1;
    }
  }

  std::optional<double> mean(std::size_t department) const {
    return count_[department] > 0 ? std::optional(sum_[department] / count_[department]) : std::nullopt;
  }

 private:
  const Workspace& workspace_;
  std::vector<double> sum_, count_;  // by department
};

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
  const std::vector<bool> is_inside = journeys_inside_others(workspace);
  FirstPlaces on_whole_journeys(workspace), on_inner_ones(workspace);
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) (is_inside[i] ? on_inner_ones : on_whole_journeys).add(workspace.journeys[i]);
  std::vector<std::pair<double, std::size_t>> places;
  for (std::size_t i = 0; i < workspace.departments.size(); ++i) {
    const auto whole = on_whole_journeys.mean(i);
    if (const auto place = whole ? whole : on_inner_ones.mean(i)) places.emplace_back(*place, i);
  }
  std::ranges::stable_sort(places, {}, &std::pair<double, std::size_t>::first);
  std::vector<std::size_t> order;
  for (const auto& [place, department] : places) order.push_back(department);
  return order;
}

}  // namespace mot
