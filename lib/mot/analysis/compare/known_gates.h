// Gates as a baseline knows them: what broke them then, and how far, and what could not be told.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mot/analysis/gates.h"

namespace mot {

/// What breaks a gate is called by the id of a touchpoint, or as GateResult::kpi_keys_breaking calls a KPI.
struct KnownGate {
  std::string name;
  std::optional<double> value = {};
  std::optional<bool> holds = {};
  bool is_told = false;                                        ///< whether it is known what broke it: an older baseline holds a value alone
  std::map<std::string, std::optional<double>> breaking = {};  ///< by what: how far it was over the limit, as tables show it
  std::set<std::string> not_judged = {};
  std::map<std::string, double> lost = {};  ///< answers that could not be used then, by what; an older baseline does not say
  bool operator==(const KnownGate&) const = default;
};

/// The gates, to hold later ones against; without those that were not judged, of which nothing is known.
std::vector<KnownGate> known_gates_of(const std::vector<GateResult>& gates, const Workspace& workspace);

/// Why a baseline does not cover a gate that does not hold: completes "not covered by the baseline: …", in English. Nothing where it does.
///
/// A gate that was broken covers what broke it then and is no further over the limit: what is surely lived now is no more than what was
/// shown then. A gate that could not be decided covers what could not be told then, one that held covers nothing, and a share
/// (`delivered_at_least`, `coverage_at_least`) that is short of its limit covers none that is lower. Where more answers
/// could not be used than it knew, it covers only what it would cover if all of them said the worst there is to say.
std::optional<std::string> why_not_covered(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace);

/// Whether a gate is broken and its value worse than the one known, or broken by what did not break it then, or none is known. A limit
/// that was raised is no reason.
bool is_worse(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace);

/// The touchpoints that break a gate now and did not when it was broken already, as a shortlist; empty where there is none.
std::string newly_broken_by(const GateResult& gate, const std::vector<KnownGate>& known, const Workspace& workspace);

/// The value of the gate of that name; nothing where none is known.
std::optional<double> value_of(const std::vector<KnownGate>& known, std::string_view name);

}  // namespace mot
