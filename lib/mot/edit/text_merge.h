// Two changes of one text put together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mot::edit {

/// `base` with both changes, which may be at several places each. Nothing where they change the same lines to something else, or where one
/// adds lines beside lines that the other adds or takes away.
std::optional<std::string> merged(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace mot::edit
