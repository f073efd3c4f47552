// What of a connection is secret, kept out of messages.
#pragma once

#include <string>
#include <string_view>

namespace mot::evidence {

/// A driver's message as it may be shown: one line, and nothing of how the database is reached.
std::string without_secrets(std::string_view message, std::string_view connection);

}  // namespace mot::evidence
