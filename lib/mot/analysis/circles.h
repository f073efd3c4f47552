// Circles among things that lead to each other.
#pragma once

#include <cstddef>
#include <vector>

namespace mot {

/// For each thing those it leads to.
using Steps = std::vector<std::vector<std::size_t>>;

/// Things that can be reached from themselves: together those that reach each other, each list in order, the lists by their first.
/// One that leads to itself and to no other circle is a list of one. Linear in the steps.
std::vector<std::vector<std::size_t>> circles_in(const Steps& steps);

}  // namespace mot
