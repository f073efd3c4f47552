// A rule, told to other programs.
#pragma once

#include <string>

#include "mot/findings/rule.h"

namespace mot {

/// `{format_version, rule, tier, severity, why, bad, good}`; bytes of an example that are no text become U+FFFD.
std::string rule_json(const Rule& rule);

}  // namespace mot
