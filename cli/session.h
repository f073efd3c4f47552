// A run of a command: its streams, its environment and its arguments.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "mot/write/findings/finding_report.h"
#include "run.h"

namespace mot {

struct Session {
  const Streams& streams;
  const Arguments& arguments;
  mutable std::vector<std::string> files_read = {};  ///< of the workspace, as they were met; no result may overwrite one
};

/// The results of a command, on standard output. Throws std::runtime_error if they can't all be written.
void print(const Session& session, std::string_view text);

/// A line for people, on standard error; nothing with --quiet. What comes from files or arguments in it must be `printable`.
void say(const Session& session, std::string_view line);

/// Whether standard output and standard error may be coloured: --color, else NO_COLOR (https://no-color.org), else
/// CLICOLOR_FORCE (https://bixense.com/clicolors), else a terminal.
Ink ink_of_out(const Session& session);
Ink ink_of_err(const Session& session);

/// A variable of the environment; nothing where it is not set or empty.
std::optional<std::string> variable(const Session& session, const char* name);

/// The program's version.
std::string_view version();
/// The day from which the version is, as 2026-11-28.
std::string_view release_date();
/// What it was built with: "Graphviz 2.43.0, Pango 1.50.12".
std::string_view libraries();

}  // namespace mot
