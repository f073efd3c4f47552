#include "mot/analysis/journey_path.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace mot {
namespace {

using StopIndices = std::vector<std::size_t>;

/// Where a list of steps has come to while it is walked.
struct PathLevel {
  std::optional<std::size_t> branch;  ///< whose steps they are; nothing on the main path
  std::optional<std::size_t> last;    ///< the stop that what comes next follows from
  StopIndices waiting = {};           ///< branches that go on at the next stop
  bool is_entered = false;            ///< whether a stop of its own has come
};

/// Walks the steps, and looks up where branches go on once all stops are known.
class PathMaker {
 public:
  PathMaker(const Workspace& workspace, const Journey& journey) : workspace_(workspace), journey_(journey) {}

  JourneyPath make() && {
    PathLevel main;
    for (std::size_t i = 0; i < journey_.stages.size(); ++i) {
      stage_ = i;
      walk(journey_.stages[i].steps, main);
    }
    for (const std::size_t branch : main.waiting) path_.branches[branch].leaves = true;
    look_up_ways_on();
    add_ways_on();
    return std::move(path_);
  }

 private:
  void walk(const std::vector<PathStep>& steps, PathLevel& level) {
    for (const PathStep& step : steps) {
      if (step.is_branch())
        walk_branch(step, level);
      else
        come_to(step, level);
    }
  }

  void walk_branch(const PathStep& step, PathLevel& level) {
    const std::size_t branch = open_branch(step.when.value_or(Text{}), level);
    path_.branches[branch].is_written = true;
    if (step.share) path_.branches[branch].share = step.share->value;
    if (step.then) thens_.emplace_back(branch, step.then->value);
    PathLevel own{.branch = branch, .last = level.last};
    walk(step.steps, own);
    close(own);
  }

  void come_to(const PathStep& step, PathLevel& level) {
    if (!step.touchpoint.index && !step.journey.index) return;
    const Touchpoint* touchpoint = step.touchpoint.index ? &workspace_.touchpoints[*step.touchpoint.index] : nullptr;
    if (touchpoint == nullptr || !touchpoint->when) return stop_at(step, touchpoint, level);
    const std::size_t branch = open_branch(*touchpoint->when, level);
    PathLevel own{.branch = branch, .last = level.last};
    stop_at(step, touchpoint, own);
    close(own);
  }

  std::size_t open_branch(Text when, PathLevel& level) {
    Branch branch;
    branch.when = std::move(when);
    branch.stage = stage_;
    branch.follows = level.last;
    branch.inside = level.branch;
    branch.begin = path_.stops.size();
    path_.branches.push_back(std::move(branch));
    level.waiting.push_back(path_.branches.size() - 1);
    lasts_.emplace_back();
    waiting_at_end_.emplace_back();
    return path_.branches.size() - 1;
  }

  void close(PathLevel& own) {
    Branch& branch = path_.branches[*own.branch];
    branch.end = path_.stops.size();
    lasts_[*own.branch] = own.is_entered ? own.last : std::nullopt;
    waiting_at_end_[*own.branch] = std::move(own.waiting);
  }

  void stop_at(const PathStep& step, const Touchpoint* touchpoint, PathLevel& level) {
    const bool is_behind = touchpoint != nullptr && touchpoint->visibility.value != Visibility::frontstage;
    path_.stops.push_back({stage_, step.touchpoint.index, step.journey.index, level.branch, is_behind});
    if (is_behind) return;
    const std::size_t stop = path_.stops.size() - 1;
    if (level.last) path_.ways.push_back({*level.last, stop, level.is_entered ? std::nullopt : level.branch});
    for (const std::size_t branch : level.waiting) path_.branches[branch].goes_on = stop;
    level.waiting.clear();
    level.last = stop;
    level.is_entered = true;
  }

  std::string_view name_of(const Stop& stop) const {
    return stop.touchpoint ? workspace_.touchpoints[*stop.touchpoint].id.value : workspace_.journeys[*stop.journey].id.value;
  }

  /// What a branch ends with goes on where the branch itself does.
  void look_up_ways_on() {
    std::unordered_map<std::string_view, StopIndices> stops_named;  // only looked up
    if (!thens_.empty()) {
      for (std::size_t i = 0; i < path_.stops.size(); ++i) stops_named[name_of(path_.stops[i])].push_back(i);
    }
    auto then = thens_.begin();
    for (std::size_t i = 0; i < path_.branches.size(); ++i) {
      if (then != thens_.end() && then->first == i) go_on_at(path_.branches[i], (then++)->second, stops_named);
      for (const std::size_t inner : waiting_at_end_[i]) {
        path_.branches[inner].goes_on = path_.branches[i].goes_on;
        path_.branches[inner].leaves = path_.branches[i].leaves;
      }
    }
  }

  static void go_on_at(Branch& branch, const std::string& name, const std::unordered_map<std::string_view, StopIndices>& stops_named) {
    branch.leaves = name == end_of_journey;
    branch.goes_on.reset();
    const auto found = stops_named.find(name);
    if (branch.leaves || found == stops_named.end()) return;
    const StopIndices& stops = found->second;
    const auto later = std::ranges::lower_bound(stops, branch.end);
    branch.goes_on = later != stops.end() ? *later : stops.back();
    if (later == stops.end() && *branch.goes_on >= branch.begin && stops.front() < branch.begin)
      branch.goes_on = *std::prev(std::ranges::lower_bound(stops, branch.begin));
  }

  void add_ways_on() {
    for (std::size_t i = 0; i < path_.branches.size(); ++i) {
      const Branch& branch = path_.branches[i];
      const auto from = lasts_[i] ? lasts_[i] : branch.follows;
      // A branch of what nobody sees is on no way, nor is one that begins with a branch: its own leads on.
      const bool is_way = from && branch.goes_on && (lasts_[i] || branch.begin == branch.end);
      if (is_way) path_.ways.push_back({*from, *branch.goes_on, i});
    }
  }

  const Workspace& workspace_;
  const Journey& journey_;
  JourneyPath path_;
  std::size_t stage_ = 0;
  std::vector<std::pair<std::size_t, std::string>> thens_;  ///< by branch
  std::vector<std::optional<std::size_t>> lasts_;           ///< by branch: its own last stop
  std::vector<StopIndices> waiting_at_end_;                 ///< by branch: those inside it that go on where it does
};

/// By touchpoint: the share of customers who come; nothing where that is not known, so all may.
using Coming = std::map<std::size_t, std::optional<double>>;

void add(std::size_t touchpoint, std::optional<double> share, Coming& coming) {
  const auto [entry, is_new] = coming.emplace(touchpoint, share);
  if (is_new) return;
  auto& sum = entry->second;
  if (sum && share)
    *sum = std::min(1.0, *sum + *share);
  else
    sum.reset();
}

std::optional<double> product(const std::optional<double>& one, const std::optional<double>& other) {
  if (!one || !other) return one ? one : other;
  return *one * *other;
}

/// Who comes to what on a journey, and on those inside it, each worked out once.
class Crowd {
 public:
  explicit Crowd(const Workspace& workspace) : workspace_(workspace) {}

  const Coming& on(std::size_t index) {
    const auto known = journeys_.find(index);
    if (known != journeys_.end()) return known->second;
    Coming coming = on(workspace_.journeys[index]);
    return journeys_.emplace(index, std::move(coming)).first->second;
  }

  Coming on(const Journey& journey) {
    const JourneyPath path = path_of(workspace_, journey);
    Coming coming;
    for (const Stop& stop : path.stops) {
      std::optional<double> share;
      if (stop.branch) share = known_share(path, *stop.branch);
      if (share) *share /= 100;
      if (stop.touchpoint) {
        add(*stop.touchpoint, share, coming);
      } else {
        for (const auto& [touchpoint, inside] : on(*stop.journey)) add(touchpoint, product(share, inside), coming);
      }
    }
    return coming;
  }

 private:
  const Workspace& workspace_;
  std::map<std::size_t, Coming> journeys_;
};

}  // namespace

JourneyPath path_of(const Workspace& workspace, const Journey& journey) {
  return PathMaker(workspace, journey).make();
}

std::optional<double> known_share(const JourneyPath& path, std::size_t branch) {
  for (std::optional<std::size_t> at = branch; at; at = path.branches[*at].inside) {
    const auto& share = path.branches[*at].share;
    if (share && *share > 0) return share;
  }
  return std::nullopt;
}

std::vector<Weighed> weighed_touchpoints(const Workspace& workspace, const Journey& journey) {
  std::vector<Weighed> weighed;
  for (const auto& [touchpoint, share] : Crowd(workspace).on(journey)) weighed.push_back({touchpoint, share.value_or(1)});
  return weighed;
}

}  // namespace mot
