// Two changes of one text put together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mot::edit {

/// `base` with both changes. Nothing where they touch the same lines, or lines beside each other.
std::optional<std::string> merged(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace mot::edit
