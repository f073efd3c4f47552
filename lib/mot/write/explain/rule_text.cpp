#include "mot/write/explain/rule_text.h"

#include <fmt/format.h>

#include "mot/text/utf8.h"
#include "mot/write/explain/wrapped_text.h"

namespace mot {
namespace {

std::string_view looks_at(Tier tier) {
  switch (tier) {
    case Tier::shape:
      return "the form of a file";
    case Tier::links:
      return "what ids point at";
    case Tier::coverage:
      return "what is missing";
    case Tier::sense:
      return "what contradicts itself";
    case Tier::service:
      return "the service itself";
  }
  return {};
}

std::string severity_of(const Rule& rule) {
  if (rule.is_locked()) return fmt::format("always {}", name_of(rule.severity));
  return rule.severity == Severity::ignore ? "ignored unless the project asks for it"
                                           : fmt::format("{} unless the project says otherwise", name_of(rule.severity));
}

std::string indented(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    all += fmt::format("    {}\n", printable(line));
  }
  return all;
}

std::string lever_of(const Rule& rule) {
  if (rule.is_locked())
    return "It can be neither silenced nor lowered: what it reports takes figures away or decides a gate. Mend what it names.\n";
  if (rule.standing == Standing::counted_in_gates)
    return "Silencing it turns no gate green: a gate takes every answer that was lost for the worst there is. Mend the cells, or list "
           "codes\n"
           "that are no answers under the scale's 'missing'.\n";
  const bool is_off = rule.severity == Severity::ignore;
  return fmt::format(
      "{} in mot.yaml, with any of error, warning, info and ignore:\n\n    rules: {{ {}: {} }}\n\n"
      "or silence one finding, by a comment on the line above it:\n\n    # mot: ignore {} until 2027-01-31 because ...\n",
      is_off ? "Turn it on" : "Turn it off", rule.id, is_off ? "warning" : "ignore", rule.id);
}

}  // namespace

std::string rule_text(const Rule& rule) {
  return fmt::format("{}: {} ({}, {})\n\n{}\nBreaks it:\n\n{}\nMended:\n\n{}\n{}", rule.id, looks_at(rule.tier), name_of(rule.tier),
                     severity_of(rule), wrapped_text(rule.why), indented(rule.bad), indented(rule.good), lever_of(rule));
}

}  // namespace mot
