// A persona's name, and who that is.
#pragma once

#include <string>

#include "mot/model/workspace.h"

namespace mot::story {

/// `Jonas` and `student on his way abroad`.
struct NameAndRole {
  std::string name;
  std::string role;
};

/// As it is written of the persona, else as the name has it behind a comma.
NameAndRole name_and_role(const Persona& persona);

}  // namespace mot::story
