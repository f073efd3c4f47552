// Rules of branches: shares of customers, and ways that are told twice.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/check/rule_context.h"

namespace mot {
namespace {

/// Branches that follow from one step: neighbours in a list of steps.
using Fork = std::span<const PathStep>;

/// Calls `visit` with every fork, and the branch that it stands in or none.
template <class Visit>
void for_each_fork(const std::vector<PathStep>& steps, const PathStep* inside, const Visit& visit) {
  for (auto begin = steps.begin(); begin != steps.end();) {
    const auto end = std::find_if(begin, steps.end(), [](const PathStep& step) { return !step.is_branch(); });
    if (begin != end) visit(Fork(begin, end), inside);
    begin = end == steps.end() ? end : end + 1;
  }
  for (const PathStep& step : steps) {
    if (step.is_branch()) for_each_fork(step.steps, &step, visit);
  }
}

template <class Visit>
void for_each_fork(const RuleContext& context, const Visit& visit) {
  for (const Journey& journey : context.workspace.journeys) {
    if (!journey.is_whole) continue;
    for (const Stage& stage : journey.stages) {
      for_each_fork(stage.steps, nullptr, [&](Fork fork, const PathStep* inside) { visit(journey, fork, inside); });
    }
  }
}

void shares_over_whole(const RuleContext& context, const Report& report) {
  for_each_fork(context, [&](const Journey& journey, Fork fork, const PathStep* inside) {
    const double most = inside != nullptr && inside->share ? inside->share->value : 100;
    double sum = 0;
    const PathStep* first_over = nullptr;
    for (const PathStep& branch : fork) {
      if (branch.share) sum += branch.share->value;
      if (branch.share && first_over == nullptr && sum > most * (1 + 1e-9)) first_over = &branch;
    }
    if (first_over == nullptr) return;
    const std::string whole = most < 100 ? fmt::format("the {} % who take the branch around it", points(most)) : "all customers";
    report(first_over->share->span,
           fmt::format("{} % of customers come through {} here, more than {}: each share is of all who travel the journey (share)",
                       points(sum), fork.size() == 1 ? "a branch" : "branches", whole),
           {journey.id.value});
  });
}

void branch_of_nobody(const RuleContext& context, const Report& report) {
  for_each_fork(context, [&](const Journey& journey, Fork fork, const PathStep*) {
    for (const PathStep& branch : fork) {
      if (!branch.share || branch.share->value > 0) continue;
      report(branch.share->span,
             "nobody comes this way by a share of 0, so what lies on it counts in full: say how many come, or take the branch out",
             {journey.id.value, branch.when ? branch.when->value : std::string()});
    }
  });
}

bool is_same_way(const PathStep& one, const PathStep& other) {
  const auto stops_of = [](const PathStep& branch) {
    std::vector<std::string_view> stops;
    for_each_stop(branch.steps, [&](const PathStep& step) {
      stops.push_back(step.touchpoint.value.empty() ? step.journey.value : step.touchpoint.value);
    });
    return stops;
  };
  const auto place_of = [](const PathStep& branch) { return branch.then ? std::string_view(branch.then->value) : std::string_view(); };
  return place_of(one) == place_of(other) && stops_of(one) == stops_of(other);
}

void report_twins(const Journey& journey, Fork fork, const Report& report) {
  std::map<std::string_view, const PathStep*> by_condition;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const PathStep*>> by_way;  // first stop and place to go on
  for (const PathStep& branch : fork) {
    if (!branch.when) continue;
    const auto [same, is_new] = by_condition.emplace(branch.when->value, &branch);
    std::string_view first;
    if (!branch.steps.empty()) first = branch.steps.front().touchpoint.value;
    auto& alike = by_way[{first, branch.then ? std::string_view(branch.then->value) : std::string_view()}];
    const auto twin = std::ranges::find_if(alike, [&](const PathStep* other) { return is_same_way(*other, branch); });
    if (!is_new) {
      Finding& finding = report(
          branch.when->span,
          fmt::format("'{}' is the condition of another branch here: tell the two apart, or make them one", shown(branch.when->value)),
          {journey.id.value});
      finding.notes.push_back({same->second->when->span, "the other branch"});
    } else if (twin != alike.end()) {
      Finding& finding =
          report(branch.when->span, "another branch leads by the same steps to the same place: make them one", {journey.id.value});
      finding.notes.push_back({(*twin)->when->span, "the other branch"});
    }
    constexpr std::size_t most_compared = 20;
    if (twin == alike.end() && alike.size() < most_compared) alike.push_back(&branch);
  }
}

/// How often each touchpoint or journey stands on a path, by id.
std::map<std::string_view, std::size_t> visits_on(const Journey& journey) {
  std::map<std::string_view, std::size_t> visits;
  for (const Stage& stage : journey.stages) {
    for_each_stop(stage.steps, [&](const PathStep& step) {
      ++visits[step.touchpoint.value.empty() ? std::string_view(step.journey.value) : std::string_view(step.touchpoint.value)];
    });
  }
  return visits;
}

void branch_twice(const RuleContext& context, const Report& report) {
  const Journey* last = nullptr;
  std::map<std::string_view, std::size_t> visits;
  for_each_fork(context, [&](const Journey& journey, Fork fork, const PathStep*) {
    if (last != &journey) visits = visits_on(journey);
    last = &journey;
    report_twins(journey, fork, report);
    for (const PathStep& branch : fork) {
      if (!branch.then || visits[branch.then->value] < 2) continue;
      report(branch.then->span,
             fmt::format("'{}' comes {} times on this path, so the way may go on at any of them: name a step that comes once",
                         shown(branch.then->value), visits[branch.then->value]),
             {journey.id.value, branch.then->value});
    }
  });
}

constexpr RuleEntry path_entries[] = {
    {"shares-over-whole", shares_over_whole},
    {"branch-twice", branch_twice},
    {"branch-of-nobody", branch_of_nobody},
};

}  // namespace

std::span<const RuleEntry> path_checks() {
  return path_entries;
}

}  // namespace mot
