// Help, made from the tables of commands and options.
#pragma once

#include <string>

#include "command.h"

namespace mot {

/// The program's help: its commands and how to begin.
std::string help();
/// A command's help: how it is called, its options, an example.
std::string help_on(const Command& command);

}  // namespace mot
