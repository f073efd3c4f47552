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

/// `reading/survey` of `reading/survey/rows`.
std::string source_path_of(const std::string& path) {
  return path.substr(0, path.find('/', path.find('/') + 1));
}

bool reads_from(const Terms& terms, const std::string& source) {
  const auto next = terms.lower_bound(source + "/");
  return next != terms.end() && next->first.starts_with(source + "/");
}

/// Gates that fail where nobody can tell are the stricter ones.
bool is_stricter(const std::string& path, const std::string& now) {
  return path == "gates/undecided" && now == "fails";
}

void compare_terms(const Terms& before, const Terms& now, std::vector<MovedYardstick>& moved) {
  for (const auto& [path, text] : under_sources_of(now, before)) {
    const auto found = now.find(path);
    if (found != now.end()) {
      if (found->second != text && !is_stricter(path, found->second))
        moved.push_back({path, fmt::format("it is '{}', was '{}'", found->second, text)});
    } else if (const std::string source = source_path_of(path); reads_from(now, source)) {
      moved.push_back({path, fmt::format("it was '{}', and is not read any more", text)});
    } else if (moved.empty() || moved.back().what != source) {
      moved.push_back({source, "its answers are not read any more"});
    }
  }
}

constexpr int slashes_in_term = 3;  // before what a term of a source is about: `reading/survey/actual/pay`

/// Where the id is a part of the path, from the one behind so many slashes on.
std::optional<std::size_t> place_in(std::string_view path, std::string_view id, int slashes) {
  for (std::size_t begin = path.find('/'); begin != std::string_view::npos; begin = path.find('/', begin + 1)) {
    if (--slashes <= 0 && path.substr(begin + 1, path.find('/', begin + 1) - begin - 1) == id) return begin + 1;
  }
  return std::nullopt;
}

template <class Text>
void rename_in(std::map<std::string, Text>& by_path, int slashes, std::string_view from, std::string_view to) {
  std::map<std::string, Text> renamed;
  for (auto& [path, text] : by_path) {
    const auto place = place_in(path, from, slashes);
    renamed.emplace(place ? std::string(path).replace(*place, from.size(), to) : path, std::move(text));
  }
  by_path = std::move(renamed);
}

}  // namespace

Yardsticks yardsticks_of(const Workspace& workspace, std::span<const GateResult> gates) {
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
  all.terms = terms_of(workspace);
  return all;
}

void rename_touchpoint(Yardsticks& yardsticks, std::string_view from, std::string_view to) {
  rename_in(yardsticks.targets, 1, from, to);
  rename_in(yardsticks.terms, slashes_in_term, from, to);
}

void forget(Yardsticks& yardsticks, std::string_view id) {
  std::erase_if(yardsticks.targets, [&](const auto& target) { return place_in(target.first, id, 1).has_value(); });
  std::erase_if(yardsticks.terms, [&](const auto& term) { return place_in(term.first, id, slashes_in_term).has_value(); });
}

std::vector<MovedYardstick> moved_yardsticks(const Yardsticks& then, const Yardsticks& now) {
  std::vector<MovedYardstick> moved;
  if (then.scale && now.scale && *then.scale != *now.scale)
    moved.push_back({"scale", fmt::format("scores stand on a scale of {}, was {}", ends_of(*now.scale), ends_of(*then.scale))});
  compare_limits(then, now, moved);
  compare_targets(then, now, moved);
  compare_terms(then.terms, now.terms, moved);
  return moved;
}

}  // namespace mot
