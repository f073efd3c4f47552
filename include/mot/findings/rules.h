// The table of rules: the only list of what mot finds. A rule's id is stable and is how users name it.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include "mot/findings/rule.h"
#include "mot/findings/rules/coverage.h"
#include "mot/findings/rules/links.h"
#include "mot/findings/rules/sense.h"
#include "mot/findings/rules/service.h"
#include "mot/findings/rules/shape.h"

namespace mot {

namespace detail {
template <std::size_t... Sizes>
consteval auto joined(const Rule (&... tables)[Sizes]) {
  std::array<Rule, (Sizes + ...)> all{};
  auto* place = all.begin();
  const auto append = [&](const auto& table) {
    for (const Rule& rule : table) *place++ = rule;
  };
  (append(tables), ...);
  return all;
}
}  // namespace detail

/// Every rule, by tier and in the order of the reference.
inline constexpr auto rules = detail::joined(shape_rules, link_rules, coverage_rules, sense_rules, service_rules);

/// A rule of the table, named by its id; a literal that is no rule does not compile.
class RuleId {
 public:
  consteval RuleId(const char* id) {  // NOLINT(google-explicit-constructor): a literal is the natural way to name a rule
    std::uint16_t index = 0;
    while (rules[index].id != std::string_view(id)) ++index;
    index_ = index;
  }
  /// The rule a user names, or nothing.
  static std::optional<RuleId> named(std::string_view id);

  const Rule& rule() const { return rules[index_]; }
  std::string_view id() const { return rules[index_].id; }
  std::size_t index() const { return index_; }
  bool operator==(const RuleId&) const = default;
  std::strong_ordering operator<=>(const RuleId& other) const { return id() <=> other.id(); }

 private:
  RuleId() = default;
  std::uint16_t index_ = 0;
};

}  // namespace mot
