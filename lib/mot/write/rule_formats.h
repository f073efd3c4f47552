// The table of formats a rule is explained in.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mot/text/rule.h"

namespace mot {

struct RuleFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot
  std::string (*write)(const Rule& rule);
};

/// The default one stands first.
std::span<const RuleFormat> rule_formats();

}  // namespace mot
