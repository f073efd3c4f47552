#include "mot/check/gate_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "mot/check/rule_context.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

constexpr std::string_view why_not_judged = "errors take figures away";

/// As `shortlist`, in the words given.
std::string listed_first(const std::vector<std::string>& items, const Wording& wording) {
  constexpr std::size_t most = 5;
  std::string list = fmt::format("{}", fmt::join(std::span(items).first(std::min(most, items.size())), ", "));
  return items.size() > most ? list + " " + wording("and {count} more", {{"count", items.size() - most}}) : list;
}

std::string ids_of(const std::vector<std::size_t>& touchpoints, const Workspace& workspace, const Wording& wording) {
  std::vector<std::string> ids;
  for (const std::size_t touchpoint : touchpoints) ids.push_back(workspace.touchpoints[touchpoint].id.value);
  return listed_first(ids, wording);
}

std::string shown_names(const std::vector<std::string>& names, const Wording& wording) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(fmt::format("'{}'", shown(name)));
  return listed_first(quoted, wording);
}

/// A gate of a number of touchpoints has no tenths.
std::string figure_of(const GateResult& gate, double number, const Wording& wording) {
  return decimal_in(wording, number, gate.name == "below_adequate_at_most" ? 0 : 1);
}

/// What is held against the limit, beside the figure that tables show for it.
std::string value_of(const GateResult& gate, const Wording& wording) {
  const auto decimal = [&](double number) { return figure_of(gate, number, wording); };
  if (!gate.value) return wording("unknown");
  const std::string value = decimal(*gate.value);
  if (gate.widest_gap && decimal(*gate.widest_gap) != value)
    return wording("{gap}, surely over {value}", {{"gap", decimal(*gate.widest_gap)}, {"value", value}});
  if (!gate.bounds || decimal(gate.bounds->low) == decimal(gate.bounds->high)) return value;
  const bool is_all_known = gate.not_judged.empty() && gate.kpis_not_judged.empty();
  const std::string_view phrase = !gate.is_sampled ? "{value}, from {low} to {high} with what is not known at worst and at best"
                                  : is_all_known   ? "{value}, from {low} to {high} at 95 %"
                                                 : "{value}, from {low} to {high} at 95 % and with what is not known at worst and at best";
  return wording(phrase, {{"value", value}, {"low", decimal(gate.bounds->low)}, {"high", decimal(gate.bounds->high)}});
}

/// The value, then the touchpoint whose figure was told, and the others that are over the limit.
std::string value_and_places(const GateResult& gate, const Workspace& workspace, const Wording& wording) {
  const std::string value = value_of(gate, wording);
  const bool is_one_number = !gate.value || value == figure_of(gate, *gate.value, wording);
  const auto at = [&](const std::vector<std::size_t>& touchpoints) {
    return wording(is_one_number ? "{value} at {touchpoints}" : "{value}, at {touchpoints}",
                   {{"value", value}, {"touchpoints", ids_of(touchpoints, workspace, wording)}});
  };
  if (!gate.widest_at) return gate.breaking.empty() ? value : at(gate.breaking);
  std::vector<std::size_t> others = gate.breaking;
  std::erase(others, *gate.widest_at);
  const std::string place = at({*gate.widest_at});
  if (others.empty()) return place;
  return place + "; " + wording("over the limit too: {touchpoints}", {{"touchpoints", ids_of(others, workspace, wording)}});
}

bool allows_undecided(const Workspace& workspace) {
  const auto& undecided = workspace.project.gates.undecided;
  return undecided && undecided->value == Undecided::allow;
}

/// As it stands in mot.yaml.
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

void report_decided(const GateResult& gate, std::string_view why_not_covered, const Workspace& workspace, Findings& findings) {
  if (gate.holds == true) return;
  Finding& finding = gate.holds ? findings.report("gate-broken", gate.span, gate_text(gate, workspace))
                                : findings.report("gate-undecided", gate.span, gate_text(gate, workspace));
  finding.subjects = {std::string(gate.name)};
  if (!why_not_covered.empty()) finding.message += fmt::format("; not covered by the baseline: {}", why_not_covered);
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

std::string gate_text(const GateResult& gate, const Workspace& workspace, const Wording& wording) {
  if (!gate.is_judged) return wording("gate {gate} is not judged: {why}", {{"gate", name_of(gate)}, {"why", wording(why_not_judged)}});
  const std::string_view verdict = !gate.holds   ? "gate {gate} cannot be decided: {value}"
                                   : *gate.holds ? "gate {gate} holds: {value}"
                                                 : "gate {gate} is broken: {value}";
  std::string line = wording(verdict, {{"gate", name_of(gate)}, {"value", value_and_places(gate, workspace, wording)}});
  const auto add = [&](std::string_view separator, std::string_view phrase, const std::string& names) {
    line += separator;
    line += wording(phrase, {{"names", names}});
  };
  if (!gate.kpis_breaking.empty()) add(", ", "missed by {names}", shown_names(gate.kpis_breaking, wording));
  const std::string_view by_loss = "answers that could not be used might break it: {names}";
  if (!gate.lost_at.empty()) add("; ", by_loss, ids_of(gate.lost_at, workspace, wording));
  if (!gate.kpis_lost.empty()) add("; ", by_loss, shown_names(gate.kpis_lost, wording));
  if (!gate.not_judged.empty()) add("; ", "not known: {names}", ids_of(gate.not_judged, workspace, wording));
  if (!gate.kpis_not_judged.empty()) add("; ", "not to be told: {names}", shown_names(gate.kpis_not_judged, wording));
  return line;
}

Findings gate_findings(std::span<const GateResult> gates, const Workspace& workspace, std::span<const std::string> why_not_covered) {
  Findings findings;
  for (std::size_t i = 0; i < gates.size(); ++i) {
    const std::string_view why = i < why_not_covered.size() ? std::string_view(why_not_covered[i]) : "";
    if (gates[i].is_judged) report_decided(gates[i], why, workspace, findings);
  }
  report_not_judged(gates, workspace, findings);
  return findings;
}

}  // namespace mot
