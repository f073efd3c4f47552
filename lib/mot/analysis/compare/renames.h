// Touchpoints that go by another id in another state.
#pragma once

#include <cstddef>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// Indices of a touchpoint in both states.
struct Pair {
  std::size_t before;
  std::size_t after;
};

/// Of touchpoints whose id only one of the states has, those that are the same under another id, by their place after: they have the same
/// name in the same department; or else every other field says the same, and at least three say something. Where several could be meant
/// none is.
std::vector<Pair> renames_between(const Workspace& before, const Workspace& after);

}  // namespace mot
