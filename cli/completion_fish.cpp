#include <fmt/format.h>

#include "command.h"
#include "completion.h"

namespace mot {
namespace {

std::string fish_text(std::string_view text) {
  return quoted(text, "\\", "\\'");
}

std::string fish_value(std::string_view name, Choices choices) {
  if (name.empty()) return "";
  if (choices != nullptr) return fmt::format(" -x -a '{}'", words_of(choices));
  if (name == "DIR") return " -x -a '(__fish_complete_directories)'";
  return name == "FILE" || name == "PATH" ? " -r -F" : " -x";
}

std::string fish_options(std::string_view condition, std::span<const Option> options) {
  std::string lines;
  for (const Option& option : options) {
    const std::string short_name = option.short_name.empty() ? "" : fmt::format(" -s {}", option.short_name.substr(1));
    lines += fmt::format("complete -c mot{}{} -l {}{} -d '{}'\n", condition, short_name, option.long_name.substr(2),
                         fish_value(option.value, option.choices), fish_text(option.help));
  }
  return lines;
}

}  // namespace

std::string fish_completion() {
  std::string script =
      "# fish completion for mot; put into ~/.config/fish/config.fish:  mot completion fish | source\ncomplete -c mot -f\n";
  script += fish_options("", global_options());
  for (const Command& command : commands()) {
    const std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
    script += fmt::format("complete -c mot -n __fish_use_subcommand -a {} -d '{}'\n", command.name, fish_text(command.does));
    script += fish_options(condition, command.options);
    const Operand& operand = command.operand;
    if (operand.choices != nullptr) script += fmt::format("complete -c mot{} -a '{}'\n", condition, words_of(operand.choices));
    if (operand.choices == nullptr && !operand.name.empty()) script += fmt::format("complete -c mot{} -F\n", condition);
  }
  return script;
}

}  // namespace mot
