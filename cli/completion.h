// Scripts that complete mot's command line in a shell, made from the tables of commands and options.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "command.h"

namespace mot {

struct Shell {
  std::string_view name;
  std::string (*completion)();
};

std::span<const Shell> shells();

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// The choices with blanks between them.
std::string words_of(Choices choices);

/// The kinds of things of a workspace whose ids a value stands for, as `mot list` calls them: those that `--journey` and the like name by
/// being called so, touchpoints for `--before ID` and an operand TOUCHPOINT, for an operand ID what can be explained, and all that can be
/// changed where more follows it. Empty for all else.
std::string things_named_by(std::string_view option, std::string_view value);

/// The text with `\` before each character of `special`, and `quote` in place of each single quote.
std::string quoted(std::string_view text, std::string_view special, std::string_view quote);

}  // namespace mot
