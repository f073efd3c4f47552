#include "mot/analysis/journey_tree.h"

#include <algorithm>

namespace mot {
namespace {

/// By journey: those right inside it, each once, in path order.
std::vector<std::vector<std::size_t>> held_by(const Workspace& workspace) {
  std::vector<std::vector<std::size_t>> held(workspace.journeys.size());
  for (std::size_t i = 0; i < held.size(); ++i) {
    for (const Stage& stage : workspace.journeys[i].stages) {
      for_each_stop(stage.steps, [&](const PathStep& step) {
        if (step.journey.index && std::ranges::find(held[i], *step.journey.index) == held[i].end()) held[i].push_back(*step.journey.index);
      });
    }
  }
  return held;
}

class Tree {
 public:
  explicit Tree(const Workspace& workspace) : held_(held_by(workspace)), is_told_(held_.size()) {}

  std::vector<TreeLine> lines() {
    std::vector<bool> is_held(held_.size());
    for (const auto& held : held_) {
      for (const std::size_t journey : held) is_held[journey] = true;
    }
    for (std::size_t i = 0; i < held_.size(); ++i) {
      if (!is_held[i] && !held_[i].empty()) add(i, 0);
    }
    return std::move(lines_);
  }

 private:
  void add(std::size_t journey, std::size_t depth) {
    const bool is_again = is_told_[journey] && !held_[journey].empty();
    lines_.push_back({journey, depth, is_again});
    if (is_again) return;
    is_told_[journey] = true;
    for (const std::size_t inner : held_[journey]) add(inner, depth + 1);
  }

  std::vector<std::vector<std::size_t>> held_;
  std::vector<bool> is_told_;
  std::vector<TreeLine> lines_;
};

}  // namespace

std::vector<TreeLine> journey_tree(const Workspace& workspace) {
  return Tree(workspace).lines();
}

}  // namespace mot
