// What a text says otherwise than another, as patches show it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mot::edit {

/// A unified diff with three lines around each change, as `diff -u` and git write it; empty where both are the same.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

/// Whole lines of a text, as offsets in it, and what stands there instead; nothing on one of both sides where lines came or went.
struct LineChange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string instead = {};
  bool operator==(const LineChange&) const = default;
};

/// Where a text says otherwise than another, from top to bottom, with a line between each two that both have.
std::vector<LineChange> line_changes(std::string_view before, std::string_view after);

}  // namespace mot::edit
