// What a text says otherwise than another, as patches show it.
#pragma once

#include <string>
#include <string_view>

namespace mot::edit {

/// A unified diff with three lines around each change, as `diff -u` and git write it; empty where both are the same.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace mot::edit
