#include <fmt/format.h>

#include "command.h"
#include "completion.h"

namespace mot {
namespace {

std::string zsh_text(std::string_view text) {
  return quoted(text, "[]:\\", "'\\''");
}

/// `option` is empty for an operand.
std::string zsh_value(std::string_view option, std::string_view name, Choices choices) {
  if (choices != nullptr) return fmt::format(":{}:({})", name, words_of(choices));
  if (const std::string things = things_named_by(option, name); !things.empty()) return fmt::format(":{}: _mot_list {}", name, things);
  if (name == "DIR") return ":DIR:_files -/";
  return fmt::format(":{}:{}", name, name == "FILE" || name == "PATH" ? "_files" : "");
}

/// Of a command whose operand may be words besides what files hold, the name of a function that adds them.
std::string zsh_besides(const Command& command) {
  return fmt::format("_mot_{}", command.name);
}

std::string zsh_operand(const Command& command) {
  const Operand& operand = command.operand;
  if (operand.name.empty()) return "";
  const std::string value =
      operand.also == nullptr ? zsh_value("", operand.name, operand.choices) : fmt::format(":{}: {}", operand.name, zsh_besides(command));
  return fmt::format(" \\\n        '{}{}'", operand.times == Times::any_number ? "*" : "1", value);
}

std::string zsh_options(std::span<const Option> options) {
  std::string specs;
  for (const Option& option : options) {
    const std::string value = option.value.empty() ? "" : zsh_value(option.long_name, option.value, option.choices);
    const std::string_view repeat = option.times == Times::any_number ? "*" : "";
    for (const std::string_view name : {option.long_name, option.short_name}) {
      if (!name.empty()) specs += fmt::format(" \\\n        '{}{}[{}]{}'", repeat, name, zsh_text(option.help), value);
    }
  }
  return specs;
}

constexpr std::string_view zsh_frame = R"sh(#compdef mot
# zsh completion for mot; put into ~/.zshrc, after compinit:  source <(mot completion zsh)
_mot_list() {{
  local -a ids
  ids=(${{${{(f)"$(command mot -q -C "$mot_directory" list $@ --format csv 2>/dev/null | cut -d, -f2)"}}:#(id|\"*)}})
  compadd -a ids
}}
{besides}
_mot() {{
  local state line curcontext=$curcontext mot_directory=.
  typeset -A opt_args
  local -a commands=({commands})
  _arguments -C{globals} '1:command:->command' '*::argument:->argument'
  mot_directory=${{opt_args[-C]:-${{opt_args[--directory]:-.}}}}
  case $state in
  command) _describe command commands ;;
  argument)
    case $words[1] in
{cases}    esac ;;
  esac
}}
compdef _mot mot
)sh";

}  // namespace

std::string zsh_completion() {
  std::string list, cases, besides;
  for (const Command& command : commands()) {
    list += fmt::format("\n    '{}:{}'", command.name, zsh_text(command.does));
    if (command.operand.also != nullptr)
      besides += fmt::format("{}() {{\n  compadd {}\n  _mot_list {}\n}}\n", zsh_besides(command), words_of(command.operand.also),
                             things_named_by("", command.operand.name));
    cases += fmt::format("    {}) _arguments{}{}{} ;;\n", command.name, zsh_options(command.options), zsh_options(global_options()),
                         zsh_operand(command));
  }
  return fmt::format(zsh_frame, fmt::arg("commands", list), fmt::arg("globals", zsh_options(global_options())), fmt::arg("cases", cases),
                     fmt::arg("besides", besides));
}

}  // namespace mot
