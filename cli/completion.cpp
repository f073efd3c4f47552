#include "completion.h"

#include <fmt/format.h>

#include "mot/tables/list_tables.h"
#include "session.h"
#include "table_of_commands.h"

namespace mot {
namespace {

int completion(const Session& session) {
  for (const Shell& shell : shells()) {
    if (shell.name == session.arguments.operands().front()) print(session, shell.completion());
  }
  return 0;
}

}  // namespace

std::string words_of(Choices choices) {
  return fmt::format("{}", fmt::join(choices(), " "));
}

std::string things_named_by(std::string_view option, std::string_view value) {
  if (value.empty()) return "";
  for (const ListKind& kind : list_kinds()) {
    const bool is_named = option == kind.option || (option.size() > 2 && fmt::format("{}s", option.substr(2)) == kind.name);
    if (!option.empty() && is_named) return std::string(kind.name);
  }
  if (value.find("TOUCHPOINT") != std::string_view::npos || option == "--before" || option == "--after") return "touchpoints";
  if (!option.empty()) return "";
  if (value == "ID") return "touchpoints journeys personas";  // what can be explained
  return value.starts_with("ID ") ? "touchpoints journeys stages departments personas actions sources" : "";
}

/// The text with `\` before each of `special`, and fit to stand in single quotes.
std::string quoted(std::string_view text, std::string_view special, std::string_view quote) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'') {
      safe += quote;
      continue;
    }
    if (special.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::span<const Shell> shells() {
  static constexpr Shell table[] = {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};
  return table;
}

constinit const Command completion_command = {
    .name = "completion",
    .does = "print a script that completes mot's command line in a shell",
    .details = "",
    .examples =
        "  source <(mot completion bash)                                        in ~/.bashrc\n"
        "  source <(mot completion zsh)                                         in ~/.zshrc, after compinit\n"
        "  mot completion fish > ~/.config/fish/completions/mot.fish\n",
    .options = {},
    .operand = {.name = "SHELL", .help = "the shell", .choices = names_in<shells>, .is_required = true},
    .run = completion,
};

}  // namespace mot
