#include "command.h"

#include <algorithm>

#include "table_of_commands.h"

namespace mot {
namespace {

std::vector<std::string_view> colour_choices() {
  return {"auto", "always", "never"};
}

}  // namespace

std::span<const Command> commands() {
  static const Command table[] = {
      init_command,   validate_command,   check_command,  gaps_command,   coverage_command, data_command,    pull_command,
      plan_command,   map_command,        report_command, serve_command,  diff_command,     explain_command, list_command,
      set_command,    add_command,        rename_command, move_command,   fmt_command,      import_command,  export_command,
      schema_command, completion_command, help_command,   doctor_command,
  };
  return table;
}

const Command* command_named(std::string_view name) {
  const auto table = commands();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Command& command) { return command.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::span<const Option> global_options() {
  static constexpr Option table[] = {
      {"--directory", "-C", "DIR", "read the workspace that DIR lies in; paths to read are then relative to DIR, paths to write are not",
       "."},
      {"--color", "", "WHEN", "colour in what is printed; auto: on a terminal, unless NO_COLOR is set, or where CLICOLOR_FORCE is", "auto",
       colour_choices},
      {"--offline", "", "", "query no database: its answers stay unknown, unless a file of frozen sums stands in for it"},
      {"--timeout", "", "SECONDS", "how long to wait for each answer of a database", "300"},
      {"--quiet", "-q", "", "print results and errors, nothing else"},
      {"--version", "", "", "print the program's version and what it was built with"},
      {"--help", "-h", "", "print this help"},
  };
  return table;
}

}  // namespace mot
