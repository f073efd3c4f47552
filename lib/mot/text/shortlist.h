// A list of names in a sentence.
#pragma once

#include <span>
#include <string>

namespace mot {

/// `a, b`; items past the fifth are counted, so that a line is read at a glance: `a, b, c, d, e and 3 more`.
std::string shortlist(std::span<const std::string> items);

}  // namespace mot
