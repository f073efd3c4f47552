#include "mot/check/gate_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

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

/// A gate in the words of who reads it.
struct GateTold {
  const GateResult& gate;
  const Workspace& workspace;
  const Wording& wording;
  GateReader reader;

  bool is_in_words() const { return reader == GateReader::of_the_page; }
};

std::string name_in(const GateTold& told, std::size_t touchpoint) {
  const Touchpoint& of = told.workspace.touchpoints[touchpoint];
  return told.is_in_words() ? of.name.value : of.id.value;
}

std::string names_in(const GateTold& told, const std::vector<std::size_t>& touchpoints) {
  std::vector<std::string> names;
  for (const std::size_t touchpoint : touchpoints) names.push_back(name_in(told, touchpoint));
  return listed_first(names, told.wording);
}

std::string shown_names(const std::vector<std::string>& names, const Wording& wording) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(fmt::format("'{}'", shown(name)));
  return listed_first(quoted, wording);
}

/// What a gate demands, in words, and in what its figure is counted.
struct Demand {
  std::string_view gate;
  std::string_view phrase;
  std::string_view unit;    ///< a phrase; of per cent empty
  std::string_view number;  ///< its place in `unit`
};
constexpr Demand demands[] = {
    {"coverage_at_least", "At least {limit} % of what the picture of a moment should hold must be there.", "", ""},
    {"delivered_at_least", "At least {limit} % of what is wanted must be delivered.", "", ""},
    {"gap_at_most", "No moment may fall short by more than {limit} points.", "{points} points", "points"},
    {"moment_of_truth_gap_at_most", "No moment of truth may fall short by more than {limit} points.", "{points} points", "points"},
    {"below_adequate_at_most", "At most {limit} moments may fall below the least that is accepted.", "{count} moments", "count"},
    {"known_at_least", "It must be known of at least {limit} % of the moments what is wanted and what is lived.", "", ""},
    {"kpis_met_at_least", "At least {limit} % of the KPIs that have a target must reach it.", "", ""},
};

const Demand& demand_of(const GateResult& gate) {
  return *std::ranges::find(demands, gate.name, &Demand::gate);
}

/// A gate of a number of touchpoints has no tenths.
std::string figure_of(const GateResult& gate, double number, const Wording& wording) {
  return decimal_in(wording, number, gate.name == "below_adequate_at_most" ? 0 : 1);
}

/// `7.0`, in words `7.0 points`.
std::string counted_figure(const GateTold& told, double number) {
  const std::string figure = figure_of(told.gate, number, told.wording);
  if (!told.is_in_words()) return figure;
  const Demand& demand = demand_of(told.gate);
  return demand.unit.empty() ? figure + " %" : told.wording.counted(number, demand.unit, {{demand.number, figure}});
}

/// What is held against the limit, beside the figure that tables show for it.
std::string value_of(const GateTold& told) {
  const GateResult& gate = told.gate;
  const Wording& wording = told.wording;
  const auto decimal = [&](double number) { return figure_of(gate, number, wording); };
  if (!gate.value) return wording("unknown");
  if (gate.widest_gap && decimal(*gate.widest_gap) != decimal(*gate.value))
    return wording("{gap}, surely over {value}", {{"gap", counted_figure(told, *gate.widest_gap)}, {"value", decimal(*gate.value)}});
  const std::string value = counted_figure(told, *gate.value);
  if (!gate.bounds || decimal(gate.bounds->low) == decimal(gate.bounds->high)) return value;
  const bool is_all_known = gate.not_judged.empty() && gate.kpis_not_judged.empty();
  const std::string_view phrase = !gate.is_sampled ? "{value}, from {low} to {high} with what is not known at worst and at best"
                                  : is_all_known   ? "{value}, from {low} to {high} at 95 %"
                                                 : "{value}, from {low} to {high} at 95 % and with what is not known at worst and at best";
  return wording(phrase, {{"value", value}, {"low", decimal(gate.bounds->low)}, {"high", decimal(gate.bounds->high)}});
}

/// The value, then the touchpoint whose figure was told, and the others that are over the limit. Those of which nothing is known are told
/// with the reason.
std::string value_and_places(const GateTold& told) {
  const GateResult& gate = told.gate;
  const Wording& wording = told.wording;
  const std::string value = value_of(told);
  const bool is_one_number = !gate.value || value == counted_figure(told, *gate.value);
  const auto at = [&](const std::vector<std::size_t>& touchpoints) {
    return wording(is_one_number ? "{value} at {touchpoints}" : "{value}, at {touchpoints}",
                   {{"value", value}, {"touchpoints", names_in(told, touchpoints)}});
  };
  if (!gate.widest_at) return gate.breaking.empty() || gate.name == "known_at_least" ? value : at(gate.breaking);
  std::vector<std::size_t> others = gate.breaking;
  std::erase(others, *gate.widest_at);
  const std::string place = at({*gate.widest_at});
  if (others.empty()) return place;
  return place + "; " + wording("over the limit too: {touchpoints}", {{"touchpoints", names_in(told, others)}});
}

/// Why touchpoints can't be gone by, a phrase a kind, those to ask at first.
struct DoubtPhrase {
  GateDoubtKind kind;
  std::string_view phrase;
};
constexpr DoubtPhrase doubt_phrases[] = {
    {GateDoubtKind::nobody_scored, "nobody gave a score: {names}"},
    {GateDoubtKind::nobody_wished, "nobody said what is wanted: {names}"},
    {GateDoubtKind::unknown_importance, "nobody said how important it is: {names}"},
    {GateDoubtKind::too_few_answers, "too few answers: {names}"},
    {GateDoubtKind::unknown_spread, "how answers spread is not known: {names}"},
    {GateDoubtKind::left_open, "answers leave it open: {names}"},
};

std::string doubtful_name(const GateTold& told, const GateDoubt& doubt) {
  const std::string name = name_in(told, doubt.touchpoint);
  if (doubt.kind != GateDoubtKind::too_few_answers) return name;
  const double answers = std::floor(doubt.answers * 10) / 10;  // 9.96 are not yet 10
  return told.wording("{name} ({count} of at least {least})",
                      {{"name", name}, {"count", number_in(told.wording, answers)}, {"least", number_in(told.wording, doubt.least)}});
}

/// `; too few answers: a (8 of at least 10); nobody gave a score: b, c`.
std::string doubts_text(const GateTold& told) {
  std::string text;
  for (const auto& [kind, phrase] : doubt_phrases) {
    std::vector<std::string> names;
    for (const GateDoubt& doubt : told.gate.doubts) {
      if (doubt.kind == kind) names.push_back(doubtful_name(told, doubt));
    }
    if (!names.empty()) text += "; " + told.wording(phrase, {{"names", listed_first(names, told.wording)}});
  }
  return text;
}

bool allows_undecided(const Workspace& workspace) {
  const auto& undecided = workspace.project.gates.undecided;
  return undecided && undecided->value == Undecided::allow;
}

/// As it stands in mot.yaml.
std::string name_of(const GateResult& gate) {
  return fmt::format("'{}: {}'", gate.name, gate.limit);
}

std::string demand_in(const GateTold& told) {
  return told.wording.counted(told.gate.limit, demand_of(told.gate).phrase, {{"limit", number_in(told.wording, told.gate.limit)}});
}

/// How a gate stands, by its key and in words.
struct GateVerdict {
  std::string_view by_key;
  std::string_view in_words;
};

const GateVerdict& verdict_of(const GateResult& gate) {
  static constexpr GateVerdict not_judged = {"gate {gate} is not judged: {why}", "{demand} This is not judged: {why}"};
  static constexpr GateVerdict undecided = {"gate {gate} cannot be decided: {value}", "{demand} This cannot be decided: {value}"};
  static constexpr GateVerdict holds = {"gate {gate} holds: {value}", "{demand} This holds: {value}"};
  static constexpr GateVerdict is_broken = {"gate {gate} is broken: {value}", "{demand} This does not hold: {value}"};
  if (!gate.is_judged) return not_judged;
  if (!gate.holds) return undecided;
  return *gate.holds ? holds : is_broken;
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

std::string gate_text(const GateResult& gate, const Workspace& workspace, const Wording& wording, GateReader reader) {
  const GateTold told{gate, workspace, wording, reader};
  const GateVerdict& verdict = verdict_of(gate);
  const std::string why = gate.is_judged ? value_and_places(told) : wording(why_not_judged);
  std::string line = told.is_in_words() ? wording(verdict.in_words, {{"demand", demand_in(told)}, {"value", why}, {"why", why}})
                                        : wording(verdict.by_key, {{"gate", name_of(gate)}, {"value", why}, {"why", why}});
  if (!gate.is_judged) return line;
  const auto add = [&](std::string_view separator, std::string_view phrase, const std::string& names) {
    line += separator;
    line += wording(phrase, {{"names", names}});
  };
  if (!gate.kpis_breaking.empty()) add(", ", "missed by {names}", shown_names(gate.kpis_breaking, wording));
  const std::string_view by_loss = "answers that could not be used might break it: {names}";
  if (!gate.lost_at.empty()) add("; ", by_loss, names_in(told, gate.lost_at));
  if (!gate.kpis_lost.empty()) add("; ", by_loss, shown_names(gate.kpis_lost, wording));
  line += doubts_text(told);
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
