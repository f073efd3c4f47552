#include "mot/check/severities.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot {
namespace {

void report_locked(const RuleSetting& setting, std::string_view what, std::string_view name, Findings& findings) {
  findings
      .report("locked-rule", setting.span,
              fmt::format("{} '{}' can be neither silenced nor lowered: what it reports takes figures away; mend that instead", what, name))
      .subjects = {std::string(name)};
}

void set_tier(Tier tier, const RuleSetting& setting, Severities& severities, Findings& findings) {
  bool is_refused = false;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].tier != tier) continue;
    const bool is_lower = setting.severity < rules[i].severity;
    if (!rules[i].is_locked()) severities[i] = setting.severity;
    is_refused |= rules[i].is_locked() && is_lower && (tier == Tier::shape || tier == Tier::links);
  }
  if (is_refused) report_locked(setting, "the tier", name_of(tier), findings);
}

void set_rule(RuleId rule, const RuleSetting& setting, Severities& severities, Findings& findings) {
  if (!rule.rule().is_locked()) {
    severities[rule.index()] = setting.severity;
  } else if (setting.severity < rule.rule().severity) {
    report_locked(setting, "the rule", rule.id(), findings);
  }
}

/// Two files that say different things about one rule: by the order of files alone one of them would hold.
void report_contradictions(const std::vector<RuleSetting>& settings, Findings& findings) {
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const auto is_of_same = [&](const RuleSetting& other) { return other.subject == settings[i].subject; };
    const auto first = std::ranges::find_if(settings, is_of_same);
    const RuleSetting& setting = settings[i];
    if (first->span.file == setting.span.file || first->severity == setting.severity) continue;
    const Tier* tier = std::get_if<Tier>(&setting.subject);
    const std::string_view name = tier ? name_of(*tier) : std::get<RuleId>(setting.subject).id();
    Finding& finding = findings.report("duplicate-key", setting.span,
                                       fmt::format("'{}' is set to '{}' here and to '{}' in another file: leave one of the two", name,
                                                   name_of(setting.severity), name_of(first->severity)));
    finding.notes.push_back({first->span, "the other one"});
    finding.subjects = {std::string(name)};
  }
}

}  // namespace

Severities severities_of(const Workspace& workspace, Findings& findings) {
  Severities severities{};
  std::ranges::transform(rules, severities.begin(), &Rule::severity);
  for (const RuleSetting& setting : workspace.rules) {
    if (const Tier* tier = std::get_if<Tier>(&setting.subject)) set_tier(*tier, setting, severities, findings);
  }
  report_contradictions(workspace.rules, findings);
  for (const RuleSetting& setting : workspace.rules) {
    if (const RuleId* rule = std::get_if<RuleId>(&setting.subject)) set_rule(*rule, setting, severities, findings);
  }
  return severities;
}

Findings at_severities(const Severities& severities, Findings findings) {
  for (Finding& finding : findings) {
    const bool is_rules_own = severities[finding.rule.index()] == finding.rule.rule().severity;
    if (!is_rules_own) finding.severity = severities[finding.rule.index()];
  }
  if (findings.count(Severity::ignore) == 0) return findings;
  Findings kept;
  for (Finding& finding : findings) {
    if (finding.severity != Severity::ignore) kept.add(std::move(finding));
  }
  return kept;
}

}  // namespace mot
