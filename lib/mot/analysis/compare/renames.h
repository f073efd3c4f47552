// Touchpoints that go by another id in another state.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// Indices of a touchpoint in both states.
struct Pair {
  std::size_t before;
  std::size_t after;
};

/// What a touchpoint is known by, in this state and in another.
struct Likeness {
  std::string id;
  std::string named;                ///< its name and its department
  std::optional<std::string> said;  ///< a digest of all it says beside its name; nothing where that is too little
};

std::string name_in_department(std::string_view name, std::string_view department);
/// Sixteen hexadecimal digits, the same on every machine; nothing where fewer than three fields say something.
std::optional<std::string> digest_of_fields(const Touchpoint& touchpoint);
Likeness likeness_of(const Touchpoint& touchpoint);

/// As below.
std::vector<Pair> renames_between(std::span<const Likeness> before, std::span<const Likeness> after);

/// Of touchpoints whose id only one of the states has, those that are the same under another id, by their place after: they have the same
/// name in the same department; or else every other field says the same, and at least three say something. Where several could be meant
/// none is.
std::vector<Pair> renames_between(const Workspace& before, const Workspace& after);

}  // namespace mot
