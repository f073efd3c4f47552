#include "mot/analysis/latitude.h"

#include <algorithm>

namespace mot {

namespace {

bool protects(const Policy& policy, Party party) {
  return std::ranges::any_of(policy.protects, [&](const auto& protects) { return protects.value == party; });
}

bool is_not_applicable(const Touchpoint& touchpoint, Facet facet) {
  return std::ranges::any_of(touchpoint.not_applicable, [&](const auto& entry) { return entry.key.value == facet; });
}

}  // namespace

bool may_decide(const Touchpoint& touchpoint) {
  return touchpoint.empowerment && (!touchpoint.empowerment->may.empty() || touchpoint.empowerment->limit);
}

bool has_policy_without_latitude(const Touchpoint& touchpoint) {
  if (!touchpoint.policy || !touchpoint.policy->exceptions.empty() || may_decide(touchpoint)) return false;
  return protects(*touchpoint.policy, Party::company) && !protects(*touchpoint.policy, Party::law) &&
         !is_not_applicable(touchpoint, Facet::empowerment);
}

bool has_blind_latitude(const Touchpoint& touchpoint) {
  return may_decide(touchpoint) && touchpoint.empowerment->knows.empty();
}

}  // namespace mot
