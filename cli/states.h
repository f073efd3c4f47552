// The two states that `mot diff` compares: files and folders, git revisions, and what lies in the working tree.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "mot/load/git.h"
#include "workspace_inputs.h"

namespace mot {

inline constexpr Operand states_operand = {
    .name = "OLD NEW",
    .help =
        "the two states to compare: a file or a folder each, or a git revision, or REVISION:PATH for what lies elsewhere in it; REVISION "
        "alone is compared with the working tree, OLD.. with HEAD, OLD..NEW with each other, and OLD...NEW is what NEW has done since it "
        "left OLD",
    .times = Times::any_number,
    .is_required = true,
};

/// Where a state is read from.
struct State {
  std::string name;              ///< as it was typed
  Inputs inputs;                 ///< reads `files` where they are set
  std::unique_ptr<Files> files;  ///< of a revision
};

/// `before` and `after` read from `repository`, which therefore goes last.
struct States {
  std::optional<Repository> repository;
  State before;
  State after;
};

/// What the operands name, no file of it read yet. Where a file and a revision are called alike the file is meant, and that is said.
/// Throws UsageError where they are not two states, std::runtime_error where one of them is not there.
States states_of(const Session& session);

}  // namespace mot
