#include "mot/analysis/compare/known_gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "mot/analysis/at_worst.h"
#include "mot/text/shortlist.h"

namespace mot {
namespace {

const KnownGate* find_gate(const std::vector<KnownGate>& known, std::string_view name) {
  const auto found = std::ranges::find(known, name, &KnownGate::name);
  return found == known.end() ? nullptr : &*found;
}

double slack_on(const Scale& scale) {
  return rounding_slack * std::max(100.0, std::abs(scale.range()));
}

bool is_at_least(std::string_view gate) {
  return gate.ends_with("_at_least");
}

bool is_value_worse(const GateResult& gate, const KnownGate& known, const Scale& scale) {
  if (!gate.value) return known.value.has_value();
  if (!known.value) return gate.holds == false;
  return (is_at_least(gate.name) ? *known.value - *gate.value : *gate.value - *known.value) > slack_on(scale);
}

/// Something that breaks a gate, and how far; nothing where the gate is not about points.
struct Breach {
  std::string key;
  std::optional<GateMargin> margin;
};

std::vector<Breach> breaches_of(const GateResult& gate, const Workspace& workspace) {
  std::vector<Breach> breaches;
  const auto margin_in = [](const std::vector<GateMargin>& margins, std::size_t i) {
    return i < margins.size() ? std::optional(margins[i]) : std::nullopt;
  };
  for (std::size_t i = 0; i < gate.breaking.size(); ++i)
    breaches.push_back({workspace.touchpoints[gate.breaking[i]].id.value, margin_in(gate.margins, i)});
  for (std::size_t i = 0; i < gate.kpi_keys_breaking.size(); ++i)
    breaches.push_back({gate.kpi_keys_breaking[i], margin_in(gate.kpi_margins, i)});
  return breaches;
}

std::vector<std::string> unknown_to(const GateResult& gate, const Workspace& workspace) {
  std::vector<std::string> keys = gate.kpi_keys_not_judged;
  for (const std::size_t touchpoint : gate.not_judged) keys.push_back(workspace.touchpoints[touchpoint].id.value);
  return keys;
}

/// A gate that is broken, and was.
std::optional<std::string> what_broke_since(const GateResult& gate, const KnownGate& known, const Workspace& workspace) {
  const Scale& scale = workspace.project.scale;
  const std::vector<Breach> breaches = breaches_of(gate, workspace);
  if (breaches.empty()) return is_value_worse(gate, known, scale) ? std::optional<std::string>("it is worse now") : std::nullopt;
  if (!known.is_told) return "it does not say what broke the gate; write it anew";
  std::vector<std::string> fresh, further;
  for (const auto& [key, margin] : breaches) {
    const auto then = known.breaking.find(key);
    if (then == known.breaking.end()) {
      fresh.push_back(key);
    } else if (margin && !(then->second && margin->surely <= *then->second + slack_on(scale))) {
      further.push_back(key);
    }
  }
  if (fresh.empty() && further.empty()) return std::nullopt;
  const std::string worse = further.empty() ? "" : "worse now: " + shortlist(further);
  return fresh.empty() ? worse : "new: " + shortlist(fresh) + (worse.empty() ? "" : "; " + worse);
}

/// A gate that nobody can decide, and that did not hold.
std::optional<std::string> what_is_unknown_since(const GateResult& gate, const KnownGate& known, const Workspace& workspace) {
  std::vector<std::string> fresh;
  for (std::string& key : unknown_to(gate, workspace)) {
    if (!known.not_judged.contains(key)) fresh.push_back(std::move(key));
  }
  if (!fresh.empty()) return "not known any more: " + shortlist(fresh);
  const bool is_short = is_at_least(gate.name) && (!gate.value || *gate.value < gate.limit);
  return is_short && is_value_worse(gate, known, workspace.project.scale) ? std::optional<std::string>("it is worse now") : std::nullopt;
}

/// A gate that is covered as it stands: whether it would be if all that was lost since were the worst.
std::optional<std::string> what_was_lost_since(const GateResult& gate, const KnownGate& known, const std::vector<KnownGate>& all,
                                               const Workspace& workspace) {
  std::vector<std::string> fresh;
  for (const auto& [key, answers] : gate.losses) {
    const auto then = known.lost.find(key);
    if (lost_beyond(then == known.lost.end() ? 0 : then->second, answers) > 0) fresh.push_back(key);
  }
  if (fresh.empty() || gate.at_worst.empty() || !why_not_covered(gate.at_worst.front(), all, workspace)) return std::nullopt;
  return "answers that could not be used since might make it worse: " + shortlist(fresh);
}

std::optional<std::string> what_is_worse_since(const GateResult& gate, const KnownGate& known, const Workspace& workspace) {
  if (gate.holds) {
    if (known.is_told && !known.holds) return "the gate was undecided";
    return what_broke_since(gate, known, workspace);
  }
  if (!known.is_told) return "it does not say what was unknown; write it anew";
  return what_is_unknown_since(gate, known, workspace);
}

}  // namespace

std::vector<KnownGate> known_gates_of(const std::vector<GateResult>& gates, const Workspace& workspace) {
  std::vector<KnownGate> known;
  for (const GateResult& gate : gates) {
    if (!gate.is_judged) continue;
    KnownGate& one = known.emplace_back(KnownGate{.name = std::string(gate.name), .value = gate.value, .holds = gate.holds});
    one.is_told = true;
    for (const auto& [key, margin] : breaches_of(gate, workspace))
      one.breaking[key] = margin ? std::optional(margin->as_shown) : std::nullopt;
    for (std::string& key : unknown_to(gate, workspace)) one.not_judged.insert(std::move(key));
    for (const auto& [key, answers] : gate.losses) one.lost[key] = answers;
  }
  return known;
}

std::optional<std::string> why_not_covered(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace) {
  if (gate.holds == true) return std::nullopt;
  const KnownGate* const then = find_gate(known, gate.name);
  if (!gate.is_judged || then == nullptr) return "it does not know the gate";
  if (then->is_told && then->holds == true) return "the gate held";
  if (auto why = what_is_worse_since(gate, *then, workspace)) return why;
  return what_was_lost_since(gate, *then, known, workspace);
}

std::optional<double> value_of(const std::vector<KnownGate>& known, std::string_view name) {
  const KnownGate* const gate = find_gate(known, name);
  return gate == nullptr ? std::nullopt : gate->value;
}

std::string newly_broken_by(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace) {
  const KnownGate* const then = find_gate(known, gate.name);
  std::vector<std::string> fresh;
  if (then == nullptr || !then->is_told || then->holds != false) return "";
  for (const std::size_t touchpoint : gate.breaking) {
    const std::string& id = workspace.touchpoints[touchpoint].id.value;
    if (!then->breaking.contains(id)) fresh.push_back(id);
  }
  return shortlist(fresh);
}

bool is_worse(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace) {
  if (gate.holds != false) return false;
  const KnownGate* const then = find_gate(known, gate.name);
  if (then == nullptr || !then->value || is_value_worse(gate, *then, workspace.project.scale)) return true;
  return !newly_broken_by(gate, known, workspace).empty();  // KPIs are held against the baseline by themselves
}

}  // namespace mot
