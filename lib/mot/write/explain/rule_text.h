// A rule, told to people: why it exists, what breaks it, what mends it, how to turn it off.
#pragma once

#include <string>

#include "mot/findings/rule.h"

namespace mot {

/// Ends with a line break. Bytes of an example that are no text are shown as `\xe9`.
std::string rule_text(const Rule& rule);

}  // namespace mot
