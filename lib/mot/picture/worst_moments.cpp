#include "mot/picture/worst_moments.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <vector>

#include "mot/analysis/sets.h"
#include "mot/analysis/worst.h"
#include "mot/picture/verdict.h"

namespace mot {

namespace {

/// All that fall short, first those that the verdict names and then the moments of truth that do so by more than the orange class: they
/// leave last.
std::vector<std::size_t> last_to_leave(const PictureInput& input, const Journey& journey, const std::vector<std::size_t>& moments) {
  std::vector<std::size_t> worst = worst_moments(input.workspace, input.analysis.touchpoints, moments);
  const std::vector<std::size_t> named = moments_that_hurt(input.workspace, input.analysis, journey);
  const auto is_named = [&](std::size_t i) { return std::ranges::find(named, i) != named.end(); };
  const auto others = std::ranges::stable_partition(worst, is_named);
  std::ranges::stable_partition(others, [&](std::size_t i) {
    return input.workspace.touchpoints[i].moment_of_truth.value && input.analysis.touchpoints[i].gap_class == GapClass::red;
  });
  return worst;
}

}  // namespace

Narrowed with_worst_moments(const PictureInput& input, std::size_t journey, std::size_t most) {
  Narrowed narrowed{input.workspace, {}};
  Journey& kept = narrowed.workspace.journeys[journey];
  std::vector<std::size_t> moments = touchpoints_of(input.workspace, kept);
  if (moments.size() <= most) return narrowed;
  std::vector<std::size_t> shown = last_to_leave(input, kept, moments);
  constexpr double unknown = -std::numeric_limits<double>::infinity();
  std::ranges::stable_sort(moments, std::greater<>(), [&](std::size_t i) { return input.analysis.touchpoints[i].gap.value_or(unknown); });
  std::ranges::copy_if(moments, std::back_inserter(shown), [&](std::size_t i) { return std::ranges::find(shown, i) == shown.end(); });
  for (std::size_t i = most; i < shown.size(); ++i) narrowed.left_out.push_back(input.workspace.touchpoints[shown[i]].name.value);
  shown.resize(most);
  const auto is_left_out = [&](const PathStep& step) {
    const auto& index = step.touchpoint.index;
    return index && std::ranges::find(shown, *index) == shown.end();
  };
  for (Stage& stage : kept.stages) erase_stops_if(stage.steps, is_left_out);
  std::erase_if(kept.stages, [](const Stage& stage) { return stage.steps.empty(); });
  return narrowed;
}

}  // namespace mot
