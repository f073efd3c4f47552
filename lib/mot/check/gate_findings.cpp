#include "mot/check/gate_findings.h"

#include <fmt/format.h>

#include "mot/check/rule_context.h"

namespace mot {
namespace {

std::string ids_of(const std::vector<std::size_t>& touchpoints, const Workspace& workspace) {
  std::vector<std::string> ids;
  for (const std::size_t touchpoint : touchpoints) ids.push_back(workspace.touchpoints[touchpoint].id.value);
  return shortlist(ids);
}

std::string shown_names(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(fmt::format("'{}'", shown(name)));
  return shortlist(quoted);
}

std::string decimal(double number) {
  return fmt::format("{:.1f}", number);
}

/// What is held against the limit, beside the figure that tables show for it.
std::string value_of(const GateResult& gate) {
  if (!gate.value) return "unknown";
  const std::string value = decimal(*gate.value);
  if (gate.widest_gap && decimal(*gate.widest_gap) != value) return fmt::format("{}, surely over {},", decimal(*gate.widest_gap), value);
  if (gate.bounds && decimal(gate.bounds->low) != decimal(gate.bounds->high))
    return fmt::format("{}, from {} to {} once all is known", value, decimal(gate.bounds->low), decimal(gate.bounds->high));
  return value;
}

bool allows_undecided(const Workspace& workspace) {
  const auto& undecided = workspace.project.gates.undecided;
  return undecided && undecided->value == Undecided::allow;
}

}  // namespace

std::string gate_text(const GateResult& gate, const Workspace& workspace) {
  const std::string_view verdict = !gate.holds ? "cannot be decided" : *gate.holds ? "holds" : "is broken";
  std::string line = fmt::format("gate '{}: {}' {}: {}", gate.name, gate.limit, verdict, value_of(gate));
  if (!gate.breaking.empty()) line += " at " + ids_of(gate.breaking, workspace);
  if (!gate.kpis_breaking.empty()) line += ", missed by " + shown_names(gate.kpis_breaking);
  if (!gate.not_judged.empty()) line += "; not judged: " + ids_of(gate.not_judged, workspace);
  if (!gate.kpis_not_judged.empty()) line += "; without a value: " + shown_names(gate.kpis_not_judged);
  return line;
}

Findings gate_findings(std::span<const GateResult> gates, const Workspace& workspace) {
  Findings findings;
  for (const GateResult& gate : gates) {
    if (gate.holds == true) continue;
    Finding& finding = gate.holds ? findings.report("gate-broken", gate.span, gate_text(gate, workspace))
                                  : findings.report("gate-undecided", gate.span, gate_text(gate, workspace));
    finding.subjects = {std::string(gate.name)};
    if (gate.holds) continue;
    if (allows_undecided(workspace)) {
      finding.severity = Severity::info;
      finding.message += "; it passes, for the project allows that";
    } else {
      finding.message += "; find out what is missing, or allow it (undecided: allow)";
    }
  }
  return findings;
}

}  // namespace mot
