#include "mot/check/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "mot/check/rule_context.h"
#include "mot/text/utf8.h"

namespace mot {

std::string points(double score) {
  return std::abs(score) < 1000 ? fmt::format("{:.3g}", score) : fmt::format("{:.0f}", score);
}

void check(const RuleContext& context, Findings& findings) {
  assert(context.analysis.touchpoints.size() == context.workspace.touchpoints.size());
  for (const auto& table : {coverage_checks(), sense_checks(), slip_checks(), twice_checks(), path_checks()}) {
    for (const auto& [rule, check_rule] : table) check_rule(context, Report(rule, findings));
  }
}

}  // namespace mot
