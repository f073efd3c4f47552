#include "session.h"

#include <fmt/format.h>

#include <cerrno>
#include <ostream>
#include <stdexcept>
#include <system_error>

namespace mot {
namespace {

Ink ink_of(const Session& session, bool is_terminal) {
  const std::string when = session.arguments.text_of("--color");
  if (when != "auto") return when == "always" ? Ink::coloured : Ink::plain;
  if (variable(session, "NO_COLOR")) return Ink::plain;
  const auto forced = variable(session, "CLICOLOR_FORCE");
  const bool may_be = is_terminal && variable(session, "TERM") != "dumb";
  return may_be || (forced && *forced != "0") ? Ink::coloured : Ink::plain;
}

}  // namespace

void print(const Session& session, std::string_view text) {
  errno = 0;
  session.streams.out << text << std::flush;
  // Who reads only the first lines (`mot gaps | head`) has what they wanted: the exit code stays that of the findings.
  if (session.streams.out) return;
  if (errno == EPIPE) return session.streams.out.clear();
  const std::string cause = errno == 0 ? "it is closed" : std::generic_category().message(errno);
  throw std::runtime_error(fmt::format("cannot write to standard output: {}", cause));
}

void say(const Session& session, std::string_view line) {
  if (!session.arguments.has("--quiet")) session.streams.err << line << "\n";
}

Ink ink_of_out(const Session& session) {
  return ink_of(session, session.streams.out_is_terminal);
}

Ink ink_of_err(const Session& session) {
  return ink_of(session, session.streams.err_is_terminal);
}

std::optional<std::string> variable(const Session& session, const char* name) {
  const char* value = session.streams.variable(name);
  return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

std::string_view version() {
  return MOT_VERSION;
}

std::string_view release_date() {
  return MOT_RELEASE_DATE;
}

std::string_view libraries() {
  return MOT_LIBRARIES;
}

}  // namespace mot
