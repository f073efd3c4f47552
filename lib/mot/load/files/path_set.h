// Sets of paths that are asked for each file of a workspace. The library's own order takes each path apart to compare it.
#pragma once

#include <filesystem>
#include <map>
#include <set>

namespace mot {

/// By the bytes of the path: two ways to write one path are two.
struct PathOrder {
  bool operator()(const std::filesystem::path& one, const std::filesystem::path& other) const { return one.native() < other.native(); }
};

using PathSet = std::set<std::filesystem::path, PathOrder>;

template <class Value>
using PathMap = std::map<std::filesystem::path, Value, PathOrder>;

}  // namespace mot
