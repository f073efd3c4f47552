#include <fmt/format.h>

#include "command.h"
#include "completion.h"

namespace mot {
namespace {

/// Stands for any command in the patterns of a `case`.
constexpr std::string_view any_command = "*";

/// `option` is empty for an operand.
std::string bash_reply(std::string_view option, std::string_view name, Choices choices) {
  if (choices != nullptr) return fmt::format("words '{}'", words_of(choices));
  if (const std::string things = things_named_by(option, name); !things.empty()) return "things " + things;
  if (name == "DIR") return "folders";
  return name == "FILE" || name == "PATH" ? "files" : ":";
}

std::string bash_operand(const Operand& operand) {
  const std::string reply = bash_reply("", operand.name, operand.choices);
  return operand.also == nullptr ? reply : fmt::format("words '{}'; {}", words_of(operand.also), reply);
}

std::string bash_values(std::string_view command, std::span<const Option> options) {
  std::string cases;
  for (const Option& option : options) {
    if (option.value.empty()) continue;
    const std::string also = option.short_name.empty() ? "" : fmt::format("|{}:{}", command, option.short_name);
    cases += fmt::format("    {}:{}{}) {}; return ;;\n", command, option.long_name, also,
                         bash_reply(option.long_name, option.value, option.choices));
  }
  return cases;
}

std::string bash_names(std::span<const Option> options) {
  std::string names;
  for (const Option& option : options) names += fmt::format("{} ", option.long_name);
  return names;
}

/// The patterns of the global options whose value is the next word.
std::string bash_skipped() {
  std::vector<std::string_view> names;
  for (const Option& option : global_options()) {
    if (option.value.empty()) continue;
    names.push_back(option.long_name);
    if (!option.short_name.empty()) names.push_back(option.short_name);
  }
  return fmt::format("{}", fmt::join(names, "|"));
}

constexpr std::string_view bash_frame = R"sh(# bash completion for mot; put into ~/.bashrc:  source <(mot completion bash)
_mot() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command='' directory=. i
  words() {{ mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }}
  files() {{ compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); }}
  folders() {{ compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); }}
  things() {{
    local id
    while IFS= read -r id; do
      [[ $id != "$word"* ]] || COMPREPLY+=("$(printf %q "$id")")
    done < <("${{COMP_WORDS[0]}}" -q -C "$directory" list "$@" --format csv 2>/dev/null | cut -d, -f2 | grep -v '^id$\|^"')
  }}
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${{COMP_WORDS[i]}} in
    -C | --directory) directory=${{COMP_WORDS[++i]}} ;;
    {skipped}) ((++i)) ;;
    -*) ;;
    *) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $command:$previous in
{values}  esac
  case $command:$word in
{names}{operands}  esac
}}
complete -F _mot mot
)sh";

}  // namespace

std::string bash_completion() {
  std::string values = bash_values(any_command, global_options());
  std::string names, operands;
  for (const Command& command : commands()) {
    values += bash_values(command.name, command.options);
    names += fmt::format("    {}:-*) words '{}{}' ;;\n", command.name, bash_names(command.options), bash_names(global_options()));
    operands += fmt::format("    {}:*) {} ;;\n", command.name, bash_operand(command.operand));
  }
  names += fmt::format("    :-*) words '{}' ;;\n", bash_names(global_options()));
  operands += fmt::format("    :*) words '{}' ;;\n", words_of(names_in<commands>));
  return fmt::format(bash_frame, fmt::arg("skipped", bash_skipped()), fmt::arg("values", values), fmt::arg("names", names),
                     fmt::arg("operands", operands));
}

}  // namespace mot
