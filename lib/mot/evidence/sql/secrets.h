// What of a connection is secret, kept out of messages.
#pragma once

#include <string>
#include <string_view>

namespace mot::evidence {

/// A driver's message as it may be shown: one line, and nothing of how the database is reached.
std::string without_secrets(std::string_view message, std::string_view connection);

/// The same of a connection that could not be made: nothing that the driver quotes either.
std::string said_on_opening(std::string_view message, std::string_view connection);

/// Whether PostgreSQL's driver failed before it tried to connect: it then tells where it stopped in the string, and shows what it took
/// for a setting, which may be part of a password.
bool is_about_the_connection_string(std::string_view message);

}  // namespace mot::evidence
