#include "mot/load/link_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

void collect(std::vector<PathStep>& steps, std::vector<PathStep*>& inside) {
  for (PathStep& step : steps) {
    if (step.journey.index) inside.push_back(&step);
    collect(step.steps, inside);
  }
}

/// Walks from journeys to those inside them, without a call for each level: a file may nest more of them than calls can.
class Nesting {
 public:
  Nesting(Workspace& workspace, Findings& findings) : workspace_(workspace), findings_(findings), inside_(workspace.journeys.size()) {
    for (std::size_t i = 0; i < inside_.size(); ++i) {
      for (Stage& stage : workspace.journeys[i].stages) collect(stage.steps, inside_[i]);
    }
    states_.resize(inside_.size());
    heights_.resize(inside_.size(), 1);
  }

  void unlink() {
    for (std::size_t i = 0; i < inside_.size(); ++i) {
      if (states_[i] == State::unseen) enter(i);
      while (!open_.empty()) go_on();
    }
  }

 private:
  enum class State : unsigned char { unseen, open, done };
  struct Open {
    std::size_t journey;
    std::size_t step;  ///< of its own: the next one to look at
  };

  void enter(std::size_t journey) {
    states_[journey] = State::open;
    open_.push_back({journey, 0});
  }

  void go_on() {
    const auto [journey, at] = open_.back();
    if (at == inside_[journey].size()) {
      states_[journey] = State::done;
      open_.pop_back();
      return;
    }
    PathStep& step = *inside_[journey][at];
    const std::size_t other = *step.journey.index;
    if (states_[other] == State::unseen) return enter(other);
    ++open_.back().step;
    if (states_[other] == State::open) return report_circle(step, other);
    if (heights_[other] >= deepest_nesting) return report_depth(step);
    heights_[journey] = std::max(heights_[journey], heights_[other] + 1);
  }

  void report_circle(PathStep& step, std::size_t first) {
    const auto begin = std::ranges::find(open_, first, &Open::journey);
    std::vector<std::string> ids;
    for (auto at = begin; at != open_.end(); ++at) ids.push_back(workspace_.journeys[at->journey].id.value);
    const std::string back = shown(step.journey.value);
    const std::string message =
        ids.size() == 1
            ? fmt::format("'{}' stands inside itself here; name another journey, or go back by a branch's 'then'", back)
            : fmt::format("'{}' leads back to '{}', which it stands inside of; take one of the two out", shown(ids.back()), back);
    auto& finding = findings_.report("journey-in-itself", step.journey.span, message);
    for (auto at = begin; at + 1 < open_.end() && finding.notes.size() < most_notes; ++at) {
      const PathStep& on_the_way = *inside_[at->journey][at->step];
      finding.notes.push_back({on_the_way.journey.span, fmt::format("'{}' stands inside '{}'", shown(on_the_way.journey.value),
                                                                    shown(workspace_.journeys[at->journey].id.value))});
    }
    finding.subjects = std::move(ids);
    if (finding.subjects.size() > most_notes) finding.subjects.resize(most_notes);
    step.journey.index.reset();
  }

  void report_depth(PathStep& step) {
    auto& finding = findings_.report(
        "too-deep", step.journey.span,
        fmt::format("journeys stand inside each other more than {} deep from '{}' on", deepest_nesting, shown(step.journey.value)));
    finding.subjects = {step.journey.value};
    step.journey.index.reset();
  }

  static constexpr std::size_t most_notes = 5;

  Workspace& workspace_;
  Findings& findings_;
  std::vector<std::vector<PathStep*>> inside_;
  std::vector<State> states_;
  std::vector<std::size_t> heights_;
  std::vector<Open> open_;
};

using Names = std::vector<std::string_view>;

void add_names(const std::vector<PathStep>& steps, Names& names) {
  for_each_stop(steps,
                [&](const PathStep& step) { names.push_back(step.touchpoint.value.empty() ? step.journey.value : step.touchpoint.value); });
}

/// The branches of one journey.
class WayCheck {
 public:
  WayCheck(const Journey& journey, Findings& findings, std::size_t& comparisons_left)
      : journey_(journey), findings_(findings), comparisons_left_(comparisons_left) {
    for (const Stage& stage : journey.stages) add_names(stage.steps, names_);
    known_.insert(names_.begin(), names_.end());
  }

  void run() {
    for (const Stage& stage : journey_.stages) check(stage.steps);
  }

 private:
  void check(const std::vector<PathStep>& steps) {
    for (const PathStep& step : steps) {
      if (step.when && step.is_whole) check_branch(step);
      check(step.steps);
    }
  }

  void check_branch(const PathStep& branch) {
    if (!branch.then) {
      if (branch.steps.empty())
        report(branch.when->span, "nothing follows when this happens; list what does (touchpoints), or say where the way goes on (then)");
      return;
    }
    if (branch.then->value == end_of_journey) return;
    if (!known_.contains(branch.then->value)) return report_unknown(*branch.then);
    if (goes_round(branch))
      report(branch.then->span,
             fmt::format("'{}' stands in this very branch, so nobody ever leaves it; go on outside of it", shown(branch.then->value)));
  }

  static bool goes_round(const PathStep& branch) {
    Names own;
    add_names(branch.steps, own);
    return std::ranges::count(own, branch.then->value) > 0 && std::ranges::none_of(branch.steps, &PathStep::is_branch);
  }

  void report_unknown(const Text& then) {
    std::string advice;
    if (names_.size() <= comparisons_left_) {
      comparisons_left_ -= names_.size();
      advice = did_you_mean(then.value, names_);
    }
    if (advice.empty()) advice = "; name a touchpoint or a journey of the path, or 'end' where it leaves the journey";
    report(then.span, fmt::format("'{}' does not stand on the path of '{}'{}", shown(then.value), shown(journey_.id.value), advice));
  }

  void report(Span span, std::string message) {
    findings_.report("branch-leads-nowhere", span, std::move(message)).subjects = {journey_.id.value};
  }

  const Journey& journey_;
  Findings& findings_;
  std::size_t& comparisons_left_;
  Names names_;
  std::unordered_set<std::string_view> known_;  // only looked up
};

bool has_branches(const Journey& journey) {
  return std::ranges::any_of(journey.stages, [](const Stage& stage) { return std::ranges::any_of(stage.steps, &PathStep::is_branch); });
}

}  // namespace

void unlink_circles(Workspace& workspace, Findings& findings) {
  Nesting(workspace, findings).unlink();
}

void check_ways(const Workspace& workspace, Findings& findings) {
  std::size_t comparisons_left = 1'000'000;
  for (const Journey& journey : workspace.journeys) {
    if (has_branches(journey)) WayCheck(journey, findings, comparisons_left).run();
  }
}

}  // namespace mot
