#include "mot/findings/rules.h"

#include <algorithm>
#include <iterator>

namespace mot {
namespace {

constexpr std::string_view severity_names[] = {"ignore", "info", "warning", "error"};
constexpr std::string_view tier_names[] = {"shape", "links", "coverage", "sense"};

}  // namespace

std::string_view name_of(Severity severity) {
  return severity_names[static_cast<std::size_t>(severity)];
}

std::string_view name_of(Tier tier) {
  return tier_names[static_cast<std::size_t>(tier)];
}

std::optional<Severity> severity_named(std::string_view name) {
  const auto found = std::find(std::begin(severity_names), std::end(severity_names), name);
  if (found == std::end(severity_names)) return std::nullopt;
  return static_cast<Severity>(found - std::begin(severity_names));
}

std::optional<RuleId> RuleId::named(std::string_view id) {
  const auto found = std::find_if(std::begin(rules), std::end(rules), [&](const Rule& rule) { return rule.id == id; });
  if (found == std::end(rules)) return std::nullopt;
  RuleId rule;
  rule.index_ = static_cast<std::uint16_t>(found - std::begin(rules));
  return rule;
}

}  // namespace mot
