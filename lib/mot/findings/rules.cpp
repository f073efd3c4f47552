#include "mot/findings/rules.h"

#include <algorithm>
#include <iterator>

namespace mot {
namespace {

constexpr std::string_view names_of_severities[] = {"ignore", "info", "warning", "error"};
constexpr std::string_view names_of_tiers[] = {"shape", "links", "coverage", "sense", "service"};
static_assert(std::size(names_of_tiers) == tiers);

template <std::size_t n>
std::optional<std::size_t> index_in(const std::string_view (&names)[n], std::string_view name) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  return found == std::end(names) ? std::nullopt : std::optional<std::size_t>(found - std::begin(names));
}

}  // namespace

std::span<const std::string_view> tier_names() {
  return names_of_tiers;
}

std::string_view name_of(Severity severity) {
  return names_of_severities[static_cast<std::size_t>(severity)];
}

std::string_view name_of(Tier tier) {
  return names_of_tiers[static_cast<std::size_t>(tier)];
}

std::optional<Severity> severity_named(std::string_view name) {
  if (name == "off") return Severity::ignore;
  const auto index = index_in(names_of_severities, name);
  return index ? std::optional(static_cast<Severity>(*index)) : std::nullopt;
}

std::optional<Tier> tier_named(std::string_view name) {
  const auto index = index_in(names_of_tiers, name);
  return index ? std::optional(static_cast<Tier>(*index)) : std::nullopt;
}

std::optional<RuleId> RuleId::named(std::string_view id) {
  const auto found = std::find_if(std::begin(rules), std::end(rules), [&](const Rule& rule) { return rule.id == id; });
  if (found == std::end(rules)) return std::nullopt;
  RuleId rule;
  rule.index_ = static_cast<std::uint16_t>(found - std::begin(rules));
  return rule;
}

}  // namespace mot
