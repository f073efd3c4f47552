#include "mot/analysis/compare/yardsticks.h"

#include <fmt/format.h>

#include <string_view>

#include "mot/analysis/kpis.h"

namespace mot {
namespace {

std::string ends_of(const Scale& scale) {
  return fmt::format("{} to {}", scale.min, scale.max);
}

/// What must be no more than its limit; else what must be no less.
bool is_at_most(std::string_view gate) {
  return gate.ends_with("_at_most");
}

void compare_limits(const Yardsticks& then, const Yardsticks& now, std::vector<MovedYardstick>& moved) {
  for (const auto& [gate, limit] : then.limits) {
    const auto found = now.limits.find(gate);
    if (found == now.limits.end()) {
      moved.push_back({gate, fmt::format("the gate is gone, its limit was {:.1f}", limit)});
      continue;
    }
    const bool is_looser = is_at_most(gate) ? found->second > limit : found->second < limit;
    if (is_looser) moved.push_back({gate, fmt::format("its limit is {:.1f}, was {:.1f}", found->second, limit)});
  }
}

void compare_targets(const Yardsticks& then, const Yardsticks& now, std::vector<MovedYardstick>& moved) {
  for (const auto& [key, known] : then.targets) {
    const auto found = now.targets.find(key);
    if (found == now.targets.end()) {
      moved.push_back({key, fmt::format("it has no target any more, which was {}", known.target)});
      continue;
    }
    const KnownTarget& target = found->second;
    const bool is_laxer = known.better == "lower" ? target.target > known.target : target.target < known.target;
    if (target.better != known.better)
      moved.push_back({key, fmt::format("{} is better now, {} was", target.better, known.better)});
    else if (is_laxer)
      moved.push_back({key, fmt::format("its target is {}, was {}", target.target, known.target)});
  }
}

void compare_readings(const Yardsticks& then, const Yardsticks& now, std::vector<MovedYardstick>& moved) {
  for (const auto& [key, scale] : then.readings) {
    const auto found = now.readings.find(key);
    if (found == now.readings.end())
      moved.push_back({key, fmt::format("its answers, on a scale of {}, are not read any more", scale)});
    else if (found->second != scale)
      moved.push_back({key, fmt::format("its answers are read on a scale of {}, was {}", found->second, scale)});
  }
}

}  // namespace

Yardsticks yardsticks_of(const Workspace& workspace, const Answers& answers, std::span<const GateResult> gates) {
  Yardsticks all{.scale = workspace.project.scale};
  for (const GateResult& gate : gates) all.limits.emplace(gate.name, gate.limit);
  for (const KpiFigures& kpi : kpis_of(workspace)) {
    if (kpi.has_target())
      all.targets.emplace(key_of(kpi), KnownTarget{kpi.kpi->target->value, std::string(name_of(kpi.kpi->better->value))});
  }
  for (const SurveySource& source : workspace.sources) {
    for (const SourceOutcome& outcome : source.outcomes)
      if (outcome.target) all.targets.emplace(key_of(outcome), KnownTarget{outcome.target->value, "higher"});
  }
  for (const SourceUse& use : answers.sources) {
    const std::string before = "reading/" + workspace.sources[use.source].id.value + "/";
    for (const ColumnUse& column : use.columns)
      if (column.scale) all.readings.emplace(before + column.column, ends_of(*column.scale));
  }
  return all;
}

std::vector<MovedYardstick> moved_yardsticks(const Yardsticks& then, const Yardsticks& now) {
  std::vector<MovedYardstick> moved;
  if (then.scale && now.scale && *then.scale != *now.scale)
    moved.push_back({"scale", fmt::format("scores stand on a scale of {}, was {}", ends_of(*now.scale), ends_of(*then.scale))});
  compare_limits(then, now, moved);
  compare_targets(then, now, moved);
  compare_readings(then, now, moved);
  return moved;
}

}  // namespace mot
