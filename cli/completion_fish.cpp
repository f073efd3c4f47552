#include <fmt/format.h>

#include "command.h"
#include "completion.h"

namespace mot {
namespace {

std::string fish_text(std::string_view text) {
  return quoted(text, "\\", "\\'");
}

/// `option` is empty for an operand.
std::string fish_value(std::string_view option, std::string_view name, Choices choices) {
  if (name.empty()) return "";
  if (choices != nullptr) return fmt::format(" -x -a '{}'", words_of(choices));
  if (const std::string things = things_named_by(option, name); !things.empty()) return fmt::format(" -x -a '(__mot_list {})'", things);
  if (name == "DIR") return " -x -a '(__fish_complete_directories)'";
  return name == "FILE" || name == "PATH" ? " -r -F" : " -x";
}

std::string fish_options(std::string_view condition, std::span<const Option> options) {
  std::string lines;
  for (const Option& option : options) {
    const std::string short_name = option.short_name.empty() ? "" : fmt::format(" -s {}", option.short_name.substr(1));
    lines += fmt::format("complete -c mot{}{} -l {}{} -d '{}'\n", condition, short_name, option.long_name.substr(2),
                         fish_value(option.long_name, option.value, option.choices), fish_text(option.help));
  }
  return lines;
}

}  // namespace

std::string fish_completion() {
  std::string script =
      R"sh(# fish completion for mot; put into ~/.config/fish/config.fish:  mot completion fish | source
function __mot_list
    set -l words (commandline -opc)
    set -l where .
    for i in (seq (count $words))
        contains -- $words[$i] -C --directory; and set where $words[(math $i + 1)]
    end
    command mot -q -C $where list $argv --format csv 2>/dev/null | cut -d, -f2 | string match -rv '^id$|^"'
end
complete -c mot -f
)sh";
  script += fish_options("", global_options());
  for (const Command& command : commands()) {
    const std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
    script += fmt::format("complete -c mot -n __fish_use_subcommand -a {} -d '{}'\n", command.name, fish_text(command.does));
    script += fish_options(condition, command.options);
    const Operand& operand = command.operand;
    if (operand.choices != nullptr) script += fmt::format("complete -c mot{} -a '{}'\n", condition, words_of(operand.choices));
    if (operand.also != nullptr) script += fmt::format("complete -c mot{} -a '{}'\n", condition, words_of(operand.also));
    if (const std::string things = things_named_by("", operand.name); !things.empty())
      script += fmt::format("complete -c mot{} -a '(__mot_list {})'\n", condition, things);
    if (operand.choices == nullptr && !operand.name.empty()) script += fmt::format("complete -c mot{} -F\n", condition);
  }
  return script;
}

}  // namespace mot
