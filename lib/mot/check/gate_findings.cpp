#include "mot/check/gate_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/check/rule_context.h"

namespace mot {
namespace {

constexpr std::string_view why_not_judged = "errors take figures away";

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
  if (gate.widest_gap && decimal(*gate.widest_gap) != value) return fmt::format("{}, surely over {}", decimal(*gate.widest_gap), value);
  if (gate.bounds && decimal(gate.bounds->low) != decimal(gate.bounds->high)) {
    const bool is_all_known = gate.not_judged.empty() && gate.kpis_not_judged.empty();
    return fmt::format("{}, from {} to {} {}", value, decimal(gate.bounds->low), decimal(gate.bounds->high),
                       !gate.is_sampled ? "once all is known"
                       : is_all_known   ? "at 95 %"
                                        : "at 95 % and once all is known");
  }
  return value;
}

/// The touchpoint whose figure was told, and the others that are over the limit.
std::string places_of(const GateResult& gate, const Workspace& workspace) {
  const bool has_more_than_number = value_of(gate).find(',') != std::string::npos;
  const std::string_view at = has_more_than_number ? ", at " : " at ";
  if (!gate.widest_at) return gate.breaking.empty() ? std::string() : fmt::format("{}{}", at, ids_of(gate.breaking, workspace));
  std::vector<std::size_t> others = gate.breaking;
  std::erase(others, *gate.widest_at);
  const std::string place = fmt::format("{}{}", at, ids_of({*gate.widest_at}, workspace));
  return others.empty() ? place : fmt::format("{}; over the limit too: {}", place, ids_of(others, workspace));
}

bool allows_undecided(const Workspace& workspace) {
  const auto& undecided = workspace.project.gates.undecided;
  return undecided && undecided->value == Undecided::allow;
}

std::string name_of(const GateResult& gate) {
  return fmt::format("'{}: {}'", gate.name, gate.limit);
}

GateResult not_judged(const GateResult& gate) {
  GateResult result;
  result.name = gate.name;
  result.span = gate.span;
  result.limit = gate.limit;
  result.is_judged = false;
  return result;
}

Severity severity_of_undecided(const Workspace& workspace) {
  return allows_undecided(workspace) ? Severity::info : Severity::error;
}

void report_decided(const GateResult& gate, const Workspace& workspace, Findings& findings) {
  if (gate.holds == true) return;
  Finding& finding = gate.holds ? findings.report("gate-broken", gate.span, gate_text(gate, workspace))
                                : findings.report("gate-undecided", gate.span, gate_text(gate, workspace));
  finding.subjects = {std::string(gate.name)};
  if (gate.holds) return;
  finding.severity = severity_of_undecided(workspace);
  finding.message += allows_undecided(workspace) ? "; it passes, for the project allows that"
                                                 : "; find out what is missing, or allow it (undecided: allow)";
}

void report_not_judged(std::span<const GateResult> gates, const Workspace& workspace, Findings& findings) {
  std::vector<std::string> names, subjects;
  std::optional<Span> first;
  for (const GateResult& gate : gates) {
    if (gate.is_judged) continue;
    names.push_back(name_of(gate));
    subjects.emplace_back(gate.name);
    if (!first) first = gate.span;
  }
  if (!first) return;
  const bool is_one = names.size() == 1;
  Finding& finding = findings.report("gate-undecided", *first,
                                     fmt::format("{} {} {} not judged: {}; mend them first", is_one ? "gate" : "gates",
                                                 fmt::join(names, ", "), is_one ? "is" : "are", why_not_judged));
  finding.subjects = std::move(subjects);
  finding.severity = severity_of_undecided(workspace);
}

}  // namespace

bool takes_figures_away(const Finding& finding) {
  constexpr RuleId lost = "answers-lost";
  return finding.severity == Severity::error && (finding.rule.rule().stops_figures() || finding.rule == lost);
}

std::vector<GateResult> held_behind(const Findings& findings, std::vector<GateResult> gates) {
  if (std::ranges::any_of(findings, takes_figures_away)) std::ranges::transform(gates, gates.begin(), not_judged);
  return gates;
}

std::string gate_text(const GateResult& gate, const Workspace& workspace) {
  if (!gate.is_judged) return fmt::format("gate {} is not judged: {}", name_of(gate), why_not_judged);
  const std::string_view verdict = !gate.holds ? "cannot be decided" : *gate.holds ? "holds" : "is broken";
  std::string line = fmt::format("gate {} {}: {}{}", name_of(gate), verdict, value_of(gate), places_of(gate, workspace));
  if (!gate.kpis_breaking.empty()) line += ", missed by " + shown_names(gate.kpis_breaking);
  if (!gate.not_judged.empty()) line += "; not judged: " + ids_of(gate.not_judged, workspace);
  if (!gate.kpis_not_judged.empty()) line += "; not to be told: " + shown_names(gate.kpis_not_judged);
  return line;
}

Findings gate_findings(std::span<const GateResult> gates, const Workspace& workspace) {
  Findings findings;
  for (const GateResult& gate : gates) {
    if (gate.is_judged) report_decided(gate, workspace, findings);
  }
  report_not_judged(gates, workspace, findings);
  return findings;
}

}  // namespace mot
